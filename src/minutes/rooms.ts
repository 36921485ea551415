import type { FastifyRequest } from 'fastify'
import type { Day } from '#calendar'
import type { Place } from '#council'
import { type FindingsRooms, placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { notFound } from '#kit/http/index.ts'
import { sightOf } from '#meetings'
import { type Viewer, viewerOf } from '#people'
import { mayReadOf, type WholeMinutes, wholeMinutes } from './model.ts'
import { mayReadMinutes } from './policy.ts'

/** What the pages of minutes are given. */
export type MinutesRooms = FindingsRooms

/** The minutes of a meeting with what a viewer may see of them. */
export interface ShownMinutes {
  readonly place: Place
  readonly viewer: Viewer
  readonly whole: WholeMinutes
  /** Whether the viewer may read what was said after the public had left. */
  readonly withClosed: boolean
}

/** For whoever may not read of the meeting there is no such page. */
export async function shownMinutes(
  rooms: MinutesRooms,
  request: FastifyRequest,
  meetingId: string,
): Promise<ShownMinutes> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return rooms.db.as(place.council.code, async trx => ({
    place,
    viewer,
    ...(await seenBy(trx, viewer, meetingId, place.today)),
  }))
}

export async function seenBy(
  trx: Trx,
  viewer: Viewer,
  meetingId: string,
  today: Day,
): Promise<Pick<ShownMinutes, 'whole' | 'withClosed'>> {
  const whole = await wholeMinutes(trx, meetingId)
  if (!(await mayReadOf(trx, viewer, whole))) throw notFound()
  return { whole, withClosed: (await sightOf(trx, viewer, whole.meeting, today)).restricted }
}

/** Whether there is anything for a viewer to read yet. */
export const hasWords = ({ viewer, whole }: Pick<ShownMinutes, 'viewer' | 'whole'>): boolean =>
  whole.minutes !== null && mayReadMinutes(viewer, whole.minutes)
