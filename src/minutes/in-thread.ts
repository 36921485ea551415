import { allBodies, bodiesById, type Body } from '#bodies'
import type { Day } from '#calendar'
import { brief } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import {
  itemsOf,
  type Meeting,
  meetingName,
  meetingsBetween,
  meetingsById,
  sightOf,
} from '#meetings'
import { commitmentsFrom } from '#commitments'
import { dayIn, permits, type Viewer } from '#people'
import { type Gap, type GapSource, isOnlyPartner, type KindOfThing } from '#thread'
import { asksIn } from './asks.ts'
import { MINUTES, minutesThing, PARAGRAPH } from './change.ts'
import { takesPlace } from './model.ts'
import { asksPath, type Minutes, minutesPath, minutesStates, paragraphPath } from './minutes.ts'
import { keepMinutes, mayReadMinutes } from './policy.ts'
import { allMinutes, dismissalsOf, minutesOf, paragraphsById, paragraphsOf } from './store/index.ts'

/** How the thread shows minutes as a whole. */
export const minutesKind: KindOfThing = {
  kind: MINUTES,
  name: 'Minutes',
  describe: async (trx, ids, viewer) => {
    const found = new Map<string, { title: string; href: string; state: string }>()
    for (const { meeting, body } of await readable(trx, ids, viewer)) {
      const minutes = await minutesOf(trx, meeting.id)
      if (minutes === null || !mayReadMinutes(viewer, minutes)) continue
      const title = `Minutes of ${meetingName({ body, meeting })}`
      found.set(meeting.id, {
        title,
        href: minutesPath(meeting.id),
        state: minutesStates[minutes.state],
      })
    }
    return found
  },
}

/** How the thread shows a paragraph of minutes. */
export const minuteKind = (now: () => Date): KindOfThing => ({
  kind: PARAGRAPH,
  name: 'Paragraph of minutes',
  describe: async (trx, ids, viewer) => {
    const paragraphs = await paragraphsById(trx, ids)
    const found = new Map<string, { title: string; href: string; state: string }>()
    const meetings = [...new Set(paragraphs.map(each => each.meetingId))]
    for (const { meeting, body } of await readable(trx, meetings, viewer)) {
      const minutes = await minutesOf(trx, meeting.id)
      if (minutes === null || !mayReadMinutes(viewer, minutes)) continue
      const { restricted } = await sightOf(trx, viewer, meeting, dayIn(now()))
      const closed = new Set(
        (await itemsOf(trx, meeting.id)).flatMap(each => (each.exempt === null ? [] : [each.id])),
      )
      for (const paragraph of paragraphs) {
        if (paragraph.meetingId !== meeting.id) continue
        if (paragraph.itemId !== null && closed.has(paragraph.itemId) && !restricted) continue
        const number = paragraph.number === '' ? '' : ` ${paragraph.number}`
        found.set(paragraph.id, {
          title: `${meetingName({ body, meeting })}, paragraph${number}: ${brief(paragraph.words, 80)}`,
          href: paragraphPath(paragraph.id),
          state: paragraph.struck ? 'Struck out' : minutesStates[minutes.state],
        })
      }
    }
    return found
  },
})

export const minutesKindsOfThing = (now: () => Date): readonly KindOfThing[] => [
  minutesKind,
  minuteKind(now),
]

/** The meetings that a viewer may read of; a partner reads of those of bodies that meet in public. */
async function readable(
  trx: Trx,
  ids: readonly string[],
  viewer: Viewer,
): Promise<readonly { readonly meeting: Meeting; readonly body: Body }[]> {
  const meetings = await meetingsById(trx, ids)
  const bodies = new Map(
    (await bodiesById(trx, [...new Set(meetings.map(each => each.bodyId))])).map(each => [
      each.id,
      each,
    ]),
  )
  return meetings.flatMap(meeting => {
    const body = bodies.get(meeting.bodyId)
    if (body === undefined || (isOnlyPartner(viewer) && body.access === 'none')) return []
    return [{ meeting, body }]
  })
}

/** Older minutes are read again only when somebody opens them: rules go over every word. */
const LOOK_BACK_DAYS = 400

/** Minutes with asks that nobody raised, and drafts that two later meetings have not agreed. */
export const minutesGaps: GapSource = async (trx, { today, viewer }) => {
  // What is to be done about them is for those who keep minutes.
  if (!permits(keepMinutes, viewer)) return []
  const meetings = await meetingsBetween(trx, today - LOOK_BACK_DAYS, today)
  const all = new Map((await allMinutes(trx)).map(each => [each.meetingId, each]))
  const bodies = new Map((await allBodies(trx)).map(each => [each.id, each]))
  const gaps: Gap[] = []
  for (const meeting of meetings.filter(takesPlace)) {
    const minutes = all.get(meeting.id)
    const body = bodies.get(meeting.bodyId)
    if (minutes === undefined || body === undefined) continue
    const title = `Minutes of ${meetingName({ body, meeting })}`
    const late = notAgreed(meeting, minutes, meetings, title, body)
    if (late !== null) gaps.push(late)
    const waiting = await asksWaiting(trx, meeting)
    if (waiting > 0)
      gaps.push({
        kind: 'ask-without-commitment',
        subject: minutesThing(meeting.id),
        title,
        href: asksPath(meeting.id),
        owner: body.clerk.post === '' ? null : body.clerk.post,
        since: meeting.heldOn,
        words: `${waiting} ${waiting === 1 ? 'sentence asks or promises' : 'sentences ask or promise'} something that nobody has raised.`,
      })
  }
  return gaps
}

async function asksWaiting(trx: Trx, meeting: Meeting): Promise<number> {
  const paragraphs = await paragraphsOf(trx, meeting.id)
  const raised = await commitmentsFrom(
    trx,
    paragraphs.map(each => each.id),
  )
  const asks = asksIn(paragraphs, meeting.heldOn, raised, await dismissalsOf(trx, meeting.id))
  return asks.filter(each => each.became.kind === 'waiting').length
}

function notAgreed(
  meeting: Meeting,
  minutes: Minutes,
  meetings: readonly Meeting[],
  title: string,
  body: Body,
): Gap | null {
  if (minutes.state === 'agreed') return null
  const later = meetings.filter(
    each => each.bodyId === meeting.bodyId && each.heldOn > meeting.heldOn && takesPlace(each),
  )
  const second: Day | undefined = later[1]?.heldOn
  if (second === undefined) return null
  return {
    kind: 'minutes-not-agreed',
    subject: minutesThing(meeting.id),
    title,
    href: minutesPath(meeting.id),
    owner: body.clerk.post === '' ? null : body.clerk.post,
    since: second,
    words: 'Two meetings have passed since, and neither has agreed them.',
  }
}
