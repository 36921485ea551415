import { type Day, dayOf, weekdayOf } from './day.ts'

// Placeholder signature owned by the calendar engineer; see the brief.
/**
 * Working days of England and Wales after one day up to and including another: the day after the
 * start is day 1. NaN where either date is missing, so that no comparison with it is true.
 */
export function workingDaysBetween(from: Day | null, to: Day | null): number {
  if (from === null || to === null) return Number.NaN
  let count = 0
  for (let day = from + 1; day <= to; day++) if (weekdayOf(day) < 6) count++
  return count
}

export const FIRST_DAY_KNOWN = dayOf(2012, 1, 1)
