import { type Day, monthOf, type Month } from '#calendar'
import { type Reading, monthOfPeriod } from '#performance'
import { isOpenLine, isStill, isWork, type Standing, updateState } from '#plan'
import { rankSignals } from '#signals'

/** Lines of the plan and signals of the figures as a board wants them: since it last met. */
export interface Highlight {
  readonly moved: readonly Line[]
  readonly stalled: readonly Line[]
  readonly late: readonly Line[]
  readonly signals: readonly Reading[]
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
  const work = standings.filter(({ line }) => isWork(line) && line.carriedTo === null)
  const pick = (why: (standing: Standing) => string | null): readonly Line[] =>
    work.flatMap(standing => {
      const reason = why(standing)
      return reason === null ? [] : [{ standing, why: reason }]
    })
  return {
    moved: pick(standing => whyMoved(standing, since)),
    stalled: pick(standing => whyStalled(standing, today)),
    late: pick(standing => whyLate(standing, today)),
    signals: signalsSince(readings, since),
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

/** Signals that began in the month of the last meeting or after it, the strongest first. */
function signalsSince(readings: readonly Reading[], since: Day | null): readonly Reading[] {
  const from: Month = since === null ? 0 : monthOf(since)
  return rankSignals(readings).filter(({ signal }) => {
    const began = signal.since === null ? null : monthOfPeriod(signal.since)
    return began !== null && began >= from
  })
}
