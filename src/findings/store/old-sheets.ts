import { sql } from 'kysely'
import { type Database, takeAway, type Trx } from '#kit/db/index.ts'

const hasRows = sql`(lines <> '[]' or coalesce(refused, '[]') <> '[]')`

/** How many tables that were brought before an instant still have their rows. */
export async function countOldSheets(trx: Trx, before: Date): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from findings.sheets
    where brought_at < ${before} and ${hasRows}`.execute(trx)
  return Number(rows[0]?.many ?? 0)
}

/** Takes the rows away; that the table was brought, by whom, and how much was taken from it stays. */
export const forgetOldSheets = (
  db: Database,
  authority: string,
  before: Date,
  within: (trx: Trx) => Promise<void>,
): Promise<void> =>
  takeAway(
    db,
    authority,
    [
      sql`update findings.sheets
        set lines = '[]', refused = case when refused is null then null else '[]'::jsonb end
        where authority = ${authority} and brought_at < ${before} and ${hasRows}`,
    ],
    within,
  )
