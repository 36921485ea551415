import { allBodies } from '#bodies'
import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { meetingsOfBody } from '#meetings'
import { type BoardDays, boardDays, bodyOfBoard } from './board-days.ts'
import type { Board } from './board.ts'

/** When the board meets: from the calendar of meetings where it is there, or else from its rhythm. */
export async function daysOfBoard(trx: Trx, board: Board, today: Day): Promise<BoardDays> {
  const body = bodyOfBoard(board, await allBodies(trx), today)
  const held = body === null ? [] : await meetingsOfBody(trx, body.id)
  return boardDays(board, body, held, today)
}
