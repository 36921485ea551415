import { isoMonth } from '#calendar'
import { childPopulation } from '#council'
import { type ExtractStore, historyOf } from '#extracts'
import { type Definition, type Slice } from '#indicators'
import { libraryMark, storedSeries } from './figures.ts'
import { countAll } from './recount.ts'
import { allSeries, latestCount } from './store.ts'

/** A kept figure that is not what its extracts and definition give. */
export interface Difference {
  readonly indicator: string
  readonly slice: Slice
  readonly month: string
  readonly kept: string
  readonly recomputed: string
}

export interface FiguresVerified {
  readonly compared: number
  readonly differences: readonly Difference[]
  /** Set where the figures were not counted from all the extracts or by these definitions. */
  readonly stale: string | null
}

/**
 * Counts every figure again from the frozen extracts and compares each with the one that is kept.
 * @throws {VaultFault} where a frozen file is missing or altered
 */
export async function verifyFigures(
  store: ExtractStore,
  definitions: readonly Definition[],
): Promise<FiguresVerified> {
  const [kept, count, population] = await store.db.as(store.authority, async trx => [
    await allSeries(trx),
    await latestCount(trx),
    await childPopulation(trx),
  ])
  const history = await historyOf(store)
  if (count === null) {
    const stale = history.extracts.length > 0 ? 'No figures have been counted yet.' : null
    return { compared: 0, differences: [], stale }
  }
  if (count.extracts.join() !== history.extracts.join()) {
    const stale = 'An extract was loaded after the figures were counted. Count them again first.'
    return { compared: 0, differences: [], stale }
  }
  if (count.library !== libraryMark(definitions)) {
    const stale = 'The figures were counted by other definitions. Count them again first.'
    return { compared: 0, differences: [], stale }
  }
  const { figures, firstMonth } = countAll(history, definitions, population)
  if (count.firstMonth !== firstMonth || count.asOf !== history.asOf) {
    const stale = 'The figures are kept for other months than the extracts tell of.'
    return { compared: 0, differences: [], stale }
  }
  const fresh = new Map(
    figures.flatMap(storedSeries).map(series => [keyOf(series.indicator, series.slice), series]),
  )
  let compared = 0
  const differences: Difference[] = []
  for (const series of kept) {
    const again = fresh.get(keyOf(series.indicator, series.slice))
    fresh.delete(keyOf(series.indicator, series.slice))
    const months = Math.max(
      series.numerators.length,
      series.denominators.length,
      again?.numerators.length ?? 0,
    )
    for (let place = 0; place < months; place++) {
      compared++
      const before = written(series.numerators[place], series.denominators[place])
      const after = written(again?.numerators[place], again?.denominators[place])
      if (before === after) continue
      differences.push({
        indicator: series.indicator,
        slice: series.slice,
        month: isoMonth(firstMonth + place),
        kept: before,
        recomputed: after,
      })
    }
  }
  for (const series of fresh.values()) {
    differences.push({
      indicator: series.indicator,
      slice: series.slice,
      month: 'all months',
      kept: 'nothing',
      recomputed: 'a series',
    })
  }
  return { compared, differences, stale: null }
}

function keyOf(indicator: string, slice: Slice): string {
  return [indicator, slice.dimension, slice.name].join('\u0000')
}

/** Numerator and denominator as text; the database keeps every digit of a number. */
function written(numerator = Number.NaN, denominator = Number.NaN): string {
  if (Number.isNaN(numerator)) return 'no figure'
  return Number.isNaN(denominator) ? String(numerator) : `${numerator} of ${denominator}`
}
