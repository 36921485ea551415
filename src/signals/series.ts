import type { Good } from './flags.ts'

/**
 * What kind of figure a series holds, which decides its chart. `percentage` values are 0 to 100.
 * `rate` is so many per some number of people, `average` a mean. `rare` has one point an event:
 * the days, or the cases, since the event before.
 */
export type Kind = 'percentage' | 'count' | 'rate' | 'average' | 'rare'

export type SeriesPoint = {
  /** A month as '2026-03'; another label where the series is not by month. In order of time. */
  readonly period: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** The figure itself; null where there is none. Never a code for a suppressed value. */
  readonly value: number | null
  /** True where a figure exists and may not be shown. */
  readonly suppressed?: boolean
}

/** From this period on the limits are made anew: a person decided so, and said why. */
export type Rebase = {
  readonly at: string
  readonly reason: string
  /**
   * From here on it is counted otherwise: what lies before is no level that anything rose or fell
   * from.
   */
  readonly isJoin?: boolean
}

export type Series = {
  readonly points: readonly SeriesPoint[]
  readonly kind: Kind
  readonly good: Good
  /** In the units of `value`. */
  readonly target?: number
  readonly rebases?: readonly Rebase[]
}

export type MissingReason = 'no denominator' | 'suppressed' | 'no figure'
export type Missing = { readonly period: string; readonly reason: MissingReason }

const monthPattern = /^(\d{4})-(\d{2})$/

/** Months since year 0, or null where the period is no month. */
export function monthNumber(period: string): number | null {
  const match = monthPattern.exec(period)
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null
}

const monthPeriod = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`

const absent = (period: string): SeriesPoint => ({
  period,
  numerator: null,
  denominator: null,
  value: null,
})

/** Puts in the months that a monthly series leaves out, as points without a figure. */
export function withoutGaps(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return points
  const from = monthNumber(first.period)
  const to = monthNumber(last.period)
  if (from === null || to === null || to - from + 1 === points.length) return points
  const known = new Map(points.map(point => [point.period, point]))
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const period = monthPeriod(from + i)
    return known.get(period) ?? absent(period)
  })
}

/** The figure of a point: as given, or for a percentage worked out of its two halves. */
export function valueOf(point: SeriesPoint | undefined, kind: Kind): number {
  if (!point || point.suppressed || point.denominator === 0) return Number.NaN
  if (point.value !== null) return point.value
  const { numerator, denominator } = point
  if (kind !== 'percentage' || numerator === null || denominator === null) return Number.NaN
  return (100 * numerator) / denominator
}

export function missingReason(point: SeriesPoint): MissingReason {
  if (point.suppressed) return 'suppressed'
  return point.denominator === 0 ? 'no denominator' : 'no figure'
}
