import type { FastifyRequest } from 'fastify'
import { notFound } from '#kit/http/index.ts'
import { viewerOf } from '#people'
import { mayReadFinding } from '../in-thread.ts'
import type { Finding } from '../finding.ts'
import { findingById } from '../store/index.ts'
import { type FindingsRooms, placeOf } from './rooms.ts'

/** The finding of an address, for whoever may see it; for others there is no such page. */
export async function findingFor(
  rooms: Pick<FindingsRooms, 'db' | 'here' | 'now'>,
  request: FastifyRequest,
  id: string,
): Promise<Finding> {
  const place = await placeOf(rooms, request)
  const found = await rooms.db.as(place.council.code, trx => findingById(trx, id))
  if (found === null || !mayReadFinding(viewerOf(request), found)) throw notFound()
  return found
}
