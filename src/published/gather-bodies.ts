import {
  allBodies,
  allHolders,
  allPeople,
  allPortfolios,
  allPosts,
  allSeats,
  type Body,
  bodyKindWords,
  fullName,
  type Holder,
  type Person,
  type Portfolio,
  type Post,
  type Seat,
  seatKindWords,
  sitterOn,
} from '#bodies'
import type { Day } from '#calendar'
import { allInterests, type Interest } from '#declarations'
import type { Dated, PublishedBody, PublishedPerson, Role } from '#exchange'
import type { Trx } from '#kit/db/index.ts'
import { publicBodyPath, publicPersonPath } from './paths.ts'
import type { PublicBody, PublicInterest, PublicPerson } from './record.ts'

/** The bodies that the public page names and who sits there, with all that was read to say so. */
export interface PublicSeats {
  readonly listed: readonly Body[]
  readonly persons: readonly Person[]
  readonly bodies: readonly PublishedBody[]
  readonly people: readonly PublishedPerson[]
  readonly details: ReadonlyMap<string, PublicBody>
  readonly peopleDetails: readonly PublicPerson[]
  /** The posts that whoever has an account holds today: a name of staff is shown by post only. */
  readonly postOfUser: ReadonlyMap<string, string>
}

export async function gatherBodies(trx: Trx, today: Day): Promise<PublicSeats> {
  const listed = (await allBodies(trx)).filter(body => body.listed)
  const ids = new Set(listed.map(({ id }) => id))
  const seats = (await allSeats(trx)).filter(seat => ids.has(seat.bodyId))
  const held = { posts: await allPosts(trx), holders: await allHolders(trx) }
  const portfolios = await allPortfolios(trx)
  const persons = await allPeople(trx)
  const sat = seats.flatMap(seat => {
    const person = sitterOn(seat, held.posts, held.holders, lastDayOf(seat, today))
    return person === null ? [] : [{ seat, person }]
  })
  const wanted = new Set(sat.map(({ person }) => person))
  const known = persons.filter(({ id }) => wanted.has(id))
  const interests = await allInterests(trx)
  return {
    listed,
    persons,
    bodies: listed.map(body =>
      bodyOf(
        body,
        sat.filter(({ seat }) => seat.bodyId === body.id),
      ),
    ),
    people: known.map(person => personOf(person, sat, { ...held, portfolios }, today)),
    details: new Map(listed.map(body => [body.id, detailOf(body)])),
    peopleDetails: known.map(person => ({
      id: person.id,
      unnamed: person.unnamed,
      name: publicName(person),
      interests: person.unnamed ? [] : interestsOf(person.id, interests),
    })),
    postOfUser: postsOfUsers(persons, held, today),
  }
}

/** Whoever is shown by their role only has the role for a name. */
export const publicName = (person: Person): string =>
  person.unnamed ? person.name : fullName(person)

const lastDayOf = ({ untilOn, fromOn }: Seat, today: Day): Day =>
  Math.max(fromOn, Math.min(untilOn ?? today, today))

const A_DAY = 86_400_000
const morningOf = (day: Day): Date => new Date(day * A_DAY)
/** Of what has no date of its own: before there was any of this. */
export const LONG_AGO = new Date('2000-01-01T00:00:00Z')

function dated(days: readonly (Day | null)[]): Dated {
  const known = days.flatMap(day => (day === null ? [] : [day]))
  if (known.length === 0) return { createdAt: LONG_AGO, modifiedAt: LONG_AGO }
  return { createdAt: morningOf(Math.min(...known)), modifiedAt: morningOf(Math.max(...known)) }
}

interface Sat {
  readonly seat: Seat
  readonly person: string
}

function bodyOf(body: Body, sat: readonly Sat[]): PublishedBody {
  return {
    id: body.id,
    name: body.name,
    kind: bodyKindWords[body.kind],
    startsOn: body.startedOn,
    endsOn: body.endedOn,
    url: publicBodyPath(body.id),
    members: sat.map(({ seat, person }) => ({
      id: seat.id,
      person,
      post: seat.kind === 'chair' || seat.kind === 'vice-chair' ? seatKindWords[seat.kind] : null,
      capacity: capacityOf(seat),
      isVoting: seat.kind !== 'observer' && seat.votes !== 'none',
      startsOn: seat.fromOn,
      endsOn: seat.untilOn,
    })),
    ...dated([body.startedOn, ...sat.map(({ seat }) => seat.fromOn)]),
  }
}

function capacityOf({ kind, post, organisation }: Seat): string | null {
  const seat = ['chair', 'vice-chair', 'member'].includes(kind) ? '' : seatKindWords[kind]
  return [post ?? '', seat, organisation].filter(part => part !== '').join(', ') || null
}

function personOf(
  person: Person,
  sat: readonly Sat[],
  held: {
    readonly posts: readonly Post[]
    readonly holders: readonly Holder[]
    readonly portfolios: readonly Portfolio[]
  },
  today: Day,
): PublishedPerson {
  const seats = sat
    .filter(each => each.person === person.id)
    .map(({ seat }) => seat)
    .toSorted((a, b) => b.fromOn - a.fromOn)
  const now = seats.filter(seat => seat.untilOn === null || seat.untilOn >= today)
  const shared = {
    id: person.id,
    name: publicName(person),
    email: null,
    url: publicPersonPath(person.id),
    ...dated(seats.map(seat => seat.fromOn)),
  }
  if (person.unnamed) return { ...shared, party: null, ward: null, roles: [] }
  return {
    ...shared,
    party: now.find(({ party }) => party !== '')?.party ?? null,
    ward: now.find(({ ward }) => ward !== '')?.ward ?? null,
    roles: rolesOf(person.id, held),
  }
}

function rolesOf(
  id: string,
  held: {
    readonly posts: readonly Post[]
    readonly holders: readonly Holder[]
    readonly portfolios: readonly Portfolio[]
  },
): readonly Role[] {
  const titleOf = (postId: string): string =>
    held.posts.find(post => post.id === postId)?.title ?? ''
  const posts = held.holders
    .filter(each => each.personId === id)
    .map(each => ({ ...each, title: titleOf(each.postId) }))
  const own = held.portfolios.filter(each => each.personId === id)
  return [...posts, ...own]
    .filter(({ title }) => title !== '')
    .map(({ title, fromOn, untilOn }) => ({ title, startsOn: fromOn, endsOn: untilOn }))
}

function detailOf({ id, name, kind, access, about, venue, clerk }: Body): PublicBody {
  const { post, name: clerkName, phone } = clerk
  return { id, name, kind, access, about, venue, clerk: { post, name: clerkName, phone } }
}

function interestsOf(id: string, interests: readonly Interest[]): readonly PublicInterest[] {
  return interests
    .filter(each => each.personId === id && each.endedOn === null)
    .map(({ id: interestId, category, whose, words, sensitive }) =>
      sensitive
        ? { id: interestId, sensitive }
        : { id: interestId, category, whose, words, sensitive },
    )
}

function postsOfUsers(
  persons: readonly Person[],
  { posts, holders }: { readonly posts: readonly Post[]; readonly holders: readonly Holder[] },
  today: Day,
): ReadonlyMap<string, string> {
  return new Map(
    persons.flatMap(person => {
      const post = posts.find(each =>
        holders.some(
          holder =>
            holder.postId === each.id &&
            holder.personId === person.id &&
            holder.fromOn <= today &&
            (holder.untilOn === null || holder.untilOn >= today),
        ),
      )
      return person.userId === null || post === undefined ? [] : [[person.userId, post.title]]
    }),
  )
}
