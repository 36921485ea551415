import { isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Board, Effect, MovedMeeting, Question } from '../board.ts'
import { dayIn, dayOrNull, isoOrNull } from './inspections.ts'

type Tables = {
  'inspections.boards': {
    authority: string
    id: string
    name: string
    chair: string
    chair_organisation: string
    first_on: string
    weeks: number
    ended_on: string | null
  }
  'inspections.members': {
    authority: string
    board_id: string
    position: number
    post: string
    organisation: string
  }
  'inspections.moved_meetings': {
    authority: string
    board_id: string
    nth: number
    held_on: string
    reason: string
  }
  'inspections.questions': {
    authority: string
    id: string
    board_id: string
    asked_on: string
    asked_by: string
    organisation: string
    words: string
    owner: string | null
    due_on: string | null
    answer: string | null
    answered_on: string | null
    followed_words: string | null
    followed_on: string | null
    effect: Effect | null
    effect_words: string | null
  }
}

/** The board that sits now, or else the one that sat last; null before there was any. */
export async function currentBoard(trx: Trx): Promise<Board | null> {
  const db = trx.withTables<Tables>()
  const rows = await db
    .selectFrom('inspections.boards')
    .selectAll()
    .orderBy('first_on', 'desc')
    .execute()
  const row = rows.find(each => each.ended_on === null) ?? rows[0]
  if (row === undefined) return null
  const members = await db
    .selectFrom('inspections.members')
    .selectAll()
    .where('board_id', '=', row.id)
    .orderBy('position')
    .execute()
  const moved = await db
    .selectFrom('inspections.moved_meetings')
    .selectAll()
    .where('board_id', '=', row.id)
    .orderBy('nth')
    .execute()
  return {
    id: row.id,
    name: row.name,
    chair: row.chair,
    chairOrganisation: row.chair_organisation,
    firstOn: dayIn(row.first_on),
    weeks: row.weeks,
    endedOn: dayOrNull(row.ended_on),
    members: members.map(({ post, organisation }) => ({ post, organisation })),
    moved: moved.map(each => ({
      nth: each.nth,
      heldOn: dayIn(each.held_on),
      reason: each.reason,
    })),
  }
}

/** Writes a board and who sits on it; its moved meetings are written one by one. */
export async function writeBoard(
  trx: Trx,
  authority: string,
  board: Omit<Board, 'moved'>,
): Promise<void> {
  const db = trx.withTables<Tables>()
  const row = {
    name: board.name,
    chair: board.chair,
    chair_organisation: board.chairOrganisation,
    first_on: isoDay(board.firstOn),
    weeks: board.weeks,
    ended_on: isoOrNull(board.endedOn),
  }
  await db
    .insertInto('inspections.boards')
    .values({ authority, id: board.id, ...row })
    .onConflict(conflict => conflict.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
  await db.deleteFrom('inspections.members').where('board_id', '=', board.id).execute()
  if (board.members.length === 0) return
  await db
    .insertInto('inspections.members')
    .values(
      board.members.map((member, position) => ({
        authority,
        board_id: board.id,
        position,
        ...member,
      })),
    )
    .execute()
}

export async function writeMovedMeeting(
  trx: Trx,
  authority: string,
  boardId: string,
  moved: MovedMeeting,
): Promise<void> {
  const row = { held_on: isoDay(moved.heldOn), reason: moved.reason }
  await trx
    .withTables<Tables>()
    .insertInto('inspections.moved_meetings')
    .values({ authority, board_id: boardId, nth: moved.nth, ...row })
    .onConflict(conflict => conflict.columns(['authority', 'board_id', 'nth']).doUpdateSet(row))
    .execute()
}

/** What the board asked, the newest first. */
export async function questionsOf(trx: Trx, boardId: string): Promise<readonly Question[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('inspections.questions')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('asked_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    askedOn: dayIn(row.asked_on),
    askedBy: row.asked_by,
    organisation: row.organisation,
    words: row.words,
    owner: row.owner,
    dueOn: dayOrNull(row.due_on),
    answer: row.answer,
    answeredOn: dayOrNull(row.answered_on),
    followedWords: row.followed_words,
    followedOn: dayOrNull(row.followed_on),
    effect: row.effect,
    effectWords: row.effect_words,
  }))
}

export async function writeQuestion(
  trx: Trx,
  authority: string,
  boardId: string,
  question: Question,
): Promise<void> {
  const row = {
    asked_on: isoDay(question.askedOn),
    asked_by: question.askedBy,
    organisation: question.organisation,
    words: question.words,
    owner: question.owner,
    due_on: isoOrNull(question.dueOn),
    answer: question.answer,
    answered_on: isoOrNull(question.answeredOn),
    followed_words: question.followedWords,
    followed_on: isoOrNull(question.followedOn),
    effect: question.effect,
    effect_words: question.effectWords,
  }
  await trx
    .withTables<Tables>()
    .insertInto('inspections.questions')
    .values({ authority, id: question.id, board_id: boardId, ...row })
    .onConflict(conflict => conflict.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}
