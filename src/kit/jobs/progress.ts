import { sql } from 'kysely'
import type { Database, Trx } from '../db/index.ts'

/** How far a job has come, for a page or a terminal to show. */
export type JobProgress = {
  readonly id: string
  readonly job: string
  readonly state: 'waiting' | 'working' | 'finished' | 'failed'
  readonly done: number
  /** How much there is to do, once that is known. */
  readonly total: number | null
  /** What it is doing now, for the person who waits. */
  readonly words: string
  readonly error: string | null
  /** What the job returned, once it is finished. */
  readonly result: unknown
  readonly sentAt: Date
  readonly changedAt: Date
}

/** One job of the authority that the transaction is in. */
export async function jobProgress(trx: Trx, id: string): Promise<JobProgress | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined
  const { rows } = await sql<JobProgress>`
    select id, job, state, done, total, words, error, result,
      sent_at as "sentAt", changed_at as "changedAt"
    from kit.job_progress where id = ${id}`.execute(trx)
  return rows[0]
}

/** Jobs of the authority that are waiting or at work, oldest first. */
export async function jobsUnderWay(trx: Trx): Promise<readonly JobProgress[]> {
  const { rows } = await sql<JobProgress>`
    select id, job, state, done, total, words, error, result,
      sent_at as "sentAt", changed_at as "changedAt"
    from kit.job_progress where state in ('waiting', 'working') order by sent_at`.execute(trx)
  return rows
}

/** The newest jobs of the authority first, whatever became of them. */
export async function recentJobs(trx: Trx, limit: number): Promise<readonly JobProgress[]> {
  const { rows } = await sql<JobProgress>`
    select id, job, state, done, total, words, error, result,
      sent_at as "sentAt", changed_at as "changedAt"
    from kit.job_progress order by sent_at desc limit ${limit}`.execute(trx)
  return rows
}

export type Change = Partial<Pick<JobProgress, 'state' | 'done' | 'total' | 'words' | 'error'>> & {
  readonly result?: unknown
}

export async function insertProgress(trx: Trx, authority: string, id: string, job: string) {
  await sql`insert into kit.job_progress (authority, id, job, state)
    values (${authority}, ${id}, ${job}, 'waiting')`.execute(trx)
}

export async function changeProgress(db: Database, authority: string, id: string, change: Change) {
  const { state = null, done = null, total = null, words = null, error = null } = change
  const result = change.result === undefined ? null : JSON.stringify(change.result)
  await db.as(authority, trx =>
    sql`update kit.job_progress set
      state = coalesce(${state}, state), done = coalesce(${done}, done),
      total = coalesce(${total}, total), words = coalesce(${words}, words),
      error = coalesce(${error}, error), result = coalesce(${result}::jsonb, result),
      changed_at = now()
      where id = ${id}`.execute(trx),
  )
}
