import { randomUUID } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { type ConstructorOptions, type Job, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Database, Trx } from '../db/index.ts'
import type { Log } from '../log.ts'
import { changeProgress, insertProgress, jobProgress } from './progress.ts'

/** A kind of work, by its name in the queue, and what has to be known to do it. */
export type JobKind<T> = { readonly name: string; readonly data: z.ZodType<T> }

export type JobContext = {
  readonly id: string
  readonly authority: string
  /** Aborts when the process is being stopped; the job is done again by another. */
  readonly signal: AbortSignal
  /** Shown to whoever waits; called as often as is convenient, written a few times a second. */
  progress(done: number, total: number | undefined, words: string): void
}

export type Jobs = {
  /**
   * Does the jobs of this kind in this process. What `work` returns is kept as the result and what
   * it throws as the error, and neither is tried again. A job whose process died is done again, so
   * it must not matter if it had half run: write in one transaction.
   */
  work<T>(kind: JobKind<T>, work: (data: T, context: JobContext) => Promise<unknown>): Promise<void>
  /**
   * Puts a job in the queue and returns its id, for `jobProgress`. With the transaction of an
   * authority, the job is there if and when that transaction commits.
   */
  send<T>(kind: JobKind<T>, authority: string, data: T, within?: Trx): Promise<string>
  /**
   * Puts a job that has failed in the queue again, as a new one, and returns its id; null where it
   * has not failed or what it needs is no longer known. Every job may be done twice.
   */
  again(authority: string, id: string): Promise<string | null>
  /** Takes no more jobs, waits up to 30 seconds for those at work, and closes the connections. */
  close(): Promise<void>
}

const SCHEMA = 'pgboss'
const WRITE_EVERY = 250
const Envelope = z.object({ id: z.uuid(), authority: z.string(), data: z.unknown() })

/** The queue in the database, for sending and for working. */
export async function openJobs(db: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    ...(db.connection as ConstructorOptions), // both say the same of a connection, pg more of it
    schema: SCHEMA,
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    useListenNotify: true,
    application_name: 'sightline jobs',
  })
  boss.on('error', err => log.error({ err }, 'The job queue had a fault.'))
  await boss.start()
  const queues = new Map<string, Promise<void>>()
  return { work, send, again, close: () => boss.stop() }

  async function work<T>(
    kind: JobKind<T>,
    run: (data: T, context: JobContext) => Promise<unknown>,
  ) {
    await queue(kind.name)
    await boss.work<unknown>(kind.name, { pollingIntervalSeconds: 2 }, async jobs => {
      for (const job of jobs) await runOne(kind, job, run)
    })
    await boss.work<unknown>(abandonedQueue(kind.name), async jobs => {
      for (const job of jobs) await giveUp(job)
    })
  }

  async function send<T>(kind: JobKind<T>, authority: string, data: T, within?: Trx) {
    await queue(kind.name)
    if (!within) return db.owner.transaction().execute(trx => put(trx, kind.name, authority, data))
    // The queue belongs to the installation, so the authority's walls are left for the two lines.
    const { rows } = await sql<{ role: string }>`
      select current_setting('role') as role, set_config('role', 'none', true)`.execute(within)
    const id = await put(within, kind.name, authority, data)
    await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(within)
    return id
  }

  async function again(authority: string, id: string) {
    const failed = await db.as(authority, trx => jobProgress(trx, id))
    if (failed?.state !== 'failed') return null
    const { rows } = await sql<{ data: unknown }>`
      select data from pgboss.job where id = ${id} and name = ${failed.job}`.execute(db.owner)
    const sent = Envelope.safeParse(rows[0]?.data)
    if (!sent.success || sent.data.authority !== authority) return null
    return db.owner.transaction().execute(trx => put(trx, failed.job, authority, sent.data.data))
  }

  async function put(trx: Trx, name: string, authority: string, data: unknown) {
    const id = randomUUID()
    await insertProgress(trx, authority, id, name)
    await boss.send(name, { id, authority, data }, { id, db: inside(trx) })
    return id
  }

  async function runOne<T>(
    kind: JobKind<T>,
    job: Job<unknown>,
    run: (data: T, context: JobContext) => Promise<unknown>,
  ) {
    const { id, authority, data } = Envelope.parse(job.data)
    const notes = progressNotes(change => changeProgress(db, authority, id, change), log)
    try {
      await changeProgress(db, authority, id, { state: 'working' })
      const context = { id, authority, signal: job.signal, progress: notes.progress }
      const result = await run(kind.data.parse(data), context)
      await notes.flush()
      await changeProgress(db, authority, id, { state: 'finished', result })
    } catch (error) {
      if (job.signal.aborted) throw error
      log.error({ err: error, job: kind.name, id }, 'A job failed.')
      await notes.flush()
      const words = error instanceof Error ? error.message : String(error)
      await changeProgress(db, authority, id, { state: 'failed', error: words })
    }
  }

  async function giveUp(job: Job<unknown>) {
    const { id, authority } = Envelope.parse(job.data)
    const error = 'The work stopped several times before it was done, and was given up.'
    await changeProgress(db, authority, id, { state: 'failed', error })
  }

  function queue(name: string): Promise<void> {
    const known = queues.get(name)
    if (known) return known
    const made = makeQueue(name)
    queues.set(name, made)
    made.catch(() => queues.delete(name))
    return made
  }

  async function makeQueue(name: string) {
    await boss.createQueue(abandonedQueue(name))
    await boss.createQueue(name, {
      // Only a process that died leaves a job to be tried again: it no longer says that it lives.
      heartbeatSeconds: 30,
      expireInSeconds: 6 * 3600,
      retryLimit: 2,
      retryDelay: 1,
      deadLetter: abandonedQueue(name),
      notify: true,
    })
  }
}

function abandonedQueue(name: string) {
  return `${name}.abandoned`
}

/** What pg-boss asks, answered in a transaction of ours. */
function inside(trx: Trx): NonNullable<ConstructorOptions['db']> {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      const { rows } = await trx.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}

type Note = { done: number; total: number | null; words: string }

/** Keeps the newest note and writes it when the one before is written and a moment has passed. */
function progressNotes(write: (note: Note) => Promise<unknown>, log: Log) {
  let newest: Note | undefined
  let writing: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function writeNewest() {
    timer = undefined
    const note = newest
    newest = undefined
    if (!note) return
    writing = writing
      .then(() => write(note))
      .catch((err: unknown) => log.warn({ err }, 'The progress of a job could not be noted.'))
  }

  return {
    progress(done: number, total: number | undefined, words: string) {
      newest = { done, total: total ?? null, words }
      timer ??= setTimeout(writeNewest, WRITE_EVERY)
    },
    async flush() {
      clearTimeout(timer)
      writeNewest()
      await writing
    },
  }
}
