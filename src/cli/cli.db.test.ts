import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { councils } from '#council'
import { frozenExtracts } from '#extracts'
import { readJournal, record } from '#journal'
import type { Database } from '#kit/db/index.ts'
import { temporaryHome } from '../../tests/county.ts'
import { runChild } from '../../tests/crash.ts'
import { testDatabase } from '../../tests/database.ts'
import { careReturn, manyChildren } from '../../tests/ssda903.ts'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const folder = temporaryHome()

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A command in a process of its own, with a home and a database of its own. */
function sightline(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const home = { SIGHTLINE_HOME: join(folder, 'home'), LOG_LEVEL: 'warn' }
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [join(CHECKOUT, 'src', 'cli.ts'), ...args],
      { cwd: folder, env: { PATH: process.env['PATH'], ...home, ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

function addressOf({ connection }: Database): string {
  if (connection.connectionString !== undefined) return connection.connectionString
  const { host = '', port, user = '', database = '' } = connection
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

function written(name: string, year: number, children = 30): string {
  const place = join(folder, name)
  mkdirSync(place, { recursive: true })
  for (const file of careReturn({ year, children: manyChildren(children), home: [2] })) {
    writeFileSync(join(place, file.name), file.bytes)
  }
  return place
}

/** Words, and not the trace of a program. */
const plain = /^(?!\w*Error|[^]*\n\s+at )/

test.concurrent.each([[[]], [['load', '--help']]])('%j says what can be done', async args => {
  const { code, out, err } = await sightline(args)
  expect([code, err]).toEqual([0, ''])
  for (const name of [
    'npm start',
    'sightline load',
    'sightline verify',
    'sightline init',
    'sightline invite',
  ])
    expect(out).toContain(name)
})

test.concurrent.each([
  [['laod'], 'There is no command “laod”. The commands are serve, '],
  [['load'], 'Say which files to load: sightline load FILES…'],
  [['load', '--force', 'a.csv'], 'load is not written like that. It is: sightline load FILES…'],
  [['load', '--as-of', '31/03/2026', 'a.csv'], '--as-of must be a date such as 2026-03-31.'],
  [['verify', 'a.csv'], 'verify is not written like that. It is: sightline verify'],
  [['serve', 'empty'], 'serve is not written like that. It is: npm start [-- --empty]'],
  [['init'], 'Enter the council’s name.'],
  [['init', '--name', 'Northshire', '--children', 'many'], '--children must be a whole number.'],
])('%j is refused in a plain sentence', async (args, sentence) => {
  const { code, out, err } = await sightline(args)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(sentence)
  expect(err).toMatch(plain)
})

test.each([
  [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ DATABASE_URL: 'mysql://here' }, 'DATABASE_URL must be the address of a PostgreSQL'],
  [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, 'database'],
])('the environment %j is refused in a plain sentence', async (env, sentence) => {
  const { code, err } = await sightline(['verify'], env)
  expect(code).toBe(1)
  expect(err).toContain(sentence)
  expect(err).toMatch(plain)
})

test('load, load again, verify, and what verify says of a figure that was changed', async () => {
  const db = await testDatabase()
  const env = { DATABASE_URL: addressOf(db) }
  const first = await sightline(['load', written('returns', 2024)], env)
  expect(first.err).not.toMatch(/Error|\n\s+at /)
  expect(first.code).toBe(0)
  expect(first.out).toContain('SSDA903 return for the year to 31 March 2024')
  expect(first.out).toMatch(/List +found +taken +refused/)
  expect(first.out).toMatch(/Episodes +30 +30 +0/)
  expect(first.out).toContain('Not counted for want of')
  // Before a council is set up, files are for trying Sightline out.
  expect(await councils(db)).toMatchObject([{ code: 'TRY', demonstration: true }])

  const again = await sightline(['load', join(folder, 'returns')], env)
  expect([again.code, again.out]).toEqual([
    0,
    expect.stringMatching(/^Already there: the extract [0-9a-f]{8} was loaded before\./),
  ])

  const sound = await sightline(['verify'], env)
  expect(sound.code).toBe(0)
  expect(sound.out).toMatch(/Figures: [\d,]+ counted again, 0 differ\./)
  expect(sound.out).toContain('Journal: every line is as it was written.')

  const kept = join(folder, 'kept-elsewhere')
  expect((await sightline(['journal-heads', '--to', kept], env)).out).toMatch(
    /^One head was written/,
  )
  const [noted = ''] = readdirSync(kept)
  const heads = join(kept, noted)
  const known = await sightline(['verify', '--heads', heads], env)
  expect([known.code, known.out]).toEqual([
    0,
    expect.stringContaining('One head that was kept elsewhere is'),
  ])
  await writeJournalAnew(db)
  // What was written anew fits together, and only what was kept elsewhere shows it.
  expect((await sightline(['verify'], env)).code).toBe(0)
  const anew = await sightline(['verify', '--heads', heads], env)
  expect([anew.code, anew.out]).toEqual([1, expect.stringMatching(/Line \d+ .*was written anew/)])
  const none = await sightline(['verify', '--heads', join(folder, 'returns', 'header.csv')], env)
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('Line 1 is not a head')])

  await sql`update performance.figures set numerators[1] = 4711 where dimension = 'county'`.execute(
    db.owner,
  )
  const changed = await sightline(['verify'], env)
  expect(changed.code).toBe(1)
  expect(changed.out).toMatch(/whole county, \d{4}-\d\d: kept 4711.*, counted again /)
})

/** As somebody would who owns the database and knows how its lines are made. */
async function writeJournalAnew(db: Database): Promise<void> {
  const lines = await db.as('TRY', trx => readJournal(trx, { limit: 100 }))
  await sql
    .raw(
      `begin; alter table journal.lines disable trigger user; delete from journal.lines;
      delete from journal.heads; alter table journal.lines enable trigger user; commit`,
    )
    .execute(db.owner)
  for (const { action, subjectKind, subjectId, at } of lines.toReversed()) {
    const subject = { kind: subjectKind, id: subjectId }
    await db.as('TRY', trx => record(trx, { actor: 'somebody else', action, subject }, at))
  }
}

test('files that cannot be loaded get a sentence each, exit 1, and set nothing up', async () => {
  const db = await testDatabase()
  const env = { DATABASE_URL: addressOf(db) }
  mkdirSync(join(folder, 'nothing-in-it'))
  writeFileSync(join(folder, 'shopping.txt'), 'milk\nbread\n')
  const paths = ['no-such-file.csv', 'nothing-in-it', 'shopping.txt']
  const { code, out } = await sightline(['load', ...paths], env)
  expect(code).toBe(1)
  expect(out).toContain('Not read: no-such-file.csv. There is no file or folder of this name.')
  expect(out).toContain('Not read: nothing-in-it. There is no file in this folder.')
  expect(out).toContain('Not read: shopping.txt. This is text, but')
  expect(await councils(db)).toEqual([])
})

test('init names the council, its files are its own, and rates are counted again over its children', async () => {
  const db = await testDatabase()
  const env = { DATABASE_URL: addressOf(db) }
  await sightline(['load', written('tried', 2024)], env)
  const named = ['init', '--name', 'Northshire County Council']
  const { code, out } = await sightline(named, env)
  expect([code, out]).toEqual([0, expect.stringContaining('Northshire County Council is set up')])
  expect(await councils(db)).toMatchObject([
    { code: 'TRY' },
    { code: 'OWN', name: 'Northshire County Council', demonstration: false },
  ])
  // What was tried out does not become the council's.
  expect(await db.as('OWN', frozenExtracts)).toEqual([])
  await sightline(['load', written('first', 2025)], env)
  expect(await db.as('OWN', frozenExtracts)).toHaveLength(1)
  expect(await db.as('TRY', frozenExtracts)).toHaveLength(1)
  await sightline([...named, '--children', '150000', '--year', '2024'], env)
  const sound = await sightline(['verify'], env)
  expect([sound.code, sound.out]).toEqual([0, expect.stringContaining(' 0 differ.')])
})

test('what was loaded to try Sightline out is served to this machine alone', async () => {
  const db = await testDatabase()
  const env = { DATABASE_URL: addressOf(db), HOST: '0.0.0.0', PORT: '0' }
  await sightline(['load', written('to-try', 2025)], env)
  const { code, err } = await sightline(['serve', '--empty'], env)
  expect(code).toBe(1)
  expect(err).toContain('HOST lets other machines in, and files were loaded here to try')
  expect(err).toMatch(plain)
})

test('with a council set up, other machines may be let in, and nobody comes in as a persona', async () => {
  const db = await testDatabase()
  const env = { DATABASE_URL: addressOf(db), HOST: '0.0.0.0', PORT: '0' }
  await sightline(['init', '--name', 'Northshire'], env)
  const refused = await sightline(['serve', '--empty'], { ...env, PERSONAS: 'on' })
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('PERSONAS is on')])
  expect(refused.err).toMatch(plain)
  const { address, stop } = await served(env)
  for (const page of ['', 'indicators', 'data']) {
    const answer = await fetch(address + page, { redirect: 'manual' })
    expect([page, answer.status]).toEqual([page, 303])
  }
  expect((await fetch(`${address}personas`)).status).toBe(403)
  await stop()
})

/** The command that serves, running: its address, and what ends it. */
async function served(env: Readonly<Record<string, string>>) {
  const home = { SIGHTLINE_HOME: join(folder, 'served'), LOG_LEVEL: 'error' }
  const server = runChild('src/cli.ts', ['serve', '--empty'], { ...home, ...env })
  await server.until(1)
  const [line = ''] = server.lines()
  return {
    line,
    address: (line.split(' ').at(-1) ?? '').replace('//0.0.0.0:', '//127.0.0.1:'),
    stop: async () => {
      server.process.kill('SIGTERM')
      await server.ended()
      return server.process.exitCode
    },
  }
}

test('a port that is taken is said so, and nothing is left running', async () => {
  const db = await testDatabase()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const env = { DATABASE_URL: addressOf(db), PORT: port }
  const { code, err } = await sightline(['serve', '--empty'], env)
  other.close()
  expect(code).toBe(1)
  expect(err).toContain(`Something else is at port ${port} already`)
  expect(err).toMatch(plain)
})

test('serve says where it is, answers, and ends when it is told to', async () => {
  const db = await testDatabase()
  const { line, address, stop } = await served({
    DATABASE_URL: addressOf(db),
    PORT: '0',
    HOST: '',
  })
  // as: our own package.json.
  const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as {
    version: string
  }
  expect(line).toMatch(new RegExp(`^Sightline ${version} is at http://127\\.0\\.0\\.1:\\d+/$`))
  // Somebody has to be able to come in, and so there is a place to try files out.
  expect(await (await fetch(address)).text()).toContain('Choose who to be')
  expect(await stop()).toBe(0)
})

test('a change of keys is in the journal, and what is held about a user is written for them', async () => {
  const db = await testDatabase()
  const env = { DATABASE_URL: addressOf(db), SIGHTLINE_HOME: join(folder, 'kept') }
  expect((await sightline(['init', '--name', 'Northshire', '--code', '916'], env)).code).toBe(0)
  expect((await sightline(['keys', 'rotate'], env)).code).toBe(0)
  const lines = await db.as('916', trx => readJournal(trx, { subject: { kind: 'keys' }, limit: 9 }))
  expect(lines.map(line => line.action)).toEqual(['keys.rotated'])
  const guest = ['--name', 'Ana Example', '--email', 'ana@example.gov.uk', '--role', 'auditor']
  await sightline(['invite', ...guest], env)
  const out = join(folder, 'ana.json')
  const unknown = await sightline(['export-user', 'nobody@example.gov.uk', '--out', out], env)
  expect([unknown.code, unknown.err]).toEqual([
    1,
    'Nobody with the address or id nobody@example.gov.uk is here.\n',
  ])
  const made = await sightline(['export-user', 'Ana@example.gov.uk', '--out', out], env)
  expect([made.code, made.err]).toEqual([0, ''])
  expect(readFileSync(out, 'utf8')).toContain('ana@example.gov.uk')
  const again = await sightline(['export-user', 'ana@example.gov.uk', '--out', out], env)
  expect(again.err).toContain('there is a file of this name already')
})
