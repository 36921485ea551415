import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { protectionAbsence } from './cp20-absence-of-children-on-plans.ts'

test('a share of a year: sessions missed', () => {
  expect(entered(protectionAbsence, '2024/25', 21_800, 100_000)).toEqual({
    period: 'School year 2024 to 2025',
    value: 21.8,
  })
  expect(entered(protectionAbsence, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(protectionAbsence, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
