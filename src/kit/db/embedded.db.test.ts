import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { runChild } from '../../../tests/crash.ts'
import { openLog } from '../log.ts'
import { openDatabase } from './database.ts'
import { type Embedded, startEmbedded } from './embedded.ts'

const log = openLog('silent')
// Named so that the next run clears it away, servers and all, if this one is killed.
const base = join(tmpdir(), `sightline-test-${process.pid}`)
mkdirSync(base, { recursive: true, mode: 0o700 })
afterAll(() => rmSync(base, { recursive: true, force: true }))

async function start(folder: string): Promise<Embedded> {
  const embedded = await startEmbedded(join(base, folder), log)
  onTestFinished(() => embedded.stop())
  return embedded
}

async function ask<T extends object>(embedded: Embedded, question: string): Promise<T[]> {
  const client = new Client(embedded.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(question)).rows
  } finally {
    await client.end()
  }
}

const answersNow = (embedded: Embedded) =>
  ask(embedded, 'select 1').then(
    () => true,
    () => false,
  )

test('it is PostgreSQL in UTF-8 and the C locale, durable, and on no network', async () => {
  const embedded = await start('plain')
  expect(embedded.started).toBe(true)
  const settings = await ask<{ name: string; setting: string }>(
    embedded,
    `select name, setting from pg_settings where name in
      ('listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding')`,
  )
  expect(Object.fromEntries(settings.map(each => [each.name, each.setting]))).toEqual({
    listen_addresses: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    server_encoding: 'UTF8',
  })
  expect(
    await ask(embedded, 'select datcollate from pg_database where datname = current_database()'),
  ).toEqual([{ datcollate: 'C' }])
  const data = lstatSync(join(base, 'plain', 'data'))
  expect(data.mode & 0o077).toBe(0)
})

test('a second user of it adopts the server, and only the last to leave stops it', async () => {
  const first = await start('shared')
  const second = await start('shared')
  expect([first.started, second.started]).toEqual([true, false])
  expect(second.pid()).toBe(first.pid())
  await first.stop()
  expect(await answersNow(second)).toBe(true)
  await second.stop()
  expect(await answersNow(second)).toBe(false)
  expect(second.pid()).toBeUndefined()
})

test('of two that start at the same moment, one starts it and the other adopts it', async () => {
  const both = await Promise.all([start('race'), start('race')])
  expect(both.map(each => each.started).sort()).toEqual([false, true])
})

test('what was kept is there after a stop', async () => {
  const first = await start('kept')
  await ask(first, 'create table kept as select 7 as n')
  await first.stop()
  const again = await start('kept')
  expect(again.started).toBe(true)
  expect(await ask(again, 'select n from kept')).toEqual([{ n: 7 }])
})

test('a pid file that a crash left, whose number is some other program now, is no obstacle', async () => {
  const first = await start('stale')
  await first.stop()
  // This process is alive, and is not a PostgreSQL.
  writeFileSync(join(base, 'stale', 'data', 'postmaster.pid'), `${process.pid}\n`)
  expect((await start('stale')).started).toBe(true)
})

test('a making of the database that was cut short is begun again', async () => {
  mkdirSync(join(base, 'half', 'data.partial', 'base'), { recursive: true })
  const embedded = await start('half')
  expect(await answersNow(embedded)).toBe(true)
  expect(existsSync(join(base, 'half', 'data.partial'))).toBe(false)
})

test('a folder whose path is too long for a socket gets its socket elsewhere', async () => {
  const embedded = await start('long'.repeat(40))
  expect(await answersNow(embedded)).toBe(true)
  const { host } = embedded.connection
  expect(host?.length).toBeLessThan(80)
  expect(lstatSync(host ?? '').mode & 0o077).toBe(0)
  onTestFinished(() => rmSync(host ?? '', { recursive: true, force: true }))
})

test('a database of another version is refused, not touched', async () => {
  const embedded = await start('older')
  await embedded.stop()
  writeFileSync(join(base, 'older', 'data', 'PG_VERSION'), '17\n')
  await expect(start('older')).rejects.toThrow('was made by PostgreSQL 17')
})

test('a server that dies under us is started again', async () => {
  const embedded = await start('revived')
  const pid = embedded.pid()
  process.kill(pid ?? 0, 'SIGKILL')
  await expect.poll(() => answersNow(embedded), { timeout: 20_000 }).toBe(true)
  expect(embedded.pid()).not.toBe(pid)
})

test('the statement of an error, which can hold a child, is not in its log', async () => {
  const embedded = await start('quiet')
  await ask(embedded, 'create table t (n text primary key)')
  await ask(embedded, `insert into t values ('Secret One')`)
  await expect(ask(embedded, `insert into t values ('Secret One')`)).rejects.toThrow(
    'duplicate key',
  )
  const written = readFileSync(join(base, 'quiet', 'server.log'), 'utf8')
  expect(written).toContain('duplicate key')
  expect(written).not.toContain('Secret')
})

test('killed -9 while it writes, again and again, nothing that was acknowledged is lost', {
  timeout: 120_000,
}, async () => {
  const folder = join(base, 'killed')
  let acknowledged: number[] = []
  for (let round = 0; round < 6; round++) {
    const writer = runChild('tests/crash/writer.ts', [folder, String(round * 1_000_000)])
    await writer.until(20 + round * 7)
    // In turn our process, the server's, and both at once.
    if (round % 3 > 0) process.kill(postmasterOf(folder), 'SIGKILL')
    if (round % 3 !== 1) await writer.kill()
    else await writer.ended()
    acknowledged = [...acknowledged, ...writer.lines().map(Number)]
    expect(await missing(folder, acknowledged)).toEqual([])
  }
  expect(acknowledged.length).toBeGreaterThan(200)
})

function postmasterOf(folder: string) {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function missing(folder: string, acknowledged: readonly number[]) {
  const db = await openDatabase({ folder }, log)
  try {
    const tables = db.owner.withTables<{ acknowledged: { n: number } }>()
    const rows = await tables.selectFrom('acknowledged').select('n').execute()
    const found = new Set(rows.map(row => row.n))
    return acknowledged.filter(n => !found.has(n))
  } finally {
    await db.close()
  }
}
