import { type Body, seatsOf, seatsOn } from '#bodies'
import { type Commitment, commitmentsFrom } from '#commitments'
import type { Trx } from '#kit/db/index.ts'
import {
  aboutMeeting,
  type Attendance,
  attendanceOf,
  type Item,
  type Meeting,
  meetingsOfBody,
} from '#meetings'
import type { Viewer } from '#people'
import { isOnlyPartner, mayRead } from '#thread'
import type { Change, Minutes, Paragraph } from './minutes.ts'
import {
  type BoundFigure,
  changesOf,
  figuresOf,
  minutesOf,
  paragraphsOf,
  votesOf,
} from './store/index.ts'
import type { Vote } from './votes.ts'

/** The minutes of a meeting with all that stands beside them. */
export interface WholeMinutes {
  readonly meeting: Meeting
  readonly body: Body
  /** Null where nobody has begun to write them. */
  readonly minutes: Minutes | null
  readonly items: readonly Item[]
  readonly paragraphs: readonly Paragraph[]
  readonly changes: readonly Change[]
  readonly votes: ReadonlyMap<string, Vote>
  readonly figures: readonly BoundFigure[]
  readonly raised: readonly Commitment[]
  readonly attendance: readonly Attendance[]
  /** The meeting of the same body before this one, of those that were held. */
  readonly earlier: Meeting | null
  /** Those after it, the earliest first. */
  readonly later: readonly Meeting[]
}

/** @throws where there is no such meeting */
export async function wholeMinutes(trx: Trx, meetingId: string): Promise<WholeMinutes> {
  const { meeting, body, items } = await aboutMeeting(trx, meetingId)
  const paragraphs = await paragraphsOf(trx, meetingId)
  const ids = paragraphs.map(each => each.id)
  const others = (await meetingsOfBody(trx, meeting.bodyId)).filter(each => takesPlace(each))
  return {
    meeting,
    body,
    minutes: await minutesOf(trx, meetingId),
    items,
    paragraphs,
    changes: await changesOf(trx, meetingId),
    votes: await votesOf(trx, ids),
    figures: await figuresOf(trx, ids),
    raised: await commitmentsFrom(trx, ids),
    attendance: await attendanceOf(trx, meetingId),
    earlier: others.find(each => each.heldOn < meeting.heldOn) ?? null,
    later: others.filter(each => each.heldOn > meeting.heldOn).toReversed(),
  }
}

/** Whether a meeting was held or still is to be. */
export const takesPlace = ({ state }: Pick<Meeting, 'state'>): boolean =>
  state !== 'cancelled' && state !== 'postponed'

/**
 * Whether somebody may read of a meeting at all. Whoever is a partner and nothing else reads of
 * bodies that meet in public, and of those that their organisation sits on.
 */
export async function mayReadOf(trx: Trx, viewer: Viewer, whole: WholeMinutes): Promise<boolean> {
  if (!isOnlyPartner(viewer)) return true
  if (whole.body.access !== 'none') return true
  const seats = seatsOn(await seatsOf(trx, whole.meeting.bodyId), whole.meeting.heldOn)
  return mayRead(
    viewer,
    [...seats, ...whole.attendance].map(each => each.organisation),
  )
}

/** The paragraphs of one item in their order; of null those before the first. */
export const paragraphsIn = (
  { paragraphs, items }: Pick<WholeMinutes, 'paragraphs' | 'items'>,
  itemId: string | null,
): readonly Paragraph[] =>
  paragraphs.filter(each =>
    itemId === null
      ? // What stood under an item that is gone is not lost.
        each.itemId === null || !items.some(item => item.id === each.itemId)
      : each.itemId === itemId,
  )

export const closedWords = (item: Item): string => {
  const ground =
    item.exempt === null || item.exempt.paragraph === null
      ? 'confidential information'
      : `paragraph ${item.exempt.paragraph} of part 1 of Schedule 12A to the Local Government Act 1972`
  const why = item.exempt?.words ?? ''
  return `The public was left out for this item: ${ground}${why === '' ? '' : ` (${why})`}.`
}
