import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { needAbsence } from './cn07-absence-of-children-in-need.ts'

test('a share of a year: sessions missed', () => {
  expect(entered(needAbsence, '2024/25', 17_400, 100_000)).toEqual({
    period: 'School year 2024 to 2025',
    value: 17.4,
  })
  expect(entered(needAbsence, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(needAbsence, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
