import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { carePersistentAbsence } from './ed03-persistent-absence-of-children-in-care.ts'

test('a share of a year: pupils who missed a tenth of their sessions or more', () => {
  expect(entered(carePersistentAbsence, '2024/25', 203, 1_000)).toEqual({
    period: 'School year 2024 to 2025',
    value: 20.3,
  })
  expect(entered(carePersistentAbsence, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(carePersistentAbsence, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
