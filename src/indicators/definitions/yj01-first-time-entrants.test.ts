import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { firstTimeEntrants } from './yj01-first-time-entrants.ts'

test('a rate of a year: first-time entrants', () => {
  expect(entered(firstTimeEntrants, '2024', 88, 70_000)).toEqual({
    period: 'Year to 31 December 2024',
    value: 125.71,
  })
  expect(entered(firstTimeEntrants, '2024', 0, 0).value).toBeNull()
  expect(() => entered(firstTimeEntrants, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
