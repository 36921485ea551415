import { type Day, monthOf } from '#calendar'
import { type ChildPopulation, childPopulation, populationByYear } from '#council'
import { type ExtractStore, type FrozenExtract, frozenExtracts } from '#extracts'
import {
  type Definition,
  evaluate,
  type IndicatorFigures,
  isOfRecords,
  type Standards,
  usualStandards,
} from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { record } from '#journal'
import type { History } from '#records'
import { type SeriesValue, standingValues } from '#series'
import { enteredSeries, monthsEntered } from './entered.ts'
import { type Count, libraryMark, monthsOf, storedSeries } from './figures.ts'
import { historyNow } from './history.ts'
import { type Counted, settle, type SettledSeries, withSettled } from './settled.ts'
import { standardsIn } from './standards.ts'
import {
  allSeries,
  insertCount,
  insertSettled,
  latestCount,
  replaceFigures,
  replaceSeries,
  settledSeries,
  takeTurn,
} from './store.ts'

/** What a count needs beside the extracts: all of it was decided or entered by somebody. */
export interface Given {
  readonly population: readonly ChildPopulation[]
  readonly standards: Standards
  /** The figures that were entered and stand. */
  readonly entered: readonly SeriesValue[]
  readonly settled: readonly SettledSeries[]
  readonly extracts: readonly FrozenExtract[]
}

export async function givenIn(trx: Trx): Promise<Given> {
  return {
    population: await childPopulation(trx),
    standards: await standardsIn(trx),
    entered: await standingValues(trx),
    settled: await settledSeries(trx),
    extracts: await frozenExtracts(trx),
  }
}

/** Every figure of a history, as it stands; pure but for what is handed in. */
export function countAll(
  history: History,
  definitions: readonly Definition[],
  population: readonly ChildPopulation[],
  standards: Standards = usualStandards,
): { readonly figures: readonly IndicatorFigures[]; readonly firstMonth: number } {
  const { from, to } = monthsOf(history)
  const years = populationByYear(population, Math.floor(from / 12), Math.floor(to / 12))
  return {
    figures: evaluate(history, definitions, { from, to, population: years, standards }),
    firstMonth: from,
  }
}

/** What one count gives as it is kept, with the figures that can no longer be counted in their months. */
export function countedWith(
  history: History,
  definitions: readonly Definition[],
  given: Given,
): Counted {
  const { population, standards, entered, settled, extracts } = given
  const own = enteredSeries(definitions, entered, childrenIn(population))
  if (extracts.length === 0 && settled.length === 0) {
    const firstMonth = monthsEntered(own)?.from ?? monthOf(history.asOf)
    return { firstMonth, extracts: [], series: own, sources: [] }
  }
  const { figures, firstMonth } = countAll(history, definitions, population, standards)
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
  const whole = withSettled(counted, settled, versionsOf(definitions), loadedAt)
  return { ...whole, series: [...whole.series, ...own] }
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
  const [all, count, given] = await store.db.as(store.authority, async trx => [
    await allSeries(trx),
    await latestCount(trx),
    await givenIn(trx),
  ])
  if (count === null) return { figures: 0, note: () => Promise.resolve() }
  const codes = new Set(definitions.filter(isOfRecords).map(({ code }) => code))
  const kept = all.filter(({ indicator }) => codes.has(indicator))
  const others = given.extracts.filter(each => each.id !== extract)
  const without: Pick<Counted, 'firstMonth' | 'series'> =
    others.length === 0
      ? { firstMonth: count.firstMonth, series: [] }
      : countedWith(await historyNow(store, extract), definitions, { ...given, extracts: others })
  const rests = settle({ firstMonth: count.firstMonth, series: kept }, without, extract, at)
  const figures = rests.reduce((sum, each) => sum + monthsIn(each), 0)
  return { figures, note: trx => insertSettled(trx, store.authority, rests) }
}

function childrenIn(population: readonly ChildPopulation[]): (year: number) => number | null {
  return year => populationByYear(population, year, year).get(year) ?? null
}

/** The day that figures are as of: that of the newest extract, or with none of what was entered last. */
export function asOfAll(history: History, { series, extracts }: Counted): Day {
  return extracts.length > 0 ? history.asOf : (monthsEntered(series)?.asOf ?? history.asOf)
}

function isSameEntered(a: Given, b: Given): boolean {
  const known = new Set(a.entered.map(({ id }) => id))
  return b.entered.every(({ id }) => known.has(id))
}

/**
 * Makes the figures of some indicators again from what is entered and stands: no other figure changes,
 * and no extract is read. Call it in the transaction that enters.
 */
export async function recountEntered(
  trx: Trx,
  authority: string,
  definitions: readonly Definition[],
  codes: readonly string[],
  at: Date,
): Promise<void> {
  await takeTurn(trx)
  const wanted = definitions.filter(({ code }) => codes.includes(code))
  const population = childrenIn(await childPopulation(trx))
  const series = enteredSeries(wanted, await standingValues(trx, codes), population)
  const kept = await latestCount(trx)
  if (kept !== null && kept.extracts.length > 0) {
    await replaceSeries(trx, authority, codes, series)
    return
  }
  // Nothing else was ever counted: the months are those of what is entered.
  const all = enteredSeries(definitions, await standingValues(trx), population)
  const months = monthsEntered(all)
  if (months === null && kept === null) return
  await replaceSeries(
    trx,
    authority,
    all.map(({ indicator }) => indicator),
    all,
  )
  await insertCount(trx, authority, {
    countedAt: at,
    extracts: [],
    library: libraryMark(definitions, await standardsIn(trx)),
    firstMonth: months?.from ?? monthOf(kept?.asOf ?? 0),
    asOf: months?.asOf ?? kept?.asOf ?? 0,
  })
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
 * @param read the history as it is now, for whoever needs the same one afterwards
 */
export async function recount(
  store: ExtractStore,
  definitions: readonly Definition[],
  by: { readonly actor: string; readonly at: Date },
  read: () => Promise<History> = () => historyNow(store),
): Promise<Count> {
  const [kept, extracts] = await store.db.as(store.authority, async trx => [
    await latestCount(trx),
    await frozenExtracts(trx),
  ])
  // All records are destroyed: the figures that are kept are all that there is.
  if (kept !== null && extracts.length === 0) return kept
  for (;;) {
    const count = await countOnce(store, definitions, by, read)
    if (count !== null) return count
  }
}

/** Null where an extract was loaded while it counted: then nothing was written. */
async function countOnce(
  store: ExtractStore,
  definitions: readonly Definition[],
  by: { readonly actor: string; readonly at: Date },
  read: () => Promise<History>,
): Promise<Count | null> {
  const all = await read()
  const given = await store.db.as(store.authority, givenIn)
  const counted = countedWith(all, definitions, given)
  const count: Count = {
    countedAt: by.at,
    extracts: counted.extracts,
    library: libraryMark(definitions, given.standards),
    firstMonth: counted.firstMonth,
    asOf: asOfAll(all, counted),
  }
  const { series, sources } = counted
  return store.db.as(store.authority, async trx => {
    await takeTurn(trx)
    const now = await givenIn(trx)
    if (!isOfAll(count, now.extracts, given.settled, definitions)) return null
    // A standard was set or a figure entered meanwhile: that count is made again too.
    if (now.standards.mark !== given.standards.mark) return null
    if (now.entered.length !== given.entered.length || !isSameEntered(now, given)) return null
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
    const mark = libraryMark(definitions, await standardsIn(trx))
    return !isOfAll(count, extracts, settled, definitions) || count.library !== mark
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
