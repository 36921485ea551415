import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { schoolMoves } from './ca22-mid-year-school-moves.ts'

test('a share of a year: pupils in care with a move in mid-year', () => {
  expect(entered(schoolMoves, '2023/24', 32, 400)).toEqual({
    period: 'School year 2023 to 2024',
    value: 8,
  })
  expect(entered(schoolMoves, '2023/24', 0, 0).value).toBeNull()
  expect(() => entered(schoolMoves, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
