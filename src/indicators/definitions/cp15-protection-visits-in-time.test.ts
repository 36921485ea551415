import { protectionPlans, visits } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { protectionVisitsInTime } from './cp15-protection-visits-in-time.ts'

test('a visit in the last ten working days is in time', () => {
  // The tenth working day before Tuesday 31 March 2026 is Tuesday 17 March.
  const plan = { startedOn: '2026-01-05' }
  const made = record()
    .child('tenth day')
    .had(protectionPlans, plan)
    .had(visits, { visitedOn: '2026-03-17', kind: 'protection' })
    .child('eleventh day')
    .had(protectionPlans, plan)
    .had(visits, { visitedOn: '2026-03-16', kind: 'protection' })
    .child('never')
    .had(protectionPlans, plan)
    .child('new plan')
    .had(protectionPlans, { startedOn: '2026-03-17' })
  expect(made.in('2026-03', protectionVisitsInTime)).toEqual({
    counted: ['tenth day'],
    not: ['eleventh day', 'never'],
  })
})
