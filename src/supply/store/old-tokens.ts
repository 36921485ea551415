import { sql } from 'kysely'
import { type Database, takeAway, type Trx } from '#kit/db/index.ts'

const over = (before: Date) =>
  sql`(revoked_at < ${before} or expires_on < ${before.toISOString().slice(0, 10)})`

/** How many tokens have been good no longer since before an instant. */
export async function countOldTokens(trx: Trx, before: Date): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from supply.tokens
    where ${over(before)}`.execute(trx)
  return Number(rows[0]?.many ?? 0)
}

export const forgetOldTokens = (
  db: Database,
  authority: string,
  before: Date,
  within: (trx: Trx) => Promise<void>,
): Promise<void> =>
  takeAway(
    db,
    authority,
    [sql`delete from supply.tokens where authority = ${authority} and ${over(before)}`],
    within,
  )
