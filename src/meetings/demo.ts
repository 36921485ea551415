import { randomUUID } from 'node:crypto'
import {
  allHolders,
  allPeople,
  allPortfolios,
  allPosts,
  allSeats,
  type Body,
  bodiesById,
  constitutionOn,
  demoBodiesId,
  fullName,
  holdsOn,
  portfolioOn,
  seatsOn,
  sitterOn,
} from '#bodies'
import { addWorkingDays, type Day, isoDay, parseIsoDay } from '#calendar'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { runningFrom, standardFor, usualAgenda } from './agenda.ts'
import { meetingThing } from './change.ts'
import { agendaDeadline } from './dates.ts'
import {
  demoNotices,
  type DemoOccasion,
  demoOccasions,
  demoRecesses,
  demoRhythms,
} from './demo-calendar.ts'
import { demoClerk, demoMeetingId, fillPapers, madeOf } from './demo-packs.ts'
import {
  budgetItem,
  type DemoItem,
  exemptItem,
  lateItem,
  lateReason,
  performanceItem,
  planItem,
  qualityItem,
  verbalItem,
} from './demo-papers.ts'
import { resolutionToExclude } from './exemptions.ts'
import type { Attendance, Item, Meeting } from './meeting.ts'
import {
  insertChange,
  insertItem,
  insertMeeting,
  insertRecess,
  putAttendance,
  putNotice,
} from './store/index.ts'

const DAY = 86_400_000
const morning = (day: Day): Date => new Date(day * DAY + 9 * 3_600_000)

interface Filling {
  readonly trx: Trx
  readonly authority: string
  readonly today: Day
  /** Who sits where, asked once for all meetings. */
  readonly seated: (body: Body, day: Day) => readonly Omit<Attendance, 'id' | 'meetingId' | 'how'>[]
}

/**
 * Fills three years of meetings of the demonstration's bodies, and those that are coming. Packs are
 * bound when somebody first asks for one: what they hold and which pages it has is known before.
 */
export async function fillDemoMeetings(trx: Trx, authority: string, at: Date): Promise<void> {
  const today = Math.floor(at.getTime() / DAY)
  const bodies = await bodiesById(
    trx,
    demoRhythms.map(({ body }) => demoBodiesId('body', body)),
  )
  const filling: Filling = { trx, authority, today, seated: await seatedIn(trx) }
  for (const [position, { title, words }] of demoNotices.entries())
    await putNotice(trx, authority, {
      id: demoMeetingId(title, 0, 'notice'),
      bodyId: null,
      position: position + 1,
      title,
      words,
      ended: false,
    })
  for (const [title, from, until] of demoRecesses) {
    const [fromOn, untilOn] = [parseIsoDay(from) ?? 0, parseIsoDay(until) ?? 0]
    await insertRecess(trx, authority, { id: randomUUID(), title, fromOn, untilOn })
  }
  for (const rhythm of demoRhythms) {
    const body = bodies.find(({ id }) => id === demoBodiesId('body', rhythm.body))
    if (body === undefined) continue
    const occasions = demoOccasions(rhythm, today)
    const past = occasions.filter(({ on }) => on < today)
    const numbered: Pick<Item, 'number'>[] = []
    for (const [nth, occasion] of occasions.entries()) {
      const before = occasions[nth - 1]
      const first = body.numbering === 'running' ? runningFrom(numbered) : 1
      const fill: OneMeeting = {
        body,
        occasion,
        before: before?.on ?? null,
        first,
        isLatest: occasion === past.at(-1),
        isCancelled: rhythm.body === 'parenting' && occasion === past.at(-3),
        isPostponed: rhythm.body === 'safeguarding' && occasion === past.at(-2),
      }
      numbered.push(...(await fillMeeting(filling, fill)))
    }
  }
}

interface OneMeeting {
  readonly body: Body
  readonly occasion: DemoOccasion
  readonly before: Day | null
  readonly first: number
  readonly isLatest: boolean
  readonly isCancelled: boolean
  readonly isPostponed: boolean
}

async function fillMeeting(filling: Filling, one: OneMeeting): Promise<readonly Item[]> {
  const { trx, authority, today } = filling
  const { body, occasion, isCancelled, isPostponed } = one
  const { rhythm, on } = occasion
  const id = demoMeetingId(rhythm.body, on)
  const agendaDue = agendaDeadline(body, on).due
  const isOut = agendaDue <= today && !isCancelled
  const isHeld = on < today && !isCancelled && !isPostponed
  const arrangedAt = morning(Math.min(today, on - 200))
  const meeting: Meeting = {
    ...meetingOf(one, id),
    state: isCancelled
      ? 'cancelled'
      : isPostponed
        ? 'postponed'
        : isHeld
          ? 'held'
          : stateAhead(on, today),
    agendaPublishedAt: isOut ? morning(agendaDue) : null,
    noticePublishedAt: isOut ? morning(agendaDue) : null,
    ...(isHeld && { beganAt: rhythm.startsAt, concludedAt: rhythm.endsAt }),
  }
  // On the new day it has no words of its own to say: the old one leads to it.
  if (isPostponed) await fillPostponed(filling, one, meeting)
  else await insertMeeting(trx, authority, meeting, arrangedAt)
  const line = { actor: 'demonstration', action: 'meeting.arranged', subject: meetingThing(id) }
  await record(trx, { ...line, detail: { body: body.id } }, arrangedAt)
  await fillMoves(filling, one, meeting)
  const items = await fillAgenda(filling, one, meeting, isOut ? morning(agendaDue) : null)
  if (isHeld) await fillAttendance(filling, one, id)
  return items
}

const stateAhead = (on: Day, today: Day): Meeting['state'] =>
  on > today + 200 ? 'provisional' : 'confirmed'

function meetingOf({ body, occasion: { rhythm, on } }: OneMeeting, id: string): Meeting {
  const { startsAt, endsAt, mode, venue } = rhythm
  return {
    id,
    bodyId: body.id,
    title: '',
    heldOn: on,
    startsAt,
    endsAt,
    beganAt: null,
    concludedAt: null,
    mode,
    venue,
    mapLink: '',
    joiningLink: mode === 'in person' ? '' : `https://meet.quillshire.example/${rhythm.body}`,
    state: 'confirmed',
    stateWords: '',
    movedTo: null,
    noticePublishedAt: null,
    agendaPublishedAt: null,
    sequence: 0,
    importedFrom: null,
  }
}

async function fillPostponed(filling: Filling, one: OneMeeting, meeting: Meeting): Promise<void> {
  const { trx, authority } = filling
  const to = addWorkingDays(meeting.heldOn, 7)
  const next: Meeting = {
    ...meetingOf(one, demoMeetingId(one.occasion.rhythm.body, to)),
    heldOn: to,
    state: 'held',
    agendaPublishedAt: morning(meeting.heldOn),
    noticePublishedAt: morning(meeting.heldOn),
    beganAt: meeting.startsAt,
    concludedAt: meeting.endsAt,
  }
  await insertMeeting(trx, authority, next, morning(meeting.heldOn - 2))
  const reason = 'Two of the three partners were called to an incident.'
  await insertMeeting(
    trx,
    authority,
    { ...meeting, movedTo: next.id, stateWords: reason, sequence: 1 },
    morning(meeting.heldOn - 200),
  )
  await keepChange(filling, meeting, 'postponed', reason, meeting.heldOn)
  await fillAgenda(filling, one, next, morning(meeting.heldOn))
  await fillAttendance(filling, one, next.id)
}

/** What was moved or cancelled, with what it was before. */
async function fillMoves(
  filling: Filling,
  { occasion, isCancelled }: OneMeeting,
  meeting: Meeting,
): Promise<void> {
  const { moved } = occasion
  if (moved !== null) await keepChange(filling, meeting, 'moved', moved.reason, moved.from)
  if (isCancelled)
    await keepChange(filling, meeting, 'cancelled', 'Snow had closed the roads.', meeting.heldOn)
}

async function keepChange(
  { trx, authority }: Filling,
  { id, heldOn, startsAt, venue, mode }: Meeting,
  kind: 'moved' | 'cancelled' | 'postponed',
  reason: string,
  wasOn: Day,
): Promise<void> {
  await insertChange(trx, authority, {
    id: randomUUID(),
    meetingId: id,
    kind,
    was: { heldOn: isoDay(wasOn), startsAt, venue, mode, state: 'confirmed' },
    reason,
    changedAt: morning(Math.min(heldOn, wasOn) - 3),
    changedBy: demoClerk,
  })
}

/** What is on the agenda of a meeting of a body, besides what stands on each. */
function businessOf({ body, occasion: { on }, isLatest }: OneMeeting): readonly DemoItem[] {
  const quarter = Math.floor(on / 91) % 2 === 0
  switch (body.kind) {
    case 'cabinet':
      return [
        performanceItem(on),
        ...(quarter ? [budgetItem()] : [planItem(on)]),
        ...(isLatest ? [exemptItem] : []),
      ]
    case 'scrutiny':
      return [performanceItem(on), ...(quarter ? [qualityItem(on)] : [planItem(on)])]
    case 'improvement board':
      return [planItem(on), performanceItem(on), ...(quarter ? [qualityItem(on)] : []), verbalItem]
    case 'corporate parenting board':
      return [performanceItem(on), verbalItem]
    case 'council':
      return quarter ? [budgetItem()] : [verbalItem]
    default:
      return [qualityItem(on)]
  }
}

async function fillAgenda(
  filling: Filling,
  one: OneMeeting,
  meeting: Meeting,
  outAt: Date | null,
): Promise<readonly Item[]> {
  const { trx, authority, today } = filling
  const { body, before, first } = one
  const constitution = await constitutionOn(trx, meeting.heldOn)
  // Far ahead nobody has written anything yet.
  const business = meeting.heldOn > today + 60 ? [] : businessOf(one)
  const standard = standardFor(usualAgenda(body.kind, constitution), before)
  const blank = { presenter: '', papers: [] }
  const listed: DemoItem[] = [
    ...standard.filter(({ kind }) => kind !== 'workplan').map(each => ({ ...each, ...blank })),
    ...business.filter(({ exempt }) => exempt === undefined),
    ...standard.filter(({ kind }) => kind === 'workplan').map(each => ({ ...each, ...blank })),
  ]
  const closed = business.filter(({ exempt }) => exempt !== undefined)
  if (closed.length > 0) {
    const numbered = closed.map((each, at) => ({
      number: String(first + listed.length + 1 + at),
      exempt: each.exempt ?? null,
    }))
    const words = resolutionToExclude(numbered, body.access)
    listed.push({ title: 'Leaving the public out', kind: 'exclusion', words, ...blank }, ...closed)
  }
  const addedAt = outAt ?? morning(Math.min(today, meeting.heldOn - 20))
  const made = listed.map((each, at) => madeOf(each, meeting, at, first + at, addedAt, outAt))
  for (const { item } of made) await insertItem(trx, authority, item)
  const isWithLate = body.kind === 'scrutiny' && one.isLatest && outAt !== null
  await fillPapers(filling, { body, meeting, made, outAt, nth: 0 })
  if (!isWithLate) return made.map(({ item }) => item)
  const lateAt = morning(meeting.heldOn - 2)
  const late = madeOf(lateItem, meeting, made.length, first + made.length, lateAt, lateAt)
  const urgent = { ...late.item, lateReason, lateBy: 'Councillor Clover Marblecombe' }
  await insertItem(trx, authority, urgent)
  const pages = made.flatMap(({ papers }) => papers).length
  const supplement = { body, meeting, made: [{ ...late, item: urgent }], outAt: lateAt, nth: 1 }
  await fillPapers(filling, { ...supplement, after: pages })
  return [...made.map(({ item }) => item), urgent]
}

async function fillAttendance(
  { trx, authority, seated }: Filling,
  { body, occasion: { on, rhythm } }: OneMeeting,
  meetingId: string,
): Promise<void> {
  for (const [at, who] of seated(body, on).entries()) {
    // Somebody is away at most meetings, and not always the same person.
    const isAway = at > 0 && (at + Math.floor(on / 7)) % 5 === 0
    // Where people may do either, some of those from other organisations join online.
    const isOnline =
      rhythm.mode === 'virtual' ||
      (rhythm.mode === 'hybrid' && at > 0 && who.organisation !== '' && (at + on) % 3 === 0)
    await putAttendance(trx, authority, {
      id: demoMeetingId(`${meetingId} ${who.personId}`, on, 'attendance'),
      meetingId,
      ...who,
      how: isAway ? 'apologies' : isOnline ? 'virtual' : 'present',
    })
  }
}

async function seatedIn(trx: Trx): Promise<Filling['seated']> {
  const seats = await allSeats(trx)
  const posts = await allPosts(trx)
  const holders = await allHolders(trx)
  const portfolios = await allPortfolios(trx)
  const people = new Map((await allPeople(trx)).map(each => [each.id, each]))
  return (body, day) => {
    const seen = new Set<string>()
    const own = seats.filter(seat => seat.bodyId === body.id && holdsOn(seat, day))
    return seatsOn(own, day).flatMap(seat => {
      const personId = sitterOn(seat, posts, holders, day)
      const person = personId === null ? undefined : people.get(personId)
      if (person === undefined || seen.has(person.id)) return []
      seen.add(person.id)
      const portfolio = portfolioOn(
        portfolios.filter(each => each.personId === person.id),
        day,
      )
      return [
        {
          personId: person.id,
          name: fullName(person),
          capacity: seat.post ?? portfolio?.title ?? '',
          organisation: seat.organisation,
          seat: seat.kind,
          votes: seat.votes,
          standsInFor: '',
        },
      ]
    })
  }
}
