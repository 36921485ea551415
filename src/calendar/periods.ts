import { easterSunday } from './bank-holidays.ts'
import { type Day, addMonths, dayOf, isoDay, longDay, weekdayOf } from './day.ts'
import { type WorkingCalendar, englandAndWales, whyNotWorking } from './working-days.ts'

/**
 * The ways in which law and constitutions count days.
 *
 * - `working-day-2007`: Monday to Friday less bank holidays; the day after the event is day 1
 *   (SI 2007/462 reg. 1(2), read at zoomlaw.co.uk 21 November 2026).
 * - `clear-working-day`: neither the day of publication nor the day of the meeting counts, nor
 *   weekends or bank holidays (R v Swansea City Council ex p Elitestone (1993), as summarised at
 *   swarb.co.uk and in a Cheshire East minute of 21 January 2010, read 21 November 2026).
 * - `clear-calendar-day`: every day counts but the two at the ends.
 * - `calendar-day`: every day; the day after the event is day 1.
 * - `clear-day-1972`: for steps that Local Government Act 1972 s. 243 governs; Saturdays count,
 *   Sundays, bank holidays and the Christmas and Easter breaks do not. Section unverified; its list
 *   of days read in a note for parishes (towncouncillor.com, 21 November 2026).
 * - `days-beginning-with`, `months-beginning-with`: the day of the event is the first day. Months
 *   end as SI 2018/1082 art. 1.4(2)(a) puts it (read at legislation.gov.uk 21 November 2026; it
 *   restates the corresponding date rule of Dodds v Walker [1981] UKHL).
 * - `months-after`: the day of the event does not count, so the last day is the same date of the
 *   last month, or its last day where it has no such date (Dodds v Walker, headnote read at
 *   ilaw.com.ng 21 November 2026).
 */
export type Unit =
  | 'working-day-2007'
  | 'clear-working-day'
  | 'clear-calendar-day'
  | 'calendar-day'
  | 'clear-day-1972'
  | 'days-beginning-with'
  | 'months-beginning-with'
  | 'months-after'

export type Period = { readonly unit: Unit; readonly length: number }

/**
 * Which day is asked for, given a period and a day.
 *
 * - `within`: the last day for doing something after an event.
 * - `once-elapsed`: the first day on which it may be done, when so many days have gone by.
 * - `before`: the last day for doing something before a meeting.
 * - `latest-start`: the last day on which the event can fall for a given day not to be missed.
 */
export type Reckoning = 'within' | 'once-elapsed' | 'before' | 'latest-start'

/** The day a period leads to. Throws RangeError where the length is not a whole number above 0. */
export function reckon(
  reckoning: Reckoning,
  period: Period,
  day: Day,
  calendar: WorkingCalendar = englandAndWales,
): Day {
  const { unit, length } = period
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`a period is a whole number of days or months above 0, not ${length}`)
  }
  if (unit === 'months-beginning-with') return months(reckoning, length, day, monthsEnd)
  if (unit === 'months-after') return months(reckoning, length, day, addMonths)
  if (unit === 'days-beginning-with') return beginningWith(reckoning, length, day)
  const counts = (at: Day): boolean => whyLeftOut(unit, at, calendar) === null
  switch (reckoning) {
    case 'within':
      return nthCounted(day, length, 1, counts)
    case 'once-elapsed':
      return nthCounted(day, length + 1, 1, counts)
    case 'before':
      return nthCounted(day, isClear(unit) ? length + 1 : length, -1, counts)
    case 'latest-start':
      return nthCounted(day + 1, length + 1, -1, counts)
  }
}

/** Why a unit leaves a day out ('Saturday', 'Good Friday'); null where the day counts. */
export function whyLeftOut(unit: Unit, day: Day, calendar: WorkingCalendar): string | null {
  switch (unit) {
    case 'working-day-2007':
    case 'clear-working-day':
      return whyNotWorking(day, calendar)
    case 'clear-day-1972':
      return whyNot1972(day, calendar)
    case 'clear-calendar-day':
    case 'calendar-day':
    case 'days-beginning-with':
    case 'months-beginning-with':
    case 'months-after':
      return null
  }
}

/** Whether the day of the event is itself the first day of the period. */
export function beginsWithEvent(unit: Unit): boolean {
  return unit === 'days-beginning-with' || unit === 'months-beginning-with'
}

/** Whether neither end counts: the day of doing as little as the day of the meeting. */
export function isClear(unit: Unit): boolean {
  return unit.startsWith('clear-')
}

/** 'Friday 15 July 2022'. */
export function weekdayAndDate(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${longDay(day)}`
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function nthCounted(from: Day, n: number, step: 1 | -1, counts: (day: Day) => boolean): Day {
  let day = from
  for (let left = n; left > 0; ) {
    day += step
    if (counts(day)) left--
  }
  return day
}

function beginningWith(reckoning: Reckoning, length: number, day: Day): Day {
  switch (reckoning) {
    case 'within':
      return day + length - 1
    case 'once-elapsed':
      return day + length
    case 'before':
    case 'latest-start':
      return day - length + 1
  }
}

function months(
  reckoning: Reckoning,
  length: number,
  day: Day,
  lastDay: (start: Day, months: number) => Day,
): Day {
  switch (reckoning) {
    case 'within':
      return lastDay(day, length)
    case 'once-elapsed':
      return lastDay(day, length) + 1
    case 'before':
    case 'latest-start': {
      // Several starts can share an end (29, 30 and 31 December all end two months on the last
      // day of February), so the last of them is looked for.
      let start = addMonths(day, -length) + 1
      while (lastDay(start, length) > day) start--
      while (lastDay(start + 1, length) <= day) start++
      return start
    }
  }
}

/**
 * The day before the date that corresponds to the first; where the last month has no such date,
 * its last day.
 */
function monthsEnd(first: Day, length: number): Day {
  const corresponding = addMonths(first, length)
  return hasCorrespondingDate(first, length) ? corresponding - 1 : corresponding
}

/** False for 31 December and two months: there is no 31 February. */
export function hasCorrespondingDate(first: Day, monthsLater: number): boolean {
  return dayOfMonth(addMonths(first, monthsLater)) === dayOfMonth(first)
}

/**
 * Days that s. 243 of the 1972 Act leaves out (unverified). "Weekday" is read as Monday to Friday,
 * which makes the Christmas break the longer and the answer the earlier, safer day. A day of public
 * thanksgiving or mourning that is no bank holiday is not known here.
 */
function whyNot1972(day: Day, calendar: WorkingCalendar): string | null {
  const holiday = calendar.holidays.get(day)
  if (holiday !== undefined) return holiday.title
  if (weekdayOf(day) === 7) return 'Sunday'
  const year = Number(isoDay(day).slice(0, 4))
  const easter = easterSunday(year)
  if (day >= easter - 3 && day <= easter + 2) return 'Easter break'
  const christmas = dayOf(year, 12, 25) ?? Number.NaN
  const worked = (at: Day): boolean => weekdayOf(at) < 6 && !calendar.holidays.has(at)
  const weekday = (at: Day): boolean => weekdayOf(at) < 6
  const breaks =
    day >= nthCounted(christmas, 1, -1, weekday) && day <= nthCounted(christmas, 1, 1, worked)
  return breaks ? 'Christmas break' : null
}

function dayOfMonth(day: Day): number {
  return Number(isoDay(day).slice(8))
}
