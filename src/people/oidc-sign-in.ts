import type { FastifyRequest } from 'fastify'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import type { Claims, Kept } from './oidc.ts'
import type { People } from './people.ts'
import type { Role } from './roles.ts'
import { seal, unseal } from './secrets/seal.ts'
import { endSeats, openSeat, readToken, tokenFor } from './session.ts'
import { recordFailure } from './sign-in-lines.ts'
import { begin, takeBegun } from './store/begun.ts'
import { takeInvitation } from './store/invitations.ts'
import {
  addUser,
  bindUser,
  endRole,
  giveRole,
  renameUser,
  userById,
  userOfIssuer,
} from './store/users.ts'
import { dayIn, holdsOn, rolesOn, type User } from './user.ts'

const AWAY_FOR_MS = 10 * 60_000

/** Where to send the browser, and the cookie that it comes back with. */
export interface Away {
  readonly url: URL
  readonly cookie: string
}

export type Arrival =
  | { readonly kind: 'signed-in'; readonly cookie: string; readonly next: string }
  | { readonly kind: 'refused'; readonly because: string; readonly words: string }

export async function goToProvider(
  people: People,
  authority: string,
  asked: { readonly next: string; readonly invitationHash: string | null },
): Promise<Away> {
  if (people.provider === null) throw new Error('No identity provider is configured.')
  const { url, kept } = await people.provider.start()
  const token = tokenFor(authority)
  const at = people.now()
  const begun = {
    kind: 'oidc' as const,
    userId: null,
    sealed: seal(people.keys.seal, JSON.stringify(kept), token.hash),
    invitationHash: asked.invitationHash,
    next: asked.next,
  }
  const until = new Date(at.getTime() + AWAY_FOR_MS)
  await people.db.as(authority, trx => begin(trx, authority, token.hash, begun, until, at))
  return { url, cookie: token.value }
}

const again =
  'Signing in did not work, and nobody was signed in. Start again; if it happens again, tell whoever runs Sightline for your council.'
const noRole =
  'Your council’s sign-in knows you, but you have no role in Sightline. Ask whoever runs Sightline for your council.'

/** What the browser came back with. Good once: what was kept is taken before anything is looked at. */
export async function comeBack(
  people: People,
  cookie: string | undefined,
  query: string,
  request: FastifyRequest,
): Promise<Arrival> {
  const { provider, db, keys } = people
  const token = readToken(cookie)
  if (token === null || provider === null)
    return { kind: 'refused', because: 'nothing begun', words: again }
  const begun = await db.as(token.authority, trx =>
    takeBegun(trx, token.hash, 'oidc', people.now()),
  )
  const kept = begun?.sealed ? unseal(keys.seal, begun.sealed, token.hash) : null
  if (begun === null || kept === null)
    return { kind: 'refused', because: 'nothing begun', words: again }
  // as: what goToProvider sealed.
  const returned = await provider.finish(query, JSON.parse(kept) as Kept)
  const at = people.now()
  return db.as(token.authority, async trx => {
    if (returned.kind === 'refused') {
      await recordFailure(trx, null, returned.because, at)
      return { ...returned, words: again }
    }
    const user = await userFor(
      trx,
      people,
      token.authority,
      returned.claims,
      begun.invitationHash,
      at,
    )
    if (typeof user === 'string') {
      await recordFailure(trx, null, user, at)
      return { kind: 'refused', because: user, words: noRole }
    }
    if (user.state !== 'active' || rolesOn(user, dayIn(at)).length === 0) {
      const because = user.state === 'active' ? 'no role' : 'disabled'
      await recordFailure(trx, user.id, because, at)
      return { kind: 'refused', because, words: noRole }
    }
    const signedIn = { userId: user.id, way: 'oidc' as const }
    const seat = await openSeat(trx, people, token.authority, signedIn, request, at)
    return { kind: 'signed-in', cookie: seat, next: begun.next }
  })
}

/**
 * The user whom the provider means, under the name and with the roles it gives today: known by issuer
 * and subject, or invited, or with a role that makes them known.
 * @returns why there is none, in a word
 */
async function userFor(
  trx: Trx,
  people: People,
  authority: string,
  claims: Claims,
  invitationHash: string | null,
  at: Date,
): Promise<User | string> {
  const { issuer, subject, name, email } = claims
  const claimed = rolesIn(claims, people)
  let known = await userOfIssuer(trx, issuer, subject)
  if (known === null && invitationHash !== null) {
    const invited = await takeInvitation(trx, invitationHash, at)
    if (invited === null) return 'invitation used or too old'
    await bindUser(trx, invited, { issuer, subject })
    await record(
      trx,
      { actor: invited, action: 'user.bound', subject: { kind: 'user', id: invited } },
      at,
    )
    known = await userById(trx, invited)
  }
  if (known === null) {
    if (claimed.length === 0) return 'no role'
    const id = await addUser(trx, authority, { name, email, issuer, subject }, at)
    if (id !== null)
      await record(trx, { actor: id, action: 'user.added', subject: { kind: 'user', id } }, at)
    known = await userOfIssuer(trx, issuer, subject)
  }
  if (known === null) return 'unknown'
  if (known.state !== 'active') return known
  await renameUser(trx, known.id, { name, email })
  await claimRoles(trx, authority, known, claimed, at)
  return (await userById(trx, known.id)) ?? 'unknown'
}

function rolesIn(claims: Claims, { provider }: People): readonly Role[] {
  const found = claims.roles.flatMap(each => provider?.settings.roleOf.get(each) ?? [])
  return [...new Set(found)].filter(role => role !== 'public')
}

/** Roles that the provider has begun or ceased to claim begin or end today; those given here stay. */
async function claimRoles(
  trx: Trx,
  authority: string,
  user: User,
  claimed: readonly Role[],
  at: Date,
): Promise<void> {
  const today = dayIn(at)
  const held = user.roles.filter(each => each.source === 'claim' && holdsOn(each, today))
  const begun = claimed.filter(role => !held.some(each => each.role === role))
  const ended = held.filter(each => !claimed.includes(each.role))
  if (begun.length + ended.length === 0) return
  for (const each of ended) await endRole(trx, each.id, today)
  for (const role of begun)
    await giveRole(trx, authority, user.id, role, { from: today, until: null }, 'claim')
  await endSeats(trx, { userId: user.id, because: 'roles changed' }, user.id, at)
  await record(
    trx,
    {
      actor: user.id,
      action: 'roles.claimed',
      subject: { kind: 'user', id: user.id },
      detail: { begun, ended: ended.map(each => each.role) },
    },
    at,
  )
}
