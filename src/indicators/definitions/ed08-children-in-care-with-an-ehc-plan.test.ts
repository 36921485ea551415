import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { careWithHealthPlan } from './ed08-children-in-care-with-an-ehc-plan.ts'

test('a share of a year: pupils with a plan', () => {
  expect(entered(careWithHealthPlan, '2024/25', 339, 1_000)).toEqual({
    period: 'School year 2024 to 2025',
    value: 33.9,
  })
  expect(entered(careWithHealthPlan, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(careWithHealthPlan, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
