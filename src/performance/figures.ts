import {
  addMonths,
  type Day,
  isoMonth,
  longMonth,
  type Month,
  monthOf,
  parseIsoMonth,
} from '#calendar'
import {
  type Definition,
  type IndicatorFigures,
  isSnapshot,
  type Series,
  type Slice,
  valueOf,
} from '#indicators'
import type { History, ListName } from '#records'
import type { SeriesPoint } from '#signals'

/** When figures were last counted, and from what. */
export interface Count {
  readonly countedAt: Date
  /** Identifiers of the extracts, oldest first. */
  readonly extracts: readonly string[]
  readonly library: string
  readonly firstMonth: Month
  readonly asOf: Day
}

/** One indicator's series in one slice, as it is kept. */
export interface StoredSeries {
  readonly indicator: string
  readonly version: number
  readonly slice: Slice
  readonly numerators: readonly number[]
  readonly denominators: readonly number[]
}

/** What the months of an indicator rest on. */
export interface Source {
  readonly indicator: string
  /** For each month a place in `Count.extracts`; -1 for none. */
  readonly extracts: readonly number[]
  readonly missing: readonly ListName[]
}

/** No more than ten years are counted: older extracts still tell of children who are here today. */
const MOST_MONTHS = 120

/** The months that a history can say something about, the last being that of its newest extract. */
export function monthsOf(history: History): { readonly from: Month; readonly to: Month } {
  const to = monthOf(history.asOf)
  const spans = [...history.coverage.values()].flat()
  const earliest = spans.reduce((least, span) => Math.min(least, span.from), history.asOf)
  return {
    from: Math.max(monthOf(earliest), monthOf(addMonths(history.asOf, 1 - MOST_MONTHS))),
    to,
  }
}

/** The definitions that figures were counted by: other codes or versions mean counting again. */
export function libraryMark(definitions: readonly Definition[]): string {
  return definitions.map(({ code, version }) => `${code}.${version}`).join(' ')
}

export function storedSeries(figures: IndicatorFigures): readonly StoredSeries[] {
  return figures.series.map(series => ({
    indicator: figures.definition.code,
    version: figures.definition.version,
    slice: series.slice,
    numerators: [...series.numerators],
    denominators: [...series.denominators],
  }))
}

/** The points of a series from the first month that has a figure to the last. */
export function pointsOf(
  definition: Definition,
  firstMonth: Month,
  series: Pick<StoredSeries | Series, 'numerators' | 'denominators'>,
): readonly SeriesPoint[] {
  const points: SeriesPoint[] = []
  let lastWithFigure = 0
  for (let place = 0; place < series.numerators.length; place++) {
    const numerator = series.numerators[place] ?? Number.NaN
    const denominator = series.denominators[place] ?? Number.NaN
    const known = !Number.isNaN(numerator)
    if (!known && points.length === 0) continue
    points.push({
      period: isoMonth(firstMonth + place),
      numerator: known ? numerator : null,
      denominator: known && !Number.isNaN(denominator) ? denominator : null,
      value: known ? valueOf(definition, numerator, denominator) : null,
    })
    if (known) lastWithFigure = points.length
  }
  return evenly(points.slice(0, lastWithFigure))
}

/**
 * A series with one figure a quarter or a year is not a monthly one with gaps: its empty months are
 * left out, and its periods are named so that nobody puts them back.
 */
function evenly(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const places = points.flatMap((point, place) => (point.numerator === null ? [] : [place]))
  const apart = places.slice(1).map((place, before) => place - (places[before] ?? 0))
  if (apart.length === 0 || Math.min(...apart) < 3) return points
  return places.flatMap(place => {
    const point = points[place]
    const month = parseIsoMonth(point?.period ?? '')
    return point === undefined || month === null ? [] : [{ ...point, period: longMonth(month) }]
  })
}

/** In words what a month's figure is about: "in March 2026" or "at the end of March 2026". */
export function timeOf(definition: Definition): 'in' | 'at the end of' {
  return isSnapshot(definition) ? 'at the end of' : 'in'
}
