import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sliceNames } from '#performance'
import { buildServer, type Server } from '../app/site.ts'
import { county as COUNTY, countyApp } from '../../tests/county.ts'
import { type Visitor, visitor } from '../../tests/visitor.ts'

const app = await countyApp()
let server: Server
let team = ''
let other = ''

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
  const teams = await app.db.as(COUNTY, trx => sliceNames(trx, 'team'))
  team = teams.find(name => name === 'Children in care Brindlewick') ?? ''
  other = teams.find(name => name === 'Disabled children north') ?? ''
})
afterAll(() => server.close())

const as = async (persona: string, ofTeam?: string): Promise<Visitor> => {
  const someone = visitor(server.http)
  await someone.become(persona, ofTeam)
  return someone
}
const at = (name: string, more = '') => `/teams/${encodeURIComponent(name)}${more}`

describe('the page of a team', () => {
  test('says to its manager what is due, of which child, and how fresh that is', async () => {
    const manager = await as('team-manager', team)
    const { status, text } = await manager.get(at(team))
    expect(status).toBe(200)
    expect(text).toContain('The newest extract is of 31 March 2026')
    expect(text).toContain('Visit to a child in care')
    expect(text).toMatch(/href="\/children\/[\w-]{22}"/)
    expect(text).toContain('Caseloads by worker')
    expect(text).toContain('Chance alone would show')
    expect(text).toContain('Data to put right')
  })

  test('leads to everything of one kind in one click, and to a child in two', async () => {
    const manager = await as('team-manager', team)
    const { text } = await manager.get(at(team, '/due?duty=health'))
    expect(text).toContain('SI 2010/959')
    const child = /href="(\/children\/[\w-]{22})"/.exec(text)?.[1] ?? ''
    expect((await manager.get(child)).status).toBe(200)
  })

  test('shows the manager of another team how much is due, and no child and no worker', async () => {
    const manager = await as('team-manager', team)
    const { status, text } = await manager.get(at(other))
    expect(status).toBe(200)
    expect(text).not.toMatch(/href="\/children\//)
    expect(text).not.toContain('Caseloads by worker')
    expect((await manager.get(at(other, '/due'))).status).toBe(403)
    expect((await manager.get(at(other, '/data'))).status).toBe(403)
  })

  test('shows a figure by worker to the manager of the team, and to no other manager', async () => {
    const page = (name: string) =>
      `/indicators/CA15/workers/2026-03?${new URLSearchParams({ by: 'team', part: name })}`
    const manager = await as('team-manager', team)
    const own = await manager.get(page(team))
    expect(own.status).toBe(200)
    expect(own.text).toContain('That you saw this is recorded.')
    expect((await manager.get(page(other))).status).toBe(403)
    const practitioner = await as('practitioner', team)
    expect((await practitioner.get(page(team))).status).toBe(403)
  })

  test('is not for a member of the committee', async () => {
    const member = await as('member')
    expect((await member.get(at(team))).status).toBe(403)
  })

  test('of a team that nobody knows is not there', async () => {
    const director = await as('director')
    expect((await director.get(at('No such team'))).status).toBe(404)
    expect((await director.get(at('No such team', '/due'))).status).toBe(404)
    expect((await director.get('/localities/Nowhere')).status).toBe(404)
  })
})

test('the county and a locality add up what is due in their teams', async () => {
  const director = await as('director')
  const { text } = await director.get('/teams')
  expect(text).toContain('Localities')
  expect(text).toContain(team)
  const locality = await director.get('/localities/Brindlewick')
  expect(locality.text).toContain(team)
  expect((await director.get('/localities/Brindlewick/indicators')).status).toBe(200)
})

describe('a team that was renamed', () => {
  test('keeps its history under the new name, and every child is counted once', async () => {
    const administrator = await as('administrator')
    const [was, now] = ['Disabled children north', 'Disabled children south']
    const county = async (person: Visitor) =>
      (await person.get('/indicators/CN01')).text.match(/app-figure__value">([^<]*)/)?.[1]
    const director = await as('director')
    const before = await county(director)
    const refused = await administrator.post('/team-names', {
      was,
      now: was,
      from: '1 April 2022',
      reason: 'Two teams became one',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('The old name and the new name are the same.')
    const said = await administrator.post('/team-names', {
      was,
      now,
      from: '1 April 2022',
      reason: 'Two teams became one',
    })
    expect(said.to).toBe('/team-names')
    await app.recount(COUNTY, 'test')
    expect((await director.get(at(was))).to).toBe(at(now))
    const { text } = await director.get(at(now))
    expect(text).toContain(`Until 31 March 2022 there was ${was}. From 1 April 2022 it is ${now}.`)
    expect(await county(director)).toBe(before)
    await administrator.post('/team-names/take-back', { was })
    await app.recount(COUNTY, 'test')
    expect((await director.get(at(was))).status).toBe(200)
  })
})

test('what is to be put right names the child, the place and what to do', async () => {
  const director = await as('director')
  const { status, text } = await director.get(at(team, '/data'))
  expect(status).toBe(200)
  expect(text).toContain('Put each of these right in the case system')
})
