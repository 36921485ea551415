import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

/** What lets a program read in somebody's name. What is sent is kept as its hash alone. */
export interface Token {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly ofPersona: boolean
  readonly madeAt: Date
  /** The first day on which it is no longer good. */
  readonly expiresOn: Day
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

export interface NewToken {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly hash: string
  readonly ofPersona: boolean
  readonly expiresOn: Day
}

export async function insertToken(
  trx: Trx,
  authority: string,
  token: NewToken,
  at: Date,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('supply.tokens')
    .values({
      authority,
      id: token.id,
      user_id: token.userId,
      name: token.name,
      token_hash: token.hash,
      of_persona: token.ofPersona,
      made_at: at,
      expires_on: isoDay(token.expiresOn),
    })
    .execute()
}

/** Those of a person, the newest first. */
export async function tokensOf(trx: Trx, userId: string): Promise<readonly Token[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('supply.tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toToken)
}

export async function tokenByHash(trx: Trx, hash: string): Promise<Token | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('supply.tokens')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? null : toToken(row)
}

export async function markUsed(trx: Trx, id: string, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('supply.tokens')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .execute()
}

/** @returns whether it was still good until now */
export async function revokeToken(
  trx: Trx,
  userId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .withTables<Tables>()
    .updateTable('supply.tokens')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

function toToken(row: Tables['supply.tokens']): Token {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    ofPersona: row.of_persona,
    madeAt: row.made_at,
    expiresOn: parseIsoDay(row.expires_on) ?? 0,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}
