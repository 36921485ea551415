import { addWorkingDays, type Day, isWorkingDay } from '#calendar'
import { isOpenLine, isWork, type Line, type Plan } from './line.ts'

/** The days on which updates are due: every so many weeks, and never on a day nobody works. */
export function updateDay(plan: Pick<Plan, 'cycleWeeks' | 'firstUpdateOn'>, nth: number): Day {
  const day = plan.firstUpdateOn + nth * plan.cycleWeeks * 7
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}

/** The last day that has come, and the one after it; the last is null before the first. */
export function cycleAt(
  plan: Pick<Plan, 'cycleWeeks' | 'firstUpdateOn'>,
  today: Day,
): { readonly previous: Day | null; readonly last: Day | null; readonly next: Day } {
  let nth = Math.max(0, Math.floor((today - plan.firstUpdateOn) / (plan.cycleWeeks * 7)) - 1)
  while (updateDay(plan, nth) <= today) nth++
  return {
    previous: nth >= 2 ? updateDay(plan, nth - 2) : null,
    last: nth >= 1 ? updateDay(plan, nth - 1) : null,
    next: updateDay(plan, nth),
  }
}

export type UpdateState =
  | { readonly kind: 'not asked' }
  | { readonly kind: 'given'; readonly on: Day }
  | { readonly kind: 'due'; readonly on: Day }
  | { readonly kind: 'late'; readonly since: Day }

/**
 * Whether a line's update is given, due or late. It may be given as soon as the cycle before is
 * over; a line that was made after the day is asked for the next one.
 */
export function updateState(
  plan: Pick<Plan, 'cycleWeeks' | 'firstUpdateOn'>,
  line: Pick<Line, 'kind' | 'closedOn' | 'carriedTo' | 'madeOn' | 'startsOn'>,
  updatedOn: Day | null,
  today: Day,
): UpdateState {
  if (!isWork(line) || !isOpenLine(line)) return { kind: 'not asked' }
  const { previous, last, next } = cycleAt(plan, today)
  const begun = Math.max(line.madeOn, line.startsOn ?? line.madeOn)
  if (last === null || begun > last)
    return begun > next ? { kind: 'not asked' } : { kind: 'due', on: next }
  const windowFrom = previous === null ? Number.NEGATIVE_INFINITY : previous
  if (updatedOn !== null && updatedOn > windowFrom)
    return updatedOn > last || today <= last
      ? { kind: 'given', on: updatedOn }
      : { kind: 'due', on: next }
  return today <= last ? { kind: 'due', on: last } : { kind: 'late', since: last }
}
