/**
 * A date without a time, as whole days since 1 January 1970. Dates of a child's record are counted
 * and compared millions of times in a run, so they are numbers; every edge (a file, a form, a
 * page) turns them into words and back with the functions below.
 */
export type Day = number

/** A calendar month as whole months since January of year 0: March 2026 is 2026 × 12 + 2. */
export type Month = number

const MS_A_DAY = 86_400_000
const HYPHEN = 45

/** The day of a year, month (1 to 12) and day of the month; null for a date that does not exist. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1) return null
  const first = firstDayOf(year * 12 + month - 1)
  const day = first + dayOfMonth - 1
  return day < firstDayOf(year * 12 + month) ? day : null
}

/** The day an ISO date names ('2026-03-31'); null for anything else or a date that does not exist. */
export function parseIsoDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN)
    return null
  // Digit by digit and not by a regular expression: an extract holds millions of dates.
  return dayOf(
    digitAt(text, 0) * 1000 + digitAt(text, 1) * 100 + digitAt(text, 2) * 10 + digitAt(text, 3),
    digitAt(text, 5) * 10 + digitAt(text, 6),
    digitAt(text, 8) * 10 + digitAt(text, 9),
  )
}

/** NaN where there is no digit, which makes no date. */
function digitAt(text: string, place: number): number {
  const digit = text.charCodeAt(place) - 48
  return digit >= 0 && digit <= 9 ? digit : Number.NaN
}

export function isoDay(day: Day): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10)
}

/** '18 September 2017'. */
export function longDay(day: Day): string {
  const date = new Date(day * MS_A_DAY)
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

/** Monday is 1 and Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function monthOf(day: Day): Month {
  return MONTHS[day - FIRST_DAY] ?? monthByArithmetic(day)
}

function monthByArithmetic(day: Day): Month {
  const written = yearMonthDay(day)
  return Math.floor(written / 10_000) * 12 + (Math.floor(written / 100) % 100) - 1
}

export function firstDayOf(month: Month): Day {
  return FIRST_DAYS[month - FIRST_MONTH] ?? firstDayByArithmetic(month)
}

function firstDayByArithmetic(month: Month): Day {
  // Years that begin in March end with the leap day; this counts the days of the whole ones.
  const marchMonth = month - 2
  const year = Math.floor(marchMonth / 12)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const monthOfYear = marchMonth - year * 12
  return year * 365 + leapDays + Math.floor((153 * monthOfYear + 2) / 5) - 719_468
}

export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1
}

/** '2026-03'. */
export function isoMonth(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The month that '2026-03' names; null for anything else. */
export function parseIsoMonth(text: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1
}

/** 'March 2026'. */
export function longMonth(month: Month): string {
  return `${monthNames[month % 12] ?? ''} ${Math.floor(month / 12)}`
}

/**
 * The same day of the month so many months later; where that month is shorter, its last day
 * (31 January and one month is 28 or 29 February).
 */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day)
  const later = month + months
  return Math.min(firstDayOf(later) + day - firstDayOf(month), lastDayOf(later))
}

/** The age in whole years on a day of someone born on another; a 29 February birthday comes on 1 March. */
export function ageOn(bornOn: Day, day: Day): number {
  const bornIn = monthOf(bornOn)
  const month = monthOf(day)
  const birthdayToCome = day - firstDayOf(month) < bornOn - firstDayOf(bornIn) ? 1 : 0
  return Math.floor((month - bornIn - birthdayToCome) / 12)
}

/**
 * A day as one number that reads like a date, 20260331, worked out without a Date and for any year.
 * The calendar runs from March, so that a leap day comes last.
 */
function yearMonthDay(day: Day): number {
  const sinceMarch0 = day + 719_468
  const era = Math.floor(sinceMarch0 / 146_097)
  const dayOfEra = sinceMarch0 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + dayOfMonth
}

/** From January on. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** From Monday on. */
export const weekdayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

// The first day of each month of 1900 to 2099 and the month of each day: a run looks them up tens of
// millions of times.
const FIRST_MONTH = 1900 * 12
const FIRST_DAYS = Int32Array.from({ length: 200 * 12 + 1 }, (_, place) =>
  firstDayByArithmetic(FIRST_MONTH + place),
)
const FIRST_DAY = firstDayByArithmetic(FIRST_MONTH)
const MONTHS = new Uint16Array((FIRST_DAYS.at(-1) ?? FIRST_DAY) - FIRST_DAY)
for (let place = 0; place < 200 * 12; place++) {
  const first = (FIRST_DAYS[place] ?? 0) - FIRST_DAY
  MONTHS.fill(FIRST_MONTH + place, first, (FIRST_DAYS[place + 1] ?? 0) - FIRST_DAY)
}
