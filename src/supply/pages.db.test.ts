import { afterAll, beforeAll, expect, test } from 'vitest'
import { readJournal } from '#journal'
import { openWorkbook, type SheetRow } from '#kit/files/xlsx.ts'
import { markupFaults } from '../../tests/browser/harness.ts'
import { county, countyApp } from '../../tests/county.ts'
import { type Visitor, visitor } from '../../tests/visitor.ts'
import { buildServer, type Server } from '../app/site.ts'
import { allIssues } from './store/index.ts'

const app = await countyApp()
let server: Server
const seated = new Map<string, Visitor>()
const as = async (key: string): Promise<Visitor> => {
  const known = seated.get(key)
  if (known !== undefined) return known
  const person = visitor(server.http, `192.0.2.${seated.size + 1}`)
  await person.become(key)
  seated.set(key, person)
  return person
}
const nobody = () => visitor(server.http, '198.51.100.7')
const lines = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n')
/** The bytes of an address, as somebody who is signed in gets them. */
const bytesFor = async (person: Visitor, url: string) => {
  const { rawPayload, headers } = await server.http.inject({ url, cookies: person.cookies() })
  return { bytes: rawPayload, headers }
}
const rowsIn = async (bytes: Buffer, sheet: number) => {
  const book = await openWorkbook(bytes)
  if (book.kind !== 'workbook') throw new Error(book.message)
  const rows: SheetRow[] = []
  await book.eachRow(book.sheets[sheet]?.name ?? '', row => void rows.push(row))
  return { sheets: book.sheets.map(({ name }) => name), rows: rows.map(({ cells }) => cells) }
}

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
})
afterAll(() => server.close())

test('an indicator is downloaded with the parts that the page shows, and no others', async () => {
  const analyst = await as('analyst')
  const member = await as('member')
  const all = lines((await analyst.get('/indicators/AS01/download.csv')).text)
  expect(all[0]).toBe(
    'Code,Indicator,By,Part,Month,Numerator,Denominator,Value,Unit,Definition version,Extract,What the chart says,Average,Usual from,Usual to,Stands out,Note,Target,Marked on the chart',
  )
  expect(all.some(line => line.includes(',Team,'))).toBe(true)
  const ofMember = lines((await member.get('/indicators/AS01/download.csv')).text).slice(1)
  expect(ofMember.length).toBeGreaterThan(10)
  expect(ofMember.filter(line => !line.includes(',Whole county,Whole county,'))).toEqual([])
  const county = all.filter(line => line.includes(',Whole county,Whole county,'))
  expect(ofMember).toEqual(county)
})

test('nobody downloads a part of the county whose page they may not see', async () => {
  const member = await as('member')
  for (const url of [
    '/indicators/AS01/download.csv?by=sex&part=Female',
    '/indicators/AS01/download.xlsx?by=sex&part=Female',
    '/indicators/AS01/download.svg?by=sex&part=Female',
    '/indicators/download.csv?by=team',
    '/indicators/download.xlsx?by=all&by=team',
  ])
    expect([403, 400], url).toContain((await member.get(url)).status)
  const all = lines((await member.get('/indicators/download.csv')).text).slice(1)
  expect(all.filter(line => !line.includes(',Whole county,Whole county,'))).toEqual([])
})

test('a workbook holds what the CSV file holds, and says what its columns mean', async () => {
  const analyst = await as('analyst')
  const { bytes, headers } = await bytesFor(analyst, '/indicators/AS01/download.xlsx')
  expect(headers['content-disposition']).toBe('attachment; filename="AS01.xlsx"')
  const { sheets, rows } = await rowsIn(bytes, 0)
  expect(sheets).toEqual(['AS01', 'What the columns mean'])
  const csv = lines((await analyst.get('/indicators/AS01/download.csv')).text)
  expect(rows.length).toBe(csv.length)
  expect(rows[1]?.slice(4, 8).join(',')).toBe(csv[1]?.split(',').slice(4, 8).join(','))
  expect((await rowsIn(bytes, 1)).rows.slice(1).map(row => row[0])).toEqual(rows[0])
})

test('all indicators are downloaded by one breakdown, or all of them as CSV', async () => {
  const analyst = await as('analyst')
  const { rows } = await rowsIn((await bytesFor(analyst, '/indicators/download.xlsx')).bytes, 0)
  const byCounty = lines((await analyst.get('/indicators/download.csv?by=county')).text)
  expect(rows.length).toBe(byCounty.length)
  const everything = lines((await analyst.get('/indicators/download.csv')).text)
  expect(everything.length).toBeGreaterThan(byCounty.length)
  const tooLarge = await analyst.get('/indicators/download.xlsx?by=all')
  expect([tooLarge.status, tooLarge.text.includes('too much for one workbook')]).toEqual([
    422,
    true,
  ])
})

test('the drawing of the page is the drawing of the file', async () => {
  const analyst = await as('analyst')
  const page = (await analyst.get('/indicators/AS01')).text
  const { bytes, headers } = await bytesFor(analyst, '/indicators/AS01/download.svg')
  expect(headers['content-type']).toBe('image/svg+xml')
  const inner = (svg: string) => svg.slice(svg.indexOf('<title'), svg.indexOf('</svg>'))
  const onPage = page.slice(page.indexOf('<svg class="chart chart--control'))
  expect(inner(bytes.toString())).toBe(inner(onPage))
})

test('published figures are for everybody, and choosing them is not', async () => {
  const anybody = nobody()
  const list = await anybody.get('/public/figures')
  expect([list.status, list.text.includes('/public/figures/2')]).toEqual([200, true])
  expect(list.text).toContain('Corrected by issue 2.')
  for (const url of [
    '/public/figures/2',
    '/public/figures/2/AS01',
    '/public/figures/2/figures.csv',
  ])
    expect((await anybody.get(url)).status, url).toBe(200)
  expect((await anybody.get('/public/figures/99')).status).toBe(404)
  expect((await anybody.get('/figures/publish')).status).toBe(303)
  expect((await (await as('member')).get('/figures/publish')).status).toBe(403)
})

test('figures are published by somebody other than who chose them, and only as they were seen', async () => {
  const analyst = await as('analyst')
  const director = await as('director')
  const choice = { title: 'Trial', codes: 'AS01', by: 'team', from: '2025-04', to: '2026-03' }
  const { status, to = '' } = await analyst.post('/figures/publish/new', choice)
  expect([status, to.startsWith('/figures/publish/')]).toEqual([303, true])
  const own = await analyst.get(to)
  expect(own.text).toContain('Somebody other than you has to publish it.')
  const seen = /name="seen" value="(\w+)"/.exec((await director.get(to)).text)?.[1] ?? ''
  expect((await analyst.post(`${to}/approve`, { seen })).status).toBe(403)
  const changed = await director.post(`${to}/approve`, { seen: 'something else' })
  expect([changed.status, changed.text.includes('have changed since you looked')]).toEqual([
    409,
    true,
  ])
  const before = await app.db.as(county, allIssues)
  const done = await director.post(`${to}/approve`, { seen })
  expect([done.status, done.to]).toEqual([303, `/public/figures/${before.length + 1}`])
  const again = await director.post(`${to}/approve`, { seen })
  expect(again.status).toBe(409)
  const issues = await app.db.as(county, allIssues)
  expect(issues[0]).toMatchObject({ title: 'Trial', preparedBy: 'Performance analyst' })
  expect(issues[0]).toMatchObject({ approvedBy: 'Director', corrects: null })
  const journal = await app.db.as(county, trx => readJournal(trx, { limit: 10 }))
  expect(journal.map(line => line.action)).toContain('figures.published')
})

test('a choice that cannot be published says in a sentence why, and keeps what was chosen', async () => {
  const analyst = await as('analyst')
  const choose = (fields: Record<string, string>) =>
    analyst.post('/figures/publish/new', {
      title: 'Trial',
      codes: 'AS01',
      by: 'sex',
      from: '2025-04',
      to: '2026-03',
      ...fields,
    })
  const faults = [
    [{ title: ' ' }, 'Enter a title.'],
    [{ codes: '' }, 'Choose at least one indicator.'],
    [{ codes: 'NOTHING' }, 'Choose indicators from the list.'],
    [{ to: '2025-01' }, 'The last month must not be before the first.'],
    [{ from: '2001-01' }, 'Choose up to 36 months.'],
    [{ corrects: '1' }, 'Say what was wrong in that issue.'],
    [{ corrects: '77' }, 'Choose an issue from the list.'],
  ] as const
  for (const [fields, words] of faults) {
    const { status, text } = await choose(fields)
    expect([status, text.includes(words)], words).toEqual([422, true])
  }
  expect((await choose({ title: '', codes: 'AS01' })).text).toMatch(/value="AS01" checked/)
})

test('what is proposed can be dropped, and is then not there to be published', async () => {
  const analyst = await as('analyst')
  const choice = { title: 'Never', codes: 'AS01', from: '2026-01', to: '2026-03' }
  const { to = '' } = await analyst.post('/figures/publish/new', choice)
  expect((await analyst.post(`${to}/drop`, {})).to).toBe('/figures/publish')
  expect((await analyst.get(to)).to).toBe('/figures/publish')
  const director = await as('director')
  expect((await director.post(`${to}/approve`, { seen: 'x' })).status).toBe(409)
})

test('every page of this room is valid', async () => {
  const director = await as('director')
  const analyst = await as('analyst')
  const choice = { title: 'Looked at', codes: 'AS01', by: 'sex', from: '2026-02', to: '2026-03' }
  const { to = '' } = await analyst.post('/figures/publish/new', choice)
  const pages = [
    '/api',
    '/account/tokens',
    '/figures/publish',
    '/figures/publish/new',
    to,
    '/public/figures',
    '/public/figures/1',
    '/public/figures/2/AS01',
  ]
  for (const url of pages)
    expect(await markupFaults((await director.get(url)).text), url).toEqual([])
  const made = await director.post('/account/tokens', { name: 'Workbook', months: '1' })
  expect(await markupFaults(made.text)).toEqual([])
})
