import type { FastifyRequest } from 'fastify'
import type { Place, Rooms } from '#council'
import { notFound } from '#kit/http/index.ts'
import { viewerOf } from '#people'
import type { Bringing } from '../bring.ts'

export async function placeOf(rooms: Rooms, request: FastifyRequest): Promise<Place> {
  const place = await rooms.here(request)
  if (place === null) throw notFound()
  return place
}

/** Who brings something, and where and when. */
export async function bringingOf(
  rooms: Rooms,
  request: FastifyRequest,
): Promise<Bringing & { readonly place: Place }> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return {
    authority: place.council.code,
    actor: viewer.id,
    actorName: viewer.name,
    at: rooms.now(),
    place,
  }
}
