import { isoDay, parseIsoDay } from '#calendar'
import type { TeamRename } from '#indicators'
import type { Trx } from '#kit/db/index.ts'

type Tables = {
  'performance.team_names': {
    authority: string
    was: string
    now: string
    since: string
    reason: string
    said_by: string
    said_at: Date
  }
}

/** A rename with why it was said, and by whom. */
export interface SaidRename extends TeamRename {
  readonly reason: string
  readonly saidBy: string
  readonly saidAt: Date
}

export async function teamRenames(trx: Trx): Promise<readonly SaidRename[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('performance.team_names')
    .selectAll()
    .orderBy('since')
    .orderBy('was')
    .execute()
  return rows.map(row => ({
    was: row.was,
    now: row.now,
    from: parseIsoDay(row.since) ?? 0,
    reason: row.reason,
    saidBy: row.said_by,
    saidAt: row.said_at,
  }))
}

export async function insertTeamRename(
  trx: Trx,
  authority: string,
  { was, now, from, reason, saidBy, saidAt }: SaidRename,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('performance.team_names')
    .values({ authority, was, now, since: isoDay(from), reason, said_by: saidBy, said_at: saidAt })
    .execute()
}

/** False where nothing was known of it. */
export async function deleteTeamRename(trx: Trx, was: string): Promise<boolean> {
  const gone = await trx
    .withTables<Tables>()
    .deleteFrom('performance.team_names')
    .where('was', '=', was)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
