/** What a point that stands out means. Each has a shape of its own, so that colour is never alone. */
export type Tone = 'better' | 'worse' | 'other'

export type ChartPoint = {
  /** A month as '2026-03', or any other short label. Points are in order, evenly spaced. */
  readonly period: string
  /** Null leaves a gap. */
  readonly value: number | null
  /** The lines at this point; null where there are none. */
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Set where the point stands out. */
  readonly tone?: Tone | null
}

/** A point that is drawn, at its place. */
export type Placed = ChartPoint & { readonly index: number; readonly value: number }

export const placed = (points: readonly ChartPoint[]): Placed[] =>
  points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, index, value: point.value }],
  )

/** Where a period stands, or else the first one after it; -1 when there is none. */
export function indexFrom(points: readonly ChartPoint[], period: string): number {
  const same = points.findIndex(point => point.period === period)
  return same >= 0 ? same : points.findIndex(point => point.period > period)
}

/** Where a period stands, or else the last one before it; -1 when there is none. */
export function indexUntil(points: readonly ChartPoint[], period: string): number {
  const same = points.findIndex(point => point.period === period)
  return same >= 0 ? same : points.findLastIndex(point => point.period < period)
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The year and the month from 0, or null where a period is no month. */
export function monthOf(period: string): { year: number; month: number } | null {
  const match = /^(\d{4})-(\d{2})$/.exec(period)
  return match ? { year: Number(match[1]), month: Number(match[2]) - 1 } : null
}

/** 'March 2026' for '2026-03'; any other period as it is. */
export function periodName(period: string): string {
  const month = monthOf(period)
  return month ? `${monthNames[month.month] ?? ''} ${month.year}` : period
}

/** 'Mar 2026' for '2026-03'; any other period as it is. */
export function shortPeriodName(period: string): string {
  const month = monthOf(period)
  return month ? `${(monthNames[month.month] ?? '').slice(0, 3)} ${month.year}` : period
}
