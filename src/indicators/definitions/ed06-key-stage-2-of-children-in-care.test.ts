import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { careKeyStage2 } from './ed06-key-stage-2-of-children-in-care.ts'

test('a share of a year: children at the expected standard', () => {
  expect(entered(careKeyStage2, '2024/25', 14, 40)).toEqual({
    period: 'School year 2024 to 2025',
    value: 35,
  })
  expect(entered(careKeyStage2, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(careKeyStage2, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
