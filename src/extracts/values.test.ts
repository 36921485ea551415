import { isoDay } from '#calendar'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeSet,
  dateOrder,
  dayColumnReader,
  isProblem,
  readCode,
  readCount,
  readDay,
  readFlag,
  readIdentifier,
} from './values.ts'

function dayIn(cell: Parameters<typeof readDay>[0]): string | null {
  const reading = readDay(cell)
  if (isProblem(reading)) return reading.code
  const day = reading.value === null ? null : isoDay(reading.value)
  return reading.doubt === null ? day : `${day} ${reading.doubt.code}`
}

describe('readDay', () => {
  // Without a limit each of these takes minutes to hours, in which nobody is answered.
  it.each([',', ' T', '1', '1/', 'a', 'mon, '])('refuses a megabyte of “%s” and goes on', piece => {
    const cell = `1${piece.repeat(1_000_000 / piece.length)}x`
    expect(readDay(cell)).toMatchObject({ code: 'date-unreadable' })
  })

  it.each([
    ['31/03/2024', '2024-03-31'],
    ['1/4/2024', '2024-04-01'],
    [' 31-03-2024 ', '2024-03-31'],
    ['31.03.2024', '2024-03-31'],
    ['2024-03-31', '2024-03-31'],
    ['2024/03/31', '2024-03-31'],
    ['20240331', '2024-03-31'],
    ['2024-03-31T00:00:00.000Z', '2024-03-31'],
    ['2024-03-31 00:00:00', '2024-03-31'],
    ['31/03/2024 12:30:00 AM', '2024-03-31'],
    ['12 March 2024', '2024-03-12'],
    ['Tuesday 12th of March 2024', '2024-03-12'],
    ['12-Mar-2024', '2024-03-12'],
    ['March 12, 2024', '2024-03-12'],
    ['12-Mar-24', '2024-03-12 date-two-digit-year'],
    ['31/03/24', '2024-03-31 date-two-digit-year'],
    ['31/03/95', '1995-03-31 date-two-digit-year'],
    ['31/03/45', 'date-two-digit-year'],
    [45_382, '2024-03-31'],
    [45_382.75, '2024-03-31'],
    ['45382', '2024-03-31 date-serial-number'],
    [new Date(Date.UTC(2024, 2, 31)), '2024-03-31'],
    ['03/25/2024', 'date-us-order'],
    ['31/02/2024', 'date-impossible'],
    ['02/31/2024', 'date-impossible'],
    ['45/45/2024', 'date-impossible'],
    ['2023-02-29', 'date-impossible'],
    ['01/01/0024', 'date-year-absurd'],
    ['01/01/2204', 'date-year-absurd'],
    ['31/12/9999', 'date-year-absurd'],
    ['01/01/20244', 'date-year-absurd'],
    ['03/2024', 'date-incomplete'],
    ['2024', 'date-incomplete'],
    ['March 2024', 'date-incomplete'],
    ['yesterday', 'date-unreadable'],
    [7, 'date-unreadable'],
    ['', null],
    ['NULL', null],
    ['NaT', null],
    [null, null],
  ])('%s is %s', (cell, expected) => {
    expect(dayIn(cell)).toBe(expected)
  })

  it('reads every day of two centuries back from each way to write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -21_900, max: 47_000 }), day => {
        const iso = isoDay(day)
        const [year = '', month = '', date = ''] = iso.split('-')
        for (const text of [
          iso,
          `${date}/${month}/${year}`,
          `${Number(date)}.${Number(month)}.${year}`,
        ])
          expect(readDay(text)).toEqual({ value: day, doubt: null })
      }),
    )
  })

  it('never throws and never gives a value with a problem', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const reading = readDay(text)
        expect(
          isProblem(reading) || reading.value === null || Number.isInteger(reading.value),
        ).toBe(true)
      }),
    )
  })
})

describe('dateOrder', () => {
  it('finds a column that only makes sense in the order of the United States', () => {
    const dates = ['03/25/2024', '04/17/2024', '01/02/2024', '12/31/2023', '06/06/2024']
    expect(dateOrder(dates)).toBe('us')
    expect(readDay('03/04/2024', { order: 'us' })).toEqual(readDay('2024-03-04'))
  })
  it('keeps our order where one date needs it, or where the dates are few', () => {
    expect(dateOrder(['03/25/2024', '25/03/2024', '04/17/2024', '1/2/2024', '5/13/2024'])).toBe(
      'uk',
    )
    expect(dateOrder(['03/25/2024'])).toBe('uk')
  })
})

describe('dayColumnReader', () => {
  it('says once what most dates of the column share', () => {
    const { read, about } = dayColumnReader(['1/4/24', '2/4/24', '3/4/2024'])
    expect(about).toMatchObject([{ code: 'date-two-digit-year' }])
    expect(read('1/4/24')).toEqual(readDay('2024-04-01'))
  })
  it('reads a column in the order of the United States, and says so once', () => {
    const { read, about } = dayColumnReader([
      '03/25/2024',
      '4/17/2024',
      '1/2/2024',
      '12/31/2023',
      '6/6/2024',
    ])
    expect(about).toMatchObject([{ code: 'dates-us-order' }])
    expect(read('1/2/2024')).toEqual(readDay('2024-01-02'))
  })
  it('leaves the doubt with the dates where they are few', () => {
    const { read, about } = dayColumnReader(['1/4/24', '2/4/2024', '3/4/2024'])
    expect(about).toEqual([])
    expect(read('1/4/24')).toMatchObject({ doubt: { code: 'date-two-digit-year' } })
  })
})

describe('readFlag', () => {
  it.each([
    ...['1', 'Y', 'yes', 'TRUE', 'a) Yes', '1.0', true, 1].map(cell => [cell, true] as const),
    ...['0', 'N', 'no', 'False', 'b) No', false, 0].map(cell => [cell, false] as const),
    ...['', 'c) Unknown', 'U', null].map(cell => [cell, null] as const),
  ])('%s is %s', (cell, value) => {
    expect(readFlag(cell)).toEqual({ value, doubt: null })
  })
  it('refuses other words', () => {
    expect(readFlag('maybe')).toMatchObject({ code: 'flag-unknown' })
  })
})

describe('readCount', () => {
  it('reads whole numbers within bounds', () => {
    expect(readCount('38', { most: 40 })).toMatchObject({ value: 38 })
    expect(readCount('38.0')).toMatchObject({ value: 38 })
    expect(readCount('')).toMatchObject({ value: null })
    expect(readCount('41', { most: 40 })).toMatchObject({ code: 'number-out-of-range' })
    expect(readCount('-1')).toMatchObject({ code: 'number-out-of-range' })
    expect(readCount('3.5')).toMatchObject({ code: 'number-not-whole' })
  })
})

describe('readCode', () => {
  const set = codeSet('a category of need', ['N1', 'N2'], { 'abuse or neglect': 'N1' })
  it.each([
    ['N1', 'N1'],
    [' n2 ', 'N2'],
    ['Abuse  or neglect', 'N1'],
    ['N1 - Abuse', 'N1'],
    ['a) N2', 'N2'],
    ['', ''],
    ['NULL', ''],
  ])('%s is %s', (cell, value) => {
    expect(readCode(cell, set)).toEqual({ value, doubt: null })
  })
  it('refuses what is not in the set, naming the set and not the value', () => {
    expect(readCode('N9', set)).toEqual({
      code: 'code-unknown',
      message: 'This is not a code for a category of need.',
    })
  })
})

it('takes the .0 of a spreadsheet off an identifier', () => {
  expect([readIdentifier('123.0'), readIdentifier(123), readIdentifier(' A 1 ')]).toEqual([
    '123',
    '123',
    'A 1',
  ])
})
