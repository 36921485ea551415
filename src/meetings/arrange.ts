import { randomUUID } from 'node:crypto'
import { type Body, bodyById, constitutionOn } from '#bodies'
import { isoDay, longDay, type Occasion } from '#calendar'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { numbersOf, runningFrom, standardFor, usualAgenda } from './agenda.ts'
import {
  addItem,
  addPaper,
  arrangeMeeting,
  changeItem,
  changeMeeting,
  meetingThing,
  type NewMeeting,
} from './change.ts'
import { isArranged, type Meeting } from './meeting.ts'
import {
  type ChangeKind,
  habitsOf,
  insertChange,
  itemsOf,
  meetingById,
  meetingsOfBody,
  papersOf,
} from './store/index.ts'

/** Arranges a meeting of a body with the items that stand on each of its agendas. */
export async function arrangeWithAgenda(
  trx: Trx,
  by: Changing,
  asked: NewMeeting,
): Promise<Meeting> {
  const body = await bodyById(trx, asked.bodyId)
  if (body === null) throw notFound()
  const meeting = await arrangeMeeting(trx, by, asked)
  const constitution = await constitutionOn(trx, meeting.heldOn)
  const standard = (await habitsOf(trx, body.id))?.standard ?? usualAgenda(body.kind, constitution)
  const before = await meetingBefore(trx, meeting)
  for (const { title, kind, words } of standardFor(standard, before?.heldOn ?? null))
    await addItem(trx, by, { meetingId: meeting.id, number: '', title, kind, words })
  await numberItems(trx, by, meeting, body)
  return meeting
}

/** The last meeting of the same body that was or is to be held before this one. */
export async function meetingBefore(
  trx: Trx,
  meeting: Pick<Meeting, 'id' | 'bodyId' | 'heldOn' | 'startsAt'>,
): Promise<Meeting | null> {
  const all = await meetingsOfBody(trx, meeting.bodyId)
  const when = ({ heldOn, startsAt }: Pick<Meeting, 'heldOn' | 'startsAt'>): string =>
    `${isoDay(heldOn)} ${startsAt}`
  return all.find(each => isArranged(each) && when(each) < when(meeting)) ?? null
}

/** Gives the items of a meeting their numbers, by the body's way of numbering. */
export async function numberItems(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  body: Pick<Body, 'numbering'>,
): Promise<void> {
  const items = await itemsOf(trx, meeting.id)
  const first = body.numbering === 'running' ? await firstNumber(trx, meeting) : 1
  const numbers = numbersOf(items, first)
  for (const item of items) {
    const number = numbers.get(item.id) ?? item.number
    if (number !== item.number) await changeItem(trx, by, item.id, { number })
  }
}

async function firstNumber(trx: Trx, meeting: Meeting): Promise<number> {
  const all = await meetingsOfBody(trx, meeting.bodyId)
  const earlier = all.filter(each => each.id !== meeting.id && each.heldOn < meeting.heldOn)
  return runningFrom(await itemsOf(trx, ...earlier.map(({ id }) => id)))
}

/** A meeting every so many weeks, on the days that the rhythm gives. */
export async function arrangeSeries(
  trx: Trx,
  by: Changing,
  asked: Omit<NewMeeting, 'heldOn'>,
  occasions: readonly Occasion[],
): Promise<readonly Meeting[]> {
  const made: Meeting[] = []
  for (const { on } of occasions)
    made.push(await arrangeWithAgenda(trx, by, { ...asked, heldOn: on }))
  return made
}

export type When = Partial<
  Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt' | 'venue' | 'mode' | 'mapLink' | 'joiningLink'>
>

/** Moves a meeting to another day, time or place. What it was, and why, stays for everybody to see. */
export async function moveMeeting(
  trx: Trx,
  by: Changing,
  id: string,
  to: When,
  reason: string,
): Promise<Meeting> {
  const held = await stillToCome(trx, id)
  await keepWhatWas(trx, by, held, 'moved', reason)
  return changeMeeting(trx, by, id, to)
}

export async function cancelMeeting(
  trx: Trx,
  by: Changing,
  id: string,
  reason: string,
): Promise<Meeting> {
  const held = await stillToCome(trx, id)
  await keepWhatWas(trx, by, held, 'cancelled', reason)
  return changeMeeting(trx, by, id, { state: 'cancelled', stateWords: reason })
}

/**
 * Puts a meeting off, to a day that is known or not. On the new day it has the same agenda and papers,
 * which have to be published again; what was published for the old day stays there.
 */
export async function postponeMeeting(
  trx: Trx,
  by: Changing,
  id: string,
  reason: string,
  to: Pick<Meeting, 'heldOn' | 'startsAt'> | null,
): Promise<Meeting | null> {
  const held = await stillToCome(trx, id)
  if (to !== null && to.heldOn === held.heldOn && to.startsAt === held.startsAt)
    throw invalid([{ field: 'heldOn', message: 'Enter another day or time, or none yet.' }])
  await keepWhatWas(trx, by, held, 'postponed', reason)
  const next = to === null ? null : await sameAgain(trx, by, held, to)
  await changeMeeting(trx, by, id, {
    state: 'postponed',
    stateWords: reason,
    movedTo: next?.id ?? null,
  })
  return next
}

async function sameAgain(
  trx: Trx,
  by: Changing,
  held: Meeting,
  { heldOn, startsAt }: Pick<Meeting, 'heldOn' | 'startsAt'>,
): Promise<Meeting> {
  const { bodyId, title, mode, venue, mapLink, joiningLink } = held
  const next = await arrangeMeeting(trx, by, {
    bodyId,
    title,
    mode,
    venue,
    mapLink,
    joiningLink,
    heldOn,
    startsAt,
  })
  const ids = new Map<string, string>()
  for (const { id, withdrawnWords, addedAt: _, publishedAt: __, ...item } of await itemsOf(
    trx,
    held.id,
  )) {
    if (withdrawnWords !== null) continue
    // Late for the old day is not late for the new one.
    const fresh = { ...item, meetingId: next.id, lateReason: '', lateBy: '' }
    ids.set(id, (await addItem(trx, by, fresh)).id)
  }
  for (const paper of await papersOf(trx, held.id)) await copyPaper(trx, by, paper, next.id, ids)
  const body = await bodyById(trx, bodyId)
  if (body !== null) await numberItems(trx, by, next, body)
  return next
}

async function copyPaper(
  trx: Trx,
  by: Changing,
  paper: Awaited<ReturnType<typeof papersOf>>[number],
  meetingId: string,
  items: ReadonlyMap<string, string>,
): Promise<void> {
  const itemId = paper.itemId === null ? null : (items.get(paper.itemId) ?? null)
  if (paper.withdrawnWords !== null || (paper.itemId !== null && itemId === null)) return
  const { kind, title, author, words, fileSha, exempt, position } = paper
  await addPaper(trx, by, {
    meetingId,
    itemId,
    kind,
    title,
    author,
    words,
    fileSha,
    exempt,
    position,
  })
}

async function stillToCome(trx: Trx, id: string): Promise<Meeting> {
  const held = await meetingById(trx, id, true)
  if (held === null) throw notFound()
  if (held.state === 'cancelled' || held.state === 'postponed' || held.state === 'held')
    throw conflict(
      `The meeting of ${longDay(held.heldOn)} is ${held.state}, so this cannot be done with it now.`,
    )
  return held
}

async function keepWhatWas(
  trx: Trx,
  by: Changing,
  { id, heldOn, startsAt, venue, mode, state }: Meeting,
  kind: ChangeKind,
  reason: string,
): Promise<void> {
  await insertChange(trx, by.authority, {
    id: randomUUID(),
    meetingId: id,
    kind,
    was: { heldOn: isoDay(heldOn), startsAt, venue, mode, state },
    reason,
    changedAt: by.at,
    changedBy: by.actorName,
  })
  const line = { actor: by.actor, action: `meeting.${kind}`, subject: meetingThing(id) }
  await record(trx, { ...line, detail: {} }, by.at)
}
