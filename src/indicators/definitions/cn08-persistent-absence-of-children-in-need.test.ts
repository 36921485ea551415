import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { needPersistentAbsence } from './cn08-persistent-absence-of-children-in-need.ts'

test('a share of a year: pupils in need who missed a tenth of their sessions or more', () => {
  expect(entered(needPersistentAbsence, '2025', 460, 1_000)).toEqual({
    period: 'School year 2024 to 2025',
    value: 46,
  })
  expect(entered(needPersistentAbsence, '2025', 0, 0).value).toBeNull()
  expect(() => entered(needPersistentAbsence, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
