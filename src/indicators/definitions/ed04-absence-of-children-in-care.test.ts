import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { careAbsence } from './ed04-absence-of-children-in-care.ts'

test('a share of a year: sessions missed', () => {
  expect(entered(careAbsence, '2024/25', 9_000, 100_000)).toEqual({
    period: 'School year 2024 to 2025',
    value: 9,
  })
  expect(entered(careAbsence, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(careAbsence, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
