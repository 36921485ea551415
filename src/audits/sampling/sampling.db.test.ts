import { expect, test } from 'vitest'
import { longDay } from '#calendar'
import { openDoor } from '#looking'
import { openShelf } from '#performance'
import { type Role, seesChildrenOf } from '#people'
import { openThread } from '#thread'
import { county, countyApp } from '../../../tests/county.ts'
import { person, roomsOf, signedInSite } from '../../../tests/signed-in.ts'
import { sql } from 'kysely'
import type { AuditsRooms } from '../pages/rooms.ts'
import { drawAgain, sampledIn, samplingPages } from './index.ts'

const app = await countyApp()
const rooms: AuditsRooms = {
  ...roomsOf(app.db, county),
  thread: openThread([], []),
  shelf: openShelf(app.storeOf),
  storeOf: app.storeOf,
  door: openDoor(app.db),
  sightOf: seesChildrenOf,
  secret: app.config.secret,
  colleagues: () => Promise.resolve([]),
  teamNames: () => Promise.resolve([]),
  mail: null,
  publicUrl: '',
}
const site = await signedInSite(samplingPages(rooms))
const as = (role: Role, more: Parameters<typeof person>[2] = {}) =>
  site.as(person(county, role, more))
const lead = as('quality-lead')
const history = await rooms.shelf.history(county)

async function drawn(more: Readonly<Record<string, string>> = {}) {
  const answer = await lead.post('/audits/samples/new', {
    title: 'November',
    toolKey: 'whole-case-file',
    method: 'stratified',
    size: '12',
    asOf: longDay(history.asOf),
    ...more,
  })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

test('a sample shows references and no child, leads to audits, and is the same when drawn again', async () => {
  const path = await drawn()
  const page = (await lead.get(path)).body
  const kept = await app.db.as(county, trx => sampledIn(trx, path.split('/').at(-1) ?? ''))
  expect(kept).toHaveLength(12)
  for (const id of history.childIds) expect(page.includes(`>${id}<`)).toBe(false)
  expect(page).toContain(`href="/children/${kept[0]?.childRef}"`)
  expect(page).toContain('/audits/new?tool=whole-case-file&amp;child=')
  expect((await lead.get(`${path}/again`)).body).toContain('It is the same.')
})

test('whoever sees the children of one team sees no others of a sample', async () => {
  const path = await drawn()
  const kept = await app.db.as(county, trx => sampledIn(trx, path.split('/').at(-1) ?? ''))
  const team = kept[0]?.team ?? ''
  const page = (await as('team-manager', { teams: [team] }).get(path)).body
  for (const each of kept) expect(page.includes(each.childRef)).toBe(each.team === team)
  expect(page).toContain('teams that are not yours')
  expect((await as('team-manager').get('/audits/samples/new')).statusCode).toBe(403)
  expect((await as('member').get(path)).statusCode).toBe(403)
})

test('a child is replaced with a reason, by the next of the draw, and the draw stays the same', async () => {
  const path = await drawn({ method: 'random' })
  const id = path.split('/').at(-1) ?? ''
  const without = await lead.post(`${path}/replace/3`, { words: '' })
  expect(without.statusCode).toBe(422)
  const numbered = await lead.post(`${path}/replace/3`, { words: 'NHS number 943 476 5919' })
  expect(numbered.statusCode).toBe(422)
  const words = 'The file is with the court'
  expect((await lead.post(`${path}/replace/3`, { words })).statusCode).toBe(303)
  const kept = await app.db.as(county, trx => sampledIn(trx, id))
  expect(kept).toHaveLength(13)
  expect(kept[2]).toMatchObject({ replacedBy: 13, replacedWords: words })
  expect(new Set(kept.map(each => each.childRef)).size).toBe(13)
  expect((await lead.post(`${path}/replace/3`, { words })).statusCode).toBe(409)
  expect(await drawAgain(rooms, county, id)).toEqual({ kind: 'same' })
  await app.db.owner.executeQuery(
    sql`update audits.sampled set child_ref = 'another' where sample_id = ${id} and place = 1`.compile(
      app.db.owner,
    ),
  )
  expect(await drawAgain(rooms, county, id)).toEqual({ kind: 'other children', places: [1] })
  expect((await lead.get(`${path}/again`)).body).toContain('is not what chance gave')
})

test('a sample whose extract is gone says so, and one of other extracts has another population', async () => {
  const path = await drawn()
  const id = path.split('/').at(-1) ?? ''
  await app.db.owner.executeQuery(
    sql`update audits.samples set extracts = array_append(extracts, 'destroyed') where id = ${id}`.compile(
      app.db.owner,
    ),
  )
  expect(await drawAgain(rooms, county, id)).toEqual({ kind: 'extracts gone', gone: 1 })
  expect((await lead.get(`${path}/again`)).body).toContain('cannot be drawn again')
  expect((await lead.post(`${path}/replace/1`, { words: 'Not there' })).statusCode).toBe(409)
  await app.db.owner.executeQuery(
    sql`update audits.samples set extracts = '{}' where id = ${id}`.compile(app.db.owner),
  )
  expect(await drawAgain(rooms, county, id)).toMatchObject({ kind: 'other population', size: 0 })
  expect((await lead.get(`${path}/again`)).body).toContain('The population is another now')
})

test('the planner says how much 40 audits at 30 % would say, and bad input has its words', async () => {
  const page = (await lead.get('/audits/samples?expected=30')).body
  expect(page).toContain('between 17% and 47%')
  expect((await lead.get('/audits/samples?expected=lots')).statusCode).toBe(200)
  const later = await lead.post('/audits/samples/new', {
    title: 'Tomorrow',
    toolKey: 'whole-case-file',
    method: 'random',
    size: '5',
    asOf: longDay(history.asOf + 1),
  })
  expect(later.statusCode).toBe(422)
  expect(later.body).toContain('The records go to')
  expect(later.body).toContain('Tomorrow')
})

test('coverage names the teams that nobody audited, and workers only to those who lead', async () => {
  const page = (await lead.get('/audits/samples/coverage')).body
  expect(page).toContain('had no record audited in the last 12 months')
  expect(page).toContain('By worker')
  expect((await as('auditor').get('/audits/samples/coverage')).body).not.toContain('By worker')
})
