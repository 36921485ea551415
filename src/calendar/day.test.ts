import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  ageOn,
  type Day,
  dayOf,
  firstDayOf,
  isoDay,
  isoMonth,
  lastDayOf,
  longDay,
  longMonth,
  monthOf,
  parseIsoDay,
  parseIsoMonth,
  weekdayOf,
} from './day.ts'

const day = (iso: string): Day => parseIsoDay(iso) ?? Number.NaN
const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2100-12-31') })

describe('a day', () => {
  test('is counted from 1 January 1970', () => {
    expect(dayOf(1970, 1, 1)).toBe(0)
    expect(dayOf(2017, 9, 18)).toBe(17_427)
  })
  test('that does not exist is null', () => {
    expect(dayOf(2023, 2, 29)).toBeNull()
    expect(dayOf(2024, 2, 29)).not.toBeNull()
    expect(dayOf(2024, 13, 1)).toBeNull()
    expect(parseIsoDay('31/03/2024')).toBeNull()
  })
  test('reads as GOV.UK writes dates', () => {
    expect(longDay(day('2017-09-18'))).toBe('18 September 2017')
    expect(longMonth(parseIsoMonth('2026-03') ?? 0)).toBe('March 2026')
  })
  test('has its weekday: 18 September 2017 was a Monday', () => {
    expect(weekdayOf(day('2017-09-18'))).toBe(1)
    expect(weekdayOf(day('1969-12-28'))).toBe(7)
  })
  test('comes back from its ISO date', () => {
    fc.assert(
      fc.property(anyDay, each => {
        expect(day(isoDay(each))).toBe(each)
      }),
    )
  })
})

describe('a month', () => {
  test('begins the day after the one before it ends', () => {
    fc.assert(
      fc.property(anyDay, each => {
        const month = monthOf(each)
        expect(firstDayOf(month + 1)).toBe(lastDayOf(month) + 1)
        expect(each).toBeGreaterThanOrEqual(firstDayOf(month))
        expect(each).toBeLessThanOrEqual(lastDayOf(month))
        expect(parseIsoMonth(isoMonth(month))).toBe(month)
      }),
    )
  })
  test('added to 31 January gives the end of February', () => {
    expect(isoDay(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29')
    expect(isoDay(addMonths(day('2023-01-31'), 1))).toBe('2023-02-28')
    expect(isoDay(addMonths(day('2023-03-31'), -12))).toBe('2022-03-31')
  })
})

describe('an age', () => {
  test('goes up on the birthday', () => {
    expect(ageOn(day('2008-03-27'), day('2026-03-26'))).toBe(17)
    expect(ageOn(day('2008-03-27'), day('2026-03-27'))).toBe(18)
  })
  test('of someone born on 29 February goes up on 1 March', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17)
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18)
  })
  test('is what counting birthdays on the calendar gives', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [born, now] = a < b ? [a, b] : [b, a]
        const [bornDate, nowDate] = [isoDay(born), isoDay(now)]
        const years = Number(nowDate.slice(0, 4)) - Number(bornDate.slice(0, 4))
        expect(ageOn(born, now)).toBe(years - (nowDate.slice(5) < bornDate.slice(5) ? 1 : 0))
      }),
    )
  })
})
