import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { teamOfChild } from '#children'
import { everyone, personas, type Role } from '#people'
import { openShelf } from '#performance'
import { accountRoutes, addressesOf } from '../tests/addresses.ts'
import { county, countyApp } from '../tests/county.ts'
import { type Visitor, visitor } from '../tests/visitor.ts'
import { childPath, childRef } from '#children'
import { policies } from './app/policies.ts'
import { buildServer, type Server } from './app/site.ts'

// What answers to machines, and to whoever has no page yet: nothing in it is about a child or a person.
const unguarded = [/^\/(ping|health|info)$/, /^\/assets\/[0-9a-f]{12}\/[\w.-]+$/]

const app = await countyApp()
let server: Server
/** One address of each route to see. */
let addresses: Readonly<Record<string, string>>
let team: string
const seated = new Map<string, Visitor>()

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
  const history = await openShelf(app.storeOf).history(county)
  const child = history.childIds.findIndex((_, number) => teamOfChild(history, number) !== '')
  team = teamOfChild(history, child)
  for (const [place, { key, ofTeam }] of personas.entries()) {
    const person = visitor(server.http, `192.0.2.${place + 1}`)
    await person.become(key, ofTeam && team)
    seated.set(key, person)
  }
  const known = await addressesOf(app, server.http, crypto.randomUUID())
  const ref = childRef(app.config.secret, county, history.childIds[child] ?? '')
  addresses = {
    ...Object.fromEntries(
      Object.entries(known).flatMap(([route, [url]]) => (url === undefined ? [] : [[route, url]])),
    ),
    ...Object.fromEntries(accountRoutes.map(route => [route, filled(route)])),
    // A child of the team whose manager and whose practitioner ask.
    '/children/:ref': childPath(ref),
    '/looking/team/:team': `/looking/team/${encodeURIComponent(team)}`,
    '/teams/:team/due': `/teams/${encodeURIComponent(team)}/due`,
    '/teams/:team/data': `/teams/${encodeURIComponent(team)}/data`,
    '/indicators/:code/note': `/indicators/AS01/note?by=team&part=${encodeURIComponent(team)}`,
    '/indicators/:code/workers/:month': `/indicators/CA13/workers/2026-03?by=team&part=${encodeURIComponent(team)}`,
  }
})
afterAll(() => server.close())

const guarded = () => server.http.mounted().filter(each => each.guard !== null)
const allowedBy = (guard: string | null): readonly Role[] =>
  policies.find(each => each.name === guard)?.roles ?? []
/** An address of a route whose parts mean nothing. */
const filled = (route: string) => route.replaceAll(/:\w+/g, 'nothing')

describe('before every address', () => {
  test('stands a guard, but for what is on a short list', () => {
    const open = server.http.mounted().filter(each => each.guard === null)
    const other = open.filter(({ url }) => !unguarded.some(known => known.test(url)))
    expect(other).toEqual([])
    expect(guarded().length).toBeGreaterThan(50)
  })

  test('its guard is a policy of the house, and each policy says once what it is for', () => {
    const names = policies.map(each => each.name)
    expect(new Set(names).size).toBe(names.length)
    const unknown = guarded().filter(each => !names.includes(each.guard ?? ''))
    expect(unknown).toEqual([])
  })

  test('every policy stands before an address or is asked on a page', () => {
    // The first page lets everybody in, and asks itself who sees it and who is led elsewhere.
    const standing = new Set([...guarded().map(each => each.guard), 'overview.front'])
    expect(policies.map(each => each.name).filter(name => !standing.has(name))).toEqual([])
  })
})

// What anybody may do without signing in. A policy that lets the public in has to be written here
// too, so that none does by a slip.
const forAnybody = [
  'about.read',
  'people.sign-in',
  'published.read',
  'questions.ask',
  'supply.documentation',
  'supply.issues',
]

test('who may see a child, a refused row or the people here is written down twice', () => {
  const children = ['director', 'leadership', 'quality-lead', 'auditor', 'team-manager']
  const withChildren = [...children, 'practitioner', 'analyst'].toSorted()
  expect(allowedBy('performance.children').toSorted()).toEqual(withChildren)
  expect(allowedBy('children.record').toSorted()).toEqual(withChildren)
  expect(allowedBy('extracts.refused-rows').toSorted()).toEqual(
    ['analyst', 'director', 'leadership', 'quality-lead'].toSorted(),
  )
  expect(allowedBy('extracts.load').toSorted()).toEqual(['administrator', 'analyst'])
  expect(allowedBy('people.manage')).toEqual(['administrator'])
  const open = policies.filter(each => each.roles.includes('public')).map(each => each.name)
  expect(open.toSorted()).toEqual(forAnybody)
})

const roleOf = new Map(personas.map(({ key, role }) => [key, role]))

describe.each([...roleOf.keys()])('asked as %s', key => {
  const role = roleOf.get(key) ?? 'public'
  const person = () => seated.get(key) ?? visitor(server.http)

  test('every page answers, or says that it is not for this role and leaves them signed in', async () => {
    const faults: string[] = []
    for (const { url, guard } of guarded().filter(each => each.method === 'GET')) {
      const address = addresses[url] ?? filled(url)
      const { status, to, text } = await person().get(address)
      // A load that was never asked for, a link that was used, a password that a persona has not.
      const answered = [200, 303, 404, 410].includes(status) && to?.includes('next=') !== true
      const told = status === 403 && text.includes('You do not have access to this')
      const may = allowedBy(guard).includes(role)
      // A program is told without a page around it.
      const isWhole = url.startsWith('/api/v1/') || text.includes('href="/account"')
      const asExpected = may ? answered : told && isWhole
      if (!asExpected) faults.push(`${address} (${guard}, ${may ? 'may' : 'may not'}): ${status}`)
    }
    expect(faults).toEqual([])
    expect((await person().get('/account')).status).toBe(200)
  })

  test('nothing is done by a form that is not for this role, nor by one without its token', async () => {
    const faults: string[] = []
    for (const { url, guard } of guarded().filter(each => each.method === 'POST')) {
      const body = { type: 'application/x-www-form-urlencoded', bytes: Buffer.from('a=b') }
      const { status, text } = await person().send(filled(url), body)
      const may = allowedBy(guard).includes(role)
      const words = may ? 'This form is no longer valid' : 'You do not have access to this'
      // A form with files is refused as no such form before its token is looked for.
      const refused = status === 403 && text.includes(words)
      if (!refused && !(may && status === 415)) faults.push(`${url} (${guard}): ${status}`)
    }
    expect(faults).toEqual([])
  })
})

test('somebody who has not signed in is sent to do so and comes back to where they wanted to be', async () => {
  const nobody = visitor(server.http, '198.51.100.1')
  for (const { method, url, guard } of guarded()) {
    if (method !== 'GET' || allowedBy(guard).includes('public')) continue
    const address = addresses[url] ?? filled(url)
    const { status, to, text } = await nobody.get(address)
    const next = address === '/' ? '' : `?next=${encodeURIComponent(address)}`
    // A program is told who it has to be, and goes nowhere.
    const isForPrograms = url.startsWith('/api/v1/')
    const told = isForPrograms ? text.includes('You have not said who you are') : text
    expect([status, to, told], url).toEqual(
      isForPrograms ? [401, undefined, true] : [303, `/sign-in${next}`, ''],
    )
  }
  for (const { method, url, guard } of guarded()) {
    if (method !== 'POST' || allowedBy(guard).includes('public')) continue
    const body = { type: 'application/x-www-form-urlencoded', bytes: Buffer.from('a=b') }
    const { status, to } = await nobody.send(filled(url), body)
    expect([status, to], url).toEqual([303, '/sign-in'])
  }
})

test('every role but the public one has a persona who was asked', () => {
  expect([...roleOf.values()].toSorted()).toEqual(
    everyone.filter(role => role !== 'public').toSorted(),
  )
})
