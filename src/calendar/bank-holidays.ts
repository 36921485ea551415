import { type Day, dayOf, parseIsoDay, weekdayOf } from './day.ts'

/**
 * A bank holiday of England and Wales. `published` days were read from a published list; `by-rule`
 * days are worked out from the usual pattern, because no list was at hand for that year.
 */
export type BankHoliday = {
  readonly day: Day
  readonly title: string
  readonly basis: 'published' | 'by-rule'
}

/** The years for which this file holds the published list; others follow the rule below. */
export const FIRST_YEAR_PUBLISHED = 2012
export const LAST_YEAR_PUBLISHED = 2028

/** The usual eight: Banking and Financial Dealings Act 1971 Sch. 1, with New Year's Day and early May by proclamation. */
const EIGHT = [
  'New Year’s Day',
  'Good Friday',
  'Easter Monday',
  'Early May bank holiday',
  'Spring bank holiday',
  'Summer bank holiday',
  'Christmas Day',
  'Boxing Day',
] as const

/**
 * England and Wales as published at www.gov.uk/bank-holidays.json, by way of the copy kept by
 * ministryofjustice/govuk-bank-holidays (Open Government Licence v3), read 21 November 2026.
 * One row a year, in the order of EIGHT. A date that is not the usual one is a substitute day or a
 * day moved for an occasion (8 May 2020, 4 June 2012, 2 June 2022).
 */
const PUBLISHED: readonly string[] = [
  '2012 01-02 04-06 04-09 05-07 06-04 08-27 12-25 12-26',
  '2013 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  '2014 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  '2015 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  '2016 01-01 03-25 03-28 05-02 05-30 08-29 12-27 12-26',
  '2017 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  '2018 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  '2019 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  '2020 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  '2021 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  '2022 01-03 04-15 04-18 05-02 06-02 08-29 12-27 12-26',
  '2023 01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26',
  '2024 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  '2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  '2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  '2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  '2028 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
]

/** Days added once: same source and date read. */
const PUBLISHED_ONCE: readonly (readonly [string, string])[] = [
  ['2012-06-05', 'Queen’s Diamond Jubilee'],
  ['2022-06-03', 'Platinum Jubilee bank holiday'],
  ['2022-09-19', 'Bank holiday for the State Funeral of Queen Elizabeth II'],
  ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
]

/**
 * Departures from the rule before 2012: read in secondary lists of past bank holidays (1995, 1999,
 * 2002, 2011) on 21 November 2026; the proclamations themselves unverified, 1981 unverified.
 */
const MOVED_BEFORE_2012: ReadonlyMap<string, string> = new Map([
  ['1995 Early May bank holiday', '05-08'],
  ['2002 Spring bank holiday', '06-04'],
])
const ONCE_BEFORE_2012: readonly (readonly [string, string])[] = [
  ['1981-07-29', 'Wedding of the Prince of Wales'],
  ['1999-12-31', 'Millennium'],
  ['2002-06-03', 'Queen’s Golden Jubilee'],
  ['2011-04-29', 'Wedding of Prince William'],
]

/** The bank holidays of England and Wales in whole years, first and last included, in order. */
export function bankHolidays(firstYear: number, lastYear: number): readonly BankHoliday[] {
  const holidays: BankHoliday[] = []
  for (let year = firstYear; year <= lastYear; year++) {
    const row = PUBLISHED[year - FIRST_YEAR_PUBLISHED]
    holidays.push(...(row === undefined ? byRule(year) : published(row)))
  }
  return holidays.toSorted((a, b) => a.day - b.day)
}

/**
 * The Sunday that Easter falls on in the Gregorian calendar (the algorithm of Meeus, Jones and
 * Butcher).
 */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const marchDays = epact + toSunday - 7 * late + 114
  return on(year, Math.floor(marchDays / 31), (marchDays % 31) + 1)
}

function published(row: string): BankHoliday[] {
  const [year = '', ...dates] = row.split(' ')
  const eight = EIGHT.map((title, at) => named(`${year}-${dates[at] ?? ''}`, title, 'published'))
  const once = PUBLISHED_ONCE.filter(([date]) => date.startsWith(year))
  return [...eight, ...once.map(([date, title]) => named(date, title, 'published'))]
}

/** The usual pattern, true of every year since 1978 but for the departures listed above. */
function byRule(year: number): BankHoliday[] {
  const easter = easterSunday(year)
  const days: Record<(typeof EIGHT)[number], Day> = {
    'New Year’s Day': onOrAfterWeekday(on(year, 1, 1)),
    'Good Friday': easter - 2,
    'Easter Monday': easter + 1,
    'Early May bank holiday': firstMonday(on(year, 5, 1)),
    'Spring bank holiday': firstMonday(on(year, 5, 25)),
    'Summer bank holiday': firstMonday(on(year, 8, 25)),
    ...christmas(year),
  }
  const eight = EIGHT.map((title): BankHoliday => {
    const moved = MOVED_BEFORE_2012.get(`${year} ${title}`)
    return moved === undefined
      ? { day: days[title], title: withSubstitute(title, days[title], year), basis: 'by-rule' }
      : named(`${year}-${moved}`, title, 'by-rule')
  })
  const once = ONCE_BEFORE_2012.filter(([date]) => date.startsWith(String(year)))
  return [...eight, ...once.map(([date, title]) => named(date, title, 'by-rule'))]
}

/** When one of the two falls on a weekend, the next weekday that is not the other stands in for it. */
function christmas(year: number): { 'Christmas Day': Day; 'Boxing Day': Day } {
  const day = on(year, 12, 25)
  const weekday = weekdayOf(day)
  if (weekday === 5) return { 'Christmas Day': day, 'Boxing Day': day + 3 }
  if (weekday === 6) return { 'Christmas Day': day + 2, 'Boxing Day': day + 3 }
  if (weekday === 7) return { 'Christmas Day': day + 2, 'Boxing Day': day + 1 }
  return { 'Christmas Day': day, 'Boxing Day': day + 1 }
}

function named(date: string, title: string, basis: BankHoliday['basis']): BankHoliday {
  const day = parseIsoDay(date)
  if (day === null) throw new RangeError(`the table of bank holidays holds no date: ${date}`)
  return { day, title: withSubstitute(title, day, Number(date.slice(0, 4))), basis }
}

const USUAL_DATES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['New Year’s Day', [1, 1]],
  ['Christmas Day', [12, 25]],
  ['Boxing Day', [12, 26]],
])

function withSubstitute(title: string, day: Day, year: number): string {
  const usual = USUAL_DATES.get(title)
  const moved = usual !== undefined && day !== on(year, usual[0], usual[1])
  return moved ? `${title} (substitute day)` : title
}

function onOrAfterWeekday(day: Day): Day {
  const weekday = weekdayOf(day)
  return weekday > 5 ? day + 8 - weekday : day
}

function firstMonday(from: Day): Day {
  return from + ((8 - weekdayOf(from)) % 7)
}

function on(year: number, month: number, dayOfMonth: number): Day {
  const day = dayOf(year, month, dayOfMonth)
  if (day === null) throw new RangeError(`no such date: ${year}-${month}-${dayOfMonth}`)
  return day
}
