import { addMonths, addWorkingDays, type Day, workingDaysBetween } from '#calendar'

// The words that definitions are written in. A date that is not recorded is null, and whatever is
// asked of it is not so: an assessment without a date of authorisation is not in time.

/** Whether the later day comes after the earlier by no more than so many working days. */
export function withinWorkingDays(most: number, earlier: Day | null, later: Day | null): boolean {
  return isOnOrAfter(later, earlier) && workingDaysBetween(earlier, later) <= most
}

export function withinDays(most: number, earlier: Day | null, later: Day | null): boolean {
  return isOnOrAfter(later, earlier) && daysBetween(earlier, later) <= most
}

/** Within three months of 30 November is up to and including 28 (or 29) February. */
export function withinMonths(most: number, earlier: Day | null, later: Day | null): boolean {
  return earlier !== null && later !== null && later >= earlier && later <= addMonths(earlier, most)
}

/** Less than twelve months after 5 May is up to and including 4 May of the next year. */
export function lessThanMonths(most: number, earlier: Day | null, later: Day | null): boolean {
  return earlier !== null && later !== null && later >= earlier && later < addMonths(earlier, most)
}

/** Whether what began on one day had gone on for so many months on another. */
export function hasLasted(months: number, since: Day | null, day: Day | null): boolean {
  return since !== null && day !== null && addMonths(since, months) <= day
}

export function isOnOrAfter(later: Day | null, earlier: Day | null): boolean {
  return earlier !== null && later !== null && later >= earlier
}

/** Days after one day up to and including another; NaN where one is not recorded. */
export function daysBetween(earlier: Day | null, later: Day | null): number {
  return earlier === null || later === null ? Number.NaN : later - earlier
}

export function daysAfter(days: number, day: Day | null): Day | null {
  return day === null ? null : day + days
}

export function workingDaysAfter(days: number, day: Day | null): Day | null {
  return day === null ? null : addWorkingDays(day, days)
}

export function monthsAfter(months: number, day: Day | null): Day | null {
  return day === null ? null : addMonths(day, months)
}

export function monthsBefore(months: number, day: Day): Day {
  return addMonths(day, -months)
}

/** Both ends included: isBetween(19, age, 21). Never so for an age that is not known (NaN). */
export function isBetween(least: number, value: number, most: number): boolean {
  return value >= least && value <= most
}

export function isOneOf(code: string, codes: readonly string[]): boolean {
  return codes.includes(code)
}

/** Whether a list of codes with a space between ('3B 16A 4A') includes one of them. */
export function includesCode(codes: string, code: string): boolean {
  return codes !== '' && ` ${codes} `.includes(` ${code} `)
}
