import { isoDay, parseIsoDay, type Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'

/** What a body puts on its own workplan by hand. */
export interface OwnEntry {
  readonly id: string
  readonly bodyId: string | null
  readonly bodyName: string
  readonly title: string
  readonly on: Day | null
  /** 'autumn 2026', until a day is fixed. */
  readonly onWords: string | null
  /** Who wanted it, in words: 'Asked for by the chair'. */
  readonly source: string
  readonly place: number
  readonly takenOff: Day | null
  readonly takenOffWords: string | null
}

type Row = {
  authority: string
  id: string
  body: string | null
  body_name: string
  title: string
  on_date: string | null
  on_words: string | null
  source: string
  place: number
  taken_off: string | null
  taken_off_words: string | null
  made_at: Date
  made_by: string
}
type Tables = { 'commitments.workplan': Row }

/** Every entry that was not taken off again, in its place. */
export async function ownEntries(trx: Trx): Promise<readonly OwnEntry[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('commitments.workplan')
    .selectAll()
    .where('taken_off', 'is', null)
    .orderBy('place')
    .orderBy('title')
    .execute()
  return rows.map(entryOf)
}

export async function ownEntryById(trx: Trx, id: string): Promise<OwnEntry | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('commitments.workplan')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

export async function insertOwnEntry(
  trx: Trx,
  authority: string,
  entry: OwnEntry,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('commitments.workplan')
    .values({ authority, id: entry.id, ...rowOf(entry), made_at: by.at, made_by: by.actor })
    .execute()
}

export async function updateOwnEntry(trx: Trx, entry: OwnEntry): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('commitments.workplan')
    .set(rowOf(entry))
    .where('id', '=', entry.id)
    .execute()
}

const rowOf = (entry: OwnEntry) => ({
  body: entry.bodyId,
  body_name: entry.bodyName,
  title: entry.title,
  on_date: entry.on === null ? null : isoDay(entry.on),
  on_words: entry.onWords,
  source: entry.source,
  place: entry.place,
  taken_off: entry.takenOff === null ? null : isoDay(entry.takenOff),
  taken_off_words: entry.takenOffWords,
})

const entryOf = (row: Row): OwnEntry => ({
  id: row.id,
  bodyId: row.body,
  bodyName: row.body_name,
  title: row.title,
  on: row.on_date === null ? null : parseIsoDay(row.on_date),
  onWords: row.on_words,
  source: row.source,
  place: row.place,
  takenOff: row.taken_off === null ? null : parseIsoDay(row.taken_off),
  takenOffWords: row.taken_off_words,
})
