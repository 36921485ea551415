import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Change, ChangeKind, Paragraph, ParagraphKind } from '../minutes.ts'

type ParagraphsTable = {
  authority: string
  id: string
  meeting_id: string
  item_id: string | null
  position: number
  number: string
  kind: ParagraphKind
  words: string
  struck: boolean
  version: number
  made_at: Date
  made_by: string
}
type ChangesTable = {
  authority: string
  id: number
  meeting_id: string
  paragraph_id: string
  what: ChangeKind
  before: string
  after: string
  reason: string
  after_publication: boolean
  at: Date
  actor: string
  actor_name: string
}
type Tables = { 'minutes.paragraphs': ParagraphsTable; 'minutes.changes': ChangesTable }

interface By {
  readonly authority: string
  readonly actor: string
  readonly actorName: string
  readonly at: Date
}

export async function insertParagraphs(
  trx: Trx,
  by: By,
  paragraphs: readonly Paragraph[],
): Promise<void> {
  if (paragraphs.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('minutes.paragraphs')
    .values(
      paragraphs.map(paragraph => ({
        authority: by.authority,
        made_at: by.at,
        made_by: by.actor,
        ...rowOf(paragraph),
      })),
    )
    .execute()
}

/** Writes a paragraph over what was there. What was there is among its changes. */
export async function updateParagraph(trx: Trx, paragraph: Paragraph): Promise<void> {
  const { id, ...row } = rowOf(paragraph)
  await trx
    .withTables<Tables>()
    .updateTable('minutes.paragraphs')
    .set(row)
    .where('id', '=', id)
    .execute()
}

/** Puts paragraphs in their places with their numbers, all at once. */
export async function placeParagraphs(
  trx: Trx,
  places: readonly Pick<Paragraph, 'id' | 'position' | 'number'>[],
): Promise<void> {
  if (places.length === 0) return
  await sql`update minutes.paragraphs as kept set position = place.position, number = place.number
    from unnest(${places.map(each => each.id)}::uuid[],
      ${places.map(each => each.position)}::integer[],
      ${places.map(each => each.number)}::text[]) as place (id, position, number)
    where kept.id = place.id`.execute(trx)
}

/** The paragraphs of some meetings, each meeting's in their order. */
export async function paragraphsOf(
  trx: Trx,
  ...meetingIds: string[]
): Promise<readonly Paragraph[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.paragraphs')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('meeting_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(paragraphIn)
}

export async function paragraphsById(
  trx: Trx,
  ids: readonly string[],
): Promise<readonly Paragraph[]> {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.paragraphs')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(paragraphIn)
}

/** One paragraph, held until the transaction ends where it is to be changed. */
export async function paragraphById(trx: Trx, id: string, held = false): Promise<Paragraph | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('minutes.paragraphs')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : paragraphIn(row)
}

export async function addChange(
  trx: Trx,
  by: By,
  meetingId: string,
  change: Omit<Change, 'at' | 'actorName'>,
): Promise<void> {
  await sql`insert into minutes.changes (authority, meeting_id, paragraph_id, what, before, after,
      reason, after_publication, at, actor, actor_name)
    values (${by.authority}, ${meetingId}, ${change.paragraphId}, ${change.what}, ${change.before},
      ${change.after}, ${change.reason}, ${change.afterPublication}, ${by.at}, ${by.actor},
      ${by.actorName})`.execute(trx)
}

/** What was changed in the minutes of some meetings, the oldest first. */
export async function changesOf(trx: Trx, ...meetingIds: string[]): Promise<readonly Change[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.changes')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    paragraphId: row.paragraph_id,
    what: row.what,
    before: row.before,
    after: row.after,
    reason: row.reason,
    afterPublication: row.after_publication,
    at: row.at,
    actorName: row.actor_name,
  }))
}

function rowOf(paragraph: Paragraph): Omit<ParagraphsTable, 'authority' | 'made_at' | 'made_by'> {
  return {
    id: paragraph.id,
    meeting_id: paragraph.meetingId,
    item_id: paragraph.itemId,
    position: paragraph.position,
    number: paragraph.number,
    kind: paragraph.kind,
    words: paragraph.words,
    struck: paragraph.struck,
    version: paragraph.version,
  }
}

function paragraphIn(row: ParagraphsTable): Paragraph {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    position: row.position,
    number: row.number,
    kind: row.kind,
    words: row.words,
    struck: row.struck,
    version: row.version,
  }
}
