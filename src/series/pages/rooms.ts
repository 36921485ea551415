import type { FastifyRequest } from 'fastify'
import type { Place, Rooms } from '#council'
import { changingOf } from '#findings'
import { type Definition, type Dimension, dimensions, partsEverywhere } from '#indicators'
import { roleWords, type Viewer } from '#people'
import type { Known } from '../check.ts'
import type { CountSeries } from '../enter.ts'
import type { Entering } from '../value.ts'

export interface SeriesRooms extends Rooms {
  readonly definitions: readonly Definition[]
  /** The teams or localities of a council that have any figure, by name. */
  readonly partNames: (
    authority: string,
    dimension: Extract<Dimension, 'team' | 'locality'>,
  ) => Promise<readonly string[]>
  readonly countSeries: CountSeries
}

/** What somebody does here, in words: a figure says in which post it was entered. */
export function postOf({ roles }: Viewer): string {
  return roles.map(role => roleWords[role]).join(', ')
}

export async function enteringOf(rooms: Rooms, request: FastifyRequest): Promise<Entering> {
  const by = await changingOf(rooms, request)
  return { ...by, post: postOf(by.viewer) }
}

/** What rows of this council are checked against. */
export async function knownOf(
  rooms: SeriesRooms,
  { council, today }: Place,
  keepsUnknown: boolean,
): Promise<Known> {
  const named = {
    team: await rooms.partNames(council.code, 'team'),
    locality: await rooms.partNames(council.code, 'locality'),
  }
  const parts = new Map(
    dimensions.map(dimension => [
      dimension,
      dimension === 'team' || dimension === 'locality'
        ? named[dimension]
        : partsEverywhere(dimension),
    ]),
  )
  return { definitions: rooms.definitions, today, parts, keepsUnknown }
}
