import { sql } from 'kysely'
import { frozenExtracts, frozenTable, type ExtractStore } from '#extracts'
import type { Database } from '#kit/db/index.ts'

/** A text that may have to be looked through, and what it is. */
export interface Found {
  readonly where: string
  readonly text: string
}

/** Something of a person in a place where it must not be. The value itself is given: it is a test's. */
export interface Leak {
  readonly where: string
  readonly value: string
}

/**
 * Looks for values that must not be there. A value is found as a whole word, in any case, so that
 * '1234' is not found in '51234'.
 */
export function leaksIn(found: Iterable<Found>, values: Iterable<string>): readonly Leak[] {
  const wanted = [...new Set([...values].filter(value => value !== ''))]
  const words = new Set(wanted.filter(isWord).map(value => value.toLowerCase()))
  const phrases = wanted.filter(value => !isWord(value)).map(value => value.toLowerCase())
  const leaks = new Map<string, Leak>()
  for (const { where, text } of found) {
    const low = text.toLowerCase()
    const hits = [
      ...low.split(/[^\p{L}\p{N}]+/u).filter(word => words.has(word)),
      ...phrases.filter(phrase => low.includes(phrase)),
    ]
    for (const value of hits) leaks.set(`${where}\n${value}`, { where, value })
  }
  return [...leaks.values()]
}

function isWord(value: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(value)
}

/** Every row of every table of the database, the job queue's too, as text. */
export async function databaseTexts(db: Database): Promise<readonly Found[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1`.execute(db.owner)
  const found: Found[] = []
  for (const { name } of rows) {
    const table = await sql<{ text: string }>`
      select t::text as text from ${sql.raw(name)} t`.execute(db.owner)
    for (const { text } of table.rows) found.push({ where: `table ${name}`, text })
  }
  return found
}

/** The addresses in a page: what a browser's history, a proxy or a referrer would keep. */
export function addressesIn(where: string, page: string): readonly Found[] {
  return [...page.matchAll(/(?:href|src|action|formaction)="([^"]*)"/g)].map(
    ([, address = '']) => ({
      where: `an address on ${where}`,
      text: decodeURIComponent(address.replaceAll('&amp;', '&')),
    }),
  )
}

export function logTexts(lines: readonly string[]): readonly Found[] {
  return lines.map(text => ({ where: 'the log', text }))
}

/** The identifiers of all children in an authority's frozen extracts. */
export async function childrenIn({
  db,
  vault,
  authority,
}: ExtractStore): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const extract of await db.as(authority, frozenExtracts)) {
    for (const { sha256 } of extract.lists) {
      const table = frozenTable(await vault.get(sha256))
      if (table.list.about !== 'child') continue
      for (const word of table.child.words) if (word !== '') ids.add(word)
    }
  }
  return ids
}
