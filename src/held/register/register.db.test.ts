import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isKind } from '#retention'
import { testDatabase } from '../../../tests/database.ts'
import { columnsOf, isPersonal, register } from './index.ts'

const db = await testDatabase()

/** Of every table of ours, the columns in which something about somebody could stand. */
async function columnsThatCouldSay(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ name: string; columns: string[] | null }>`
    select n.nspname || '.' || c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attname <> 'authority'
        and (format_type(a.atttypid, null) in
            ('text', 'text[]', 'jsonb', 'json', 'bytea', 'tsvector', 'character varying')
          or (a.atttypid = 'uuid'::regtype and a.attname ~ '(person|user|child|viewer)'))) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p')
      and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    group by 1 order by 1`.execute(db.owner)
  return new Map(rows.map(({ name, columns }) => [name, columns ?? []]))
}

test('every table is in the register, and every column that could speak of somebody once', async () => {
  const known = await columnsThatCouldSay()
  expect(known.size).toBeGreaterThan(100)
  expect(Object.keys(register).toSorted()).toEqual([...known.keys()].toSorted())
  const said = Object.entries(register).map(([name, table]) => [name, columnsOf(table).toSorted()])
  const there = [...known].map(([name, columns]) => [name, columns.toSorted()])
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(there))
})

test('whatever speaks of somebody is kept by a rule, or for good with the reason', () => {
  const tables = Object.entries(register).filter(([, table]) => isPersonal(table))
  expect(tables.length).toBeGreaterThan(80)
  const without = tables.filter(([, { kept }]) =>
    typeof kept === 'string' ? !isKind(kept) : kept.because.length < 40,
  )
  expect(without.map(([name]) => name)).toEqual([])
})

test('what hangs on a table hangs on one that stands for a child, by a column that is there', async () => {
  const schema = await sql<{ place: string }>`
    select table_schema || '.' || table_name || '.' || column_name as place
    from information_schema.columns`.execute(db.owner)
  const places = new Set(schema.rows.map(row => row.place))
  const hanging = Object.entries(register).filter(([, { hangs }]) => hangs !== undefined)
  expect(hanging.length).toBeGreaterThan(8)
  for (const [name, { hangs }] of hanging) {
    expect(places, name).toContain(`${name}.${hangs?.by}`)
    expect(register[hangs?.on ?? '']?.children, name).toBeDefined()
  }
})

test('every table with a key to an audit hangs on it, so that a child’s audit is handed over whole', async () => {
  const { rows } = await sql<{ name: string }>`
    select conrelid::regclass::text as name from pg_constraint
    where confrelid = 'audits.audits'::regclass and conrelid <> confrelid`.execute(db.owner)
  expect(rows.length).toBeGreaterThan(8)
  for (const { name } of rows) expect(register[name]?.hangs?.on, name).toBe('audits.audits')
})
