import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { admissionsForInjuries } from './ho01-admissions-for-injuries.ts'

test('a rate of a year: admissions', () => {
  expect(entered(admissionsForInjuries, '2024/25', 950, 125_000)).toEqual({
    period: 'Year to 31 March 2025',
    value: 76,
  })
  expect(entered(admissionsForInjuries, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(admissionsForInjuries, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
