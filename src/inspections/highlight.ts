import { type Day, monthOf } from '#calendar'
import { type Reading, monthOfPeriod, signalUntil } from '#performance'
import { isOpenLine, isStill, isWork, type Standing, updateState } from '#plan'
import { rankSignals } from '#signals'

/** Lines of the plan and signals of the figures as a board wants them: since it last met. */
export interface Highlight {
  readonly moved: readonly Line[]
  readonly stalled: readonly Line[]
  readonly late: readonly Line[]
  /** Figures whose verdict is another than it was on the day of the last meeting. */
  readonly fresh: readonly Reading[]
  /** The strongest signals that stand, whenever they began. */
  readonly standing: readonly Reading[]
}

/** One line with the reason why it is shown. */
export interface Line {
  readonly standing: Standing
  readonly why: string
}

/**
 * @param since the last meeting; null before the first, and then everything is new
 */
export function highlightOf(
  standings: readonly Standing[],
  readings: readonly Reading[],
  since: Day | null,
  today: Day,
): Highlight {
  const here = standings.filter(({ line }) => line.carriedTo === null)
  const work = here.filter(({ line }) => isWork(line))
  // A milestone is asked for no update, but its day passes as any other does.
  const dated = here.filter(({ line }) => isWork(line) || line.kind === 'milestone')
  const pick = (why: (standing: Standing) => string | null, among = work): readonly Line[] =>
    among.flatMap(standing => {
      const reason = why(standing)
      return reason === null ? [] : [{ standing, why: reason }]
    })
  const judged = readings.filter(
    ({ signal }) => !['no-data', 'not-enough-data'].includes(signal.verdict),
  )
  return {
    moved: pick(standing => whyMoved(standing, since)),
    stalled: pick(standing => whyStalled(standing, today)),
    late: pick(standing => whyLate(standing, today), dated),
    fresh: rankSignals(judged).filter(each => isFresh(each, since)),
    standing: rankSignals(judged),
  }
}

function whyMoved({ line, impact, updatedOn }: Standing, since: Day | null): string | null {
  const isNew = (day: Day | null): boolean => day !== null && (since === null || day >= since)
  if (isNew(line.closedOn)) return 'Closed, with evidence'
  if (!isNew(updatedOn)) return null
  if (['improving', 'achieved', 'sustained'].includes(impact.verdict))
    return `Its evidence says: ${impact.verdict}`
  return line.delivery === 'complete' ? 'Delivered; not yet shown to be better' : null
}

function whyStalled(standing: Standing, today: Day): string | null {
  const { line } = standing
  if (!isOpenLine(line)) return null
  if (line.delivery === 'off track' || line.delivery === 'at risk')
    return line.deliveryReason === ''
      ? `${line.delivery === 'off track' ? 'Off track' : 'At risk'}, and no reason is given`
      : line.deliveryReason
  return isStill(standing, today) ? 'Its measures have not moved for six months' : null
}

function whyLate({ line, plan, updatedOn }: Standing, today: Day): string | null {
  if (!isOpenLine(line)) return null
  const days = (since: Day): string => `${today - since} ${today - since === 1 ? 'day' : 'days'}`
  if (line.dueOn !== null && line.dueOn < today && line.delivery !== 'complete')
    return `It was to be done ${days(line.dueOn)} ago`
  const update = updateState(plan, line, updatedOn, today)
  return update.kind === 'late' ? `Its update is ${days(update.since)} late` : null
}

/**
 * Verdicts that the board has not seen: each series is judged again by the months that were over at
 * the last meeting, because a change shows only after several months and its start is never recent.
 */
function isFresh(reading: Reading, since: Day | null): boolean {
  const { points, signal } = reading
  if (since === null) return signal.verdict !== 'no-change'
  const known = monthOf(since) - 1
  const isNew = points.some(({ period }) => (monthOfPeriod(period) ?? 0) > known)
  return isNew && signalUntil(reading, known).verdict !== signal.verdict
}
