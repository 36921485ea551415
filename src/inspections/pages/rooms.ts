import type { FastifyRequest } from 'fastify'
import type { Place } from '#council'
import { changingOf, type FindingsRooms, placeOf } from '#findings'
import type { Definition } from '#indicators'
import { notFound } from '#kit/http/index.ts'
import { viewerOf } from '#people'
import { type Inspection, mayReadInspection } from '../inspection.ts'
import { allInspections, inspectionById } from '../store/index.ts'

export interface InspectionsRooms extends FindingsRooms {
  /** The indicators whose signals the board sees. */
  readonly definitions: readonly Definition[]
}

export { changingOf, placeOf }

/** An inspection that whoever asks may read; for everybody else there is no such page. */
export async function inspectionFor(
  rooms: InspectionsRooms,
  request: FastifyRequest,
  id: string,
): Promise<{ readonly place: Place; readonly inspection: Inspection }> {
  const place = await placeOf(rooms, request)
  const inspection = await rooms.db.as(place.council.code, trx => inspectionById(trx, id))
  if (inspection === null || !mayReadInspection(inspection, viewerOf(request), place.today))
    throw notFound()
  return { place, inspection }
}

/** Every inspection that whoever asks may read, the newest first. */
export async function inspectionsFor(
  rooms: InspectionsRooms,
  request: FastifyRequest,
): Promise<{ readonly place: Place; readonly inspections: readonly Inspection[] }> {
  const place = await placeOf(rooms, request)
  const all = await rooms.db.as(place.council.code, allInspections)
  const viewer = viewerOf(request)
  return {
    place,
    inspections: all.filter(each => mayReadInspection(each, viewer, place.today)),
  }
}
