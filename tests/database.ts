import { randomBytes } from 'node:crypto'
import { connect, type Database } from '#kit/db/index.ts'
import { openLog } from '#kit/log.ts'
import { afterAll, inject } from 'vitest'
import { dropDatabase, inDatabase, run } from './cluster.ts'

/**
 * A migrated database of this test file's own, dropped when the file is done:
 *
 *     const db = await testDatabase()
 *
 * Tests of one file share it; give each its own authority, or wrap it in `rolledBack`.
 */
export async function testDatabase(): Promise<Database> {
  const { server, template } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name} template ${template}`)
  const db = await connect(inDatabase(server, name), openLog('error'))
  afterAll(async () => {
    await db.close()
    await dropDatabase(server, name)
  })
  return db
}

/** A database with nothing in it at all, not even the migrations. */
export async function emptyDatabase(): Promise<Database> {
  const { server } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name}`)
  const db = await connect(inDatabase(server, name), openLog('error'))
  afterAll(async () => {
    await db.close()
    await dropDatabase(server, name)
  })
  return db
}
