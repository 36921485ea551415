import type { FastifyRequest } from 'fastify'
import { deviceCookie, knownDevice } from './device.ts'
import type { People } from './people.ts'
import { hashOfRecoveryCode, looksLikeRecoveryCode, stepOfCode } from './secrets/codes.ts'
import { hashPassword, isCheaper, isPassword } from './secrets/password-hash.ts'
import { unseal } from './secrets/seal.ts'
import { openSeat, readToken, tokenFor } from './session.ts'
import { recordFailure, recordLock } from './sign-in-lines.ts'
import { countAttempt, forgetAttempts, forgive } from './store/attempts.ts'
import { begin, countTry, takeBegun } from './store/begun.ts'
import {
  type Credentials,
  credentialsOf,
  savePassword,
  useRecoveryCode,
  useStep,
} from './store/credentials.ts'
import { localUser, userById } from './store/users.ts'
import {
  accountFromPlace,
  bucketOf,
  codeOfAccount,
  FORGOTTEN_AFTER_SECONDS,
  type Patience,
  place,
  sourceOf,
} from './throttle.ts'

const CODE_WITHIN_MS = 5 * 60_000
const CODE_TRIES = 5

/** Where a sign-in is tried from. */
export interface From {
  readonly request: FastifyRequest
  readonly device: string | undefined
}

export type FirstStep =
  | { readonly kind: 'code'; readonly cookie: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date }

export type SecondStep =
  | {
      readonly kind: 'signed-in'
      readonly cookie: string
      readonly device: string
      readonly next: string
      readonly codesLeft: number
    }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date }
  /** There is no password before this code, or it was too long ago, or there were too many codes. */
  | { readonly kind: 'begin-again' }

export const normalEmail = (email: string): string => email.trim().toLowerCase()

type Bucket = {
  readonly name: string
  readonly patience: Patience
  readonly after: 'all' | 'one'
}

/**
 * The password. Whether the account exists changes neither the words nor the work: an unknown one is
 * hashed and counted like any other.
 */
export async function firstStep(
  people: People,
  authority: string,
  typed: { readonly email: string; readonly password: string; readonly next: string },
  from: From,
): Promise<FirstStep> {
  const { db } = people
  const at = people.now()
  const email = normalEmail(typed.email)
  const buckets = bucketsOf(people, authority, email, from)
  const tried = await countAll(people, authority, buckets, at)
  if (tried.kind === 'wait') return tried
  const { user, credentials } = await db.as(authority, async trx => {
    const user = await localUser(trx, email)
    return { user, credentials: user && (await credentialsOf(trx, user.id)) }
  })
  const right = await isPassword(typed.password, credentials?.password, people.cost)
  if (!right || user === null || credentials === null || user.state !== 'active') {
    await db.as(authority, async trx => {
      const because = user?.state === 'disabled' ? 'disabled' : 'password'
      if (tried.locks) await recordLock(trx, user?.id ?? null, at)
      await recordFailure(trx, user?.id ?? null, because, at)
    })
    return { kind: 'wrong' }
  }
  // Only whoever knows the password has it hashed again as hashes are made now.
  const better = isCheaper(credentials.password, people.cost)
    ? await hashPassword(typed.password, people.cost)
    : null
  const token = tokenFor(authority)
  const until = new Date(at.getTime() + CODE_WITHIN_MS)
  const begun = {
    kind: 'code' as const,
    userId: user.id,
    sealed: null,
    invitationHash: null,
    next: typed.next,
  }
  await db.as(authority, async trx => {
    for (const { name, after } of buckets) await forgive(trx, name, after, at)
    if (better !== null) await savePassword(trx, user.id, better, at)
    await begin(trx, authority, token.hash, begun, until, at)
    await forgetAttempts(trx, new Date(at.getTime() - FORGOTTEN_AFTER_SECONDS * 1000))
  })
  return { kind: 'code', cookie: token.value }
}

/** The code of the app, or a recovery code, after the password. */
export async function secondStep(
  people: People,
  cookie: string | undefined,
  code: string,
  from: From,
): Promise<SecondStep> {
  const { db, keys } = people
  const at = people.now()
  const token = readToken(cookie)
  if (token === null) return { kind: 'begin-again' }
  const { authority } = token
  const begun = await db.as(authority, trx => countTry(trx, token.hash, CODE_TRIES, at))
  const userId = begun?.userId ?? null
  const user = userId === null ? null : await db.as(authority, trx => userById(trx, userId))
  if (begun === null || user === null || user.state !== 'active' || user.issuer !== null)
    return { kind: 'begin-again' }
  const account = { authority, email: user.email ?? '' }
  const known = knownDevice(keys.device, from.device, account)
  const bucket: Bucket = {
    name: bucketOf(keys.fingerprint, 'code', authority, user.id, known ?? ''),
    patience: codeOfAccount,
    after: 'all',
  }
  const tried = await countAll(people, authority, [bucket], at)
  if (tried.kind === 'wait') return tried
  return db.as(authority, async trx => {
    const credentials = await credentialsOf(trx, user.id)
    const good = credentials !== null && (await useCode(credentials))
    if (!good) {
      if (tried.locks) await recordLock(trx, user?.id ?? null, at)
      await recordFailure(trx, user.id, 'code', at)
      return begun.tries >= CODE_TRIES ? { kind: 'begin-again' } : { kind: 'wrong' }
    }
    await takeBegun(trx, token.hash, 'code', at)
    await forgive(trx, bucket.name, 'all', at)
    const signedIn = { userId: user.id, way: 'password' as const }
    const seat = await openSeat(trx, people, authority, signedIn, from.request, at)
    const left = (await credentialsOf(trx, user.id))?.recoveryCodes.length ?? 0
    const device = deviceCookie(keys.device, from.device, account)
    return { kind: 'signed-in', cookie: seat, device, next: begun.next, codesLeft: left }

    async function useCode(known: Credentials): Promise<boolean> {
      if (user === null) return false
      if (looksLikeRecoveryCode(code))
        return useRecoveryCode(trx, user.id, hashOfRecoveryCode(keys.fingerprint, user.id, code))
      const secret = unseal(keys.seal, known.totpSecret, user.id)
      const step = secret === null ? null : stepOfCode(secret, code, at)
      return step !== null && useStep(trx, user.id, step)
    }
  })
}

function bucketsOf(
  { keys }: People,
  authority: string,
  email: string,
  { request, device }: From,
): readonly Bucket[] {
  const name = (...parts: string[]) => bucketOf(keys.fingerprint, authority, ...parts)
  const known = knownDevice(keys.device, device, { authority, email })
  if (known !== null)
    return [{ name: name('device', email, known), patience: accountFromPlace, after: 'all' }]
  const source = sourceOf(request.ip)
  return [
    { name: name('account', email, source), patience: accountFromPlace, after: 'all' },
    { name: name('place', source), patience: place, after: 'one' },
  ]
}

type Counted =
  | { readonly kind: 'free'; readonly locks: boolean }
  | { readonly kind: 'wait'; readonly until: Date }

async function countAll(
  { db }: People,
  authority: string,
  buckets: readonly Bucket[],
  at: Date,
): Promise<Counted> {
  return db.as(authority, async trx => {
    let locks = false
    const counted: string[] = []
    for (const { name, patience } of buckets) {
      const tried = await countAttempt(trx, authority, name, patience, at)
      if (tried.kind === 'wait') {
        // The try is not made, so it has not failed anywhere.
        for (const each of counted) await forgive(trx, each, 'one', at)
        return tried
      }
      counted.push(name)
      locks ||= tried.failures >= patience.free
    }
    return { kind: 'free', locks }
  })
}
