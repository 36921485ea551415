import { afterAll, beforeAll, expect, test } from 'vitest'
import { personas } from '#people'
import { sliceNames } from '#performance'
import { addressesOf } from '../tests/addresses.ts'
import { county, countyApp } from '../tests/county.ts'
import { crawlFaults, formsOn, hostile, ordered } from '../tests/crawl.ts'
import { addNeighbour, type Neighbour } from '../tests/neighbour.ts'
import { fromManyPlaces, type Seen, type Visitor, visitor } from '../tests/visitor.ts'
import { buildServer, type Server } from './app/site.ts'

// Every route, as everybody, with what nobody means well by in every part of an address, every word
// of a query and every field of a form. The same on every run: what is chosen follows from a number.

const SEED = 20_261_121
const app = await countyApp()
let server: Server
let neighbour: Neighbour
let known: Readonly<Record<string, readonly string[]>>
const everybody = new Map<string, Visitor>()

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
  neighbour = await addNeighbour(app, server)
  const [team = ''] = await app.db.as(county, trx => sliceNames(trx, 'team'))
  // From many places, or most would be told to wait, and nothing would be tried.
  const from = fromManyPlaces()
  for (const { key, ofTeam } of personas) {
    const person = visitor(server.http, from)
    await person.post('/about/council', { council: county })
    await person.become(key, ofTeam && team)
    everybody.set(key, person)
  }
  everybody.set('nobody', visitor(server.http, from))
  known = await addressesOf(app, server.http, crypto.randomUUID())
})
afterAll(() => server.close())

const faults: string[] = []
const look = (what: string, seen: Seen) => {
  for (const fault of crawlFaults(seen, neighbour.marks)) faults.push(`${fault}: ${what}`)
}

/** The routes to see, each with the names that its pages use in queries. */
async function routesWithQueries() {
  const routes = server.http.mounted().filter(each => each.method === 'GET' && each.guard !== null)
  const names = new Map<string, Set<string>>()
  const director = everybody.get('director')
  for (const { url } of routes) {
    const page = await director?.get(known[url]?.[0] ?? url)
    for (const [, path = '', query = ''] of page?.text.matchAll(/href="(\/[^"?#]*)\?([^"]*)"/g) ??
      []) {
      const route = routes.find(each => shapeOf(each.url).test(path))?.url ?? url
      const words = names.get(route) ?? new Set<string>()
      for (const name of new URLSearchParams(query.replaceAll('&amp;', '&')).keys()) words.add(name)
      names.set(route, words)
    }
  }
  return routes.map(({ url }) => ({ url, names: [...(names.get(url) ?? []), 'next', 'x'] }))
}

const shapeOf = (route: string) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`)

test('no address breaks a page, comes back as markup or leads out, whoever asks', async () => {
  const routes = await routesWithQueries()
  expect(routes.length).toBeGreaterThan(30)
  let asked = 0
  for (const [place, [key, person]] of [...everybody].entries()) {
    const choose = ordered(SEED + place)
    for (const [turn, { url, names }] of routes.entries()) {
      // Each route is asked by the director and by a quarter of the others in turn.
      if (key !== 'director' && (turn + place) % 4 !== 0) continue
      const [one = ''] = choose(hostile)
      const value = encodeURIComponent(one.toWellFormed())
      const path = url.replaceAll(/:\w+/g, () => value)
      const [name = 'x', other = 'y'] = choose(names)
      const [base = ''] = (known[url]?.[0] ?? path).split('?')
      const query = `${name}=${value}&${other}=${value}&${name}[a]=1&__proto__[a]=1&${name}=${value}`
      // Where a part of it names something, that is hostile in turn.
      const [address = ''] = choose([`${base}?${query}`, path === url ? `${url}?${query}` : path])
      look(`${key} ${address.slice(0, 200)}`, await person.get(address))
      asked += 1
    }
  }
  expect(asked).toBeGreaterThan(1000)
  expect(faults).toEqual([])
})

test('no part of an address that cannot be read breaks a page', async () => {
  const nobody = everybody.get('nobody')
  const director = everybody.get('director')
  for (const bad of [
    '%',
    '%zz',
    '%00',
    '%c3%28',
    '%2e%2e%2f',
    '..;/',
    '\\',
    '//evil.example',
    ';',
  ]) {
    for (const base of ['/', '/indicators/', '/teams/', '/data/', '/children/', '/people/'])
      for (const person of [nobody, director]) {
        if (!URL.canParse(`${base}${bad}`, 'http://here.invalid')) continue
        const seen = await person?.get(`${base}${bad}`)
        if (seen) look(`${base}${bad}`, seen)
      }
  }
  expect(faults).toEqual([])
})

test('no field of any form breaks a page, comes back as markup or leads out', async () => {
  const sent = new Set<string>()
  const seenBy = new Map<string, number>()
  let posted = 0
  for (const [place, [key, person]] of [...everybody].entries()) {
    const choose = ordered(SEED - place)
    for (const [route, [url = '']] of Object.entries(known)) {
      // A page has the same forms for most who see it, and time is bounded.
      if (url === '' || (seenBy.get(route) ?? 0) >= 2) continue
      const { status, text } = await person.get(url)
      if (status !== 200) continue
      seenBy.set(route, (seenBy.get(route) ?? 0) + 1)
      for (const { action, fields } of formsOn(text)) {
        // Signing out would end the visit; and one form is one form, on whichever page.
        const form = `${action.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${fields.map(each => each.name).join()}`
        if (action === '/sign-out' || sent.has(form)) continue
        sent.add(form)
        for (const field of fields) {
          for (const value of choose(hostile).slice(0, 1)) {
            const usual = Object.fromEntries(fields.map(each => [each.name, each.value]))
            const what = `${key} ${route} ${action} ${field.name}=${value.slice(0, 60)}`
            const seen = await person.post(action, { ...usual, [field.name]: value })
            look(what, seen)
            if (seen.text.includes('no longer valid')) faults.push(`no token for ${what}`)
            posted += 1
          }
        }
        // Who was signed out by a form of their own comes back.
        if ((await person.get('/account')).status === 303 && key !== 'nobody')
          await person.become(key)
      }
    }
  }
  expect(sent.size).toBeGreaterThan(8)
  expect(posted).toBeGreaterThan(200)
  expect(faults).toEqual([])
})

test('what was sent is not shown as markup on any page afterwards', async () => {
  for (const key of ['director', 'clerk']) {
    const person = everybody.get(key)
    await person?.become(key)
    for (const url of Object.values(known).flat()) {
      const seen = await person?.get(url)
      if (seen) look(`${key} ${url}`, seen)
    }
  }
  expect(faults).toEqual([])
})

test('no header that a browser sends breaks a page or comes back as markup', async () => {
  const { session = '' } = everybody.get('director')?.cookies() ?? {}
  for (const value of hostile.filter(each => /^[\x20-\x7e]{1,2000}$/.test(each))) {
    for (const name of [
      'user-agent',
      'referer',
      'accept-language',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'host',
      'origin',
      'accept',
      'range',
      'if-none-match',
      'content-type',
    ]) {
      const answer = await server.http.inject({
        url: '/account',
        headers: { [name]: value },
        cookies: { session },
        remoteAddress: '192.0.2.98',
      })
      const { location } = answer.headers
      look(`${name}: ${value.slice(0, 60)}`, {
        status: answer.statusCode,
        to: location,
        text: `${answer.body}\n${JSON.stringify(answer.headers)}`,
      })
    }
  }
  expect(faults).toEqual([])
})

test('what it looks for it finds', () => {
  const page = (text: string, status = 200, to?: string) =>
    crawlFaults({ status, to, text }, ['QXCHILD'])
  expect(page('<p>All is well: onerror=1 &lt;script&gt;</p>')).toEqual([])
  expect(page('<p>', 500)).toEqual(['status 500'])
  expect(page('<p><script>zq()</script>')).toEqual(['a script'])
  expect(page('<a href="/x" onclick="zq()">')).toEqual(['a handler in markup'])
  expect(page('<a href="javascript:zq()">')).toEqual(['an address that is a script'])
  expect(page('Error\n    at file:///srv/src/app.ts:1:2')).toEqual(['a stack trace'])
  expect(page('', 303, '//evil.example/')).toEqual(['leads out to //evil.example/'])
  expect(page('<td>QXCHILD</td>')).toEqual(['somebody else’s QXCHILD'])
})
