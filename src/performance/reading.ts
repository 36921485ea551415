import { type Day, longMonth, type Month, parseIsoMonth } from '#calendar'
import {
  type Definition,
  type Dimension,
  type Slice,
  type Standards,
  usualStandards,
  wholeCounty,
} from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import {
  allMarks,
  type Marks,
  marksOn,
  noMarks,
  type Rebasing,
  type Target,
  targetIn,
} from '#marks'
import type { ListName } from '#records'
import { type Series as SignalSeries, type SeriesPoint, type Signal, signalOf } from '#signals'
import { type Count, type EnteredBy, pointsOf, type Source, type StoredSeries } from './figures.ts'
import { type FormerSeries, type Join, joined, standardJoins } from './joins.ts'
import { keyOf } from './settled.ts'
import { standardsIn } from './standards.ts'
import {
  formerSeries,
  latestCount,
  seriesOfDimension,
  seriesOfIndicator,
  seriesOfSlice,
  type SeriesWhere,
  sources,
} from './store.ts'

/** Everything that is known of an indicator in a slice: what a row, a page or a paper is made from. */
export interface Reading {
  readonly definition: Definition
  readonly slice: Slice
  /** The version of the definition that the figures were counted by. */
  readonly version: number
  readonly points: readonly SeriesPoint[]
  readonly signal: Signal
  /** Months from which it is counted otherwise, in which the limits are made anew; oldest first. */
  readonly joins: readonly Joining[]
  /** What people set on this figure and what happened: every target, note and decision on limits. */
  readonly marks: Marks
  /** The target that holds for the newest figure. */
  readonly target: Target | null
  /** The decisions on limits that the signal is made with: all that fall within it, as a rule. */
  readonly rebasings: readonly PlacedRebasing[]
  /** The newest figure and what it rests on; null where there is none. */
  readonly latest: LatestFigure | null
  readonly missing: readonly ListName[]
}

export interface LatestFigure {
  readonly month: Month
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
  /** The identifier of the extract that it rests on; '' for one that somebody entered. */
  readonly extract: string
  /** Who entered it, where somebody did. */
  readonly entered: EnteredBy | null
}

/** A join with the period at which the chart shows it. */
export interface Joining extends Join {
  readonly period: string
}

/** A decision on limits with the period at which the chart shows it. */
export interface PlacedRebasing extends Rebasing {
  readonly period: string
}

/** Which decisions on limits to leave out, to see what was before: those from this month on. */
export interface LimitsAsBefore {
  readonly before: Month
}

/** What readings are made with beside the series. */
export interface ReadingWith {
  readonly sources: readonly Source[]
  readonly standards: Standards
  readonly former: readonly FormerSeries[]
  /** Those of the council, or of the figure. */
  readonly marks: Marks
  readonly limits?: LimitsAsBefore | undefined
}

export interface Readings {
  readonly count: Count
  readonly readings: readonly Reading[]
}

/** Every indicator for the whole county, or for one slice; null where nothing was counted yet. */
export async function readingsOf(
  trx: Trx,
  definitions: readonly Definition[],
  slice: Slice = wholeCounty,
): Promise<Readings | null> {
  const count = await latestCount(trx)
  if (count === null) return null
  const series = await seriesOfSlice(trx, slice.dimension, slice.name)
  return {
    count,
    readings: readAll(count, definitions, series, await withOf(trx, slicePart(slice))),
  }
}

/** One indicator in every slice of every dimension. */
export async function readingsOfIndicator(
  trx: Trx,
  definition: Definition,
  limits?: LimitsAsBefore,
): Promise<Readings | null> {
  const count = await latestCount(trx)
  if (count === null) return null
  const series = await seriesOfIndicator(trx, definition.code)
  const made = { ...(await withOf(trx, { indicator: definition.code })), limits }
  return { count, readings: readAll(count, [definition], series, made) }
}

/** Every indicator in every slice of one dimension: the teams of a county, or its localities. */
export async function readingsOfDimension(
  trx: Trx,
  definitions: readonly Definition[],
  dimension: Dimension,
): Promise<Readings | null> {
  const count = await latestCount(trx)
  if (count === null) return null
  const series = await seriesOfDimension(trx, dimension)
  return { count, readings: readAll(count, definitions, series, await withOf(trx, { dimension })) }
}

const slicePart = ({ dimension, name }: Slice) => ({ dimension, slice: name })

async function withOf(trx: Trx, where: SeriesWhere): Promise<ReadingWith> {
  return {
    sources: await sources(trx),
    standards: await standardsIn(trx),
    former: await formerSeries(trx, where),
    marks: await allMarks(trx),
  }
}

function readAll(
  count: Count,
  definitions: readonly Definition[],
  series: readonly StoredSeries[],
  made: ReadingWith,
): readonly Reading[] {
  const byCode = new Map(definitions.map(definition => [definition.code, definition]))
  const sourceOf = new Map(made.sources.map(source => [source.indicator, source]))
  const formerOf = Map.groupBy(made.former, each => keyOf(each.indicator, each.slice))
  return series.flatMap(each => {
    const definition = byCode.get(each.indicator)
    return definition === undefined
      ? []
      : [
          readingOf(definition, count, each, sourceOf.get(each.indicator), {
            ...made,
            marks: marksOn(made.marks, each),
            former: formerOf.get(keyOf(each.indicator, each.slice)) ?? [],
          }),
        ]
  })
}

export function readingOf(
  definition: Definition,
  count: Count,
  series: StoredSeries,
  source: Source | undefined,
  { standards, former, marks, limits }: Omit<ReadingWith, 'sources'> = nothingMore,
): Reading {
  // A part of the county has no number of children to make a rate over, and nor has a county before
  // somebody said how many live there: then it is a count.
  const countsOnly =
    definition.unit === 'rate' && !series.denominators.some(denominator => denominator > 0)
  const inPart = definition.unit === 'rate' && series.slice.dimension !== 'county'
  const shown: Definition =
    countsOnly || inPart
      ? { ...definition, unit: 'count', name: nameOfCount(definition) }
      : definition
  const whole = joined(shown, series, count.firstMonth, former)
  const points = pointsOf(shown, whole.firstMonth, whole)
  const joins = placed([...whole.joins, ...standardJoins(shown, standards)], points)
  const rebasings = placed(
    marks.rebasings.map(each => ({ ...each, month: each.from })),
    points,
  ).filter(({ from }) => limits === undefined || from < limits.before)
  const latest = latestOf(points, count, source, series.entered ?? null)
  const target = latest === null ? null : targetIn(marks.targets, latest.month)
  // A target for a rate is none for the number that stands in its place.
  const value = countsOnly && !inPart ? null : (target?.value ?? null)
  const signal = signalOf(seriesOf({ definition: shown, points, rebasings, joins }, value))
  return {
    definition: shown,
    slice: series.slice,
    version: series.version,
    points,
    signal,
    joins,
    marks,
    target,
    rebasings,
    latest,
    missing: source?.missing ?? [],
  }
}

const nothingMore: Omit<ReadingWith, 'sources'> = {
  standards: usualStandards,
  former: [],
  marks: noMarks,
}

/** What begins in a month at the first point from it on; what begins before every point is left out. */
function placed<Begins extends { readonly month: Month }>(
  beginning: readonly Begins[],
  points: readonly SeriesPoint[],
): readonly (Begins & { readonly period: string })[] {
  return beginning
    .toSorted((a, b) => a.month - b.month)
    .flatMap(each => {
      const at = points.findIndex(({ period }) => (monthOfPeriod(period) ?? 0) >= each.month)
      const period = points[at]?.period
      return at <= 0 || period === undefined ? [] : [{ ...each, period }]
    })
}

function latestOf(
  points: readonly SeriesPoint[],
  count: Count,
  source: Source | undefined,
  entered: EnteredBy | null,
): LatestFigure | null {
  const last = points.findLast(point => point.numerator !== null)
  const month = last === undefined ? null : monthOfPeriod(last.period)
  if (last === undefined || month === null) return null
  const place = source?.extracts[month - count.firstMonth] ?? -1
  return {
    month,
    value: last.value,
    numerator: last.numerator ?? 0,
    denominator: last.denominator,
    extract: count.extracts[place] ?? '',
    entered,
  }
}

/** What a rate is called where only its children or events are shown. */
export function nameOfCount({ name }: Pick<Definition, 'name'>): string {
  return name.replace(/, rate per 10,000 children$/, '')
}

/** Months are written '2026-03'; a series that has one figure a year or quarter writes 'March 2026'. */
export function monthOfPeriod(period: string): Month | null {
  const iso = parseIsoMonth(period)
  if (iso !== null) return iso
  const [name, year] = period.split(' ')
  for (let month = 0; month < 12; month++) {
    const candidate = Number(year) * 12 + month
    if (longMonth(candidate).split(' ')[0] === name) return candidate
  }
  return null
}

/** How many whole days old the newest data is. */
export function ageOfData(count: Count, today: Day): number {
  return Math.max(0, today - count.asOf)
}

/** The series that a signal is made of, with everything that people decided on it. */
function seriesOf(
  {
    definition,
    points,
    rebasings,
    joins,
  }: Pick<Reading, 'definition' | 'points' | 'rebasings' | 'joins'>,
  target: number | null,
): SignalSeries {
  return {
    points: definition.unit === 'count' ? points.map(withNothingBelow) : points,
    kind: definition.unit,
    good: definition.good,
    ...(target !== null && { target }),
    rebases: [
      ...rebasings.map(({ period, reason }) => ({ at: period, reason })),
      ...joins.map(({ period, words }) => ({ at: period, reason: words, isJoin: true })),
    ],
  }
}

/** None of a number are a figure, where none to make a share of are not. */
const withNothingBelow = (point: SeriesPoint): SeriesPoint => ({ ...point, denominator: null })

/** What the signal would be if a person had the limits made anew from one more month on. */
export function signalRebased(reading: Reading, from: Month): Signal {
  const series = seriesOf(reading, reading.signal.target)
  const more = placed([{ month: from }], reading.points).map(({ period }) => ({
    at: period,
    reason: '',
  }))
  return signalOf({ ...series, rebases: [...(series.rebases ?? []), ...more] })
}

/** What the signal was when nothing later than a month was known. */
export function signalUntil(reading: Reading, until: Month): Signal {
  const points = reading.points.filter(({ period }) => (monthOfPeriod(period) ?? 0) <= until)
  return signalOf({ ...seriesOf(reading, reading.signal.target), points })
}
