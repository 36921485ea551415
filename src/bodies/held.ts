import { isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Holder } from './body.ts'
import {
  allBodies,
  allHolders,
  allPosts,
  allSeats,
  personOfUser,
  portfoliosOf,
} from './store/index.ts'

const time = ({ fromOn, untilOn }: Pick<Holder, 'fromOn' | 'untilOn'>) => ({
  firstDay: isoDay(fromOn),
  lastDay: untilOn === null ? null : isoDay(untilOn),
})

/** What is held here about the person whose account a user has; null where no person has it. */
export async function heldInBodies(trx: Trx, userId: string) {
  const person = await personOfUser(trx, userId)
  if (person === null) return null
  const bodies = new Map((await allBodies(trx)).map(body => [body.id, body.name]))
  const posts = new Map((await allPosts(trx)).map(post => [post.id, post.title]))
  const own = ({ personId }: { readonly personId: string | null }): boolean =>
    personId === person.id
  return {
    person: { title: person.title, name: person.name, email: person.contactEmail },
    seats: (await allSeats(trx)).filter(own).map(seat => ({
      body: bodies.get(seat.bodyId) ?? '',
      kind: seat.kind,
      votes: seat.votes,
      party: seat.party,
      ward: seat.ward,
      organisation: seat.organisation,
      ...time(seat),
    })),
    posts: (await allHolders(trx)).filter(own).map(each => ({
      post: posts.get(each.postId) ?? '',
      interim: each.interim,
      ...time(each),
    })),
    portfolios: (await portfoliosOf(trx, person.id)).map(each => ({
      portfolio: each.title,
      ...time(each),
    })),
  }
}
