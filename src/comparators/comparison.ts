import type { Day } from '#calendar'
import { type Council, settings as settingsOf } from '#council'
import type { Definition } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { SeriesPoint } from '#signals'
import { byMonth } from './by-month.ts'
import { compare, type Compared, type OwnSet } from './compare.ts'
import type { PublishedPlace } from './layout.ts'
import { ownCode } from './own.ts'
import { ownYear, type OwnYear, whyNoYear } from './own-year.ts'
import { measureOf, type PublishedMeasure } from './published-measures.ts'
import { keysOf, yearsOf } from './rates.ts'
import {
  allPlaces,
  type DictionaryKept,
  dictionaryOf,
  keptOf,
  type MeasureKept,
  measuresKept,
  neighbourSets,
  neighboursOf,
} from './store/index.ts'

/** Everything that the comparison of one indicator is drawn from. */
export interface Comparison {
  readonly definition: Definition
  readonly measure: PublishedMeasure
  /** Which authority the council is; null where nobody has said. */
  readonly own: { readonly code: string; readonly name: string } | null
  readonly compared: Compared
  /** What was counted here, by year. */
  readonly counted: ReadonlyMap<number, OwnYear>
  /** Why the months that are counted here make no year. */
  readonly whyNotCounted: string | null
  /** Sets of neighbours in which the authority has no row. */
  readonly setsWithout: readonly OwnSet[]
  readonly hasSets: boolean
  readonly places: ReadonlyMap<string, PublishedPlace>
  /** Years whose rates were made here of a number. */
  readonly madeHere: readonly number[]
  readonly withoutChildren: readonly number[]
  readonly dictionary: DictionaryKept | null
  readonly brought: MeasureKept | null
}

/**
 * An indicator of the whole county beside its neighbours, England and the best quarter; null where
 * nothing is published of what it counts.
 * @param points its series as it was counted here, a month or another period each
 */
export async function comparison(
  trx: Trx,
  council: Pick<Council, 'code'>,
  definition: Definition,
  points: readonly SeriesPoint[],
  today: Day,
): Promise<Comparison | null> {
  const measure = measureOf(definition.code)
  if (measure === undefined) return null
  const places = await allPlaces(trx)
  const code = ownCode(await settingsOf(trx), council, places, today)
  const { years, madeHere, withoutChildren } = yearsOf(measure, await keptOf(trx, keysOf(measure)))
  const sets = await ownSets(trx, code)
  const compared = compare(measure, code, years, sets, definition.good)
  const keys = keysOf(measure)
  const brought = (await measuresKept(trx)).filter(each => keys.slice(0, 2).includes(each.measure))
  return {
    definition,
    measure,
    own: code === null ? null : { code, name: places.get(code)?.name ?? code },
    compared,
    counted: countedYears(definition, points, compared),
    whyNotCounted: whyNoYear(definition),
    setsWithout: sets.filter(each => each.neighbours === null),
    hasSets: sets.length > 0,
    places,
    madeHere,
    withoutChildren,
    dictionary: (await dictionaryOf(trx, [measure.code])).get(measure.code) ?? null,
    brought: brought[0] ?? null,
  }
}

/** Every set as one authority has it, in the order in which they begin. */
async function ownSets(trx: Trx, code: string | null): Promise<readonly OwnSet[]> {
  const sets = await neighbourSets(trx)
  const rows = code === null ? [] : await neighboursOf(trx, code)
  return sets.map(({ id, from }) => ({
    id,
    from,
    neighbours: rows.find(row => row.setId === id)?.neighbours ?? null,
  }))
}

function countedYears(
  definition: Definition,
  points: readonly SeriesPoint[],
  { years }: Compared,
): ReadonlyMap<number, OwnYear> {
  const months = byMonth(points)
  const found = new Map<number, OwnYear>()
  for (const { year, ends } of years) {
    const counted = ownYear(definition, months, ends)
    if (counted !== null) found.set(year, counted)
  }
  return found
}
