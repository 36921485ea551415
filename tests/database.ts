import { randomBytes } from 'node:crypto'
import { connect, type Database, enter, type Trx } from '#kit/db/index.ts'
import { openLog } from '#kit/log.ts'
import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import { dropDatabase, inDatabase, run } from './cluster.ts'

/**
 * A migrated database of this test file's own, dropped when the file is done:
 *
 *     const db = await testDatabase()
 *
 * Tests of one file share it: give each its own authority, or wrap it in `rolledBack`.
 */
export async function testDatabase(): Promise<Database> {
  return freshDatabase(`template ${inject('cluster').template}`)
}

/** A database with nothing in it at all, not even the migrations. */
export async function emptyDatabase(): Promise<Database> {
  return freshDatabase('')
}

/** A copy of a database of the tests' server. */
export async function copyOf(template: string): Promise<Database> {
  return freshDatabase(`template ${template}`)
}

async function freshDatabase(template: string): Promise<Database> {
  const { server } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name} ${template}`)
  const db = await connect(inDatabase(server, name), openLog('error'))
  afterAll(async () => {
    await db.close()
    await dropDatabase(server, name)
  })
  return db
}

/**
 * Runs a test on one connection in one transaction that is rolled back at its end. Its `as` behaves
 * as ever, one after another, on savepoints; its `owner` cannot open transactions.
 */
export async function rolledBack(
  db: Database,
  test: (db: Database) => Promise<void>,
): Promise<void> {
  const trx = await db.owner.startTransaction().execute()
  let turn: Promise<unknown> = Promise.resolve()
  const as = <T>(authority: string, work: (trx: Trx) => Promise<T>): Promise<T> => {
    const mine = turn.then(() => onSavepoint(trx, authority, work))
    turn = mine.catch(() => {})
    return mine
  }
  try {
    await test({ owner: trx, connection: db.connection, as, close: async () => {} })
  } finally {
    await turn
    await trx.rollback().execute()
  }
}

async function onSavepoint<T>(trx: Trx, authority: string, work: (trx: Trx) => Promise<T>) {
  await sql`savepoint work`.execute(trx)
  try {
    await enter(trx, authority)
    const result = await work(trx)
    await sql`release savepoint work`.execute(trx)
    await sql`select set_config('role', 'none', true)`.execute(trx)
    await sql`select set_config('sightline.authority', '', true)`.execute(trx)
    return result
  } catch (error) {
    await sql`rollback to savepoint work`.execute(trx)
    throw error
  }
}

/** The address of a database, as DATABASE_URL has it. */
export function urlOf({ connection }: Database): string {
  if (connection.connectionString !== undefined) return connection.connectionString
  const { host = '', port, user = '', database = '' } = connection
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
