import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase, testDatabase } from '../../../tests/database.ts'
import { findMigrations, migrate } from './migrate.ts'

const KIT = findMigrations(fileURLToPath(new URL('../..', import.meta.url))).filter(
  each => each.module === 'kit',
)
const folder = mkdtempSync(join(tmpdir(), 'sightline-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

function modules(name: string, files: Readonly<Record<string, string>>) {
  const src = join(folder, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(src, path, '..'), { recursive: true })
    writeFileSync(join(src, path), text)
  }
  return findMigrations(src)
}

test('the migrations of all modules run once, in the order of their numbers', async () => {
  const db = await emptyDatabase()
  const all = modules('order', {
    'b/migrations/0001-first.sql':
      'create schema b; create table b.t (n int); insert into b.t values (1)',
    'a/migrations/0002-second.sql':
      'create schema a; create table a.t as select n + 1 as n from b.t',
  })
  expect(await migrate(db, all)).toEqual(['b/0001-first', 'a/0002-second'])
  expect(await migrate(db, all)).toEqual([])
  const { rows } = await sql`select n from a.t`.execute(db.owner)
  expect(rows).toEqual([{ n: 2 }])
})

test('of several processes at once, one runs them', async () => {
  const db = await emptyDatabase()
  const done = await Promise.all([1, 2, 3].map(() => migrate(db, KIT)))
  expect(done.flat()).toEqual(KIT.map(each => each.name))
})

test('a migration that fails leaves nothing of itself, and keeps those before it', async () => {
  const db = await emptyDatabase()
  const broken = modules('broken', {
    'a/migrations/0001-good.sql': 'create schema good',
    'a/migrations/0002-bad.sql': 'create schema bad; select no_such_thing()',
  })
  await expect(migrate(db, broken)).rejects.toThrow('The migration a/0002-bad failed')
  const { rows } =
    await sql`select nspname from pg_namespace where nspname in ('good', 'bad')`.execute(db.owner)
  expect(rows).toEqual([{ nspname: 'good' }])
})

test('a migration that ran and was then edited, or is not known, is refused', async () => {
  const db = await emptyDatabase()
  await migrate(db, modules('one', { 'a/migrations/0001-a.sql': 'select 1' }))
  const edited = modules('two', { 'a/migrations/0001-a.sql': 'select 2' })
  await expect(migrate(db, edited)).rejects.toThrow('another wording')
  await expect(migrate(db, KIT)).rejects.toThrow('newer release')
})

test('the same migration with the line ends of Windows is the same', () => {
  const unix = modules('unix', { 'a/migrations/0001-a.sql': 'select 1;\nselect 2;\n' })
  const windows = modules('windows', { 'a/migrations/0001-a.sql': 'select 1;\r\nselect 2;\r\n' })
  expect(windows).toEqual(unix)
})

test('two migrations with one number, or one badly named, are refused', () => {
  const twice = { 'a/migrations/0001-a.sql': '', 'b/migrations/0001-b.sql': '' }
  expect(() => modules('twice', twice)).toThrow('have the same number')
  expect(() => modules('named', { 'a/migrations/1.sql': '' })).toThrow('is not named like')
})

test('every table of every module keeps its rows apart by authority', async () => {
  const db = await testDatabase()
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
      and c.oid::regclass::text <> 'kit.migrations'
      and not (c.relrowsecurity
        and exists (select from pg_policy where polrelid = c.oid)
        and exists (select from pg_attribute
          where attrelid = c.oid and attname = 'authority' and attnotnull))
    order by 1`.execute(db.owner)
  expect(rows).toEqual([])
})
