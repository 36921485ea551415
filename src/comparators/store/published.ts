import { sql } from 'kysely'
import { isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Level, PublishedPlace } from '../layout.ts'
import {
  isPublishedSymbol,
  numberValue,
  type PublishedValue,
  symbolValue,
} from '../published-value.ts'
import type { Kept } from '../rates.ts'
import type { DictionaryEntry } from '../read-dictionary.ts'
import type { Cut } from '../read-published.ts'

/** One measure in one year, as an import brought it. */
export interface NewCut {
  readonly measure: string
  readonly year: number
  readonly values: Cut
}

type Tables = {
  'comparators.cuts': {
    authority: string
    measure: string
    year: number
    import: string
    places: string[]
    numbers: (number | null)[]
    symbols: string[]
  }
}

const MOST_AT_ONCE = 200

export async function insertCuts(
  trx: Trx,
  authority: string,
  importId: string,
  cuts: readonly NewCut[],
): Promise<void> {
  for (let from = 0; from < cuts.length; from += MOST_AT_ONCE) {
    await trx
      .withTables<Tables>()
      .insertInto('comparators.cuts')
      .values(
        cuts.slice(from, from + MOST_AT_ONCE).map(({ measure, year, values }) => ({
          authority,
          measure,
          year,
          import: importId,
          places: [...values.keys()],
          numbers: [...values.values()].map(each => (each.kind === 'number' ? each.value : null)),
          symbols: [...values.values()].map(each => (each.kind === 'symbol' ? each.symbol : '')),
        })),
      )
      .execute()
  }
}

/** What stands of some measures: of a place and year that two imports speak of, the later. */
export async function keptOf(trx: Trx, measures: readonly string[]): Promise<Kept> {
  if (measures.length === 0) return new Map()
  const { rows } = await sql<{
    readonly measure: string
    readonly year: number
    readonly places: readonly string[]
    readonly numbers: readonly (number | null)[]
    readonly symbols: readonly string[]
  }>`
    select c.measure, c.year, c.places, c.numbers, c.symbols
    from comparators.cuts c join comparators.imports i on i.authority = c.authority and i.id = c.import
    where c.measure = any(${[...measures]}::text[])
    order by c.measure, c.year, i.brought_at, i.nth`.execute(trx)
  const kept = new Map<string, Map<number, Map<string, PublishedValue>>>()
  for (const row of rows) {
    const years = kept.get(row.measure) ?? new Map<number, Map<string, PublishedValue>>()
    kept.set(row.measure, years)
    const cut = years.get(row.year) ?? new Map<string, PublishedValue>()
    years.set(row.year, cut)
    for (const [at, place] of row.places.entries()) {
      const symbol = row.symbols[at] ?? ''
      const number = row.numbers[at]
      if (isPublishedSymbol(symbol)) cut.set(place, symbolValue(symbol))
      else if (number != null) cut.set(place, numberValue(number))
    }
  }
  return kept
}

/** What is here of a measure. */
export interface MeasureKept {
  readonly measure: string
  readonly firstYear: number
  readonly lastYear: number
  /** The file that brought its newest year last. */
  readonly fileName: string
  readonly source: string
  readonly broughtAt: Date
}

export async function measuresKept(trx: Trx): Promise<readonly MeasureKept[]> {
  const { rows } = await sql<MeasureKept>`
    select distinct on (c.measure) c.measure,
      min(c.year) over (partition by c.measure) as "firstYear",
      max(c.year) over (partition by c.measure) as "lastYear",
      i.file_name as "fileName", i.source, i.brought_at as "broughtAt"
    from comparators.cuts c join comparators.imports i on i.authority = c.authority and i.id = c.import
    order by c.measure, c.year desc, i.brought_at desc, i.nth desc`.execute(trx)
  return rows
}

export async function savePlaces(
  trx: Trx,
  authority: string,
  places: readonly PublishedPlace[],
): Promise<void> {
  if (places.length === 0) return
  await sql`
    insert into comparators.places (authority, code, level, name, new_code)
    select ${authority}, code, level, name, new_code from unnest(
      ${places.map(each => each.code)}::text[], ${places.map(each => each.level)}::text[],
      ${places.map(each => each.name)}::text[], ${places.map(each => each.newCode)}::text[]
    ) as each (code, level, name, new_code)
    on conflict (authority, code) do update
      set name = excluded.name, new_code = excluded.new_code`.execute(trx)
}

export async function allPlaces(trx: Trx): Promise<ReadonlyMap<string, PublishedPlace>> {
  const { rows } = await sql<{
    readonly code: string
    readonly level: Level
    readonly name: string
    readonly newCode: string
  }>`select code, level, name, new_code as "newCode" from comparators.places order by code`.execute(
    trx,
  )
  return new Map(rows.map(row => [row.code, row]))
}

export async function saveDictionary(
  trx: Trx,
  authority: string,
  importId: string,
  entries: readonly DictionaryEntry[],
): Promise<void> {
  const day = (of: number | null) => (of === null ? null : isoDay(of))
  await sql`
    insert into comparators.dictionary
      (authority, code, name, better, year_kind, owner, updated_on, next_on, import)
    select ${authority}, code, name, nullif(better, ''), year_kind, owner, updated_on, next_on,
      ${importId}
    from unnest(
      ${entries.map(each => each.code)}::text[], ${entries.map(each => each.name)}::text[],
      ${entries.map(each => each.better ?? '')}::text[],
      ${entries.map(each => each.yearKind)}::text[], ${entries.map(each => each.owner)}::text[],
      ${entries.map(each => day(each.updatedOn))}::date[],
      ${entries.map(each => day(each.nextOn))}::date[]
    ) as each (code, name, better, year_kind, owner, updated_on, next_on)
    on conflict (authority, code) do update set name = excluded.name, better = excluded.better,
      year_kind = excluded.year_kind, owner = excluded.owner, updated_on = excluded.updated_on,
      next_on = excluded.next_on, import = excluded.import`.execute(trx)
}

/**
 * The places of the newest year of which anything is here. Tables go on listing an authority that is
 * no more, as one to which the figure does not apply: that one is left out.
 */
export async function newestPlaces(trx: Trx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly place: string }>`
    select distinct each.place from comparators.cuts,
      unnest(places, symbols) as each (place, symbol)
    where year = (select max(year) from comparators.cuts) and each.symbol <> 'z'
    order by each.place`.execute(trx)
  return rows.map(row => row.place)
}

export type DictionaryKept = Omit<DictionaryEntry, 'topic' | 'noQuartile'>

/** What the dictionary says of some measures, by code. */
export async function dictionaryOf(
  trx: Trx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, DictionaryKept>> {
  const { rows } = await sql<{
    readonly code: string
    readonly name: string
    readonly better: 'high' | 'low' | null
    readonly yearKind: string
    readonly owner: string
    readonly updated: string | null
    readonly next: string | null
  }>`
    select code, name, better, year_kind as "yearKind", owner, updated_on::text as updated,
      next_on::text as next
    from comparators.dictionary where code = any(${[...codes]}::text[])`.execute(trx)
  return new Map(
    rows.map(({ updated, next, ...row }) => [
      row.code,
      { ...row, updatedOn: parseIsoDay(updated ?? ''), nextOn: parseIsoDay(next ?? '') },
    ]),
  )
}
