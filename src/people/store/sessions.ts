import { randomUUID } from 'node:crypto'
import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

export type Way = Tables['people.sessions']['way']

export interface Session {
  readonly id: string
  readonly userId: string
  readonly way: Way
  readonly browser: string
  readonly madeAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export interface NewSession {
  readonly tokenHash: string
  readonly userId: string
  readonly way: Way
  readonly browser: string
  readonly expiresAt: Date
}

/** @returns the id that the session is called by on pages */
export async function addSession(
  trx: Trx,
  authority: string,
  session: NewSession,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  await trx
    .withTables<Tables>()
    .insertInto('people.sessions')
    .values({
      authority,
      token_hash: session.tokenHash,
      id,
      user_id: session.userId,
      way: session.way,
      browser: session.browser,
      made_at: at,
      last_seen_at: at,
      expires_at: session.expiresAt,
      ended_at: null,
      ended_because: null,
    })
    .execute()
  return id
}

/** The session of a token that has not ended, whatever its age. */
export async function openSession(trx: Trx, tokenHash: string): Promise<Session | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('people.sessions')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : toSession(row)
}

export async function sessionsOf(trx: Trx, userId: string): Promise<readonly Session[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('people.sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(toSession)
}

export async function seen(trx: Trx, id: string, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.sessions')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('last_seen_at', '<', at)
    .execute()
}

/** Which sessions to end: those of a user, or one of them, or all of them but one. */
export interface Ending {
  readonly userId: string
  readonly only?: string | undefined
  readonly except?: string | undefined
  readonly because: string
}

/** @returns how many were open and are not any more */
export async function endSessions(trx: Trx, ending: Ending, at: Date): Promise<number> {
  let update = trx
    .withTables<Tables>()
    .updateTable('people.sessions')
    .set({ ended_at: at, ended_because: ending.because })
    .where('user_id', '=', ending.userId)
    .where('ended_at', 'is', null)
  if (ending.only !== undefined) update = update.where('id', '=', ending.only)
  if (ending.except !== undefined) update = update.where('id', '!=', ending.except)
  const { numUpdatedRows } = await update.executeTakeFirst()
  return Number(numUpdatedRows)
}

function toSession(row: Tables['people.sessions']): Session {
  return {
    id: row.id,
    userId: row.user_id,
    way: row.way,
    browser: row.browser,
    madeAt: row.made_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }
}
