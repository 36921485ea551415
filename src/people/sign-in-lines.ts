import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'

// The journal's lines about sign-ins that did not come about.

/** @param userId null where it is not known who tried */
export async function recordFailure(
  trx: Trx,
  userId: string | null,
  because: string,
  at: Date,
): Promise<void> {
  const subject = { kind: 'user', id: userId ?? 'unknown' }
  const detail = { because }
  await record(trx, { actor: userId ?? 'anybody', action: 'sign-in.failed', subject, detail }, at)
}

/** The next try from there has to wait. Tries while waiting are not written down: they are not made. */
export async function recordLock(trx: Trx, userId: string | null, at: Date): Promise<void> {
  const subject = { kind: 'user', id: userId ?? 'unknown' }
  await record(trx, { actor: userId ?? 'anybody', action: 'sign-in.locked', subject }, at)
}
