import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

/** What is over so long: how many sessions and invitations, and how many counts of failed sign-ins. */
export async function countOlder(
  trx: Trx,
  before: Date,
): Promise<{ readonly sessions: number; readonly attempts: number }> {
  const db = trx.withTables<Tables>()
  const rows = [
    await db
      .selectFrom('people.sessions')
      .select(eb => eb.fn.countAll<number>().as('many'))
      .where(eb => eb.or([eb('ended_at', '<', before), eb('expires_at', '<', before)]))
      .executeTakeFirst(),
    await db
      .selectFrom('people.invitations')
      .select(eb => eb.fn.countAll<number>().as('many'))
      .where(eb => eb.or([eb('used_at', '<', before), eb('expires_at', '<', before)]))
      .executeTakeFirst(),
    await db
      .selectFrom('people.attempts')
      .select(eb => eb.fn.countAll<number>().as('many'))
      .where('last_at', '<', before)
      .executeTakeFirst(),
  ].map(row => Number(row?.many ?? 0))
  return { sessions: (rows[0] ?? 0) + (rows[1] ?? 0), attempts: rows[2] ?? 0 }
}

/** Takes away counts of failed sign-ins, and gives how many. */
export async function deleteOlderAttempts(trx: Trx, before: Date): Promise<number> {
  const gone = await trx
    .withTables<Tables>()
    .deleteFrom('people.attempts')
    .where('last_at', '<', before)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Takes away sessions and invitations, with sign-ins that were begun, and gives how many. */
export async function deleteOlderSessions(trx: Trx, before: Date): Promise<number> {
  const db = trx.withTables<Tables>()
  const sessions = await db
    .deleteFrom('people.sessions')
    .where(eb => eb.or([eb('ended_at', '<', before), eb('expires_at', '<', before)]))
    .executeTakeFirst()
  const invitations = await db
    .deleteFrom('people.invitations')
    .where(eb => eb.or([eb('used_at', '<', before), eb('expires_at', '<', before)]))
    .executeTakeFirst()
  await db.deleteFrom('people.begun').where('expires_at', '<', before).execute()
  return Number(sessions.numDeletedRows) + Number(invitations.numDeletedRows)
}
