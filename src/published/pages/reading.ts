import type { FastifyRequest } from 'fastify'
import type { Place } from '#council'
import { placeOf } from '#findings'
import type { PublicRecord } from '../record.ts'
import type { PublishedRooms } from '../rooms.ts'
import type { PublicShelf, Shelved } from '../shelf.ts'

/** What every public page is made of. */
export interface Reading extends Shelved, Place {
  readonly record: PublicRecord
}

export interface PublicRooms extends PublishedRooms {
  readonly publicShelf: PublicShelf
}

/** The public record of the council that a request is about. */
export async function readingOf(rooms: PublicRooms, request: FastifyRequest): Promise<Reading> {
  const place = await placeOf(rooms, request)
  return { ...place, ...(await rooms.publicShelf.record(place.council, place.today)) }
}

/** The address of this site as others know it, without a slash at its end. */
export function baseOf({ publicUrl }: Pick<PublishedRooms, 'publicUrl'>, request: FastifyRequest) {
  return publicUrl === '' ? `${request.protocol}://${request.host}` : publicUrl.replace(/\/+$/, '')
}

export const CURRENT = '/public'
export const homeCrumb = { text: 'Meetings and decisions', href: '/public' }
