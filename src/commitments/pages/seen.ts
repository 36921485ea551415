import type { FastifyRequest } from 'fastify'
import type { Day } from '#calendar'
import { placeOf } from '#findings'
import { notFound } from '#kit/http/index.ts'
import { type Viewer, viewerOf } from '#people'
import type { Commitment } from '../commitment.ts'
import { mayReadCommitment } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { allCommitments } from '../store/index.ts'

export interface Seen {
  readonly authority: string
  readonly today: Day
  readonly viewer: Viewer
  /** All that the viewer may see. */
  readonly all: readonly Commitment[]
}

export async function seenBy(rooms: CommitmentsRooms, request: FastifyRequest): Promise<Seen> {
  const { council, today } = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  const all = await rooms.db.as(council.code, allCommitments)
  return {
    authority: council.code,
    today,
    viewer,
    all: all.filter(one => mayReadCommitment(viewer, one)),
  }
}

/** The commitment of an address; for whoever may not see it there is no such page. */
export function commitmentIn({ all }: Pick<Seen, 'all'>, id: string): Commitment {
  const found = all.find(each => each.id === id)
  if (found === undefined) throw notFound()
  return found
}

export const commitmentsCrumb = { text: 'Commitments', href: '/commitments' }
