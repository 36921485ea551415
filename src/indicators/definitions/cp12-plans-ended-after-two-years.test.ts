import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { plansEndedAfterTwoYears } from './cp12-plans-ended-after-two-years.ts'

test('two years are counted from the start of the plan to its end', () => {
  const made = record()
    .child('two years')
    .had(protectionPlans, { startedOn: '2024-03-10', endedOn: '2026-03-10' })
    .child('a day less')
    .had(protectionPlans, { startedOn: '2024-03-11', endedOn: '2026-03-10' })
    .child('open')
    .had(protectionPlans, { startedOn: '2020-03-11' })
  expect(made.in('2026-03', plansEndedAfterTwoYears)).toEqual({
    counted: ['two years'],
    not: ['a day less'],
  })
})
