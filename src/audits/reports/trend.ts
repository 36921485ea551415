import { isoMonth, type Month, monthOf } from '#calendar'
import { type Signal, signalOf } from '#signals'
import type { Audit } from '../audit.ts'
import { counted, spreadOf } from '../figures.ts'

/** The share of audits that found inadequate work, month by month to the one that is reported on. */
export function inadequateOverTime(audits: readonly Audit[], month: Month): Signal {
  const byMonth = Map.groupBy(counted(audits), ({ auditedOn }) => monthOf(auditedOn))
  const first = Math.min(month, ...byMonth.keys())
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
