import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { spendPerChild } from './fi02-spending-per-child.ts'

test('an average of a year: spending on children’s services, in pounds', () => {
  expect(entered(spendPerChild, '2024/25', 180_000_000, 150_000)).toEqual({
    period: 'Year to 31 March 2025',
    value: 1200,
  })
  expect(entered(spendPerChild, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(spendPerChild, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
