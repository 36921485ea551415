import { addMonths, type Day } from '#calendar'
import { type Impact, type MeasureNow, movementOf, type Voice } from './impact.ts'
import type { Line } from './line.ts'

/** A day on which somebody looks again whether what was changed has stayed so. */
export interface Retest {
  readonly dueOn: Day
  readonly state: 'done' | 'due' | 'to come'
}

/** How many months after closing somebody looks again. */
export const RETEST_MONTHS = [6, 12] as const
/** So many days before its date a look already counts. */
const EARLY = 42

export function retestsOf(
  { closedOn }: Pick<Line, 'closedOn'>,
  voices: readonly Voice[],
  today: Day,
): readonly Retest[] {
  if (closedOn === null) return []
  return RETEST_MONTHS.map((months, at) => {
    const dueOn = addMonths(closedOn, months)
    const next = RETEST_MONTHS[at + 1]
    const until = next === undefined ? Number.POSITIVE_INFINITY : addMonths(closedOn, next) - EARLY
    const isDone = voices.some(
      each => each.kind === 're-audit' && each.heardOn >= dueOn - EARLY && each.heardOn < until,
    )
    return { dueOn, state: isDone ? 'done' : dueOn <= today ? 'due' : 'to come' }
  })
}

/** Which measures of a closed line have got worse: nobody waits for the next report to hear of it. */
export function slidBack(
  { closedOn }: Pick<Line, 'closedOn'>,
  measures: readonly MeasureNow[],
): readonly MeasureNow[] {
  if (closedOn === null) return []
  return measures.filter(measure => movementOf(measure, closedOn).movement === 'worse')
}

/** Whether a closed line is one that nobody has shown to have changed anything. */
export const isUnproved = ({ closedOn }: Pick<Line, 'closedOn'>, { verdict }: Impact): boolean =>
  closedOn !== null && (verdict === 'no evidence' || verdict === 'not yet measurable')
