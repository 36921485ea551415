import { type Day, longDay } from '#calendar'
import { commitmentsFrom, publishCommitments } from '#commitments'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid } from '#kit/http/index.ts'
import { itemsOf, meetingById } from '#meetings'
import { heldMinutes, minutesThing, note } from './change.ts'
import type { Minutes } from './minutes.ts'
import { paragraphsOf, updateMinutes } from './store/index.ts'

/**
 * Publishes minutes as a draft: from now on no number changes and every correction is shown. What
 * was raised from them, other than under exempt items, is published with them.
 */
export async function publishMinutes(trx: Trx, by: Changing, meetingId: string): Promise<Minutes> {
  const held = await heldMinutes(trx, by, meetingId)
  if (held.state !== 'being written')
    throw conflict('These minutes are published already. Open them again to see how they stand.')
  const paragraphs = (await paragraphsOf(trx, meetingId)).filter(each => !each.struck)
  if (paragraphs.length === 0)
    throw conflict('There is nothing to publish yet: these minutes have no paragraph.')
  const minutes: Minutes = {
    ...held,
    state: 'draft',
    publishedAt: by.at,
    publishedBy: by.actorName,
    version: held.version + 1,
  }
  await updateMinutes(trx, minutes)
  await note(trx, by, 'minutes.published', minutesThing(meetingId))
  await publishWhatWasRaised(trx, by, meetingId)
  return minutes
}

/** Everything raised from paragraphs that the public may read is published with them. */
export async function publishWhatWasRaised(
  trx: Trx,
  by: Changing,
  meetingId: string,
): Promise<void> {
  const closed = new Set(
    (await itemsOf(trx, meetingId)).filter(each => each.exempt !== null).map(({ id }) => id),
  )
  const open = (await paragraphsOf(trx, meetingId)).filter(
    each => each.itemId === null || !closed.has(each.itemId),
  )
  const raised = await commitmentsFrom(
    trx,
    open.map(({ id }) => id),
  )
  await publishCommitments(
    trx,
    by,
    raised.filter(each => !each.published).map(({ id }) => id),
  )
}

/** How minutes were agreed. */
export interface Agreement {
  /** The meeting that agreed them; null where it is not kept here. */
  readonly atMeeting: string | null
  readonly on: Day | null
  /** The amendments with which they were agreed; each is also a correction of its paragraph. */
  readonly words: string
  readonly signedBy: string
}

/** Agrees minutes as a correct record, at a later meeting of the body. */
export async function agreeMinutes(
  trx: Trx,
  by: Changing,
  meetingId: string,
  asked: Agreement,
): Promise<Minutes> {
  const held = await heldMinutes(trx, by, meetingId)
  if (held.state === 'being written')
    throw conflict('Publish these minutes as a draft first: a meeting agrees what it has read.')
  if (held.state === 'agreed')
    throw conflict('These minutes are agreed already. What is wrong in them is still corrected.')
  const meeting = await meetingById(trx, meetingId)
  const at = asked.atMeeting === null ? null : await meetingById(trx, asked.atMeeting)
  const on = at?.heldOn ?? asked.on
  if (asked.atMeeting !== null && at === null)
    throw invalid([{ field: 'atMeeting', message: 'Choose the meeting that agreed them.' }])
  if (on === null)
    throw invalid([
      { field: 'on', message: 'Choose the meeting that agreed them, or enter its date.' },
    ])
  if (meeting !== null && on <= meeting.heldOn)
    throw invalid([
      {
        field: at === null ? 'on' : 'atMeeting',
        message: `Minutes are agreed at a later meeting: this one was held on ${longDay(meeting.heldOn)}.`,
      },
    ])
  if (on > by.today)
    throw invalid([
      {
        field: at === null ? 'on' : 'atMeeting',
        message: 'That meeting has not been held yet: record it once it has agreed them.',
      },
    ])
  const minutes: Minutes = {
    ...held,
    state: 'agreed',
    agreedAtMeeting: at?.id ?? null,
    agreedOn: on,
    agreedWords: asked.words.trim(),
    signedBy: asked.signedBy.trim(),
    version: held.version + 1,
  }
  await updateMinutes(trx, minutes)
  await note(trx, by, 'minutes.agreed', minutesThing(meetingId), { at: at?.id ?? '' })
  return minutes
}
