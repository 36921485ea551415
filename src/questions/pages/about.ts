import type { FastifyRequest } from 'fastify'
import { type Body, bodyById } from '#bodies'
import { longDay } from '#calendar'
import { type Changing, placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { notFound } from '#kit/http/index.ts'
import { type Item, itemsOf, type Meeting, meetingById } from '#meetings'
import { permits, viewerOf } from '#people'
import { answerQuestions, keepQuestions } from '../policy.ts'
import type { QuestionsRooms } from '../rooms.ts'

/** The meeting that a page is about, with its body and its agenda. */
export interface About {
  readonly meeting: Meeting
  readonly body: Body
  readonly items: readonly Item[]
}

export async function aboutMeeting(trx: Trx, id: string): Promise<About> {
  const meeting = await meetingById(trx, id)
  const body = meeting === null ? null : await bodyById(trx, meeting.bodyId)
  if (meeting === null || body === null) throw notFound()
  return { meeting, body, items: await itemsOf(trx, id) }
}

export const meetingPath = (id: string): string => `/meetings/${id}`
export const questionsPath = (meetingId: string): string => `/meetings/${meetingId}/questions`
export const questionPath = (id: string): string => `/questions/${id}`

export const meetingName = ({ body, meeting }: Pick<About, 'body' | 'meeting'>): string =>
  `${body.name}, ${longDay(meeting.heldOn)}`

export const crumbs = (about: Pick<About, 'body' | 'meeting'>) => [
  { text: 'Meetings', href: '/meetings' },
  { text: meetingName(about), href: meetingPath(about.meeting.id) },
]

/** '5. Improvement plan'; null where it is about no item. */
export function itemName(items: readonly Item[], itemId: string | null): string | null {
  const item = items.find(each => each.id === itemId)
  return item === undefined ? null : `${item.number}. ${item.title}`
}

/** What whoever asks may do with the questions of a meeting. */
export function mayOf(request: FastifyRequest) {
  const viewer = viewerOf(request)
  return { answer: permits(answerQuestions, viewer), keep: permits(keepQuestions, viewer) }
}

/** Somebody from outside puts a question: who they are is not known, and the journal says so. */
export async function publicChanging(
  rooms: QuestionsRooms,
  request: FastifyRequest,
): Promise<Changing> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return {
    authority: place.council.code,
    actor: viewer.id === '' ? 'public' : viewer.id,
    actorName: viewer.id === '' ? 'A member of the public' : viewer.name,
    at: rooms.now(),
    today: place.today,
  }
}
