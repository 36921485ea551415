import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { LaterAnswer, Part, Supplementary } from '../question.ts'

type SupplementariesTable = {
  authority: string
  id: string
  meeting_id: string
  number: number
  asker: string
  item_id: string | null
  pack_page: string
  added_at: Date
  published_at: Date | null
}
type FollowsTable = { authority: string; supplementary_id: string; question_id: string }
type PartsTable = {
  authority: string
  id: string
  supplementary_id: string
  position: number
  words: string
  respondent: string
  on_behalf_of: string
  answer: string
  owner: string
  due_on: string | null
  later_answer: string | null
  later_on: string | null
  later_how: string
  later_by: string
  amends: string
}
type Tables = {
  'questions.supplementaries': SupplementariesTable
  'questions.follows': FollowsTable
  'questions.parts': PartsTable
}

const day = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))

export async function insertSupplementary(
  trx: Trx,
  authority: string,
  supplementary: Supplementary,
  at: Date,
): Promise<void> {
  const db = trx.withTables<Tables>()
  const { id, follows, parts } = supplementary
  await db
    .insertInto('questions.supplementaries')
    .values({
      authority,
      id,
      meeting_id: supplementary.meetingId,
      number: supplementary.number,
      asker: supplementary.asker,
      item_id: supplementary.itemId,
      pack_page: supplementary.packPage,
      added_at: at,
      published_at: supplementary.publishedAt,
    })
    .execute()
  if (follows.length > 0)
    await db
      .insertInto('questions.follows')
      .values(follows.map(question_id => ({ authority, supplementary_id: id, question_id })))
      .execute()
  for (const part of parts)
    await db
      .insertInto('questions.parts')
      .values({ authority, supplementary_id: id, ...rowOf(part) })
      .execute()
}

/** Writes what was answered to a part, in the room or later, over what was there. */
export async function updatePart(trx: Trx, part: Part): Promise<void> {
  const { id, ...row } = rowOf(part)
  await trx
    .withTables<Tables>()
    .updateTable('questions.parts')
    .set(row)
    .where('id', '=', id)
    .execute()
}

export async function publishSupplementaries(
  trx: Trx,
  meetingId: string,
  at: Date,
): Promise<number> {
  const done = await trx
    .withTables<Tables>()
    .updateTable('questions.supplementaries')
    .set({ published_at: at })
    .where('meeting_id', '=', meetingId)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** What was asked in the room at some meetings, in its order. */
export async function supplementariesOf(
  trx: Trx,
  ...meetingIds: string[]
): Promise<readonly Supplementary[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const db = trx.withTables<Tables>()
  const rows = await db
    .selectFrom('questions.supplementaries')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('meeting_id')
    .orderBy('number')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const follows = await db
    .selectFrom('questions.follows')
    .selectAll()
    .where('supplementary_id', 'in', ids)
    .orderBy('question_id')
    .execute()
  const parts = await db
    .selectFrom('questions.parts')
    .selectAll()
    .where('supplementary_id', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    meetingId: row.meeting_id,
    number: row.number,
    asker: row.asker,
    itemId: row.item_id,
    packPage: row.pack_page,
    follows: follows.filter(each => each.supplementary_id === row.id).map(each => each.question_id),
    parts: parts.filter(each => each.supplementary_id === row.id).map(partOf),
    publishedAt: row.published_at,
  }))
}

/** The meeting at which each part that was promised an answer was asked. */
export async function promisedAnswers(
  trx: Trx,
): Promise<readonly { readonly part: Part; readonly meetingId: string; readonly asker: string }[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('questions.parts as part')
    .innerJoin('questions.supplementaries as asked', 'asked.id', 'part.supplementary_id')
    .selectAll('part')
    .select(['asked.meeting_id', 'asked.asker'])
    .where('part.later_answer', 'is', null)
    .where(where => where.or([where('part.owner', '<>', ''), where('part.due_on', 'is not', null)]))
    .orderBy('part.due_on')
    .orderBy('part.id')
    .execute()
  return rows.map(row => ({ part: partOf(row), meetingId: row.meeting_id, asker: row.asker }))
}

function rowOf(part: Part): Omit<PartsTable, 'authority' | 'supplementary_id'> {
  return {
    id: part.id,
    position: part.position,
    words: part.words,
    respondent: part.respondent,
    on_behalf_of: part.onBehalfOf,
    answer: part.answer,
    owner: part.owner,
    due_on: part.dueOn === null ? null : isoDay(part.dueOn),
    later_answer: part.later?.words ?? null,
    later_on: part.later === null ? null : isoDay(part.later.on),
    later_how: part.later?.how ?? '',
    later_by: part.later?.by ?? '',
    amends: part.later?.amends ?? '',
  }
}

function partOf(row: PartsTable): Part {
  return {
    id: row.id,
    position: row.position,
    words: row.words,
    respondent: row.respondent,
    onBehalfOf: row.on_behalf_of,
    answer: row.answer,
    owner: row.owner,
    dueOn: day(row.due_on),
    later: laterOf(row),
  }
}

function laterOf(row: PartsTable): LaterAnswer | null {
  const on = day(row.later_on)
  if (on === null || row.later_answer === null) return null
  return { words: row.later_answer, on, how: row.later_how, by: row.later_by, amends: row.amends }
}
