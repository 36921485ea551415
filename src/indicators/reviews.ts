import { addMonths, type Day } from '#calendar'
import type { Child, Timeline } from '#records'

/**
 * Whether every review that fell due in the twelve months to a day was held in time.
 *
 * `due` gives the last day for the next review, from the day that counts towards it (the start, or
 * the review before) and how many reviews came before it. What lies before the twelve months is
 * not judged: the chain begins with the latest review before them or, where none is recorded,
 * gives the benefit of the doubt and begins with their first day as if a review had been held.
 */
export function everyReviewInTime(
  child: Child,
  reviews: Timeline,
  startedOn: Day,
  day: Day,
  due: (from: Day, reviewsBefore: number) => Day,
): boolean {
  const yearStart = addMonths(day, -12)
  let from = startedOn
  let held = 0
  if (startedOn < yearStart) {
    held = child.countBetween(reviews, startedOn, yearStart)
    from = held > 0 ? (child.latest(reviews, yearStart) ?? yearStart) : yearStart
    held = Math.max(held, 2)
  }
  for (;;) {
    const last = due(from, held)
    const next = child.first(reviews, from + 1)
    if (next === null || next > day) return last >= day
    if (next > last) return false
    from = next
    held++
  }
}
