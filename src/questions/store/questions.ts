import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Category, Question, State, Way } from '../question.ts'

type QuestionsTable = {
  authority: string
  id: string
  meeting_id: string
  category: Category
  number: number | null
  asker: string
  capacity: string
  email: string
  subject: string
  words: string
  item_id: string | null
  pack_page: string
  respondent: string
  how: Way
  received_at: Date
  notice_words: string
  late: boolean
  state: State
  state_words: string
  answer: string | null
  answered_by: string
  on_behalf_of: string
  approved_by: string | null
  approved_at: Date | null
  published_at: Date | null
  version: number
}
type Tables = { 'questions.questions': QuestionsTable }

export async function insertQuestion(
  trx: Trx,
  authority: string,
  question: Question,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('questions.questions')
    .values({ authority, ...rowOf(question) })
    .execute()
}

/** Writes a question over what was there, one version on. */
export async function updateQuestion(trx: Trx, question: Question): Promise<void> {
  const { id, ...row } = rowOf(question)
  await trx
    .withTables<Tables>()
    .updateTable('questions.questions')
    .set({ ...row, version: question.version + 1 })
    .where('id', '=', id)
    .execute()
}

/** One question, held until the transaction ends where it is to be changed. */
export async function questionById(trx: Trx, id: string, held = false): Promise<Question | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('questions.questions')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : questionOf(row)
}

/** The questions put to some meetings: the public's first, by number, then as they came. */
export async function questionsOf(trx: Trx, ...meetingIds: string[]): Promise<readonly Question[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('questions.questions')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('category', 'desc')
    .orderBy('number')
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map(questionOf)
}

export async function questionsById(
  trx: Trx,
  ids: readonly string[],
): Promise<readonly Question[]> {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('questions.questions')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(questionOf)
}

/** The last number given in a category at a meeting. */
export async function lastNumber(trx: Trx, meetingId: string, category: Category): Promise<number> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('questions.questions')
    .select(each => each.fn.max('number').as('number'))
    .where('meeting_id', '=', meetingId)
    .where('category', '=', category)
    .executeTakeFirst()
  return row?.number ?? 0
}

function rowOf(question: Question): Omit<QuestionsTable, 'authority'> {
  return {
    id: question.id,
    meeting_id: question.meetingId,
    category: question.category,
    number: question.number,
    asker: question.asker,
    capacity: question.capacity,
    email: question.email,
    subject: question.subject,
    words: question.words,
    item_id: question.itemId,
    pack_page: question.packPage,
    respondent: question.respondent,
    how: question.how,
    received_at: question.receivedAt,
    notice_words: question.noticeWords,
    late: question.late,
    state: question.state,
    state_words: question.stateWords,
    answer: question.answer,
    answered_by: question.answeredBy,
    on_behalf_of: question.onBehalfOf,
    approved_by: question.approvedBy,
    approved_at: question.approvedAt,
    published_at: question.publishedAt,
    version: question.version,
  }
}

function questionOf(row: QuestionsTable): Question {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    category: row.category,
    number: row.number,
    asker: row.asker,
    capacity: row.capacity,
    email: row.email,
    subject: row.subject,
    words: row.words,
    itemId: row.item_id,
    packPage: row.pack_page,
    respondent: row.respondent,
    how: row.how,
    receivedAt: row.received_at,
    noticeWords: row.notice_words,
    late: row.late,
    state: row.state,
    stateWords: row.state_words,
    answer: row.answer,
    answeredBy: row.answered_by,
    onBehalfOf: row.on_behalf_of,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    publishedAt: row.published_at,
    version: row.version,
  }
}
