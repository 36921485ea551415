import { isoMonth } from '#calendar'
import { type DestroyedExtract, destroyedExtracts, type ExtractStore } from '#extracts'
import { type Definition, type Slice } from '#indicators'
import { libraryMark } from './figures.ts'
import { historyNow } from './history.ts'
import { asOfAll, countedWith, givenIn, isOfAll, monthsIn } from './recount.ts'
import { keyOf } from './settled.ts'
import { allSeries, latestCount } from './store.ts'

/** A kept figure that is not what its extracts and definition give. */
export interface Difference {
  readonly indicator: string
  readonly slice: Slice
  readonly month: string
  readonly kept: string
  readonly recomputed: string
}

/** Figures that rest on an extract whose records were destroyed: they cannot be counted again. */
export interface RestingOnDestroyed {
  readonly extract: DestroyedExtract
  readonly figures: number
}

export interface FiguresVerified {
  readonly compared: number
  readonly differences: readonly Difference[]
  /** Set where the figures were not counted from all the extracts or by these definitions. */
  readonly stale: string | null
  /** Extracts whose records were destroyed by rule, oldest first. */
  readonly destroyed: readonly RestingOnDestroyed[]
}

/**
 * Counts every figure again from the frozen extracts and from what was entered, and compares each with the one that is kept.
 * @throws {VaultFault} where a frozen file is missing or altered
 */
export async function verifyFigures(
  store: ExtractStore,
  definitions: readonly Definition[],
): Promise<FiguresVerified> {
  const [kept, count, given, gone] = await store.db.as(store.authority, async trx => [
    await allSeries(trx),
    await latestCount(trx),
    await givenIn(trx),
    await destroyedExtracts(trx),
  ])
  const { settled, extracts, standards } = given
  const destroyed = gone.map(extract => ({
    extract,
    figures: settled
      .filter(each => each.extract === extract.id)
      .reduce((sum, each) => sum + monthsIn(each), 0),
  }))
  const nothing = (stale: string | null): FiguresVerified => ({
    compared: 0,
    differences: [],
    stale,
    destroyed,
  })
  const history = await historyNow(store)
  if (count === null) {
    return nothing(history.extracts.length > 0 ? 'No figures have been counted yet.' : null)
  }
  if (extracts.length === 0 && (settled.length > 0 || given.entered.length === 0))
    return nothing(null)
  if (count.library !== libraryMark(definitions, standards)) {
    return nothing(
      'The figures were counted by other definitions or standards. Count them again first.',
    )
  }
  if (!isOfAll(count, extracts, settled, definitions)) {
    return nothing('An extract was loaded after the figures were counted. Count them again first.')
  }
  const again = countedWith(history, definitions, given)
  const { firstMonth } = again
  if (count.firstMonth !== firstMonth || count.asOf !== asOfAll(history, again)) {
    return nothing('The figures are kept for other months than the extracts tell of.')
  }
  const fresh = new Map(again.series.map(series => [keyOf(series.indicator, series.slice), series]))
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
        month: isoMonth((series.firstMonth ?? firstMonth) + place),
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
  return { compared, differences, stale: null, destroyed }
}

/** Numerator and denominator as text; the database keeps every digit of a number. */
function written(numerator = Number.NaN, denominator = Number.NaN): string {
  if (Number.isNaN(numerator)) return 'no figure'
  return Number.isNaN(denominator) ? String(numerator) : `${numerator} of ${denominator}`
}
