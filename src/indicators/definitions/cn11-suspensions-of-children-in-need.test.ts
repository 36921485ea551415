import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { needSuspensions } from './cn11-suspensions-of-children-in-need.ts'

test('a share of a year: pupils in need with a suspension', () => {
  expect(entered(needSuspensions, '2023/24', 178, 1_250)).toEqual({
    period: 'School year 2023 to 2024',
    value: 14.24,
  })
  expect(entered(needSuspensions, '2023/24', 0, 0).value).toBeNull()
  expect(() => entered(needSuspensions, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
