import type { FastifyRequest } from 'fastify'
import { placeOf, type Rooms } from '#council'
import { type Role, type Viewer, viewerOf } from '#people'
import type { Thread } from '#thread'
import type { Changing } from '../change.ts'

/** Somebody who can own a finding or a line of a plan. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

export interface FindingsRooms extends Rooms {
  readonly thread: Thread
  /** Who has signed in here, to choose an owner from. */
  readonly colleagues: (authority: string) => Promise<readonly Colleague[]>
}

export { placeOf }

/** Who asks for a change, in which council, and when. */
export async function changingOf(
  rooms: Rooms,
  request: FastifyRequest,
): Promise<Changing & { readonly viewer: Viewer }> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return {
    authority: place.council.code,
    actor: viewer.id,
    actorName: viewer.name,
    at: rooms.now(),
    today: place.today,
    viewer,
  }
}
