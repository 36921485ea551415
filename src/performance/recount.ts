import { childPopulation, populationByYear } from '#council'
import { type ExtractStore, frozenExtracts, historyOf } from '#extracts'
import { type Definition, evaluate, type IndicatorFigures } from '#indicators'
import { record } from '#journal'
import type { History } from '#records'
import { type Count, libraryMark, monthsOf, storedSeries } from './figures.ts'
import { latestCount, replaceFigures, takeTurn } from './store.ts'

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
  const population = await store.db.as(store.authority, childPopulation)
  const { figures, firstMonth } = countAll(all, definitions, population)
  const count: Count = {
    countedAt: by.at,
    extracts: all.extracts,
    library: libraryMark(definitions),
    firstMonth,
    asOf: all.asOf,
  }
  const series = figures.flatMap(storedSeries)
  const sources = figures.map(each => ({
    indicator: each.definition.code,
    extracts: [...each.extracts],
    missing: each.missing,
  }))
  return store.db.as(store.authority, async trx => {
    await takeTurn(trx)
    if (!isOfAll(count, await frozenExtracts(trx))) return null
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
    return !isOfAll(count, extracts) || count.library !== libraryMark(definitions)
  })
}

function isOfAll(count: Count, extracts: readonly { readonly id: string }[]): boolean {
  const there = extracts.map(extract => extract.id).toSorted()
  return count.extracts.toSorted().join() === there.join()
}
