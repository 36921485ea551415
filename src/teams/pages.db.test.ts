import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sliceNames } from '#performance'
import { buildServer, type Server } from '../app/site.ts'
import { county, countyApp } from '../../tests/county.ts'
import { type Visitor, visitor } from '../../tests/visitor.ts'

const app = await countyApp()
let server: Server
let team = ''
let other = ''

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
  const teams = await app.db.as(county, trx => sliceNames(trx, 'team'))
  team = teams.find(name => name.startsWith('Family safeguarding Ambermouth')) ?? ''
  other = teams.find(name => name.startsWith('Children in care Copperholt')) ?? ''
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
    expect(text).toContain('Visit under a child protection plan')
    expect(text).toMatch(/href="\/children\/[\w-]{22}"/)
    expect(text).toContain('Caseloads by worker')
    expect(text).toContain('Chance alone would show')
    expect(text).toContain('Data to put right')
  })

  test('leads to everything of one kind in one click, and to a child in two', async () => {
    const manager = await as('team-manager', team)
    const { text } = await manager.get(at(team, '/due?duty=protection-visit'))
    expect(text).toContain('The council’s own standard')
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
  const locality = await director.get('/localities/Ambermouth')
  expect(locality.text).toContain(team)
  expect((await director.get('/localities/Ambermouth/indicators')).status).toBe(200)
})

test('what is to be put right names the child, the place and what to do', async () => {
  const director = await as('director')
  const { status, text } = await director.get(at(team, '/data'))
  expect(status).toBe(200)
  expect(text).toContain('Put each of these right in the case system')
})
