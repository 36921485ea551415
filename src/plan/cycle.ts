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
): { readonly last: Day | null; readonly next: Day } {
  let nth = Math.max(0, Math.floor((today - plan.firstUpdateOn) / (plan.cycleWeeks * 7)) - 1)
  while (updateDay(plan, nth) <= today) nth++
  return { last: nth >= 1 ? updateDay(plan, nth - 1) : null, next: updateDay(plan, nth) }
}

export type UpdateState =
  | { readonly kind: 'not asked' }
  | { readonly kind: 'given'; readonly on: Day }
  | { readonly kind: 'due'; readonly on: Day }
  | { readonly kind: 'late'; readonly since: Day }

/**
 * Whether a line's update is given, due or late. One written in the half of a cycle before its day
 * counts for that day, and so does one that comes after it; an older one would tell the board how it
 * was last time. A line that was made after a day is asked for the next one.
 */
export function updateState(
  plan: Pick<Plan, 'cycleWeeks' | 'firstUpdateOn'>,
  line: Pick<Line, 'kind' | 'closedOn' | 'carriedTo' | 'madeOn' | 'startsOn'>,
  updatedOn: Day | null,
  today: Day,
): UpdateState {
  if (!isWork(line) || !isOpenLine(line)) return { kind: 'not asked' }
  const { last, next } = cycleAt(plan, today)
  const half = Math.floor((plan.cycleWeeks * 7) / 2)
  const isFor = (day: Day): boolean => updatedOn !== null && updatedOn >= day - half
  const given = (on: Day | null): UpdateState => ({ kind: 'given', on: on ?? today })
  const begun = Math.max(line.madeOn, line.startsOn ?? line.madeOn)
  if (last !== null && begun <= last && !isFor(last))
    return today === last ? { kind: 'due', on: last } : { kind: 'late', since: last }
  if (isFor(next) || (last !== null && begun <= last)) return given(updatedOn)
  return begun > next ? { kind: 'not asked' } : { kind: 'due', on: next }
}
