import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { rolledBack, testDatabase } from '../../../tests/database.ts'

const db = await testDatabase()
await sql`create schema t; create table t.things (authority text not null, day date, big bigint);
  select kit.keep_apart('t.things')`.execute(db.owner)

const days = async (authority: string) =>
  db.as(authority, async trx => {
    const { rows } = await sql<{ day: string; big: number }>`select day, big from t.things`.execute(
      trx,
    )
    return rows
  })

test('an authority sees its own rows and no others', async () => {
  await db.as('north', trx =>
    sql`insert into t.things values ('north', '2026-03-29', 5)`.execute(trx),
  )
  expect(await days('north')).toEqual([{ day: '2026-03-29', big: 5 }])
  expect(await days('south')).toEqual([])
})

test('an authority cannot write a row for another', async () => {
  const written = db.as('south', trx => sql`insert into t.things values ('north')`.execute(trx))
  await expect(written).rejects.toThrow(/row-level security/)
})

test('a transaction that fails leaves nothing behind, and the wall stays up', async () => {
  const failing = db.as('east', async trx => {
    await sql`insert into t.things values ('east', '2026-01-01', 1)`.execute(trx)
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(await days('east')).toEqual([])
})

test('the owner goes past the walls again once the transaction is over', async () => {
  await db.as('west', trx => sql`insert into t.things values ('west')`.execute(trx))
  const { rows } = await sql<{ n: number; role: string }>`
    select count(*) n, current_setting('role') as role from t.things`.execute(db.owner)
  expect(rows).toEqual([{ n: 2, role: 'none' }])
})

test('a number too large to count with is refused rather than rounded', async () => {
  const query = sql`select 9007199254740993::bigint`.execute(db.owner)
  await expect(query).rejects.toThrow(/too large/)
})

test('arrays of dates and of whole numbers come back the same way', async () => {
  const { rows } = await sql`select '{2026-01-31,NULL}'::date[] d, '{1,2}'::bigint[] n`.execute(
    db.owner,
  )
  expect(rows).toEqual([{ d: ['2026-01-31', null], n: [1, 2] }])
})

test('a test that is rolled back leaves nothing, and keeps the walls while it runs', async () => {
  await rolledBack(db, async within => {
    await within.as('brief', trx => sql`insert into t.things values ('brief')`.execute(trx))
    const failing = within.as('brief', trx =>
      sql`insert into t.things values ('north')`.execute(trx),
    )
    await expect(failing).rejects.toThrow(/row-level security/)
    const { rows } = await within.as('brief', trx =>
      sql`select authority from t.things`.execute(trx),
    )
    expect(rows).toEqual([{ authority: 'brief' }])
  })
  expect(await days('brief')).toEqual([])
})
