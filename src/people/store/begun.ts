import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

/** A sign-in between its two halves. */
export interface Begun {
  readonly kind: 'oidc' | 'code'
  readonly userId: string | null
  readonly sealed: string | null
  readonly invitationHash: string | null
  /** The path that was asked for. */
  readonly next: string
  readonly tries: number
}

export async function begin(
  trx: Trx,
  authority: string,
  tokenHash: string,
  begun: Omit<Begun, 'tries'>,
  expiresAt: Date,
  at: Date,
): Promise<void> {
  const db = trx.withTables<Tables>()
  await db.deleteFrom('people.begun').where('expires_at', '<=', at).execute()
  await db
    .insertInto('people.begun')
    .values({
      authority,
      token_hash: tokenHash,
      kind: begun.kind,
      user_id: begun.userId,
      sealed: begun.sealed,
      invitation_hash: begun.invitationHash,
      next: begun.next,
      tries: 0,
      expires_at: expiresAt,
    })
    .execute()
}

/** Takes it away in the same breath, so that it is good for one try. */
export async function takeBegun(
  trx: Trx,
  tokenHash: string,
  kind: Begun['kind'],
  at: Date,
): Promise<Begun | null> {
  const row = await trx
    .withTables<Tables>()
    .deleteFrom('people.begun')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', at)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : toBegun(row)
}

/** Counts a try before it is made. */
export async function countTry(
  trx: Trx,
  tokenHash: string,
  most: number,
  at: Date,
): Promise<Begun | null> {
  const row = await trx
    .withTables<Tables>()
    .updateTable('people.begun')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', 'code')
    .where('tries', '<', most)
    .where('expires_at', '>', at)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : toBegun(row)
}

function toBegun(row: Tables['people.begun']): Begun {
  return {
    kind: row.kind,
    userId: row.user_id,
    sealed: row.sealed,
    invitationHash: row.invitation_hash,
    next: row.next,
    tries: row.tries,
  }
}
