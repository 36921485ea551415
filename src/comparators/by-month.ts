import type { Month } from '#calendar'
import { monthOfPeriod } from '#performance'
import type { SeriesPoint } from '#signals'
import type { CountedPoint } from './own-year.ts'

/** The points of a series by the month that each ends with. */
export function byMonth(points: readonly SeriesPoint[]): ReadonlyMap<Month, CountedPoint> {
  return new Map(
    points.flatMap(({ period, numerator, denominator, value }) => {
      const month = monthOfPeriod(period)
      return month === null ? [] : [[month, { month, numerator, denominator, value }] as const]
    }),
  )
}
