import { isoMonth, type Month, monthOf } from '#calendar'
import { type Signal, signalOf } from '#signals'
import type { Audit } from '../audit.ts'
import { counted, spreadOf } from '../figures.ts'

/** After so many months without an audit, what comes is another series: nobody was looking in between. */
const PAUSE = 12

/** The share of audits that found inadequate work, month by month to the one that is reported on. */
export function inadequateOverTime(audits: readonly Audit[], month: Month): Signal {
  const byMonth = Map.groupBy(counted(audits), ({ auditedOn }) => monthOf(auditedOn))
  const first = firstSincePause([...byMonth.keys()], month)
  return signalOf({
    kind: 'percentage',
    good: 'low',
    points: Array.from({ length: month - first + 1 }, (_, nth) => {
      const { count, of } = spreadOf(byMonth.get(first + nth) ?? [])
      return {
        period: isoMonth(first + nth),
        numerator: of.inadequate,
        denominator: count,
        value: count === 0 ? null : (100 * of.inadequate) / count,
      }
    }),
  })
}

/** The first month of those that no long pause parts from the one that is reported on. */
function firstSincePause(months: readonly Month[], last: Month): Month {
  const before = months.filter(each => each <= last).toSorted((a, b) => b - a)
  return before.reduce((first, each) => (first - each > PAUSE ? first : each), last)
}
