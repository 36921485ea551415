import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { protectionPersistentAbsence } from './cp19-persistent-absence-of-children-on-plans.ts'

test('a share of a year: pupils with a plan who missed a tenth of their sessions or more', () => {
  expect(entered(protectionPersistentAbsence, '2024/25', 277, 500)).toEqual({
    period: 'School year 2024 to 2025',
    value: 55.4,
  })
  expect(entered(protectionPersistentAbsence, '2024/25', 0, 0).value).toBeNull()
  expect(() => entered(protectionPersistentAbsence, 'February 2026', 1, 1)).toThrow(
    /is not a period/,
  )
})
