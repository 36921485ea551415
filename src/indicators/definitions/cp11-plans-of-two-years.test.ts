import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { plansOfTwoYears } from './cp11-plans-of-two-years.ts'

test('two years are up on the same day of the year', () => {
  const made = record()
    .child('two years')
    .had(protectionPlans, { startedOn: '2024-03-31' })
    .child('a day less')
    .had(protectionPlans, { startedOn: '2024-04-01' })
    .child('ended')
    .had(protectionPlans, { startedOn: '2020-01-01', endedOn: '2026-03-31' })
  expect(made.in('2026-03', plansOfTwoYears)).toEqual({
    counted: ['two years'],
    not: ['a day less'],
  })
})
