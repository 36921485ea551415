import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { openLog } from '../log.ts'
import { connect, openDatabase } from './database.ts'

const log = openLog('silent')
const db = await testDatabase()
const limited = `limited_${process.pid}`
await sql.raw(`create role ${limited} nologin`).execute(db.owner)
afterAll(() => sql.raw(`drop role ${limited}`).execute(db.owner))

test('a user who may not become the role is told what to ask for', async () => {
  const connection = { ...db.connection, options: `-c role=${limited}` }
  await expect(connect(connection, log)).rejects.toThrow(
    `Ask whoever looks after the database to run: grant sightline_app to "${limited}"`,
  )
})

test('a user who was granted the role can use the database', async () => {
  await sql.raw(`grant sightline_app to ${limited}`).execute(db.owner)
  const granted = await connect({ ...db.connection, options: `-c role=${limited}` }, log)
  const { rows } = await granted.as('north', trx =>
    sql`select current_user::text as me`.execute(trx),
  )
  expect(rows).toEqual([{ me: 'sightline_app' }])
  await granted.close()
  await sql.raw(`revoke sightline_app from ${limited}`).execute(db.owner)
})

test('a database that cannot be reached is one sentence', async () => {
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/none'
  await expect(openDatabase({ databaseUrl, folder: '' }, log)).rejects.toThrow(
    /^The database at DATABASE_URL cannot be reached: .*ECONNREFUSED/,
  )
})
