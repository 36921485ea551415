import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { instantOf, localTimeOf, offsetDateTime } from './local-time.ts'

const on = (day: string, time: string | null) => ({ day: parseIsoDay(day) ?? 0, time })

test('a time in London is an instant', () => {
  expect(offsetDateTime(on('2026-07-10', '10:00'))).toBe('2026-07-10T10:00:00+01:00')
  expect(offsetDateTime(on('2026-12-10', '10:00'))).toBe('2026-12-10T10:00:00+00:00')
  expect(offsetDateTime(on('2026-07-10', null))).toBe('2026-07-10T00:00:00+01:00')
  expect(instantOf(on('2026-07-10', '00:30')).toISOString()).toBe('2026-07-09T23:30:00.000Z')
})

test('the hour that is left out, and the hour that comes twice', () => {
  // 29 March and 25 October 2026: Summer Time Order 2002 (unverified: not read on the day it was written)
  expect(offsetDateTime(on('2026-03-29', '01:30'))).toBe('2026-03-29T02:30:00+01:00')
  expect(offsetDateTime(on('2026-10-25', '01:30'))).toBe('2026-10-25T01:30:00+01:00')
  expect(offsetDateTime(on('2026-10-25', '02:00'))).toBe('2026-10-25T02:00:00+00:00')
})

test('an instant has one time in London, and that is its instant again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), hours => {
      const instant = new Date(hours * 3_600_000)
      const again = instantOf(localTimeOf(instant))
      // In the hour that comes twice the second is taken for the first.
      expect([0, 3_600_000]).toContain(instant.getTime() - again.getTime())
    }),
  )
})
