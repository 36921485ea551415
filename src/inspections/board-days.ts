import { type Body, bodyOn, sameWords } from '#bodies'
import type { Day } from '#calendar'
import { isArranged, type Meeting as Held, meetingPath } from '#meetings'
import { type Board, meetingsBetween } from './board.ts'

/** A day on which the board meets. */
export interface BoardMeeting {
  readonly on: Day
  /** Why it is not on the day that the weeks give; null where it is, or where nobody said. */
  readonly because: string | null
  /** Where it stands in the rhythm; null where the day stands in the calendar of meetings. */
  readonly nth: number | null
  /** Its page; null where no meeting is arranged. */
  readonly href: string | null
}

/** When the board meets, and who says so. */
export interface BoardDays {
  /** The body of the council that is this board; null where none is. */
  readonly body: Body | null
  readonly source: 'calendar' | 'rhythm'
  readonly last: BoardMeeting | null
  readonly next: BoardMeeting | null
  readonly between: (from: Day, to: Day) => readonly BoardMeeting[]
}

const YEAR = 370

/**
 * The body of the calendar that is the board: of the bodies that are improvement boards today the one
 * with its name, or else the one that began last.
 */
export function bodyOfBoard(
  board: Pick<Board, 'name' | 'endedOn'>,
  bodies: readonly Body[],
  today: Day,
): Body | null {
  const day = board.endedOn === null ? today : Math.min(today, board.endedOn)
  const boards = bodies
    .filter(each => each.kind === 'improvement board' && bodyOn(each, day))
    .toSorted((a, b) => (b.startedOn ?? 0) - (a.startedOn ?? 0))
  return boards.find(({ name }) => sameWords(name, board.name)) ?? boards[0] ?? null
}

/**
 * The days of the board. What is arranged in the calendar of meetings is what happens; the rhythm is
 * only asked while nothing is arranged there, so that no two pages give two days for one meeting.
 */
export function boardDays(
  board: Board,
  body: Body | null,
  held: readonly Held[],
  today: Day,
): BoardDays {
  const arranged = held
    .filter(each => isArranged(each) && each.bodyId === body?.id)
    .toSorted((a, b) => a.heldOn - b.heldOn)
    .map(
      (each): BoardMeeting => ({
        on: each.heldOn,
        because: each.title === '' ? null : each.title,
        nth: null,
        href: meetingPath(each.id),
      }),
    )
  const isKept = arranged.length > 0
  const between = (from: Day, to: Day): readonly BoardMeeting[] =>
    isKept
      ? arranged.filter(({ on }) => on >= from && on <= to)
      : meetingsBetween(board, from, to).map(each => ({ ...each, href: null }))
  return {
    body,
    source: isKept ? 'calendar' : 'rhythm',
    last: between(today - YEAR, today - 1).at(-1) ?? null,
    next: between(today, today + YEAR)[0] ?? null,
    between,
  }
}
