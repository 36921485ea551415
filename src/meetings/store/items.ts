import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Item, ItemKind } from '../meeting.ts'
import { type ExemptionColumns, exemptionColumns, exemptionOf } from './values.ts'

type ItemsTable = ExemptionColumns & {
  authority: string
  id: string
  meeting_id: string
  position: number
  number: string
  title: string
  kind: ItemKind
  presenter: string
  author: string
  words: string
  education: boolean
  late_reason: string
  late_by: string
  withdrawn_words: string | null
  added_at: Date
  published_at: Date | null
}
type Tables = { 'meetings.items': ItemsTable }

export async function insertItem(trx: Trx, authority: string, item: Item): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.items')
    .values({ authority, ...rowOf(item) })
    .execute()
}

/** Writes an item over what was there. What was there is in the journal. */
export async function updateItem(trx: Trx, item: Item): Promise<void> {
  const { id, ...row } = rowOf(item)
  await trx
    .withTables<Tables>()
    .updateTable('meetings.items')
    .set(row)
    .where('id', '=', id)
    .execute()
}

/** Takes an item off an agenda that nobody has seen; one that was published is withdrawn instead. */
export async function deleteItem(trx: Trx, id: string): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('meetings.items')
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** The items of some meetings, in the order of their agendas. */
export async function itemsOf(trx: Trx, ...meetingIds: string[]): Promise<readonly Item[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.items')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('meeting_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(itemOf)
}

export async function itemById(trx: Trx, id: string, held = false): Promise<Item | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('meetings.items')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : itemOf(row)
}

function rowOf(item: Item): Omit<ItemsTable, 'authority'> {
  return {
    id: item.id,
    meeting_id: item.meetingId,
    position: item.position,
    number: item.number,
    title: item.title,
    kind: item.kind,
    presenter: item.presenter,
    author: item.author,
    words: item.words,
    education: item.education,
    ...exemptionColumns(item.exempt),
    late_reason: item.lateReason,
    late_by: item.lateBy,
    withdrawn_words: item.withdrawnWords,
    added_at: item.addedAt,
    published_at: item.publishedAt,
  }
}

function itemOf(row: ItemsTable): Item {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    position: row.position,
    number: row.number,
    title: row.title,
    kind: row.kind,
    presenter: row.presenter,
    author: row.author,
    words: row.words,
    education: row.education,
    exempt: exemptionOf(row),
    lateReason: row.late_reason,
    lateBy: row.late_by,
    withdrawnWords: row.withdrawn_words,
    addedAt: row.added_at,
    publishedAt: row.published_at,
  }
}
