import type { Month } from '#calendar'
import type { Slice } from '#indicators'
import type { Source, StoredSeries } from './figures.ts'

/** Everything that one count gives: its months begin at `firstMonth`. */
export interface Counted {
  readonly firstMonth: Month
  /** Identifiers of extracts: a source's `extracts` are places in this. */
  readonly extracts: readonly string[]
  readonly series: readonly StoredSeries[]
  readonly sources: readonly Source[]
}

/**
 * Months of a series that do not come out as they were without an extract whose records are
 * destroyed; NaN in the others.
 */
export interface SettledSeries extends StoredSeries {
  readonly extract: string
  readonly firstMonth: Month
  readonly settledAt: Date
}

/** The months of kept figures that a count without the extract does not give as they are kept. */
export function settle(
  kept: Pick<Counted, 'firstMonth' | 'series'>,
  without: Pick<Counted, 'firstMonth' | 'series'>,
  extract: string,
  settledAt: Date,
): readonly SettledSeries[] {
  const again = bySlice(without.series)
  return kept.series.flatMap(series => {
    const fresh = again.get(keyOf(series.indicator, series.slice))
    const numerators = series.numerators.map(() => Number.NaN)
    const denominators = series.numerators.map(() => Number.NaN)
    let found = false
    for (const [place, numerator] of series.numerators.entries()) {
      const denominator = series.denominators[place] ?? Number.NaN
      const other = place + kept.firstMonth - without.firstMonth
      if (Number.isNaN(numerator)) continue
      if (
        Object.is(fresh?.numerators[other], numerator) &&
        Object.is(fresh?.denominators[other] ?? Number.NaN, denominator)
      )
        continue
      numerators[place] = numerator
      denominators[place] = denominator
      found = true
    }
    if (!found) return []
    return [
      { ...series, numerators, denominators, extract, firstMonth: kept.firstMonth, settledAt },
    ]
  })
}

/**
 * A count with the settled figures in their months. A settled figure gives way to one that rests on
 * an extract loaded after it was settled, and is left out where its indicator is now defined in
 * another version, or no longer.
 * @param loadedAt when each extract was loaded
 */
export function withSettled(
  counted: Counted,
  settled: readonly SettledSeries[],
  versions: ReadonlyMap<string, number>,
  loadedAt: ReadonlyMap<string, Date>,
): Counted {
  const valid = settled.filter(each => versions.get(each.indicator) === each.version)
  if (valid.length === 0) return counted
  const firstMonth = Math.min(counted.firstMonth, ...new Set(valid.map(each => each.firstMonth)))
  const before = counted.firstMonth - firstMonth
  const gone = [...new Set(valid.map(each => each.extract))].toSorted()
  const extracts = [...gone, ...counted.extracts]
  const series = new Map(
    counted.series.map(each => [keyOf(each.indicator, each.slice), draftOf(each, before)]),
  )
  const sources = new Map(
    counted.sources.map(each => [
      each.indicator,
      {
        ...each,
        extracts: [
          ...nothing(before, -1),
          ...each.extracts.map(place => (place < 0 ? place : place + gone.length)),
        ],
      },
    ]),
  )
  // The one settled last was on top when the next was settled, so it is put down last.
  for (const each of valid.toSorted((a, b) => a.settledAt.getTime() - b.settledAt.getTime())) {
    const key = keyOf(each.indicator, each.slice)
    const draft = series.get(key) ?? draftOf({ ...each, numerators: [], denominators: [] }, 0)
    series.set(key, draft)
    const source = sources.get(each.indicator)
    for (const [place, numerator] of each.numerators.entries()) {
      if (Number.isNaN(numerator)) continue
      const at = place + each.firstMonth - firstMonth
      const restsOn = extracts[source?.extracts[at] ?? -1]
      const loaded = restsOn === undefined ? undefined : loadedAt.get(restsOn)
      if (loaded !== undefined && loaded > each.settledAt) continue
      while (draft.numerators.length <= at) {
        draft.numerators.push(Number.NaN)
        draft.denominators.push(Number.NaN)
      }
      draft.numerators[at] = numerator
      draft.denominators[at] = each.denominators[place] ?? Number.NaN
      if (source && each.slice.dimension === 'county') {
        while (source.extracts.length <= at) source.extracts.push(-1)
        source.extracts[at] = gone.indexOf(each.extract)
      }
    }
  }
  return { firstMonth, extracts, series: [...series.values()], sources: [...sources.values()] }
}

interface Draft extends StoredSeries {
  readonly numerators: number[]
  readonly denominators: number[]
}

function draftOf(series: StoredSeries, before: number): Draft {
  return {
    indicator: series.indicator,
    version: series.version,
    slice: series.slice,
    numerators: [...nothing(before, Number.NaN), ...series.numerators],
    denominators: [...nothing(before, Number.NaN), ...series.denominators],
  }
}

function nothing(length: number, value: number): readonly number[] {
  return Array.from({ length }, () => value)
}

function bySlice(series: readonly StoredSeries[]): ReadonlyMap<string, StoredSeries> {
  return new Map(series.map(each => [keyOf(each.indicator, each.slice), each]))
}

export function keyOf(indicator: string, slice: Slice): string {
  return [indicator, slice.dimension, slice.name].join('\u0000')
}
