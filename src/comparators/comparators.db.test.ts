import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { definitionOf } from '#indicators'
import { readJournal, verifyJournal } from '#journal'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import { zipOf } from '../../tests/zip.ts'
import {
  allImports,
  comparatorsPages,
  comparison,
  comparisonView,
  keptOf,
  neighbourSets,
  neighboursOf,
} from './index.ts'

const db = await testDatabase()
const here = '930'
const site = await signedInSite(comparatorsPages(roomsOf(db, here)))
const analyst = site.as(person(here, 'analyst'))
const manager = site.as(person(here, 'team-manager'))

const head =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,rereferral_percent'
const row = (year: number, code: string, name: string, value: string) =>
  `${year},Reporting year,Local authority,E92000001,England,E12000001,North,${code},E0600${code},${name},${value}`
const england = (year: number, value: string) =>
  `${year},Reporting year,National,E92000001,England,,,,,,${value}`
const others = ['931', '932', '933', '934', '935', '936']
const table = (of: (year: number, code: string) => string) =>
  [
    head,
    ...[2023, 2024, 2025].flatMap(year => [
      england(year, '21'),
      row(year, here, 'Testshire', of(year, here)),
      ...others.map(code => row(year, code, `Other ${code}`, of(year, code))),
    ]),
  ].join('\n')
const flat = (year: number, code: string) =>
  code === here ? String(30 - (year - 2023) * 2) : String(20 + Number(code) - 930)

const neighbours = (codes: readonly string[], without?: string) =>
  [
    `old_la_code,la_name,region_name,${codes.map((_, nth) => `SN_${nth},SN_${nth}P`).join(',')}`,
    ...[here, ...others]
      .filter(code => code !== without)
      .map(code => {
        const of = [...codes, here].filter(each => each !== code).slice(0, codes.length)
        return `${code},Name ${code},North,${of.map(each => `${each},Close`).join(',')}`
      }),
  ].join('\n')

const bring = async (name: string, content: string | Uint8Array, fields = {}) => {
  const answer = await analyst.upload('/comparators', name, content, fields)
  return { status: answer.statusCode, to: String(answer.headers.location), body: answer.body }
}
const definition = () => {
  const found = definitionOf('FD07')
  if (found === undefined) throw new RangeError('FD07')
  return found
}
const compared = () => db.as(here, trx => comparison(trx, { code: here }, definition(), [], today))

test('before anything is brought the page says so, and so does the indicator', async () => {
  expect((await manager.get('/comparators')).body).toContain('No published statistics yet')
  const found = await compared()
  expect(found && comparisonView(found, true).toString()).toContain(
    'No published figures of other authorities are here yet',
  )
})

test('a table is kept, and its faults are told row by row', async () => {
  const faulty = `${table(flat)}\n${row(2025, 'x1', 'Nowhere', '3')}\n${row(2025, '937', 'Late', '-200')}`
  const { status, to } = await bring('c1.csv', faulty, { source: 'DfE' })
  expect(status).toBe(303)
  const page = (await analyst.get(to)).body
  expect(page).toContain('24 of 26 rows were taken in. 24 figures are new.')
  expect(page).toContain('“x1” is not a code of a local authority')
  expect(page).toContain('“-200” is below zero')
  const csv = (await analyst.get(`${to}/refused.csv`)).body
  expect(csv.split('\r\n').filter(line => line.startsWith('c1.csv,'))).toHaveLength(2)
  const [line] = await db.as(here, trx => readJournal(trx, { limit: 1 }))
  expect(line).toMatchObject({
    action: 'comparators.brought',
    actor: 'id-of-analyst',
    detail: { rows: 26, taken: 24, added: 24, revised: 0, refused: 2 },
  })
})

test('the very same file is not taken in twice', async () => {
  const content = table((year, code) => (code === '936' && year === 2025 ? 'c' : flat(year, code)))
  const first = await bring('revised.csv', content)
  expect((await analyst.get(first.to)).body).toContain(
    '1 take the place of another figure, which stays in the history.',
  )
  const again = await bring('copy.csv', content)
  expect((await analyst.get(again.to)).body).toContain('This very file is here already')
})

test('what was brought later stands, and what stood stays', async () => {
  const kept = await db.as(here, trx => keptOf(trx, ['ReReferral']))
  expect(kept.get('ReReferral')?.get(2025)?.get('936')).toEqual({ kind: 'symbol', symbol: 'c' })
  expect(kept.get('ReReferral')?.get(2024)?.get('936')).toEqual({ kind: 'number', value: 26 })
})

test('a set of neighbours with a missing authority says which, and keeps the rest', async () => {
  const { to } = await bring(
    'groupings_april_2021.csv',
    neighbours(['931', '932', '933', '934', '935'], '935'),
  )
  const page = (await analyst.get(to)).body
  expect(page).toContain('It holds from 1 April 2021.')
  expect(page).toContain(
    'The file has no row for Other 935 (935), which is named as a neighbour of 6 authorities.',
  )
  expect(page).toContain('6 of 6 rows were taken in.')
  const rows = await db.as(here, trx => neighboursOf(trx, here))
  expect(rows[0]?.neighbours).toHaveLength(5)
})

test('a set that does not say from when it holds is asked for its day', async () => {
  const content = neighbours(['932', '933', '934', '935', '936'])
  const without = await bring('wide.csv', content)
  expect((await analyst.get(without.to)).body).toContain('does not say from when it holds')
  const wrong = await bring('wide.csv', content, { from: 'soon' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Enter a date such as 1 May 2025')
  const dated = await bring('wide.csv', content, { from: '1 May 2024' })
  expect((await analyst.get(dated.to)).body).toContain('It holds from 1 May 2024.')
  const sets = await db.as(here, neighbourSets)
  expect(sets.map(each => each.from)).toEqual([dayOf(2021, 4, 1), dayOf(2024, 5, 1)])
})

test('the comparison counts by the set of its day, and says where the line jumps because of it', async () => {
  const found = await compared()
  expect(found?.own).toEqual({ code: here, name: 'Testshire' })
  // 931 to 935 have 21 to 25; from May 2024 it is 932 to 936, of which the last is kept back.
  expect(found?.compared.years.map(each => each.median)).toEqual([23, 23, 23.5])
  expect(found?.compared.changes).toMatchObject([
    { year: 2025, stay: 4, medianBefore: 23, medianAfter: 23.5 },
  ])
  const page = found === null ? '' : comparisonView(found, false).toString()
  expect(page).toContain('In the year to 31 March 2025 the published figure was 26%')
  expect(page).toContain('higher, which is worse, than the median of its neighbours, 23.5%')
  expect(page).toContain('4 of its 5 neighbours were in the set before')
  expect(page).toContain('In that year the set before has a median of 23% and the new one 23.5%')
  expect(page).toContain('4 of 5: 1 kept back (c)')
  expect(page).not.toMatch(/NaN|undefined|Infinity/)
})

test('a set with the wrong day is given another, and the journal says so', async () => {
  const [, set] = await db.as(here, neighbourSets)
  const url = `/comparators/neighbours/${set?.id ?? ''}`
  const taken = await analyst.post(url, { from: '1 April 2021' })
  expect(taken.statusCode).toBe(422)
  expect((await analyst.post(url, { from: '1 May 2025' })).statusCode).toBe(303)
  expect((await compared())?.compared.changes).toEqual([])
  expect((await compared())?.compared.ahead).toMatchObject({
    set: { from: dayOf(2025, 5, 1) },
    median: 23.5,
  })
  const page = (await manager.get(url)).body
  expect(page).toContain('Neighbours of Name 930')
  expect(page).toContain('No longer among them: Name 931')
  expect(page).not.toContain('Put the date right')
})

test('an archive is opened, and what in it is nothing is told', async () => {
  const letter = new TextEncoder().encode('Dear all,\nthis is a letter')
  const zip = zipOf([
    { name: 'letter.csv', bytes: letter },
    { name: 'more.csv', bytes: new TextEncoder().encode(`${head}\n${england(2022, 'x')}`) },
  ])
  const page = (await analyst.get((await bring('both.zip', zip)).to)).body
  expect(page).toContain('1 of 2 files were taken in')
  expect(page).toContain('neither a table of published statistics')
  expect(page).toContain('Values without a number: 1 with “x”, not available.')
})

test('a manager sees and does not bring', async () => {
  const page = (await manager.get('/comparators')).body
  expect(page).toContain('Published figures that are here')
  expect(page).not.toContain('Bring them in')
  expect((await manager.get('/comparators/authority')).statusCode).toBe(403)
})

test('which authority the council is can be said, and is refused without three digits', async () => {
  const wrong = await analyst.post('/comparators/authority', { code: 'E10' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('code of three digits')
  expect((await analyst.post('/comparators/authority', { code: '931' })).statusCode).toBe(303)
  expect((await compared())?.own).toEqual({ code: '931', name: 'Other 931' })
  expect((await analyst.get('/comparators')).body).toContain('Other 931 (931)')
})

test('another council has none of it, and the journal is whole', async () => {
  expect(await db.as('940', allImports)).toEqual([])
  const faults = []
  for await (const fault of verifyJournal(db, here)) faults.push(fault)
  expect(faults).toEqual([])
})
