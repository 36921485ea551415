import { sql } from 'kysely'
import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { NotRead, ReportReading } from '../reading/index.ts'
import { dayOrNull, isoOrNull } from './inspections.ts'

/** A report or letter as it came, with what was read in it. */
export interface KeptDocument {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly pages: readonly string[]
  readonly reading: ReportReading | NotRead
  readonly broughtBy: string
  readonly ofLibrary: boolean
}

type DocumentsTable = {
  authority: string
  id: string
  name: string
  hash: string
  pages: string[]
  reading: unknown
  brought_by: string
  brought_at: Date
  of_library: boolean
  about: string | null
  published_on: string | null
  inspected_on: string | null
  overall: string | null
}
type Tables = { 'inspections.documents': DocumentsTable }

export interface LibraryFacts {
  readonly about: string | null
  readonly publishedOn: Day | null
  readonly inspectedOn: Day | null
  readonly overall: string | null
}

export async function keepDocument(
  trx: Trx,
  authority: string,
  document: KeptDocument,
  at: Date,
  facts: LibraryFacts | null = null,
): Promise<void> {
  await sql`insert into inspections.documents (authority, id, name, hash, pages, reading, brought_by,
      brought_at, of_library, about, published_on, inspected_on, overall)
    values (${authority}, ${document.id}, ${document.name}, ${document.hash},
      ${[...document.pages]}, ${JSON.stringify(document.reading)}::jsonb, ${document.broughtBy}, ${at},
      ${document.ofLibrary}, ${facts?.about ?? null}, ${isoOrNull(facts?.publishedOn ?? null)},
      ${isoOrNull(facts?.inspectedOn ?? null)}, ${facts?.overall ?? null})`.execute(trx)
  if (!document.ofLibrary) return
  await sql`insert into inspections.library_pages (authority, document_id, page, words)
    select ${authority}, ${document.id}, page, to_tsvector('english', words)
    from unnest(${[...document.pages]}::text[]) with ordinality as each (words, page)`.execute(trx)
}

export async function documentById(trx: Trx, id: string): Promise<KeptDocument | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('inspections.documents')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : documentOf(row)
}

/** A document of the library with the same bytes, so that no report is counted twice. */
export async function inLibrary(trx: Trx, hash: string): Promise<boolean> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('inspections.documents')
    .select('id')
    .where('hash', '=', hash)
    .where('of_library', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteDocument(trx: Trx, id: string): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('inspections.documents').where('id', '=', id).execute()
}

/** What somebody brought and has not made an inspection of yet. */
export async function waitingDocuments(
  trx: Trx,
  broughtBy: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly broughtAt: Date }[]> {
  const { rows } = await sql<{ id: string; name: string; brought_at: Date }>`
    select id, name, brought_at from inspections.documents d
    where brought_by = ${broughtBy} and not of_library and not exists (
      select from inspections.inspections i
      where i.authority = d.authority and i.document_id = d.id)
    order by brought_at desc limit 200`.execute(trx)
  return rows.map(row => ({ id: row.id, name: row.name, broughtAt: row.brought_at }))
}

export interface LibraryReport extends LibraryFacts {
  readonly id: string
  readonly name: string
}

export async function libraryReports(trx: Trx): Promise<readonly LibraryReport[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('inspections.documents')
    .select(['id', 'name', 'about', 'published_on', 'inspected_on', 'overall'])
    .where('of_library', '=', true)
    .orderBy('about')
    .orderBy('inspected_on')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    about: row.about,
    publishedOn: dayOrNull(row.published_on),
    inspectedOn: dayOrNull(row.inspected_on),
    overall: row.overall,
  }))
}

export interface PageFound {
  readonly documentId: string
  readonly page: number
  /** The words around what was found, which stands between « and ». */
  readonly excerpt: string
}

/** The pages of the library that hold the words, the best first. */
export async function searchLibrary(
  trx: Trx,
  words: string,
  most = 60,
): Promise<readonly PageFound[]> {
  const { rows } = await sql<{ document_id: string; page: number; excerpt: string }>`
    with asked as (select websearch_to_tsquery('english', ${words}) as query),
    best as (
      select l.authority, l.document_id, l.page, ts_rank_cd(l.words, asked.query) as rank
      from inspections.library_pages l, asked where l.words @@ asked.query
      order by rank desc, l.document_id, l.page limit ${most})
    select best.document_id, best.page, ts_headline('english',
      regexp_replace(d.pages[best.page], '\\s+', ' ', 'g'), asked.query,
      'StartSel=«, StopSel=», MaxWords=45, MinWords=20, MaxFragments=2') as excerpt
    from best join inspections.documents d
      on d.authority = best.authority and d.id = best.document_id, asked
    order by best.rank desc, best.document_id, best.page`.execute(trx)
  return rows.map(row => ({ documentId: row.document_id, page: row.page, excerpt: row.excerpt }))
}

function documentOf(row: DocumentsTable): KeptDocument {
  return {
    id: row.id,
    name: row.name,
    hash: row.hash,
    pages: row.pages,
    // as: written by `keepDocument` and by nothing else.
    reading: row.reading as KeptDocument['reading'],
    broughtBy: row.brought_by,
    ofLibrary: row.of_library,
  }
}
