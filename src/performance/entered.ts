import { lastDayOf, type Month } from '#calendar'
import {
  type Definition,
  isEntered,
  type SeriesDefinition,
  type Slice,
  wholeCounty,
} from '#indicators'
import type { SeriesValue } from '#series'
import type { EnteredBy, StoredSeries } from './figures.ts'
import { keyOf } from './settled.ts'

/**
 * What was entered, as series from the first period of each to its last. Every indicator that is
 * entered has one for the whole county, if only an empty one: its page then asks for figures.
 * @param values those that stand
 * @param population children by calendar year, for rates without a denominator of their own
 */
export function enteredSeries(
  definitions: readonly Definition[],
  values: readonly SeriesValue[],
  population: (year: number) => number | null,
): readonly StoredSeries[] {
  const byKey = new Map<string, SeriesValue[]>()
  for (const value of values) {
    if (value.numerator === null) continue
    const key = keyOf(value.indicator, value.slice)
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [value])
    else known.push(value)
  }
  const byCode = Map.groupBy(byKey.values(), ([first]) => first?.indicator ?? '')
  return definitions.filter(isEntered).flatMap(definition => {
    const own = byCode.get(definition.code) ?? []
    const made = own.map(each => seriesFrom(definition, each, population))
    return made.some(({ slice }) => slice.dimension === 'county')
      ? made
      : [empty(definition), ...made]
  })
}

function empty({ code, version }: SeriesDefinition): StoredSeries {
  return {
    indicator: code,
    version,
    slice: wholeCounty,
    numerators: [],
    denominators: [],
    entered: null,
  }
}

function seriesFrom(
  definition: SeriesDefinition,
  values: readonly SeriesValue[],
  population: (year: number) => number | null,
): StoredSeries {
  const months = values.map(each => each.month)
  const firstMonth = Math.min(...months)
  const length = Math.max(...months) - firstMonth + 1
  const numerators = Array.from({ length }, () => Number.NaN)
  const denominators = Array.from({ length }, () => Number.NaN)
  for (const { month, numerator, denominator, slice } of values) {
    const place = month - firstMonth
    numerators[place] = numerator ?? Number.NaN
    denominators[place] =
      denominator ??
      (definition.overChildren === true && slice.dimension === 'county'
        ? population(Math.floor(month / 12))
        : null) ??
      Number.NaN
  }
  return {
    indicator: definition.code,
    version: definition.version,
    slice: sliceIn(values),
    firstMonth,
    numerators,
    denominators,
    entered: newestOf(values),
  }
}

const sliceIn = ([first]: readonly SeriesValue[]): Slice => first?.slice ?? wholeCounty

function newestOf(values: readonly SeriesValue[]): EnteredBy | null {
  const newest = values.reduce<SeriesValue | null>(
    (found, each) => (found === null || each.month > found.month ? each : found),
    null,
  )
  if (newest === null) return null
  const { enteredByName, enteredByPost, enteredAt, source, note } = newest
  return { name: enteredByName, post: enteredByPost, at: enteredAt.toISOString(), source, note }
}

/** From the first month that anything was entered for to the last; null where nothing was. */
export function monthsEntered(
  series: readonly StoredSeries[],
): { readonly from: Month; readonly to: Month; readonly asOf: number } | null {
  const spans = series.flatMap(({ firstMonth, numerators }) =>
    firstMonth === undefined ? [] : [{ from: firstMonth, to: firstMonth + numerators.length - 1 }],
  )
  if (spans.length === 0) return null
  const from = Math.min(...spans.map(each => each.from))
  const to = Math.max(...spans.map(each => each.to))
  return { from, to, asOf: lastDayOf(to) }
}
