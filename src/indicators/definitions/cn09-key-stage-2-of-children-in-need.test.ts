import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { needKeyStage2 } from './cn09-key-stage-2-of-children-in-need.ts'

test('a share of a year: children in need at the expected standard', () => {
  expect(entered(needKeyStage2, 'school year 2024 to 2025', 36, 120)).toEqual({
    period: 'School year 2024 to 2025',
    value: 30,
  })
  expect(entered(needKeyStage2, 'school year 2024 to 2025', 0, 0).value).toBeNull()
  expect(() => entered(needKeyStage2, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
