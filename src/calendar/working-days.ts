import {
  type BankHoliday,
  FIRST_YEAR_PUBLISHED,
  LAST_YEAR_PUBLISHED,
  bankHolidays,
} from './bank-holidays.ts'
import { type Day, dayOf, weekdayOf } from './day.ts'

/**
 * Which days are working days: Monday to Friday less bank holidays. A value, so that a list read
 * afresh from GOV.UK can stand in for ours (`workingCalendar(list.holidays)`).
 */
export type WorkingCalendar = {
  /** Entry i counts the working days from the first day of the table up to and including its day i. */
  readonly upTo: Uint16Array
  /** Entry n is the (n + 1)th working day of the table. */
  readonly nth: Int32Array
  readonly holidays: ReadonlyMap<Day, BankHoliday>
  /** Years whose list was published; in others a one-off bank holiday may be missing. */
  readonly publishedYears: ReadonlySet<number>
}

// The eight bank holidays have stood since 1978. 122 years hold fewer working days than a Uint16
// can count, which keeps the table (89 kB) near the processor: it is read tens of millions of
// times in a run.
const FIRST_YEAR = 1978
const LAST_YEAR = 2099
const FIRST = startOf(FIRST_YEAR)
const LENGTH = startOf(LAST_YEAR + 1) - FIRST

/**
 * A calendar from a list of bank holidays. Years for which the list holds nothing are filled from
 * our own table or the rule, so a list of eight recent years does not make older years wrong.
 */
export function workingCalendar(holidays: readonly BankHoliday[]): WorkingCalendar {
  const years = new Set(holidays.map(holiday => yearOf(holiday.day)))
  const ours = bankHolidays(FIRST_YEAR, LAST_YEAR).filter(({ day }) => !years.has(yearOf(day)))
  const byDay = new Map([...ours, ...holidays].map(holiday => [holiday.day, holiday]))

  const upTo = new Uint16Array(LENGTH)
  const working: Day[] = []
  for (let at = 0; at < LENGTH; at++) {
    const day = FIRST + at
    if (weekdayOf(day) < 6 && !byDay.has(day)) working.push(day)
    upTo[at] = working.length
  }
  const published = [...byDay.values()].filter(({ basis }) => basis === 'published')
  return {
    upTo,
    nth: Int32Array.from(working),
    holidays: byDay,
    publishedYears: new Set(published.map(({ day }) => yearOf(day))),
  }
}

/** Ours: the published list for 2012 to 2028, the usual rule for other years (see bank-holidays.ts). */
export const englandAndWales: WorkingCalendar = workingCalendar(
  bankHolidays(FIRST_YEAR_PUBLISHED, LAST_YEAR_PUBLISHED),
)

/**
 * Working days after one day up to and including another: the day after the start is day 1.
 * Negative where `to` comes first, so that between(a, b) is always −between(b, a). NaN where
 * either date is missing, so that no comparison with it is true. Before 1978 and after 2099 no
 * bank holiday is known and weekdays are counted.
 */
export function workingDaysBetween(
  from: Day | null,
  to: Day | null,
  calendar: WorkingCalendar = englandAndWales,
): number {
  if (from === null || to === null) return Number.NaN
  const start = from - FIRST
  const end = to - FIRST
  if (start >= 0 && start < LENGTH && end >= 0 && end < LENGTH) {
    return (calendar.upTo[end] ?? Number.NaN) - (calendar.upTo[start] ?? Number.NaN)
  }
  return countUpTo(to, calendar) - countUpTo(from, calendar)
}

/**
 * The nth working day after a day (n above 0) or before it (n below 0); the day itself for 0. The
 * start never counts, whether or not it is a working day.
 */
export function addWorkingDays(
  day: Day,
  n: number,
  calendar: WorkingCalendar = englandAndWales,
): Day {
  if (n === 0) return day
  const at = n > 0 ? countUpTo(day, calendar) + n - 1 : countUpTo(day - 1, calendar) + n
  return nthWorkingDay(at, calendar)
}

/** Monday to Friday and not a bank holiday. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar = englandAndWales): boolean {
  return weekdayOf(day) < 6 && !calendar.holidays.has(day)
}

/** Why no work is done on a day: 'Saturday', 'Sunday' or the name of the bank holiday; null on a working day. */
export function whyNotWorking(
  day: Day,
  calendar: WorkingCalendar = englandAndWales,
): string | null {
  const weekday = weekdayOf(day)
  if (weekday === 6) return 'Saturday'
  if (weekday === 7) return 'Sunday'
  return calendar.holidays.get(day)?.title ?? null
}

/** Working days from the start of the table up to and including a day; negative before the table. */
function countUpTo(day: Day, calendar: WorkingCalendar): number {
  if (day < FIRST) return weekdaysUpTo(day) - weekdaysUpTo(FIRST - 1)
  const last = FIRST + LENGTH - 1
  if (day > last) return calendar.nth.length + weekdaysUpTo(day) - weekdaysUpTo(last)
  return calendar.upTo[day - FIRST] ?? Number.NaN
}

function nthWorkingDay(at: number, calendar: WorkingCalendar): Day {
  const known = calendar.nth[at]
  if (known !== undefined) return known
  if (at < 0) return nthWeekday(at + weekdaysUpTo(FIRST - 1))
  return nthWeekday(at - calendar.nth.length + weekdaysUpTo(FIRST + LENGTH - 1))
}

// Monday 29 December 1969 is day −3: weeks are counted from there.
function weekdaysUpTo(day: Day): number {
  const week = Math.floor((day + 3) / 7)
  return week * 5 + Math.min(day + 3 - week * 7 + 1, 5)
}

function nthWeekday(at: number): Day {
  const week = Math.floor(at / 5)
  return week * 7 + (at - week * 5) - 3
}

function yearOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}

function startOf(year: number): Day {
  return dayOf(year, 1, 1) ?? Number.NaN
}
