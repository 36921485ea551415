import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { secondPlans } from './cp09-second-plans.ts'

test('a plan is a second one by the number that the file gives or by an earlier plan', () => {
  const made = record()
    .child('by number')
    .had(protectionPlans, { startedOn: '2026-03-02', earlierPlans: 1 })
    .child('by record')
    .had(protectionPlans, { startedOn: '2015-03-02', endedOn: '2015-09-01' })
    .had(protectionPlans, { startedOn: '2026-03-02' })
    .child('first')
    .had(protectionPlans, { startedOn: '2026-03-02', earlierPlans: 0 })
    .child('second to come')
    .had(protectionPlans, { startedOn: '2026-03-02', endedOn: '2026-04-01' })
    .had(protectionPlans, { startedOn: '2026-05-01' })
  expect(made.in('2026-03', secondPlans)).toEqual({
    counted: ['by number', 'by record'],
    not: ['first', 'second to come'],
  })
})
