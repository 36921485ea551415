import { childPopulation, populationByYear } from '#council'
import { type ExtractStore, historyOf } from '#extracts'
import { type Definition, evaluate, type IndicatorFigures } from '#indicators'
import { record } from '#journal'
import type { History } from '#records'
import { type Count, libraryMark, monthsOf, storedSeries } from './figures.ts'
import { replaceFigures } from './store.ts'

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
 */
export async function recount(
  store: ExtractStore,
  definitions: readonly Definition[],
  by: { readonly actor: string; readonly at: Date },
  history?: History,
): Promise<Count> {
  const all = history ?? (await historyOf(store))
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
  await store.db.as(store.authority, async trx => {
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
  })
  return count
}
