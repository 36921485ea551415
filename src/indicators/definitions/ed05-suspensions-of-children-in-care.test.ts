import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { careSuspensions } from './ed05-suspensions-of-children-in-care.ts'

test('a share of a year: pupils with a suspension', () => {
  expect(entered(careSuspensions, '2023/24', 291, 2_000)).toEqual({
    period: 'School year 2023 to 2024',
    value: 14.55,
  })
  expect(entered(careSuspensions, '2023/24', 0, 0).value).toBeNull()
  expect(() => entered(careSuspensions, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
