import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'

/** The words of one paragraph, and where they stand. */
export interface Entry {
  readonly key: string
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly href: string
  readonly day: Day
  readonly words: string
  /** Changes whenever anything above does. */
  readonly sum: string
}

type SearchTable = Omit<Entry, 'day'> & { authority: string; day: string; found: string }
type Tables = {
  'published.search': SearchTable
  'published.indexed': { authority: string; seq: number; on_day: string }
}

/** The line of the journal as of which the index is made, and on which day. */
export async function indexedAt(trx: Trx): Promise<{ seq: number; day: string } | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('published.indexed')
    .select(['seq', 'on_day'])
    .executeTakeFirst()
  return row === undefined ? null : { seq: row.seq, day: row.on_day }
}

/** Waits until nobody else is making the index of the same council. */
export async function holdIndex(trx: Trx, authority: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`published.search ${authority}`}))`.execute(trx)
}

export async function noteIndexed(
  trx: Trx,
  authority: string,
  seq: number,
  day: Day,
): Promise<void> {
  const row = { seq, on_day: isoDay(day) }
  await trx
    .withTables<Tables>()
    .insertInto('published.indexed')
    .values({ authority, ...row })
    .onConflict(one => one.column('authority').doUpdateSet(row))
    .execute()
}

/** What is in the index: the sum of each row by its key. */
export async function indexedSums(trx: Trx): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('published.search')
    .select(['key', 'sum'])
    .execute()
  return new Map(rows.map(row => [row.key, row.sum]))
}

const AT_ONCE = 500

export async function putEntries(
  trx: Trx,
  authority: string,
  entries: readonly Entry[],
): Promise<void> {
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const rows = entries.slice(at, at + AT_ONCE)
    await trx
      .withTables<{ 'published.search': Omit<SearchTable, 'found'> }>()
      .insertInto('published.search')
      .values(rows.map(({ day, ...each }) => ({ authority, ...each, day: isoDay(day) })))
      .onConflict(one =>
        one.columns(['authority', 'key']).doUpdateSet(({ ref }) => ({
          kind: ref('excluded.kind'),
          title: ref('excluded.title'),
          place: ref('excluded.place'),
          href: ref('excluded.href'),
          day: ref('excluded.day'),
          words: ref('excluded.words'),
          sum: ref('excluded.sum'),
        })),
      )
      .execute()
  }
}

export async function dropEntries(trx: Trx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await sql`delete from published.search where key = any(${[...keys]}::text[])`.execute(trx)
}

/** A text in pieces: what was found stands in pieces of its own. */
export type Found = readonly { readonly text: string; readonly isFound: boolean }[]

export interface Hit extends Omit<Entry, 'sum' | 'words' | 'title'> {
  readonly title: Found
  /** The words around what was found. */
  readonly snippet: Found
}

// Signs that no text has: the words between them were found.
const OPEN = '\u0001'
const CLOSE = '\u0002'

/** What holds the words that somebody asked for, the best first, and how much there is of it. */
export async function hitsFor(
  trx: Trx,
  asked: string,
  most: number,
  skip: number,
): Promise<{ readonly hits: readonly Hit[]; readonly total: number }> {
  const { rows } = await sql<{
    key: string
    kind: string
    title: string
    place: string
    href: string
    day: string
    snippet: string
    total: number
  }>`with asked as (select websearch_to_tsquery('english', ${asked}) as query),
    hits as (
      select s.*, asked.query, count(*) over () as total
      from published.search s, asked where s.found @@ asked.query
      order by ts_rank_cd('{0.05, 0.2, 0.4, 1}', s.found, asked.query) desc, s.day desc, s.key
      limit ${most} offset ${skip}
    )
    select key, kind, place, href, day::text as day, total,
      ts_headline('english', translate(title, ${OPEN + CLOSE}, ''), query,
        ${`StartSel=${OPEN}, StopSel=${CLOSE}, HighlightAll=true`}) as title,
      ts_headline('english', translate(words, ${OPEN + CLOSE}, ''), query,
        ${`StartSel=${OPEN}, StopSel=${CLOSE}, MaxFragments=2, MaxWords=40, MinWords=15`}) as snippet
    from hits`.execute(trx)
  return {
    hits: rows.map(({ key, kind, place, href, snippet, title, day }) => ({
      key,
      kind,
      place,
      href,
      title: piecesOf(title),
      day: parseIsoDay(day) ?? 0,
      snippet: piecesOf(snippet),
    })),
    total: Number(rows[0]?.total ?? 0),
  }
}

function piecesOf(snippet: string): Found {
  return snippet
    .split(OPEN)
    .flatMap((part, at) => {
      const [found = '', rest = ''] = at === 0 ? ['', part] : part.split(CLOSE)
      return [
        { text: found, isFound: true },
        { text: rest, isFound: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
