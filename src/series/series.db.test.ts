import { expect, test } from 'vitest'
import { parseIsoMonth } from '#calendar'
import { library, type RecordDefinition, wholeCounty } from '#indicators'
import { readJournal } from '#journal'
import {
  latestCount,
  readingsOf,
  readingsOfIndicator,
  recount,
  recountEntered,
  sliceNames,
  verifyFigures,
} from '#performance'
import { gapsInWords } from '#performance'
import { county, countyApp } from '../../tests/county.ts'
import { markupFaults } from '../../tests/browser/harness.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import { allValuesOf, seriesPages, standingValues } from './index.ts'

const app = await countyApp()
const { db } = app
const rooms = roomsOf(db, county)
const site = await signedInSite(
  seriesPages({
    ...rooms,
    definitions: library,
    partNames: (authority, dimension) => db.as(authority, trx => sliceNames(trx, dimension)),
    countSeries: (trx, authority, codes, at) => recountEntered(trx, authority, library, codes, at),
  }),
)
const analyst = site.as(person(county, 'analyst'))
const manager = site.as(person(county, 'team-manager'))
const sheet = { period: 'June 2026', numerator: '18', denominator: '24', source: 'HR' }
const definition = (code: string) => {
  const found = library.find(each => each.code === code)
  if (found === undefined) throw new RangeError(code)
  return found
}
const reading = async (code: string) =>
  (await db.as(county, trx => readingsOfIndicator(trx, definition(code))))?.readings.find(
    each => each.slice.dimension === 'county',
  )
const pointIn = async (code: string, period: string) =>
  (await reading(code))?.points.find(each => each.period === period)
const journal = () => db.as(county, trx => readJournal(trx, { limit: 3 }))

test('a figure that is entered is on the chart at once, with who says so', async () => {
  const answer = await analyst.post('/series/CP02', { ...sheet, period: 'October 2026' })
  expect(answer.statusCode).toBe(303)
  expect(await pointIn('CP02', '2026-10')).toMatchObject({ numerator: 18, value: 75 })
  expect((await reading('CP02'))?.latest).toMatchObject({
    extract: '',
    entered: { name: 'The analyst', post: 'Performance analyst', source: 'HR' },
  })
  expect((await journal())[0]).toMatchObject({
    action: 'series.entered',
    actor: 'id-of-analyst',
    detail: { period: '2026-10', numerator: 18, denominator: 24 },
  })
  expect((await analyst.get('/series/CP02')).body).toContain(
    'The analyst, Performance analyst, 21 November 2026',
  )
})

test('a correction says why, and what stood before stays with who changed it', async () => {
  await analyst.post('/series/CP17', { ...sheet, period: 'September 2026' })
  const other = { ...sheet, period: 'September 2026', numerator: '20' }
  const asked = await analyst.post('/series/CP17', other)
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toMatch(/September 2026 stands already as 18 of 24/)
  await analyst.post('/series/CP17', { ...other, because: 'Two came late.' })
  expect(await pointIn('CP17', '2026-09')).toMatchObject({ numerator: 20 })
  const values = await db.as(county, trx => allValuesOf(trx, 'CP17'))
  const [now, before] = values.filter(each => each.month === parseIsoMonth('2026-09'))
  expect([now?.numerator, before?.numerator].sort()).toEqual([18, 20])
  const old = [now, before].find(each => each?.numerator === 18)
  expect(old?.supersededBy).not.toBeNull()
  expect((await analyst.get('/series/CP17')).body).toContain('Two came late.')
  expect((await journal())[0]?.action).toBe('series.corrected')
})

test('the same figure twice changes nothing', async () => {
  await analyst.post('/series/MI03', { ...sheet, period: 'October 2026' })
  const before = await db.as(county, trx => allValuesOf(trx, 'MI03'))
  expect((await analyst.post('/series/MI03', { ...sheet, period: '2026-10' })).statusCode).toBe(303)
  expect(await db.as(county, trx => allValuesOf(trx, 'MI03'))).toEqual(before)
})

test('a figure is taken back with a reason, and its month is then a gap in words', async () => {
  const first = { period: 'October 2026', numerator: '3', denominator: '4', source: 'QA' }
  await analyst.post('/series/ED09', first)
  await analyst.post('/series/ED09', { ...first, period: 'August 2026' })
  await analyst.post('/series/ED09', {
    ...first,
    period: 'September 2026',
    numerator: '0',
    denominator: '0',
  })
  const back = { ...first, period: 'August 2026', do: 'take-back', because: 'Another council’s.' }
  expect((await analyst.post('/series/ED09', back)).statusCode).toBe(303)
  expect(await pointIn('ED09', '2026-08')).toMatchObject({ numerator: null, value: null })
  expect(await pointIn('ED09', '2026-09')).toMatchObject({ numerator: 0, value: null })
  const read = await reading('ED09')
  const gaps = read === undefined ? [] : gapsInWords(read)
  expect(gaps).toContain('No denominator in September 2026.')
  expect(gaps.join(' ')).toMatch(/No figure was entered in .*August 2026/)
  expect((await journal())[0]?.action).toBe('series.taken-back')
})

test('a team that is not known is offered the nearest, and kept where somebody says so', async () => {
  const wrong = { ...sheet, dimension: 'team', part: 'Edge of care' }
  const refused = await analyst.post('/series/WF08', wrong)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('There is no team “Edge of care”.')
  expect(refused.body).toContain('Keep this name as it is')
  expect((await analyst.post('/series/WF08', { ...wrong, keep: 'yes' })).statusCode).toBe(303)
  const slice = { dimension: 'team', name: 'Edge of care' } as const
  const found = await db.as(county, trx => readingsOf(trx, library, slice))
  expect(found?.readings.map(each => each.definition.code)).toEqual(['WF08'])
})

test('a table brings what is right and gives back the rest row by row', async () => {
  const csv = [
    'KPI,Month,Counted,Out of,Data source,Team',
    'WF02,October 2026,22.4,150,HR,',
    'WF02,November 2062,22,150,HR,',
    'VO01,October 2026,9,8,Complaints,',
    'AS01,October 2026,9,10,HR,',
    'FO03,September 2026,0,0,Audits,',
  ].join('\n')
  const sent = await analyst.upload('/series/import', 'figures.csv', csv)
  const at = String(sent.headers.location)
  const page = await analyst.get(at)
  expect(page.body).toContain('5 rows were read from figures.csv')
  const mapped = Object.fromEntries(
    [...page.body.matchAll(/name="(column-\w+)"[\s\S]*?<\/select>/g)].map(([text, name = '']) => [
      name,
      /value="(\d+)" selected/.exec(text)?.[1] ?? '',
    ]),
  )
  expect(mapped).toMatchObject({
    'column-indicator': '0',
    'column-period': '1',
    'column-part': '5',
  })
  expect((await analyst.post(at, mapped)).statusCode).toBe(303)
  const { body } = await analyst.get(at)
  expect(body).toContain('2 figures were taken in from 5 rows.')
  expect(body).toContain('3 rows were not taken in')
  expect(body).toContain('9 is more than 8: a share cannot be.')
  expect((await analyst.get(`${at}/refused.csv`)).body).toContain('in the future')
  expect(await pointIn('WF02', '2026-10')).toMatchObject({ numerator: 22.4 })
  expect((await journal())[0]).toMatchObject({
    action: 'series.table-brought',
    detail: { figures: 2, indicators: ['FO03', 'WF02'] },
  })
  // The page has no form any more: as from a window that was left open.
  expect((await analyst.post(at, mapped, '/series/import')).statusCode).toBe(409)
})

test.each(['/series', '/series/WF03', '/series/CN07', '/series/FO01', '/series/import'])(
  '%s is well made',
  async url => {
    const { statusCode, body } = await analyst.get(url)
    expect(statusCode).toBe(200)
    expect(await markupFaults(body)).toEqual([])
    expect(body).not.toMatch(/undefined|NaN|\[object|Infinity/)
  },
)

test('whoever only reads sees the figures and enters none', async () => {
  const page = await manager.get('/series/WF08')
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('Enter the figure')
  expect((await manager.get('/series/template.csv')).statusCode).toBe(403)
  expect((await manager.post('/series/WF08', sheet)).statusCode).toBe(403)
  expect((await site.as(person(county, 'member')).get('/series')).statusCode).toBe(403)
})

test('a template has the next period of each indicator', async () => {
  expect((await analyst.get('/series/CN07/template.csv')).body).toMatch(/CN07 Absence.*,2025\/26,/)
  expect((await analyst.get('/series/template.csv')).body.split('\r\n').length).toBeGreaterThan(40)
})

test('figures are what was entered, and another number in their place is found', async () => {
  const store = app.storeOf(county)
  const whole = await verifyFigures(store, library)
  expect(whole).toMatchObject({ stale: null, differences: [] })
  // Counting everything again gives the same.
  const before = await reading('WF08')
  await recount(store, library, { actor: 'p1', at: new Date('2026-11-21T12:00:00Z') })
  expect((await reading('WF08'))?.points).toEqual(before?.points)
  const [value] = await db.as(county, trx => standingValues(trx, ['FO01']))
  await db.owner.executeQuery(
    (await import('kysely')).sql`update series.values set numerator = 1
      where authority = ${county} and id = ${value?.id}`.compile(db.owner),
  )
  expect((await verifyFigures(store, library)).differences).toMatchObject([
    { indicator: 'FO01', recomputed: '1' },
  ])
  await db.as(county, trx => recountEntered(trx, county, library, ['FO01'], new Date()))
  expect((await verifyFigures(store, library)).differences).toEqual([])
})

test('a council without any extract has its entered figures, and they verify', async () => {
  const authority = 'only-entered'
  const own = await signedInSite(
    seriesPages({
      ...roomsOf(db, authority),
      definitions: library,
      partNames: () => Promise.resolve([]),
      countSeries: (trx, code, codes, at) => recountEntered(trx, code, library, codes, at),
    }),
  )
  const director = own.as(person(authority, 'director'))
  expect((await director.post('/series/WF08', sheet)).statusCode).toBe(303)
  await director.post('/series/CN08', { ...sheet, period: '2023/24' })
  await director.post('/series/CN08', { ...sheet, period: '2024/25', numerator: '12' })
  const found = await db.as(authority, trx => readingsOf(trx, library, wholeCounty))
  const yearly = found?.readings.find(each => each.definition.code === 'CN08')
  // Two points and no empty month between them.
  expect(yearly?.points.map(each => each.value)).toEqual([75, 50])
  expect(await db.as(authority, latestCount)).toMatchObject({ extracts: [] })
  const store = app.storeOf(authority)
  expect(await verifyFigures(store, library)).toMatchObject({ stale: null, differences: [] })
})

test('a definition that changes keeps what its earlier version counted, and no run crosses the join', async () => {
  const store = app.storeOf(county)
  const by = { actor: 'p1', at: new Date('2026-11-21T12:00:00Z') }
  const old = definition('FD01')
  if (old.kind !== 'record') throw new RangeError('FD01')
  const before = await reading('FD01')
  const from = before?.points.at(-6)?.period ?? ''
  const changed: RecordDefinition = {
    ...old,
    version: 2,
    // Contacts by the police no longer count.
    where: contact => contact['source'] !== '6',
    // Read from a series, where it is a month.
    changes: [{ version: 2, from: from as `${number}-${number}`, says: 'the police are left out' }],
  }
  const next = library.map(each => (each.code === 'FD01' ? changed : each))
  await recount(store, next, by)
  const found = await db.as(county, trx => readingsOfIndicator(trx, changed))
  const after = found?.readings.find(each => each.slice.dimension === 'county')
  // Before the join each month is as version 1 had it, and after it as version 2 counts.
  const places = before?.points.length ?? 0
  expect(after?.points.slice(0, places - 6)).toEqual(before?.points.slice(0, places - 6))
  const values = (points: typeof before) =>
    points?.points.slice(-6).map(each => each.numerator ?? 0)
  const fewer = values(after) ?? []
  for (const [place, value] of (values(before) ?? []).entries())
    expect(fewer[place]).toBeLessThan(value)
  expect(after?.joins).toMatchObject([
    { period: from, words: 'Version 2: the police are left out' },
  ])
  expect(after?.signal.stretches.map(each => each.from)).toContain(from)
  expect(after?.signal.since === null || (after?.signal.since ?? '') >= from).toBe(true)
  // The kept figures are whole, by whichever version they were counted.
  expect(await verifyFigures(store, next)).toMatchObject({ stale: null, differences: [] })
  await recount(store, next, by)
  const again = await db.as(county, trx => readingsOfIndicator(trx, changed))
  expect(again?.readings.find(each => each.slice.dimension === 'county')?.points).toEqual(
    after?.points,
  )
})

test('what is counted from what Sightline holds is not entered beside it', async () => {
  const refused = await analyst.post('/series/QA02', { ...sheet, period: 'September 2026' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('September 2026 is counted and not entered.')
})
