import { isoDay } from '#calendar'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import type { Thing } from '#thread'
import type { Body, Holder, Person, Portfolio, Post, Seat } from './body.ts'
import type { ConstitutionVersion } from './constitution.ts'
import {
  endHolder,
  endPortfolio,
  endSeat,
  insertBody,
  insertConstitution,
  insertHolder,
  insertPerson,
  insertPortfolio,
  insertPost,
  insertSeat,
  updateBody,
  updatePerson,
} from './store/index.ts'

/** Who changes it, when, and in which council. */
export interface KeepingBodies {
  readonly authority: string
  readonly actor: string
  readonly actorName: string
  readonly at: Date
}

export const BODY = 'body'
export const bodyThing = (id: string): Thing => ({ kind: BODY, id })
export const bodyPath = (id: string): string => `/bodies/${id}`

// Each writes what it says and a line of the journal in the same transaction. The journal holds
// which body, post or person it was, and from when; never a name.

type Detail = Readonly<Record<string, string | number | boolean>>

async function journal(
  trx: Trx,
  { actor, at }: KeepingBodies,
  action: string,
  subject: Thing,
  detail: Detail = {},
): Promise<void> {
  await record(trx, { actor, action, subject, detail }, at)
}

export async function addBody(trx: Trx, by: KeepingBodies, body: Body): Promise<void> {
  await insertBody(trx, by.authority, body)
  await journal(trx, by, 'body.added', bodyThing(body.id), { kind: body.kind })
}

export async function changeBody(trx: Trx, by: KeepingBodies, body: Body): Promise<void> {
  await updateBody(trx, body)
  await journal(trx, by, 'body.changed', bodyThing(body.id), { ended: body.endedOn !== null })
}

export async function addPerson(trx: Trx, by: KeepingBodies, person: Person): Promise<void> {
  await insertPerson(trx, by.authority, person)
  await journal(
    trx,
    by,
    'person.added',
    { kind: 'person', id: person.id },
    {
      unnamed: person.unnamed,
    },
  )
}

export async function changePerson(trx: Trx, by: KeepingBodies, person: Person): Promise<void> {
  await updatePerson(trx, person)
  await journal(trx, by, 'person.changed', { kind: 'person', id: person.id })
}

export async function addSeat(trx: Trx, by: KeepingBodies, seat: Seat): Promise<void> {
  await insertSeat(trx, by.authority, seat)
  const detail = { seat: seat.id, kind: seat.kind, votes: seat.votes, from: isoDay(seat.fromOn) }
  await journal(trx, by, 'body.seat-added', bodyThing(seat.bodyId), detail)
}

/** @param untilOn the last day on which it is held */
export async function finishSeat(
  trx: Trx,
  by: KeepingBodies,
  { id, bodyId }: Pick<Seat, 'id' | 'bodyId'>,
  untilOn: number,
): Promise<void> {
  await endSeat(trx, id, untilOn)
  const detail = { seat: id, until: isoDay(untilOn) }
  await journal(trx, by, 'body.seat-ended', bodyThing(bodyId), detail)
}

export async function addPost(trx: Trx, by: KeepingBodies, post: Post): Promise<void> {
  await insertPost(trx, by.authority, post)
  await journal(trx, by, 'post.added', { kind: 'post', id: post.id }, { title: post.title })
}

export async function addHolder(trx: Trx, by: KeepingBodies, holder: Holder): Promise<void> {
  await insertHolder(trx, by.authority, holder)
  const detail = {
    person: holder.personId,
    from: isoDay(holder.fromOn),
    interim: holder.interim,
  }
  await journal(trx, by, 'post.taken', { kind: 'post', id: holder.postId }, detail)
}

/** @param untilOn the last day on which the post is held */
export async function finishHolder(
  trx: Trx,
  by: KeepingBodies,
  holder: Pick<Holder, 'postId' | 'personId' | 'fromOn'>,
  untilOn: number,
): Promise<void> {
  await endHolder(trx, holder, untilOn)
  const detail = { person: holder.personId, until: isoDay(untilOn) }
  await journal(trx, by, 'post.left', { kind: 'post', id: holder.postId }, detail)
}

export async function addPortfolio(
  trx: Trx,
  by: KeepingBodies,
  portfolio: Portfolio,
): Promise<void> {
  await insertPortfolio(trx, by.authority, portfolio)
  const detail = { title: portfolio.title, from: isoDay(portfolio.fromOn) }
  await journal(trx, by, 'portfolio.added', { kind: 'person', id: portfolio.personId }, detail)
}

/** @param untilOn the last day on which it is held */
export async function finishPortfolio(
  trx: Trx,
  by: KeepingBodies,
  { id, personId }: Pick<Portfolio, 'id' | 'personId'>,
  untilOn: number,
): Promise<void> {
  await endPortfolio(trx, id, untilOn)
  const detail = { portfolio: id, until: isoDay(untilOn) }
  await journal(trx, by, 'portfolio.ended', { kind: 'person', id: personId }, detail)
}

export async function noteConstitution(
  trx: Trx,
  by: KeepingBodies,
  version: Pick<ConstitutionVersion, 'id' | 'fromOn' | 'constitution'>,
  readOn: number | null,
): Promise<void> {
  const noted = { ...version, notedBy: by.actor, notedByName: by.actorName, notedAt: by.at }
  await insertConstitution(trx, by.authority, noted, readOn)
  await journal(
    trx,
    by,
    'constitution.noted',
    { kind: 'constitution', id: version.id },
    {
      from: isoDay(version.fromOn),
      document: version.constitution.document,
    },
  )
}
