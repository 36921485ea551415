import { protectionPlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenOnPlans } from './cp07-children-on-plans.ts'

test('a plan that starts on the last day is open at the end of it; one that ends then is not', () => {
  const made = record()
    .child('starts')
    .had(protectionPlans, { startedOn: '2026-03-31' })
    .child('ends')
    .had(protectionPlans, { startedOn: '2025-06-02', endedOn: '2026-03-31' })
    .child('two plans open')
    .had(protectionPlans, { startedOn: '2025-06-02' })
    .had(protectionPlans, { startedOn: '2025-06-09' })
  expect(made.in('2026-03', childrenOnPlans).counted).toEqual(['starts', 'two plans open'])
  // A snapshot is not multiplied into a year.
  expect(made.value('2026-03', childrenOnPlans)).toBe(2)
})
