import { randomUUID } from 'node:crypto'
import { addPerson, addSeat, allPeople, fullName, seatsOf, type Votes } from '#bodies'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { attendanceOf, type Meeting, noteAttendance } from '#meetings'
import type { ProposedPerson } from './proposal.ts'
import type { Said } from './said.ts'

/** The people that are known here, by the names that the document gives them. */
export async function peopleFor(trx: Trx, said: Said): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    (await allPeople(trx)).flatMap(each => [
      [plainName(fullName(each)), each.id] as const,
      [plainName(each.name), each.id] as const,
    ]),
  )
  return new Map(
    said.people.flatMap(({ name }) => {
      const id = known.get(plainName(name))
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}

/** 'Cllr Ada Example MBE' and 'Councillor Ada Example' are one. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:councillor|cllr\.?|mr|mrs|ms|miss|dr|prof(?:essor)?|rev|sir|dame)\s+/, '')
    .replace(/\s+(?:mbe|obe|cbe|jp|dl|frsa)\b.*$/, '')
    .replaceAll(/[^\p{L}\s'-]/gu, '')
    .trim()

const votesOfSeat = (seat: ProposedPerson['seat']): Votes => {
  if (seat === 'co-optee' || seat === 'none') return 'none'
  return seat === 'statutory co-optee' ? 'education' : 'all'
}

/** Whoever an agenda names as a member has a seat from that day, unless they sit there already. */
export async function keepMembers(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  said: Said,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const seated = new Set((await seatsOf(trx, meeting.bodyId)).map(each => each.personId))
  for (const { name, seat } of said.people) {
    if (seat === 'none') continue
    const known = people.get(name)
    if (known !== undefined && seated.has(known)) continue
    const personId = known ?? randomUUID()
    if (known === undefined) {
      const title = /^(?:councillor|cllr)\b/i.test(name) ? 'Councillor' : null
      const own = title === null ? name : name.replace(/^(?:councillor|cllr\.?)\s+/i, '')
      await addPerson(trx, by, {
        id: personId,
        name: own,
        title,
        userId: null,
        unnamed: false,
        contactEmail: null,
      })
    }
    await addSeat(trx, by, {
      id: randomUUID(),
      bodyId: meeting.bodyId,
      personId,
      post: null,
      kind: seat,
      votes: votesOfSeat(seat),
      organisation: '',
      party: '',
      ward: '',
      fromOn: meeting.heldOn,
      untilOn: null,
    })
  }
}

export async function keepAttendance(
  trx: Trx,
  by: Changing,
  meeting: Meeting,
  said: Said,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const there = new Set((await attendanceOf(trx, meeting.id)).map(each => plainName(each.name)))
  for (const each of said.people) {
    if (there.has(plainName(each.name))) continue
    await noteAttendance(trx, by, {
      meetingId: meeting.id,
      personId: people.get(each.name) ?? null,
      name: each.name,
      capacity: each.capacity,
      organisation: '',
      seat: each.seat,
      votes: votesOfSeat(each.seat),
      how: each.how,
      standsInFor: each.standsInFor,
    })
  }
}
