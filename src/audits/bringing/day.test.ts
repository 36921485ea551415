import { check, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { auditDay } from './day.ts'

const on = (written: string): number | undefined => auditDay(written)?.on

test('a day is read as tables have it: words, figures, with a time, or a spreadsheet’s number', () => {
  const day = parseIsoDay('2017-09-18')
  for (const written of [
    '18 September 2017',
    '18/09/2017',
    '18/09/2017 09:30',
    '2017-09-18T00:00:00',
    '18.9.17',
    // 18 September 2017 is day 42,996 of the 1900 date system.
    '42996',
    '42996.5',
  ])
    expect(on(written), written).toBe(day)
})

test('a month without a day is its first day, and that is told', () => {
  for (const written of ['September 2017', 'Sept 2017', 'Sep-17', '09/2017', '2017-09'])
    expect(auditDay(written), written).toEqual({
      on: parseIsoDay('2017-09-01'),
      note: 'Its day in September 2017 was not written down.',
    })
})

test('what is no date is none, and nothing makes it throw', () => {
  for (const written of ['', 'next week', '31/02/2017', '12', '99999', '13/2017', 'Someday 2017'])
    expect(auditDay(written), written).toBeNull()
  const never = property(string(), written => {
    const read = auditDay(written)
    return read === null || Number.isInteger(read.on)
  })
  expect(check(never).failed).toBe(false)
})
