import { afterAll, beforeAll, expect, test } from 'vitest'
import { allAudits, drawSample, gradeOf, populationNow, spreadOf } from '#audits'
import { dayIn } from '#people'
import { latestCount, openShelf } from '#performance'
import { retain } from '#retention'
import { auditsAddresses } from '../../tests/audits-addresses.ts'
import { markupFaults } from '../../tests/browser/harness.ts'
import { county, countyApp } from '../../tests/county.ts'
import { visitor, type Visitor } from '../../tests/visitor.ts'
import { holdingsOf } from './holdings.ts'
import { buildServer, type Server } from './site.ts'

const app = await countyApp()
let server: Server
let director: Visitor

beforeAll(async () => {
  server = await buildServer(app)
  director = visitor(server.http)
  await director.become('director')
})
afterAll(() => server.close())

const inTenYears = new Date(Date.now() + 3660 * 86_400_000)

async function sample(): Promise<string> {
  const records = {
    db: app.db,
    shelf: openShelf(app.storeOf),
    storeOf: app.storeOf,
    secret: app.config.secret,
  }
  const asOf = (await app.db.as(county, latestCount))?.asOf ?? 0
  const from = await populationNow(records, county, asOf)
  const at = new Date()
  const by = { authority: county, actor: 'p1', actorName: 'Somebody', at, today: dayIn(at) }
  const method = { kind: 'random' } as const
  const wanted = { title: 'Ten at random', toolKey: 'whole-case-file', method, size: 5, asOf }
  return (await app.db.as(county, trx => drawSample(trx, by, wanted, from))).id
}

test('ten years on, the pages of audits open without what was written, and the grades are the same', async () => {
  const addresses = await auditsAddresses(app)
  const own = addresses['/audits/:id'] ?? []
  const alerts = addresses['/audits/alerts/:id'] ?? []
  const drawn = `/audits/samples/${await sample()}`
  const pages = ['/audits', ...own, ...alerts, '/audits/reliability', '/audits/programme']
  const written = /Nobody came\.|Read in the record\.|They did not want to be asked/
  const before = await Promise.all(own.map(url => director.get(url)))
  expect(before.some(({ text }) => written.test(text))).toBe(true)
  expect((await director.get(`${drawn}/again`)).text).toContain('It is the same.')
  const audits = await app.db.as(county, allAudits)

  const today = dayIn(inTenYears)
  const audited = holdingsOf(app).filter(({ kind }) => kind === 'audits')
  await retain(app.db, county, audited, { today, at: inTenYears, actor: 'retention' })

  for (const url of pages) {
    const { status, text } = await director.get(url)
    expect([url, status]).toEqual([url, 200])
    expect(text, url).not.toMatch(written)
    expect(await markupFaults(text), url).toEqual([])
  }
  const after = await app.db.as(county, allAudits)
  expect(after.map(each => [each.number, gradeOf(each), each.team])).toEqual(
    audits.map(each => [each.number, gradeOf(each), each.team]),
  )
  expect(spreadOf(after)).toEqual(spreadOf(audits))
  expect(after.filter(each => each.childRef !== null || each.worker !== '')).toEqual([])

  for (const url of [drawn, `${drawn}/again`]) {
    const { status, text } = await director.get(url)
    expect([url, status]).toEqual([url, 200])
    expect(text).toContain('Which children it gave is no longer kept')
    expect(text).not.toContain('not what chance gave')
  }
})
