import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { shareOfSpend } from './fi01-share-of-spending.ts'

test('a share of a year: spending on children’s services, in pounds', () => {
  expect(entered(shareOfSpend, '2024/25', 180_000_000, 900_000_000)).toEqual({
    period: 'Year to 31 March 2025',
    value: 20,
  })
  expect(entered(shareOfSpend, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(shareOfSpend, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
