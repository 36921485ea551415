import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AtomSubject } from '#exchange'
import { record } from '#journal'
import type { Database, Trx } from '#kit/db/index.ts'
import { hideAddress, markOf, readSigned, signed } from './links.ts'
import {
  countAskedSince,
  deleteSubscription,
  putSubscription,
  subscriptionById,
  subscriptionOf,
} from './store/index.ts'

export const subjects = {
  papers: 'Agendas and papers',
  minutes: 'Minutes',
  decisions: 'Decisions',
  actions: 'What was asked for',
} as const satisfies Readonly<Record<AtomSubject, string>>
// as: the keys of a constant are its subjects.
export const subjectKeys = Object.keys(subjects) as [AtomSubject, ...AtomSubject[]]

/** What somebody wants to be told of: of all bodies where none is named. */
export interface Wanted {
  readonly bodies: readonly string[]
  readonly subjects: readonly AtomSubject[]
}

const HOUR = 3_600_000
const MOST_AN_HOUR = 100
const CONFIRM = 'confirm'
const END = 'end'

const Confirming = z.object({
  id: z.uuid(),
  bodies: z.array(z.uuid()),
  subjects: z.array(z.enum(subjectKeys)),
  until: z.number(),
})
export type Confirming = z.output<typeof Confirming>

export type Following =
  /** The token of the link that has to go to the address. */
  | { readonly kind: 'to confirm'; readonly token: string }
  /** A letter went to the address within a day: nothing is sent, and nobody is told. */
  | { readonly kind: 'told before' }
  | { readonly kind: 'too many' }

/**
 * Somebody asks to follow. Nothing is sent to an address but one letter a day that asks whether it
 * was them; what they want stands in its link, so that nobody changes what somebody else follows.
 */
export async function askToFollow(
  trx: Trx,
  secret: string,
  authority: string,
  asked: Wanted & { readonly address: string },
  at: Date,
): Promise<Following> {
  const mark = markOf(secret, authority, asked.address)
  const kept = await subscriptionOf(trx, mark)
  if (kept !== null && at.getTime() - kept.askedAt.getTime() < 24 * HOUR)
    return { kind: 'told before' }
  if ((await countAskedSince(trx, new Date(at.getTime() - HOUR))) >= MOST_AN_HOUR)
    return { kind: 'too many' }
  const id = kept?.id ?? randomUUID()
  await putSubscription(trx, authority, {
    id,
    addressMark: mark,
    address: hideAddress(secret, id, asked.address.trim()),
    bodies: kept?.bodies ?? asked.bodies,
    subjects: kept?.subjects ?? asked.subjects,
    askedAt: at,
    confirmedAt: kept?.confirmedAt ?? null,
    toldUntil: kept?.toldUntil ?? at,
  })
  const said: Confirming = {
    id,
    bodies: [...asked.bodies],
    subjects: [...asked.subjects],
    until: at.getTime() + 7 * 24 * HOUR,
  }
  return { kind: 'to confirm', token: signed(secret, `${CONFIRM} ${authority}`, said) }
}

/** What the link of a letter asks to confirm; null where it is not ours, or too old. */
export function confirmingIn(
  secret: string,
  authority: string,
  token: string,
  at: Date,
): Confirming | null {
  const said = Confirming.safeParse(readSigned(secret, `${CONFIRM} ${authority}`, token))
  return said.success && at.getTime() <= said.data.until ? said.data : null
}

/** Confirms: from now on they are told. False where it was ended meanwhile. */
export async function confirmFollowing(
  trx: Trx,
  authority: string,
  { id, bodies, subjects: wanted }: Confirming,
  at: Date,
): Promise<boolean> {
  const kept = await subscriptionById(trx, id)
  if (kept === null) return false
  const confirmedAt = kept.confirmedAt ?? at
  const toldUntil = kept.confirmedAt === null ? at : kept.toldUntil
  await putSubscription(trx, authority, {
    ...kept,
    bodies,
    subjects: wanted,
    confirmedAt,
    toldUntil,
  })
  await note(trx, 'subscription.confirmed', id, at)
  return true
}

/** The token of the link with which somebody ends it; it stands in every letter. */
export const endingToken = (secret: string, authority: string, id: string): string =>
  signed(secret, `${END} ${authority}`, { id })

export function endingIn(secret: string, authority: string, token: string): string | null {
  const said = z
    .object({ id: z.uuid() })
    .safeParse(readSigned(secret, `${END} ${authority}`, token))
  return said.success ? said.data.id : null
}

/** Ends it and forgets the address. */
export async function endFollowing(trx: Trx, id: string, at: Date): Promise<void> {
  if (await deleteSubscription(trx, id)) await note(trx, 'subscription.ended', id, at)
}

async function note(trx: Trx, action: string, id: string, at: Date): Promise<void> {
  const subject = { kind: 'subscription', id }
  await record(trx, { actor: 'public', action, subject, detail: {} }, at)
}

/** What is kept about an address of somebody who asks. */
export async function heldInSubscriptions(
  db: Database,
  secret: string,
  authority: string,
  address: string,
) {
  const kept = await db.as(authority, trx =>
    subscriptionOf(trx, markOf(secret, authority, address)),
  )
  if (kept === null) return null
  return {
    subjects: kept.subjects.join(', '),
    bodies: kept.bodies.join(', '),
    askedAt: kept.askedAt.toISOString(),
    confirmedAt: kept.confirmedAt?.toISOString() ?? null,
    toldUntil: kept.toldUntil.toISOString(),
  }
}
