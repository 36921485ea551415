import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { plansEndedUnderThreeMonths } from './cp13-plans-ended-under-three-months.ts'

test('three months are counted from the start of the plan to its end', () => {
  const made = record()
    .child('a day less')
    .had(protectionPlans, { startedOn: '2025-12-11', endedOn: '2026-03-10' })
    .child('three months')
    .had(protectionPlans, { startedOn: '2025-12-10', endedOn: '2026-03-10' })
  expect(made.in('2026-03', plansEndedUnderThreeMonths)).toEqual({
    counted: ['a day less'],
    not: ['three months'],
  })
})
