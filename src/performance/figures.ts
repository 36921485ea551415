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
  periodsBetween,
  type Series,
  type SeriesDefinition,
  type Slice,
  type Standards,
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
  /** The month of its first place; without it the first month of the count. */
  readonly firstMonth?: Month
  readonly numerators: readonly number[]
  readonly denominators: readonly number[]
  /** Of a series that was entered, who entered its newest figure; null where none was. */
  readonly entered?: EnteredBy | null
}

/** Who says that a figure is so, and from where. */
export interface EnteredBy {
  readonly name: string
  readonly post: string
  /** An instant, as ISO 8601. */
  readonly at: string
  readonly source: string
  readonly note: string
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

/**
 * The definitions that figures were counted by, and the council's own standards: other codes,
 * versions or standards mean counting again.
 */
export function libraryMark(definitions: readonly Definition[], standards: Standards): string {
  const codes = definitions
    .map(each => {
      const also = each.kind === 'record' ? (each.alsoBy ?? []) : []
      return [`${each.code}.${each.version}`, ...also].join('.')
    })
    .join(' ')
  return standards.mark === '' ? codes : `${codes} ${standards.mark}`
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

/** Numerators and denominators as they are kept, or as they are counted. */
type Halves = Pick<StoredSeries | Series, 'numerators' | 'denominators'> &
  Pick<StoredSeries, 'firstMonth'>

/** The points of a series from the first month that has a figure to the last. */
export function pointsOf(
  definition: Definition,
  countedFrom: Month,
  series: Halves,
): readonly SeriesPoint[] {
  const firstMonth = series.firstMonth ?? countedFrom
  if (definition.kind === 'series') return periodPoints(definition, firstMonth, series)
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

/** One point for each period of a series that was entered: twelve months of a yearly one are not gaps. */
function periodPoints(
  definition: SeriesDefinition,
  firstMonth: Month,
  { numerators, denominators }: Halves,
): readonly SeriesPoint[] {
  const known = [...numerators].map(value => !Number.isNaN(value))
  const first = known.indexOf(true)
  if (first < 0) return []
  const months = periodsBetween(
    definition,
    firstMonth + first,
    firstMonth + known.lastIndexOf(true),
  )
  return months.map(month => {
    const numerator = numerators[month - firstMonth] ?? Number.NaN
    const denominator = denominators[month - firstMonth] ?? Number.NaN
    const isKnown = !Number.isNaN(numerator)
    return {
      period: definition.every === 'month' ? isoMonth(month) : longMonth(month),
      numerator: isKnown ? numerator : null,
      denominator: isKnown && !Number.isNaN(denominator) ? denominator : null,
      value: isKnown ? valueOf(definition, numerator, denominator) : null,
    }
  })
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
