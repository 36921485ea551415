import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import { FORGOTTEN_AFTER_SECONDS, type Patience, waitsOf } from '../throttle.ts'
import type { Tables } from './tables.ts'

export type Try =
  | { readonly kind: 'free'; readonly failures: number }
  | { readonly kind: 'wait'; readonly until: Date; readonly failures: number }

/**
 * Counts a try as failed before it is made, so that a hundred at once are a hundred and not one;
 * `forgive` takes it back. A try that has to wait is not counted: it is not made.
 */
export async function countAttempt(
  trx: Trx,
  authority: string,
  bucket: string,
  patience: Patience,
  at: Date,
): Promise<Try> {
  const waits = waitsOf(patience)
  const now = sql`${at}::timestamptz`
  const failures = sql`case when a.last_at < ${now} - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS}) then 1 else a.failures + 1 end`
  const wait = (count: typeof failures) =>
    sql`${now} + make_interval(secs => (${[...waits]}::float8[])[least(${count}, ${waits.length})])`
  const { rows } = await sql<{ failures: number }>`
    insert into people.attempts as a (authority, bucket, failures, last_at, free_at)
    values (${authority}, ${bucket}, 1, ${now}, ${wait(sql`1`)})
    on conflict (authority, bucket) do update
      set failures = ${failures}, last_at = ${now}, free_at = ${wait(failures)}
      where a.free_at <= ${now}
    returning failures`.execute(trx)
  if (rows[0] !== undefined) return { kind: 'free', failures: rows[0].failures }
  const row = await trx
    .withTables<Tables>()
    .selectFrom('people.attempts')
    .select(['free_at', 'failures'])
    .where('bucket', '=', bucket)
    .executeTakeFirst()
  return { kind: 'wait', until: row?.free_at ?? at, failures: row?.failures ?? 0 }
}

/** What was counted was no failure: the bucket begins anew, or has one fewer. */
export async function forgive(
  trx: Trx,
  bucket: string,
  how: 'all' | 'one',
  at: Date,
): Promise<void> {
  const db = trx.withTables<Tables>()
  if (how === 'all') {
    await db.deleteFrom('people.attempts').where('bucket', '=', bucket).execute()
    return
  }
  await db
    .updateTable('people.attempts')
    .set({ failures: sql<number>`greatest(failures - 1, 0)`, free_at: at })
    .where('bucket', '=', bucket)
    .execute()
}

/** Takes away what is too old to count, so that the table does not grow without end. */
export async function forgetAttempts(trx: Trx, before: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('people.attempts')
    .where('last_at', '<', before)
    .execute()
}
