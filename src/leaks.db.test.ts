import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keepUploads, loadJob, type SourceFile } from '#extracts'
import { jobProgress, type Jobs } from '#kit/jobs/index.ts'
import { openLog } from '#kit/log.ts'
import { addressesOf, whoSees } from '../tests/addresses.ts'
import { county, countyApp, emptyApp } from '../tests/county.ts'
import {
  addressesIn,
  childrenIn,
  databaseTexts,
  type Found,
  leaksIn,
  logTexts,
} from '../tests/leaks.ts'
import { careReturn } from '../tests/ssda903.ts'
import { visitor } from '../tests/visitor.ts'
import { appOn, incomingOf, openWork } from './app.ts'
import { buildServer } from './app/site.ts'

const lines: string[] = []
const own = await emptyApp()
const app = appOn(
  own.db,
  own.config,
  openLog('trace', line => lines.push(line)),
)
const county2 = await countyApp()
let jobs: Jobs

beforeAll(async () => {
  jobs = await openWork(app)
})
afterAll(() => jobs.close())

// Words that stand nowhere else: a child, a date of birth in each way it could be written, a value
// that is refused, and one that is no date.
const CHILD = 'QZX90417'
const born = ['17/02/2011', '2011-02-17', '17 February 2011']
const REFUSED = 'ZZREFUSEDZZ'
const secrets = [CHILD, ...born, REFUSED]
const files: readonly SourceFile[] = careReturn({ year: 2024, children: [1, 2, 3], home: [1] }).map(
  ({ name, bytes }) => {
    const text = Buffer.from(bytes).toString()
    const changed = text
      .replaceAll(/^1,(?=[12],)[12],[^,]+/gm, `${CHILD},1,${born[0]}`)
      .replaceAll(/^1,/gm, `${CHILD},`)
      .replace('U4', REFUSED)
    return { name, bytes: Buffer.from(changed) }
  },
)
// A file that is cut short, and one that nobody can read, say their faults too.
const broken = [
  ...files.map(({ name, bytes }) => ({ name, bytes: bytes.subarray(0, bytes.length - 20) })),
  { name: 'notes.txt', bytes: Buffer.from(`${CHILD} was born on ${born[0]}`) },
]

test('after files were loaded, whole and broken, nothing of a child is in the log or any table', async () => {
  const { code: authority } = await app.ownCouncil()
  for (const sent of [files, broken]) {
    const { folder } = await waiting(sent)
    const id = await jobs.send(loadJob, authority, { folder, actor: 'p1' })
    await vi.waitUntil(
      async () => (await app.db.as(authority, trx => jobProgress(trx, id)))?.state === 'finished',
      { timeout: 20_000 },
    )
  }
  expect([...(await childrenIn(app.storeOf(authority)))]).toContain(CHILD)
  const texts = [...(await databaseTexts(app.db)), ...logTexts(lines)]
  expect(texts.length).toBeGreaterThan(100)
  expect(leaksIn(texts, secrets)).toEqual([])
})

test('on the disk no file, frozen or waiting, can be read for a child', async () => {
  expect((await waiting(files)).files).toBe(files.length)
  const found: Found[] = readdirSync(app.config.home, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      return { where: path, text: `${path} ${readFileSync(path, 'latin1')}` }
    })
  expect(found.length).toBeGreaterThan(3)
  expect(leaksIn(found, secrets)).toEqual([])
})

test('of the whole county no child’s identifier is in a table', async () => {
  const children = await childrenIn(county2.storeOf(county))
  expect(children.size).toBeGreaterThan(100)
  expect(leaksIn(await databaseTexts(county2.db), children)).toEqual([])
})

test('no address on any page names a child, and asking for pages and for nonsense logs none', async () => {
  const theirs = await buildServer(
    appOn(
      county2.db,
      county2.config,
      openLog('trace', line => lines.push(line)),
    ),
  )
  try {
    const children = await childrenIn(county2.storeOf(county))
    const [child = ''] = children
    const found: Found[] = []
    const persona = async (key: string) => {
      const person = visitor(theirs.http)
      await person.become(key)
      return person
    }
    const seated = new Map<string, Awaited<ReturnType<typeof persona>>>()
    const { get } = await persona('director')
    const addresses = await addressesOf(county2, theirs.http, crypto.randomUUID())
    for (const [route, urls] of Object.entries(addresses)) {
      const key = whoSees(theirs.http, route)
      const by = seated.get(key) ?? (await persona(key))
      seated.set(key, by)
      for (const url of urls) {
        const { status, text } = await by.get(url)
        // The load is one that was never asked for.
        expect(status, url).toBe(route === '/data/loading/:job' ? 404 : 200)
        if (!url.endsWith('.csv')) found.push(...addressesIn(url, text))
      }
    }
    for (const url of [`/children/${child}`, `/?child=${child}`, `/data/${child}`, `/${child}`])
      await get(url)
    expect(leaksIn(found, children)).toEqual([])
    expect(leaksIn(logTexts(lines), children)).toEqual([])
    // What pages write down of their own accord, such as who looked at what, names no child either.
    expect(leaksIn(await databaseTexts(county2.db), children)).toEqual([])
  } finally {
    await theirs.close()
  }
})

test('who was refused by their role is in the log, by id and by what they asked for', async () => {
  const said: string[] = []
  const log = openLog('info', line => said.push(line))
  const site = await buildServer(appOn(county2.db, county2.config, log))
  try {
    const member = visitor(site.http)
    await member.become('member')
    expect((await member.get('/people')).status).toBe(403)
    const refused = said.filter(line => line.includes('refused by their role'))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(/"person":"[0-9a-f-]{36}","policy":"people.manage"/)
  } finally {
    await site.close()
  }
})

test('what it looks for it finds', () => {
  const found = [
    { where: 'a log', text: `{"words":"Row of ${CHILD.toLowerCase()}, born 2011-02-17"}` },
  ]
  expect(leaksIn(found, secrets).map(leak => leak.value)).toEqual(['qzx90417', '2011-02-17'])
  expect(leaksIn([{ where: 'a log', text: '51234 and 12345' }], ['1234'])).toEqual([])
})

function waiting(sent: readonly SourceFile[]) {
  const uploads = sent.map(({ name, bytes }) => ({
    field: 'files',
    name,
    content: Readable.from([Buffer.from(bytes)]),
  }))
  return keepUploads(incomingOf(app.config), eachOf(uploads))
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item)
}
