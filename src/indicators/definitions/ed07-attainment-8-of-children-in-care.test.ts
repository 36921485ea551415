import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { careAttainment8 } from './ed07-attainment-8-of-children-in-care.ts'

test('an average of a year: sum of their attainment 8 scores', () => {
  expect(entered(careAttainment8, '2024/25', 865, 50)).toEqual({
    period: 'School year 2024 to 2025',
    value: 17.3,
  })
  expect(entered(careAttainment8, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(careAttainment8, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
