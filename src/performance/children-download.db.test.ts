import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { isoMonth, monthOf } from '#calendar'
import type { Rooms } from '#council'
import { frozenExtracts, refusalsDownload, refusalsFromBytes } from '#extracts'
import { library, membersOf, usualStandards, wholeCounty } from '#indicators'
import type { Role, Viewer } from '#people'
import { createServer } from '#kit/http/index.ts'
import { openLog } from '#kit/log.ts'
import { county, countyApp } from '../../tests/county.ts'
import { childrenDownload, latestCount, openShelf, sliceNames } from './index.ts'

const app = await countyApp()
const council = { code: county, name: 'Here', brandColour: null, demonstration: true }
const rooms: Rooms = {
  db: app.db,
  here: () => Promise.resolve({ council, today: 20_000 }),
  now: () => new Date(),
}
const asRole = (role: Role, teams: readonly string[] = []): Viewer => ({
  id: 'p1',
  name: 'Somebody',
  authority: county,
  roles: [role],
  teams,
})
let viewer = asRole('director')
const shelf = openShelf(app.storeOf)
const http = await createServer({
  site: { product: 'Sightline', council: 'Here', navigation: [], footer: [] },
  brand: { colour: '#1f4e5f' },
  secret: 'a secret of at least thirty-two characters',
  log: openLog('silent'),
  health: { checks: {}, info: {} },
  prepare: pages => {
    pages.decorateRequest('viewer', undefined)
    pages.addHook('onRequest', (request, _reply, done) => {
      request.viewer = viewer
      done()
    })
  },
  routes: [childrenDownload(rooms, library, shelf), refusalsDownload(rooms, app.storeOf)],
})
afterAll(() => http.close())
// csv-parse gives rows of text where no columns are named.
const rowsIn = (text: string) => parse(text, { bom: true }) as string[][]
const month = monthOf((await app.db.as(county, latestCount))?.asOf ?? 0)

test('everybody behind a figure is in the file, once, with whether they were counted', async () => {
  const history = await shelf.history(county)
  for (const code of ['AS01', 'CA01', 'FD06']) {
    const definition = library.find(each => each.code === code)
    if (definition === undefined) throw new Error(`${code} is in the library`)
    const members = membersOf(history, definition, month, wholeCounty, usualStandards)
    const url = `/indicators/${code}/children/${isoMonth(month)}/all.csv`
    const answer = await http.inject(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="${code}-${isoMonth(month)}-children.csv"`,
    )
    const [headings = [], ...rows] = rowsIn(answer.body)
    expect(headings[0]).toBe('Child')
    expect(rows.map(row => row[0])).toEqual(members.map(member => member.child))
    expect(rows.filter(row => row.at(-1) === 'Yes')).toHaveLength(
      members.filter(member => member.counted).length,
    )
  }
})

test('a manager’s file holds the children of their own team, and a member’s nobody', async () => {
  const url = `/indicators/CA01/children/${isoMonth(month)}/all.csv`
  const [team = ''] = await app.db.as(county, trx => sliceNames(trx, 'team'))
  const rowsFor = async (who: Viewer) => {
    viewer = who
    const { body } = await http.inject(url)
    viewer = asRole('director')
    return rowsIn(body).slice(1)
  }
  const all = await rowsFor(asRole('director'))
  const ofTeam = await rowsFor(asRole('team-manager', [team]))
  expect(ofTeam.length).toBeLessThan(all.length)
  for (const row of ofTeam) expect(row).toContain(team)
  expect(await rowsFor(asRole('member'))).toEqual([])
})

test('all refusals of an extract are in the file, and not only those that a page shows', async () => {
  for (const extract of await app.db.as(county, frozenExtracts)) {
    const { body, statusCode } = await http.inject(`/data/${extract.id}/refusals.csv`)
    const refusals = refusalsFromBytes(await app.vault.get(extract.refusalsSha256))
    expect(statusCode).toBe(200)
    expect(rowsIn(body)).toHaveLength(refusals.length + 1)
  }
})

test.for([
  '/indicators/XX99/children/2026-03/all.csv',
  '/indicators/AS01/children/1066-10/all.csv',
  '/indicators/AS01/children/..%2f..%2f/all.csv',
  '/indicators/AS01/children/2026-03/all.csv?by=team&part=Nobody',
  `/data/${'0'.repeat(64)}/refusals.csv`,
  '/data/..%2fkeys/refusals.csv',
])('there is no file at %s', async url => {
  expect((await http.inject(url)).statusCode).toBe(404)
})
