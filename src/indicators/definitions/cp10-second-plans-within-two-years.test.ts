import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { secondPlansWithinTwoYears } from './cp10-second-plans-within-two-years.ts'

test('the earlier plan ended less than two years before', () => {
  const made = record()
    .child('a day less')
    .had(protectionPlans, { startedOn: '2023-01-02', endedOn: '2024-03-11' })
    .had(protectionPlans, { startedOn: '2026-03-10' })
    .child('two years')
    .had(protectionPlans, { startedOn: '2023-01-02', endedOn: '2024-03-10' })
    .had(protectionPlans, { startedOn: '2026-03-10' })
    .child('first')
    .had(protectionPlans, { startedOn: '2026-03-10', earlierPlans: 3 })
  expect(made.in('2026-03', secondPlansWithinTwoYears)).toEqual({
    counted: ['a day less'],
    not: ['two years', 'first'],
  })
})
