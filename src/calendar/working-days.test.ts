import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidays, easterSunday } from './bank-holidays.ts'
import { type Day, isoDay, parseIsoDay, weekdayOf } from './day.ts'
import {
  addWorkingDays,
  englandAndWales,
  isWorkingDay,
  whyNotWorking,
  workingCalendar,
  workingDaysBetween,
} from './working-days.ts'

const day = (iso: string): Day => parseIsoDay(iso) ?? Number.NaN
const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2035-12-31') })
const farDay = fc.integer({ min: day('1900-01-01'), max: day('2200-12-31') })

describe('working days', () => {
  it('counts the day after the start as day 1', () => {
    expect(workingDaysBetween(day('2022-04-01'), day('2022-07-15'))).toBe(70)
    expect(workingDaysBetween(day('2024-07-01'), day('2024-07-02'))).toBe(1)
    expect(workingDaysBetween(day('2024-07-05'), day('2024-07-08'))).toBe(1)
    expect(workingDaysBetween(day('2024-07-05'), day('2024-07-07'))).toBe(0)
  })

  it('is not a number where a date is missing, so no comparison holds', () => {
    expect(workingDaysBetween(null, day('2024-07-01'))).toBeNaN()
    expect(workingDaysBetween(day('2024-07-01'), null)).toBeNaN()
    expect(workingDaysBetween(Number.NaN, day('2024-07-01'))).toBeNaN()
  })

  it('knows bank holidays that came once, substitutes and moved days', () => {
    expect(whyNotWorking(day('2022-09-19'))).toMatch(/State Funeral/)
    expect(whyNotWorking(day('2021-12-28'))).toBe('Boxing Day (substitute day)')
    expect(isWorkingDay(day('2020-05-04'))).toBe(true)
    expect(isWorkingDay(day('2020-05-08'))).toBe(false)
    expect(whyNotWorking(day('2024-07-06'))).toBe('Saturday')
    expect(whyNotWorking(day('2024-07-08'))).toBeNull()
  })

  it('agrees with counting one by one, from 1990 to 2035', () => {
    const start = day('1990-01-01')
    let count = 0
    const differing: string[] = []
    for (let at = start + 1; at <= day('2035-12-31'); at++) {
      if (weekdayOf(at) < 6 && !englandAndWales.holidays.has(at)) count++
      if (workingDaysBetween(start, at) !== count) differing.push(isoDay(at))
    }
    expect(differing).toEqual([])
    expect(workingDaysBetween(start, day('2035-12-31'))).toBe(count)
  })

  it('is the mirror image of itself, and adds up, whatever the year', () => {
    fc.assert(
      fc.property(farDay, farDay, farDay, (a, b, c) => {
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, a)).toBe(0)
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c))
      }),
    )
  })

  it('adds what it counts, on working days, whatever the year', () => {
    fc.assert(
      fc.property(farDay, fc.integer({ min: -3000, max: 3000 }), (start, n) => {
        fc.pre(isWorkingDay(start))
        const end = addWorkingDays(start, n)
        expect(isWorkingDay(end)).toBe(true)
        expect(workingDaysBetween(start, end)).toBe(n)
        expect(addWorkingDays(end, -n)).toBe(start)
      }),
    )
  })

  it('never lands on a day off', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (start, n) => {
        expect(isWorkingDay(addWorkingDays(start, n))).toBe(true)
        expect(isWorkingDay(addWorkingDays(start, -n))).toBe(true)
        expect(workingDaysBetween(start, addWorkingDays(start, n))).toBe(n)
      }),
    )
  })

  it('takes another list of bank holidays, and fills the years it does not hold', () => {
    const extra = { day: day('2026-07-20'), title: 'A day of thanks', basis: 'published' } as const
    const calendar = workingCalendar([...bankHolidays(2026, 2026), extra])
    const span = [day('2026-07-17'), day('2026-07-21')] as const
    expect(workingDaysBetween(...span)).toBe(2)
    expect(workingDaysBetween(...span, calendar)).toBe(1)
    expect(isWorkingDay(day('2025-12-25'), calendar)).toBe(false)
  })
})

describe('bank holidays by rule', () => {
  it('finds Easter as published', () => {
    const published = ['2000-04-23', '2008-03-23', '2011-04-24', '2038-04-25', '2049-04-18']
    for (const easter of published) {
      expect(isoDay(easterSunday(Number(easter.slice(0, 4))))).toBe(easter)
    }
  })

  it('gives eight weekdays in an ordinary year, and says which are by rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2029, max: 2099 }), year => {
        const holidays = bankHolidays(year, year)
        expect(new Set(holidays.map(holiday => holiday.day)).size).toBe(8)
        expect(holidays.every(holiday => weekdayOf(holiday.day) < 6)).toBe(true)
        expect(holidays.every(holiday => holiday.basis === 'by-rule')).toBe(true)
      }),
    )
  })
})
