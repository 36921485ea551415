import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { needAttainment8 } from './cn10-attainment-8-of-children-in-need.ts'

test('an average of a year: sum of their attainment 8 scores', () => {
  expect(entered(needAttainment8, '2024/25', 1_730, 100)).toEqual({
    period: 'School year 2024 to 2025',
    value: 17.3,
  })
  expect(entered(needAttainment8, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(needAttainment8, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
