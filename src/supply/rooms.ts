import type { FastifyRequest } from 'fastify'
import type { Place, Rooms } from '#council'
import type { Definition } from '#indicators'
import { notFound } from '#kit/http/index.ts'
import type { People } from '#people'
import type { IndicatorRooms } from '#performance'

/** What the pages of this room are given. */
export interface SupplyRooms extends IndicatorRooms {
  readonly definitions: readonly Definition[]
  /** Who a token stands for, and whether personas may still come in. */
  readonly people: Pick<People, 'councils' | 'settings'>
}

export async function placeOf(rooms: Rooms, request: FastifyRequest): Promise<Place> {
  const place = await rooms.here(request)
  if (place === null) throw notFound()
  return place
}
