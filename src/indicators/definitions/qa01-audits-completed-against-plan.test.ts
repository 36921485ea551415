import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { auditsAgainstPlan } from './qa01-audits-completed-against-plan.ts'

test('a share of a month: audits completed, of those planned', () => {
  expect(entered(auditsAgainstPlan, 'March 2026', 22, 24)).toEqual({
    period: 'March 2026',
    value: 91.67,
  })
  expect(entered(auditsAgainstPlan, 'March 2026', 0, 0).value).toBeNull()
})
