import {
  type Body,
  holdsOn,
  peopleById,
  type Person,
  seatsOf,
  sitterOn,
  allHolders,
  allPosts,
} from '#bodies'
import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { permits, type Viewer } from '#people'
import type { Exemption, Meeting } from './meeting.ts'
import { seeDrafts } from './policy.ts'

/** What somebody may see of the meetings of a body. */
export interface Sight {
  /** What is not published yet. */
  readonly drafts: boolean
  /** What is published and kept from the public. */
  readonly restricted: boolean
}

export const asPublic: Sight = { drafts: false, restricted: false }

/**
 * What a viewer sees of a meeting: the staff who work on papers all of it, whoever sits on the body
 * on that day or today what is kept from the public too, and others what anybody may see.
 */
export async function sightOf(
  trx: Trx,
  viewer: Viewer,
  meeting: Pick<Meeting, 'bodyId' | 'heldOn'>,
  today: Day,
): Promise<Sight> {
  if (permits(seeDrafts, viewer)) return { drafts: true, restricted: true }
  return { drafts: false, restricted: await sitsThere(trx, viewer, meeting, today) }
}

async function sitsThere(
  trx: Trx,
  viewer: Viewer,
  { bodyId, heldOn }: Pick<Meeting, 'bodyId' | 'heldOn'>,
  today: Day,
): Promise<boolean> {
  if (viewer.id === '') return false
  const sitters = await sittersOf(trx, bodyId, heldOn, 'at the table')
  // Whoever has left the body since does not read on; whoever has joined reads what went before.
  const now = heldOn === today ? sitters : await sittersOf(trx, bodyId, today, 'at the table')
  return (heldOn > today ? [...sitters, ...now] : now).some(({ userId }) => userId === viewer.id)
}

/** Who sits on a body on a day, in person or by their post; observers look on from beside the table. */
export async function sittersOf(
  trx: Trx,
  bodyId: Body['id'],
  day: Day,
  which: 'at the table' | 'all' = 'all',
): Promise<readonly Person[]> {
  const seats = (await seatsOf(trx, bodyId)).filter(
    seat => holdsOn(seat, day) && (which === 'all' || seat.kind !== 'observer'),
  )
  if (seats.length === 0) return []
  const byPost = seats.some(({ personId }) => personId === null)
  const posts = byPost ? await allPosts(trx) : []
  const holders = byPost ? await allHolders(trx) : []
  const ids = seats.flatMap(seat => sitterOn(seat, posts, holders, day) ?? [])
  return peopleById(trx, [...new Set(ids)])
}

/** Whether a published or unpublished thing is open to somebody with that sight. */
export function mayRead(
  thing: { readonly publishedAt: Date | null; readonly exempt: Exemption | null },
  sight: Sight,
): boolean {
  if (thing.publishedAt === null) return sight.drafts
  return thing.exempt === null || sight.restricted
}
