import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Access, Body, BodyKind, Numbering, Seat, SeatKind, Votes } from '../body.ts'
import { dayIn, dayOrNull, isoOrNull } from './days.ts'

type BodyRow = {
  authority: string
  id: string
  name: string
  kind: BodyKind
  access: Access
  about: string
  quorum: number | null
  numbering: Numbering
  venue: string
  clerk_post: string
  clerk_name: string
  clerk_phone: string
  clerk_email: string
  started_on: string | null
  ended_on: string | null
  succeeds: string | null
  listed: boolean
}

type SeatRow = {
  authority: string
  id: string
  body_id: string
  person_id: string | null
  post: string | null
  kind: SeatKind
  votes: Votes
  organisation: string
  party: string
  ward: string
  from_on: string
  until_on: string | null
}

type Tables = { 'bodies.bodies': BodyRow; 'bodies.seats': SeatRow }

/** Every body that there is or was, by name; those that have ended too. */
export async function allBodies(trx: Trx): Promise<readonly Body[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.bodies')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(bodyOf)
}

export async function bodyById(trx: Trx, id: string): Promise<Body | null> {
  return (await bodiesById(trx, [id]))[0] ?? null
}

export async function bodiesById(trx: Trx, ids: readonly string[]): Promise<readonly Body[]> {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.bodies')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(bodyOf)
}

export async function insertBody(trx: Trx, authority: string, body: Body): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('bodies.bodies')
    .values({ authority, id: body.id, ...bodyRow(body) })
    .execute()
}

export async function updateBody(trx: Trx, body: Body): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.bodies')
    .set(bodyRow(body))
    .where('id', '=', body.id)
    .execute()
}

/** Every seat that there is or was on a body, the earliest first. */
export async function seatsOf(trx: Trx, bodyId: string): Promise<readonly Seat[]> {
  if (!isUuid(bodyId)) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.seats')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(seatOf)
}

export async function allSeats(trx: Trx): Promise<readonly Seat[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.seats')
    .selectAll()
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(seatOf)
}

export async function insertSeat(trx: Trx, authority: string, seat: Seat): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('bodies.seats')
    .values({ authority, id: seat.id, ...seatRow(seat) })
    .execute()
}

export async function updateSeat(trx: Trx, seat: Seat): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.seats')
    .set(seatRow(seat))
    .where('id', '=', seat.id)
    .execute()
}

/** @param untilOn the last day on which it is held */
export async function endSeat(trx: Trx, id: string, untilOn: Day): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.seats')
    .set({ until_on: isoDay(untilOn) })
    .where('id', '=', id)
    .execute()
}

function bodyRow(body: Body): Omit<BodyRow, 'authority' | 'id'> {
  const { name, kind, access, about, quorum, numbering, venue, clerk, succeeds, listed } = body
  return {
    name,
    kind,
    access,
    about,
    quorum,
    numbering,
    venue,
    clerk_post: clerk.post,
    clerk_name: clerk.name,
    clerk_phone: clerk.phone,
    clerk_email: clerk.email,
    started_on: isoOrNull(body.startedOn),
    ended_on: isoOrNull(body.endedOn),
    succeeds,
    listed,
  }
}

function bodyOf(row: BodyRow): Body {
  const { id, name, kind, access, about, quorum, numbering, venue, succeeds, listed } = row
  return {
    id,
    name,
    kind,
    access,
    about,
    quorum,
    numbering,
    venue,
    clerk: {
      post: row.clerk_post,
      name: row.clerk_name,
      phone: row.clerk_phone,
      email: row.clerk_email,
    },
    startedOn: dayOrNull(row.started_on),
    endedOn: dayOrNull(row.ended_on),
    succeeds,
    listed,
  }
}

function seatRow(seat: Seat): Omit<SeatRow, 'authority' | 'id'> {
  const { post, kind, votes, organisation, party, ward } = seat
  return {
    body_id: seat.bodyId,
    person_id: seat.personId,
    post,
    kind,
    votes,
    organisation,
    party,
    ward,
    from_on: isoDay(seat.fromOn),
    until_on: isoOrNull(seat.untilOn),
  }
}

function seatOf(row: SeatRow): Seat {
  const { id, post, kind, votes, organisation, party, ward } = row
  return {
    id,
    bodyId: row.body_id,
    personId: row.person_id,
    post,
    kind,
    votes,
    organisation,
    party,
    ward,
    fromOn: dayIn(row.from_on),
    untilOn: dayOrNull(row.until_on),
  }
}
