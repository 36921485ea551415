import type { FastifyRequest } from 'fastify'
import { record } from '#journal'
import { invalid } from '#kit/http/index.ts'
import type { FieldError } from '#kit/html/page.ts'
import type { Database, Trx } from '#kit/db/index.ts'
import { deviceCookie } from './device.ts'
import { normalEmail } from './local-sign-in.ts'
import { passwordFault } from './passwords.ts'
import type { People } from './people.ts'
import type { Role } from './roles.ts'
import { hashOfRecoveryCode, newCodeSecret, newRecoveryCodes, stepOfCode } from './secrets/codes.ts'
import { hashPassword } from './secrets/password-hash.ts'
import { seal, unseal } from './secrets/seal.ts'
import { endSeats, openSeat, readToken, tokenFor } from './session.ts'
import { saveCredentials } from './store/credentials.ts'
import { addInvitation, invitedUser, takeInvitation } from './store/invitations.ts'
import { addUser, giveRole, localUser, userById } from './store/users.ts'
import { dayIn, type User } from './user.ts'

const OPEN_FOR_MS = 72 * 3_600_000

/** Somebody to invite, as `sightline invite` and the administrator's page name them. */
export interface Guest {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** `path` is the one-time link, below the address of the service. Nothing else holds it. */
export interface Invited {
  readonly userId: string
  readonly path: string
  readonly expiresAt: Date
}

export type Inviting =
  | ({ readonly kind: 'invited' } & Invited)
  | { readonly kind: 'known'; readonly userId: string }

/** Makes a user who cannot sign in yet, and the link by which they can. */
export async function invite(
  db: Database,
  authority: string,
  guest: Guest,
  by: { readonly actor: string; readonly at: Date },
): Promise<Inviting> {
  const { actor, at } = by
  const email = normalEmail(guest.email)
  return db.as(authority, async trx => {
    const user = { name: guest.name.trim(), email, issuer: null, subject: null }
    const id = await addUser(trx, authority, user, at)
    if (id === null) return { kind: 'known', userId: (await localUser(trx, email))?.id ?? '' }
    for (const role of guest.roles)
      await giveRole(trx, authority, id, role, { from: dayIn(at), until: null })
    const invited = await openInvitation(trx, authority, id, at)
    const subject = { kind: 'user', id }
    const detail = { roles: [...guest.roles] }
    await record(trx, { actor, action: 'user.invited', subject, detail }, at)
    return { kind: 'invited', ...invited }
  })
}

/** A new link for somebody who lost theirs, their password or their phone; the old ones are over. */
export async function inviteAgain(
  db: Database,
  authority: string,
  userId: string,
  by: { readonly actor: string; readonly at: Date },
): Promise<Invited> {
  return db.as(authority, async trx => {
    const invited = await openInvitation(trx, authority, userId, by.at)
    const subject = { kind: 'user', id: userId }
    await record(trx, { actor: by.actor, action: 'user.invited-again', subject }, by.at)
    return invited
  })
}

async function openInvitation(
  trx: Trx,
  authority: string,
  userId: string,
  at: Date,
): Promise<Invited> {
  const token = tokenFor(authority)
  const expiresAt = new Date(at.getTime() + OPEN_FOR_MS)
  await addInvitation(trx, authority, { tokenHash: token.hash, userId, expiresAt }, at)
  return { userId, path: `/invitation/${token.value}`, expiresAt }
}

/** Somebody at the door with a link that can still be used. */
export interface Welcome {
  readonly authority: string
  readonly hash: string
  readonly user: User
}

export async function welcome(people: People, token: string): Promise<Welcome | null> {
  const read = readToken(token)
  if (read === null) return null
  const at = people.now()
  return people.db.as(read.authority, async trx => {
    const userId = await invitedUser(trx, read.hash, at)
    const user = userId === null ? null : await userById(trx, userId)
    return user === null || user.state !== 'active' ? null : { ...read, user }
  })
}

/** The secret that the app is to hold, wrapped so that the page can carry it until the form comes back. */
export function newEnrolment(people: People, { hash }: Welcome): string {
  return seal(people.keys.seal, newCodeSecret(), hash)
}

export function secretOf(people: People, { hash }: Welcome, enrolment: string): string | null {
  return unseal(people.keys.seal, enrolment, hash)
}

export interface Accepting {
  readonly password: string
  readonly again: string
  readonly code: string
  readonly enrolment: string
}

export type Accepted =
  | {
      readonly kind: 'accepted'
      readonly recoveryCodes: readonly string[]
      readonly cookie: string
      readonly device: string
    }
  /** Somebody used the link in the meantime. */
  | { readonly kind: 'too-late' }

/**
 * Sets the password and the app, uses the link up and signs in. Whoever was signed in to the account
 * before is not any more.
 * @throws an invalid form, with what is wrong with the password or the code
 */
export async function accept(
  people: People,
  guest: Welcome,
  form: Accepting,
  from: { readonly request: FastifyRequest; readonly device: string | undefined },
): Promise<Accepted> {
  const at = people.now()
  const { user, authority } = guest
  const secret = secretOf(people, guest, form.enrolment)
  const step = secret === null ? null : stepOfCode(secret, form.code, at)
  const faults = faultsOf(form, user, step)
  if (faults.length > 0 || secret === null || step === null) throw invalid(faults)
  const recoveryCodes = newRecoveryCodes()
  const password = await hashPassword(form.password, people.cost)
  const { keys } = people
  return people.db.as(authority, async trx => {
    if ((await takeInvitation(trx, guest.hash, at)) === null) return { kind: 'too-late' }
    const credentials = {
      password,
      totpSecret: seal(keys.seal, secret, user.id),
      totpLastStep: step,
      recoveryCodes: recoveryCodes.map(code => hashOfRecoveryCode(keys.fingerprint, user.id, code)),
    }
    await saveCredentials(trx, authority, user.id, credentials, at)
    await endSeats(trx, { userId: user.id, because: 'credentials changed' }, user.id, at)
    const subject = { kind: 'user', id: user.id }
    await record(trx, { actor: user.id, action: 'credentials.set', subject }, at)
    const signedIn = { userId: user.id, way: 'password' as const }
    const cookie = await openSeat(trx, people, authority, signedIn, from.request, at)
    const account = { authority, email: user.email ?? '' }
    const device = deviceCookie(keys.device, from.device, account)
    return { kind: 'accepted', recoveryCodes, cookie, device }
  })
}

function faultsOf(form: Accepting, user: User, step: number | null): readonly FieldError[] {
  const fault = passwordFault(form.password, user)
  return [
    ...(fault === null ? [] : [{ field: 'password', message: fault }]),
    ...(form.password === form.again
      ? []
      : [{ field: 'again', message: 'The two passwords must be the same.' }]),
    ...(step === null
      ? [
          {
            field: 'code',
            message:
              'The code is not the one that the app shows now. Wait for the next and enter that.',
          },
        ]
      : []),
  ]
}
