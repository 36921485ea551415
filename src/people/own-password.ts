import { record } from '#journal'
import { invalid } from '#kit/http/index.ts'
import { passwordFault } from './passwords.ts'
import type { People } from './people.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './secrets/codes.ts'
import { hashPassword, isPassword } from './secrets/password-hash.ts'
import { endSeats, type Seat } from './session.ts'
import { recordFailure } from './sign-in-lines.ts'
import { countAttempt, forgive } from './store/attempts.ts'
import { credentialsOf, savePassword, saveRecoveryCodes } from './store/credentials.ts'
import { accountFromPlace, bucketOf } from './throttle.ts'

export interface NewPassword {
  readonly current: string
  readonly password: string
  readonly again: string
}

/**
 * Sets another password for whoever is signed in, and signs them out everywhere else.
 * @throws an invalid form, with what is wrong with it
 */
export async function changePassword(people: People, seat: Seat, form: NewPassword): Promise<void> {
  const { user, session, viewer } = seat
  await prove(people, seat, form.current)
  const fault = passwordFault(form.password, user)
  if (fault !== null) throw invalid([{ field: 'password', message: fault }])
  if (form.password !== form.again)
    throw invalid([{ field: 'again', message: 'The two passwords must be the same.' }])
  const hash = await hashPassword(form.password, people.cost)
  const at = people.now()
  await people.db.as(viewer.authority, async trx => {
    await savePassword(trx, user.id, hash, at)
    const ending = { userId: user.id, except: session.id, because: 'password changed' }
    await endSeats(trx, ending, user.id, at)
    const subject = { kind: 'user', id: user.id }
    await record(trx, { actor: user.id, action: 'password.changed', subject }, at)
  })
}

/** Eight new codes in place of those that are left, shown this once. */
export async function renewRecoveryCodes(
  people: People,
  seat: Seat,
  current: string,
): Promise<readonly string[]> {
  const { user, viewer } = seat
  await prove(people, seat, current)
  const codes = newRecoveryCodes()
  const hashes = codes.map(code => hashOfRecoveryCode(people.keys.fingerprint, user.id, code))
  const at = people.now()
  await people.db.as(viewer.authority, async trx => {
    await saveRecoveryCodes(trx, user.id, hashes)
    const subject = { kind: 'user', id: user.id }
    await record(trx, { actor: user.id, action: 'recovery-codes.renewed', subject }, at)
  })
  return codes
}

/** How many recovery codes are left; null for somebody who has no account of this installation. */
export async function recoveryCodesLeft(people: People, seat: Seat): Promise<number | null> {
  const held = await people.db.as(seat.viewer.authority, trx => credentialsOf(trx, seat.user.id))
  return held === null ? null : held.recoveryCodes.length
}

/** The password again: a browser that was left open is not enough to take an account over. */
async function prove(people: People, { user, viewer }: Seat, password: string): Promise<void> {
  const { db, keys } = people
  const at = people.now()
  const bucket = bucketOf(keys.fingerprint, 'own', viewer.authority, user.id)
  const wrong = (message: string) => invalid([{ field: 'current', message }])
  const tried = await db.as(viewer.authority, trx =>
    countAttempt(trx, viewer.authority, bucket, accountFromPlace, at),
  )
  if (tried.kind === 'wait')
    throw wrong('There were too many tries that did not succeed. Wait some minutes and try again.')
  const held = await db.as(viewer.authority, trx => credentialsOf(trx, user.id))
  if (!(await isPassword(password, held?.password, people.cost))) {
    await db.as(viewer.authority, trx => recordFailure(trx, user.id, 'own password', at))
    throw wrong('This is not your password.')
  }
  await db.as(viewer.authority, trx => forgive(trx, bucket, 'all', at))
}
