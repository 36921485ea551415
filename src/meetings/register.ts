import {
  allBodies,
  allHolders,
  allPortfolios,
  allPosts,
  allSeats,
  type Body,
  constitutionOn,
  executiveOn,
  fullName,
  holdsOn,
  mayStandInFor,
  peopleById,
  type Person,
  portfolioOn,
  quorumOf,
  type Seat,
  seatsOn,
  sitterOn,
  type Standing,
} from '#bodies'
import type { Constitution } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { inOrderOfSeats } from './attendance-words.ts'
import type { Attendance, Meeting } from './meeting.ts'
import { attendanceOf } from './store/index.ts'

/** Somebody who sits on the body on the day of the meeting, and what was noted of them. */
export interface Expected {
  readonly personId: string
  readonly name: string
  /** As titled on the day: a portfolio or a post. */
  readonly capacity: string
  readonly organisation: string
  readonly seat: Seat['kind']
  readonly votes: Seat['votes']
  readonly party: string
  readonly noted: Attendance | null
}

/** A member of the council who might stand in, and whether they may. */
export interface Candidate {
  readonly personId: string
  readonly name: string
  readonly party: string
  readonly isExecutive: boolean
}

export interface Register {
  readonly expected: readonly Expected[]
  /** Substitutes, officers and guests: those who were noted and do not sit there. */
  readonly others: readonly Attendance[]
  readonly candidates: readonly Candidate[]
  /** Seats that nobody holds on that day, by their post. */
  readonly vacant: readonly string[]
  readonly quorum: number | null
  readonly constitution: Constitution
}

/** Who is to be there on the day of a meeting, in which capacity, and who was. */
export async function registerOf(trx: Trx, meeting: Meeting, body: Body): Promise<Register> {
  const day = meeting.heldOn
  const [bodies, seats, posts, holders, portfolios] = [
    await allBodies(trx),
    await allSeats(trx),
    await allPosts(trx),
    await allHolders(trx),
    await allPortfolios(trx),
  ]
  const noted = await attendanceOf(trx, meeting.id)
  const constitution = await constitutionOn(trx, day)
  const own = seatsOn(
    seats.filter(seat => seat.bodyId === body.id),
    day,
  )
  const sits = own.map(seat => ({ seat, personId: sitterOn(seat, posts, holders, day) }))
  const councillors = councillorSeats(bodies, seats, meeting)
  const people = new Map(
    (
      await peopleById(trx, [
        ...sits.flatMap(({ personId }) => personId ?? []),
        ...councillors.flatMap(({ personId }) => personId ?? []),
      ])
    ).map(each => [each.id, each]),
  )
  const titleOf = (person: Person, seat: Seat): string =>
    seat.post ??
    portfolioOn(
      portfolios.filter(({ personId }) => personId === person.id),
      day,
    )?.title ??
    ''
  const seen = new Set<string>()
  const expected = sits.flatMap(({ seat, personId }): readonly Expected[] => {
    const person = personId === null ? undefined : people.get(personId)
    if (person === undefined || seen.has(person.id)) return []
    seen.add(person.id)
    return [
      {
        personId: person.id,
        name: fullName(person),
        capacity: titleOf(person, seat),
        organisation: seat.organisation,
        seat: seat.kind,
        votes: seat.votes,
        party: seat.party,
        noted: noted.find(each => each.personId === person.id) ?? null,
      },
    ]
  })
  const executive = executiveOn(bodies, seats, posts, holders, day)
  return {
    expected,
    others: inOrderOfSeats(
      noted.filter(each => each.personId === null || !seen.has(each.personId)),
    ),
    candidates: councillors.flatMap(seat => {
      const person = seat.personId === null ? undefined : people.get(seat.personId)
      if (person === undefined || seen.has(person.id)) return []
      return [
        {
          personId: person.id,
          name: fullName(person),
          party: seat.party,
          isExecutive: executive.has(person.id),
        },
      ]
    }),
    vacant: sits.flatMap(({ seat, personId }) =>
      personId === null && seat.post !== null ? [seat.post] : [],
    ),
    quorum: quorumOf(body, own, constitution),
    constitution,
  }
}

/** Members of the council on that day: only they stand in for one another. */
function councillorSeats(
  bodies: readonly Body[],
  seats: readonly Seat[],
  { heldOn }: Meeting,
): readonly Seat[] {
  const councils = new Set(bodies.filter(({ kind }) => kind === 'council').map(({ id }) => id))
  return seats.filter(seat => councils.has(seat.bodyId) && holdsOn(seat, heldOn))
}

/** Whether a candidate may stand in for a member at this meeting; if not, why. */
export function mayCandidate(
  register: Pick<Register, 'constitution'>,
  body: Pick<Body, 'kind'>,
  absent: Expected,
  candidate: Candidate,
): Standing {
  return mayStandInFor(
    register.constitution,
    body.kind,
    { kind: absent.seat, party: absent.party },
    { party: candidate.party, isExecutive: candidate.isExecutive, isMember: false },
  )
}
