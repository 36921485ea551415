import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isoMonth, monthOf } from '#calendar'
import { frozenExtracts } from '#extracts'
import { latestCount, openShelf } from '#performance'
import { childRef } from '#children'
import { county, countyApp } from '../tests/county.ts'
import { addNeighbour, type Neighbour, neighbourCode } from '../tests/neighbour.ts'
import { type Visitor, visitor } from '../tests/visitor.ts'
import { buildServer, type Server } from './app/site.ts'

// Two authorities in one installation. What is said here of the database holds for both that the
// tests run on, by the application's own role, which cannot pass its walls.

const app = await countyApp()
let server: Server
let neighbour: Neighbour

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
  neighbour = await addNeighbour(app, server)
})
afterAll(() => server.close())

/** The parts of addresses that name something of an authority. */
interface Theirs {
  readonly extract: string
  readonly job: string
  readonly user: string
  readonly ref: string
}

async function seatedIn(authority: string, key: string): Promise<Visitor> {
  const person = visitor(server.http, authority === county ? '192.0.2.1' : '192.0.2.2')
  await person.post('/about/council', { council: authority })
  await person.become(key)
  return person
}

/** Every route of which a part names something that belongs to one authority, filled with theirs. */
function addressesOf(theirs: Theirs) {
  const parts: readonly (readonly [RegExp, string])[] = [
    [/^\/data\/loading\/:job/, theirs.job],
    [/^\/data\/:id/, theirs.extract],
    [/^\/people\/:id/, theirs.user],
    [/^\/children\/:ref/, theirs.ref],
  ]
  return server.http.mounted().flatMap(({ method, url }) => {
    const part = parts.find(([shape]) => shape.test(url))?.[1]
    if (part === undefined || method === 'HEAD') return []
    return [{ method, route: url, url: url.replace(/:\w+/, part) }]
  })
}

const whoMay = (route: string) => (route.startsWith('/people') ? 'administrator' : 'director')

async function everyRow(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from people.users where authority = ${neighbourCode}) as users,
      (select jsonb_agg(u order by id) from people.users u where authority = ${neighbourCode}) as who,
      (select jsonb_agg(r order by id) from people.roles r where authority = ${neighbourCode}) as roles,
      (select jsonb_agg(t order by id) from people.teams t where authority = ${neighbourCode}) as teams,
      (select max(seq) from journal.lines where authority = ${neighbourCode}) as journal`.execute(
    app.db.owner,
  )
  return rows
}

test('no page shows what another authority’s addresses name, whoever asks', async () => {
  const asked = addressesOf(neighbour).filter(each => each.method === 'GET')
  expect(asked.map(each => each.route)).toEqual(
    expect.arrayContaining([
      '/data/:id',
      '/data/:id/refusals.csv',
      '/data/loading/:job',
      '/people/:id',
      '/children/:ref',
    ]),
  )
  for (const { route, url } of asked) {
    const { status, text } = await (await seatedIn(county, whoMay(route))).get(url)
    expect([url, status]).toEqual([url, 404])
    for (const mark of neighbour.marks) expect(text, url).not.toContain(mark)
  }
})

test('and in their own authority the same addresses answer', async () => {
  for (const { route, url } of addressesOf(neighbour).filter(each => each.method === 'GET')) {
    const { status } = await (await seatedIn(neighbourCode, whoMay(route))).get(url)
    expect([url, status]).toEqual([url, 200])
  }
})

test('no form changes what belongs to another authority', async () => {
  const before = await everyRow()
  const changing = addressesOf(neighbour).filter(each => each.method === 'POST')
  expect(changing.length).toBeGreaterThan(6)
  for (const { route, url } of changing) {
    const person = await seatedIn(county, whoMay(route))
    const { status } = await person.post(url, {
      role: 'administrator',
      from: '2026-11-21',
      last: '',
      team: 'North',
      teamFrom: '2026-11-21',
      teamLast: '',
      state: 'disabled',
      reason: 'own-team',
      words: 'To look',
    })
    expect([403, 404, 422], url).toContain(status)
  }
  expect(await everyRow()).toEqual(before)
})

test('the other way round the county’s own are as far away', async () => {
  const history = await openShelf(app.storeOf).history(county)
  const [extracts, count] = await app.db.as(county, async trx => [
    await frozenExtracts(trx),
    await latestCount(trx),
  ])
  await seatedIn(county, 'clerk')
  const { rows } = await sql<{ id: string }>`
    select id from people.users where authority = ${county} limit 1`.execute(app.db.owner)
  const ours: Theirs = {
    extract: extracts[0]?.id ?? '',
    job: crypto.randomUUID(),
    user: rows[0]?.id ?? '',
    ref: childRef(app.config.secret, county, history.childIds[0] ?? ''),
  }
  for (const { method, route, url } of addressesOf(ours)) {
    if (method !== 'GET') continue
    const { status } = await (await seatedIn(neighbourCode, whoMay(route))).get(url)
    expect([url, status]).toEqual([url, 404])
  }
  // Months and parts of the county that this authority has no figures for.
  const month = isoMonth(monthOf(count?.asOf ?? 0))
  const director = await seatedIn(neighbourCode, 'director')
  for (const url of [`/indicators/AS01/children/${month}`, '/teams/Assessment%20Ambermouth%201'])
    expect([url, (await director.get(url)).status]).toEqual([url, 404])
})

test('a child has another reference in each authority', () => {
  const [one, other] = [county, neighbourCode].map(code => childRef(app.config.secret, code, '1'))
  expect(one).not.toBe(other)
})

test('no list, chart, download or choice of one authority names what is the other’s', async () => {
  const persons = [
    await seatedIn(county, 'director'),
    await seatedIn(county, 'administrator'),
    await seatedIn(county, 'analyst'),
  ]
  const routes = server.http.mounted().filter(({ method, url }) => {
    return method === 'GET' && !url.includes(':') && !url.startsWith('/assets/')
  })
  for (const { url } of routes) {
    for (const person of persons) {
      const { text } = await person.get(url)
      for (const mark of neighbour.marks) expect(text, url).not.toContain(mark)
    }
  }
})

test('a session is good in its own authority alone, whatever is written before it', async () => {
  const person = await seatedIn(county, 'administrator')
  const { session = '' } = person.cookies()
  expect(session).toMatch(new RegExp(`^${county}\\.`))
  const moved = session.replace(county, neighbourCode)
  for (const [value, status] of [
    [session, 200],
    [moved, 303],
  ] as const) {
    const answer = await server.http.inject({ url: '/people', cookies: { session: value } })
    expect(answer.statusCode).toBe(status)
  }
})

test('the council that was chosen changes nothing of what somebody who is signed in sees', async () => {
  const person = await seatedIn(county, 'director')
  await person.post('/about/council', { council: neighbourCode })
  const { text } = await person.get('/data')
  for (const mark of neighbour.marks) expect(text).not.toContain(mark)
  expect((await person.get(`/data/${neighbour.extract}`)).status).toBe(404)
})

test('within one authority the database gives no row of another, of any table', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority'
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1`.execute(app.db.owner)
  expect(tables.length).toBeGreaterThan(15)
  for (const { name } of tables) {
    for (const authority of [county, neighbourCode]) {
      const seen = await app.db.as(authority, async trx => {
        const found = await sql<{ authority: string }>`
          select distinct authority from ${sql.raw(name)}`.execute(trx)
        return found.rows.map(row => row.authority)
      })
      expect([name, seen.filter(each => each !== authority)]).toEqual([name, []])
    }
  }
})
