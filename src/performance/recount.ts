import { childPopulation, populationByYear } from '#council'
import { type ExtractStore, type FrozenExtract, frozenExtracts, historyOf } from '#extracts'
import { type Definition, evaluate, type IndicatorFigures } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { record } from '#journal'
import type { History } from '#records'
import { type Count, libraryMark, monthsOf, storedSeries } from './figures.ts'
import { type Counted, settle, type SettledSeries, withSettled } from './settled.ts'
import {
  allSeries,
  insertSettled,
  latestCount,
  replaceFigures,
  settledSeries,
  takeTurn,
} from './store.ts'

/** Every figure of a history, as it stands; pure but for the population that is handed in. */
export function countAll(
  history: History,
  definitions: readonly Definition[],
  population: Parameters<typeof populationByYear>[0],
): { readonly figures: readonly IndicatorFigures[]; readonly firstMonth: number } {
  const { from, to } = monthsOf(history)
  const years = populationByYear(population, Math.floor(from / 12), Math.floor(to / 12))
  return {
    figures: evaluate(history, definitions, { from, to, population: years }),
    firstMonth: from,
  }
}

/** What one count gives as it is kept, with the figures that can no longer be counted in their months. */
export function countedWith(
  history: History,
  definitions: readonly Definition[],
  population: Parameters<typeof populationByYear>[0],
  settled: readonly SettledSeries[],
  extracts: readonly FrozenExtract[],
): Counted {
  const { figures, firstMonth } = countAll(history, definitions, population)
  const counted: Counted = {
    firstMonth,
    extracts: history.extracts,
    series: figures.flatMap(storedSeries),
    sources: figures.map(each => ({
      indicator: each.definition.code,
      extracts: [...each.extracts],
      missing: each.missing,
    })),
  }
  const loadedAt = new Map(extracts.map(each => [each.id, each.loadedAt]))
  return withSettled(counted, settled, versionsOf(definitions), loadedAt)
}

/**
 * Notes the figures that will not come out as they are once an extract's records are destroyed. Call
 * it before; `note` writes them in the transaction that says that the extract is destroyed.
 */
export async function settleFigures(
  store: ExtractStore,
  definitions: readonly Definition[],
  extract: string,
  at: Date,
): Promise<{ readonly figures: number; readonly note: (trx: Trx) => Promise<void> }> {
  const [kept, count, population, settled, extracts] = await store.db.as(
    store.authority,
    async trx => [
      await allSeries(trx),
      await latestCount(trx),
      await childPopulation(trx),
      await settledSeries(trx),
      await frozenExtracts(trx),
    ],
  )
  if (count === null) return { figures: 0, note: () => Promise.resolve() }
  const others = extracts.filter(each => each.id !== extract)
  const without: Pick<Counted, 'firstMonth' | 'series'> =
    others.length === 0
      ? { firstMonth: count.firstMonth, series: [] }
      : countedWith(await historyOf(store, extract), definitions, population, settled, others)
  const rests = settle({ firstMonth: count.firstMonth, series: kept }, without, extract, at)
  const figures = rests.reduce((sum, each) => sum + monthsIn(each), 0)
  return { figures, note: trx => insertSettled(trx, store.authority, rests) }
}

/** How many months of a series are settled. */
export function monthsIn({ numerators }: SettledSeries): number {
  return numerators.filter(value => !Number.isNaN(value)).length
}

function versionsOf(definitions: readonly Definition[]): ReadonlyMap<string, number> {
  return new Map(definitions.map(({ code, version }) => [code, version]))
}

/**
 * Counts every indicator again from all the authority's frozen extracts, and puts the figures in the
 * place of those that were there, in one transaction: a reader sees the old ones or the new ones.
 * Where an extract was loaded meanwhile it counts once more, so that the last figures are of all.
 */
export async function recount(
  store: ExtractStore,
  definitions: readonly Definition[],
  by: { readonly actor: string; readonly at: Date },
): Promise<Count> {
  const [kept, extracts] = await store.db.as(store.authority, async trx => [
    await latestCount(trx),
    await frozenExtracts(trx),
  ])
  // All records are destroyed: the figures that are kept are all that there is.
  if (kept !== null && extracts.length === 0) return kept
  for (;;) {
    const count = await countOnce(store, definitions, by)
    if (count !== null) return count
  }
}

/** Null where an extract was loaded while it counted: then nothing was written. */
async function countOnce(
  store: ExtractStore,
  definitions: readonly Definition[],
  by: { readonly actor: string; readonly at: Date },
): Promise<Count | null> {
  const all = await historyOf(store)
  const [population, settled, extracts] = await store.db.as(store.authority, async trx => [
    await childPopulation(trx),
    await settledSeries(trx),
    await frozenExtracts(trx),
  ])
  const counted = countedWith(all, definitions, population, settled, extracts)
  const count: Count = {
    countedAt: by.at,
    extracts: counted.extracts,
    library: libraryMark(definitions),
    firstMonth: counted.firstMonth,
    asOf: all.asOf,
  }
  const { series, sources } = counted
  return store.db.as(store.authority, async trx => {
    await takeTurn(trx)
    if (!isOfAll(count, await frozenExtracts(trx), settled, definitions)) return null
    await replaceFigures(trx, store.authority, count, series, sources)
    await record(
      trx,
      {
        actor: by.actor,
        action: 'figures.counted',
        subject: { kind: 'figures', id: 'all' },
        detail: { series: series.length, extracts: all.extracts.length },
      },
      by.at,
    )
    return count
  })
}

/**
 * Whether the figures are not of all extracts, or were counted by other definitions: an extract was
 * kept and then the process died, or this is a newer Sightline than the one that counted.
 */
export async function figuresAreStale(
  store: ExtractStore,
  definitions: readonly Definition[],
): Promise<boolean> {
  return store.db.as(store.authority, async trx => {
    const [count, extracts] = [await latestCount(trx), await frozenExtracts(trx)]
    if (count === null) return extracts.length > 0
    if (extracts.length === 0) return false
    const settled = await settledSeries(trx)
    return (
      !isOfAll(count, extracts, settled, definitions) || count.library !== libraryMark(definitions)
    )
  })
}

/** Whether a count is of all extracts that are there, and holds what is settled of those that are not. */
export function isOfAll(
  count: Count,
  extracts: readonly { readonly id: string }[],
  settled: readonly SettledSeries[],
  definitions: readonly Definition[],
): boolean {
  const versions = versionsOf(definitions)
  const valid = settled.filter(each => versions.get(each.indicator) === each.version)
  const expected = new Set([...extracts.map(each => each.id), ...valid.map(each => each.extract)])
  return [...expected].toSorted().join() === count.extracts.toSorted().join()
}
