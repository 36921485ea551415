import type { FastifyRequest } from 'fastify'
import { type Body, bodyById } from '#bodies'
import type { Day } from '#calendar'
import { placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { notFound } from '#kit/http/index.ts'
import { type Viewer, viewerOf } from '#people'
import type { Meeting } from '../meeting.ts'
import { meetingPath, nameOfMeeting } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { type Sight, sightOf } from '../sight.ts'
import { meetingById } from '../store/index.ts'

/** A meeting with its body, and what whoever asks may see of it. */
export interface Shown {
  readonly trx: Trx
  readonly authority: string
  readonly today: Day
  readonly viewer: Viewer
  readonly meeting: Meeting
  readonly body: Body
  readonly sight: Sight
}

/** Does something with the meeting of an address, in one transaction; there may be no such meeting. */
export async function withMeeting<Result>(
  rooms: MeetingsRooms,
  request: FastifyRequest,
  id: string,
  work: (shown: Shown) => Promise<Result>,
): Promise<Result> {
  const { council, today } = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return rooms.db.as(council.code, async trx => {
    const meeting = await meetingById(trx, id)
    const body = meeting === null ? null : await bodyById(trx, meeting.bodyId)
    if (meeting === null || body === null) throw notFound()
    const sight = await sightOf(trx, viewer, meeting, today)
    return work({ trx, authority: council.code, today, viewer, meeting, body, sight })
  })
}

export const CURRENT = '/meetings'
export const crumbs = (above?: { readonly body: Body; readonly meeting: Meeting }) => [
  { text: 'Meetings', href: CURRENT },
  ...(above === undefined
    ? []
    : [{ text: nameOfMeeting(above.body, above.meeting), href: meetingPath(above.meeting.id) }]),
]
