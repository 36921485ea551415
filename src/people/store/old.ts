import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

/** How many of each were there and are not any more. */
export type Forgotten = {
  readonly sessions: number
  readonly invitations: number
  readonly attempts: number
}

/** Takes away what was over before an instant: sessions, invitations, sign-ins begun and failed. */
export async function deleteOlder(trx: Trx, before: Date): Promise<Forgotten> {
  const db = trx.withTables<Tables>()
  const [sessions, invitations, attempts] = [
    await db
      .deleteFrom('people.sessions')
      .where(eb => eb.or([eb('ended_at', '<', before), eb('expires_at', '<', before)]))
      .executeTakeFirst(),
    await db
      .deleteFrom('people.invitations')
      .where(eb => eb.or([eb('used_at', '<', before), eb('expires_at', '<', before)]))
      .executeTakeFirst(),
    await db.deleteFrom('people.attempts').where('last_at', '<', before).executeTakeFirst(),
  ]
  await db.deleteFrom('people.begun').where('expires_at', '<', before).execute()
  return {
    sessions: Number(sessions.numDeletedRows),
    invitations: Number(invitations.numDeletedRows),
    attempts: Number(attempts.numDeletedRows),
  }
}
