import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import {
  type Body,
  type Holder,
  type Person,
  type Portfolio,
  portfolioOn,
  type Post,
  type Seat,
  seatKinds,
  seatsOn,
  sitterOn,
} from '../body.ts'
import { allHolders, allPeople, allPortfolios, allPosts } from '../store/index.ts'
import type { Sitting } from './body.view.ts'

/** People, and what each held when. A council has hundreds of these and not millions: read whole. */
export interface Register {
  readonly people: ReadonlyMap<string, Person>
  readonly posts: readonly Post[]
  readonly holders: readonly Holder[]
  readonly portfolios: readonly Portfolio[]
}

export async function readRegister(trx: Trx): Promise<Register> {
  const people = await allPeople(trx)
  return {
    people: new Map(people.map(person => [person.id, person])),
    posts: await allPosts(trx),
    holders: await allHolders(trx),
    portfolios: await allPortfolios(trx),
  }
}

/** Who sat in the seats of a body on a day, chair first and then by name, with a portfolio where it is a cabinet. */
export function sittingOn(
  body: Pick<Body, 'kind'>,
  seats: readonly Seat[],
  register: Register,
  day: Day,
): readonly Sitting[] {
  const name = ({ seat, person }: Sitting): string => person?.name ?? seat.post ?? ''
  return seatsOn(seats, day)
    .map(seat => sittingIn(body, seat, register, day))
    .toSorted(
      (a, b) =>
        seatKinds.indexOf(a.seat.kind) - seatKinds.indexOf(b.seat.kind) ||
        name(a).localeCompare(name(b), 'en-GB'),
    )
}

export function sittingIn(
  { kind }: Pick<Body, 'kind'>,
  seat: Seat,
  { people, posts, holders, portfolios }: Register,
  day: Day,
): Sitting {
  const id = sitterOn(seat, posts, holders, day)
  const own = kind === 'cabinet' && id !== null ? portfolios.filter(p => p.personId === id) : []
  return {
    seat,
    person: id === null ? undefined : people.get(id),
    portfolio: portfolioOn(own, day)?.title ?? null,
  }
}
