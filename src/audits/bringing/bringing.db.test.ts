import { expect, test } from 'vitest'
import { allAudits, auditsPages } from '#audits'
import { readJournal } from '#journal'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite } from '../../../tests/signed-in.ts'
import { bringingPages } from './index.ts'

const app = await countyApp()
const rooms = auditsRooms(app)
const site = await signedInSite([...bringingPages(rooms), ...auditsPages(rooms)])
const lead = site.as(person(county, 'quality-lead'))
const columns = {
  'column-date': '0',
  'column-team': '1',
  'column-grade': '2',
  'column-auditor': '3',
  'column-child': '4',
  'column-tool': '5',
  'column-own': '6',
  'column-moderated': '7',
  'column-text': '8',
}
const head = 'Date,Team,Grade,Auditor,Key,Tool,Own grade,Moderated,Words'

const before = new Set((await app.db.as(county, allAudits)).map(({ id }) => id))
const imported = async () =>
  (await app.db.as(county, allAudits)).filter(
    each => each.reason === 'imported' && !before.has(each.id),
  )

async function brought(rows: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const sent = await lead.upload('/audits/import', 'old.csv', [head, ...rows].join('\n'))
  expect(sent.statusCode).toBe(303)
  const at = String(sent.headers.location)
  const mapped = (await lead.get(at)).body
  const answer = await lead.post(at, { ...columns, ...more })
  expect(answer.statusCode).toBe(303)
  return { at, mapped, outcome: (await lead.get(at)).body }
}

test('history comes along once, and the same file twice brings nothing twice', async () => {
  const rows = [
    '18/09/2017,North,RI,Manager,K-1,Whole case file,Good,Inadequate,Plans do not say enough.',
    '19/09/2017,North,Good,Manager,,Old template,,,',
    '19/09/2017,North,Good,Manager,,Old template,,,',
  ]
  const first = await brought(rows)
  expect(first.outcome).toContain('3 audits were taken in from 3 rows.')
  const audits = await imported()
  expect(audits).toHaveLength(3)
  expect(audits.find(each => each.foreignKey === 'K-1')).toMatchObject({
    childRef: null,
    state: 'closed',
    toolKey: 'whole-case-file',
    grade: 'requires improvement',
    ownGrade: 'good',
    moderatedGrade: 'inadequate',
    learning: 'Plans do not say enough.',
  })
  for (const audit of audits) expect((await lead.get(`/audits/${audit.id}`)).statusCode).toBe(200)
  const again = await brought(rows)
  expect(again.outcome).toContain('0 audits were taken in from 3 rows.')
  expect(again.outcome).toContain('3 rows were here already: nothing was brought twice.')
  const other = await brought([rows[0]?.replace('RI', 'Good') ?? ''])
  expect(other.outcome).toContain('with the grade ‘requires improvement’')
  expect(await imported()).toHaveLength(3)
  const lines = await app.db.as(county, trx => readJournal(trx, { limit: 20 }))
  expect(lines.filter(each => each.action === 'audits.imported')).toHaveLength(3)
})

test('what cannot be taken in has its words, and nothing of it is lost but numbers of children', async () => {
  const { at, mapped, outcome } = await brought(
    [
      '20/09/2017,South,Adequate,Manager,K-2,,,,',
      'soon,South,Good,Manager,K-3,,,,',
      '20/09/2017,South,Good,Manager,K-4,,,,"NHS number 943 476 5919"',
      '20/09/2017,South,Good,Manager,K-5,,,,',
    ],
    { 'stands-for-adequate': 'none' },
  )
  expect(mapped).toContain('Row 4 held a number')
  expect(outcome).toContain('1 audit was taken in from 4 rows.')
  expect(outcome).toContain('“Adequate” is not a grade')
  expect(outcome).toContain('“soon” is not a date')
  const csv = (await lead.get(`${at}/refused.csv`)).body
  expect(csv).toContain('K-2')
  expect(csv).toContain('an NHS number')
  expect(csv).not.toContain('943 476 5919')
  expect((await lead.post(at, columns, '/audits/import')).statusCode).toBe(409)
})

test('a table without the needed columns is asked for them, and only who leads audits brings one', async () => {
  const sent = await lead.upload('/audits/import', 'old.csv', `${head}\n1/1/2020,N,Good,,,,,,`)
  const at = String(sent.headers.location)
  const without = await lead.post(at, { ...columns, 'column-grade': '' })
  expect(without.statusCode).toBe(422)
  expect(without.body).toContain('Choose the column that holds: grade.')
  expect((await lead.upload('/audits/import', 'old.csv', '')).statusCode).toBe(422)
  expect((await site.as(person(county, 'auditor')).get('/audits/import')).statusCode).toBe(403)
  expect((await lead.get('/audits/import/template.csv')).body).toContain('Moderated grade')
})

test('audits with grades of another scale keep its words and where they are from; names are not kept', async () => {
  const head = await lead.upload(
    '/audits/import',
    'old.csv',
    [
      'Date,Team,Grade,Child name,Key,Words',
      '43000.0,West,Adequate,Jo Bloggs,K-7,Seen alone.',
      'Sept 2019,West,Good,Jo Bloggs,K-8,',
    ].join('\n'),
  )
  const at = String(head.headers.location)
  const page = (await lead.get(at)).body
  expect(page).toContain('“Child name” says who a child is')
  expect(page).not.toContain('Jo Bloggs')
  expect(page).toContain('2 rows are of audits before')
  const chosen = {
    'column-date': '0',
    'column-team': '1',
    'column-grade': '2',
    'column-child': '3',
    'column-text': '4',
  }
  const asked = await lead.post(at, chosen)
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toContain('Choose what “Adequate” stands for')
  const done = await lead.post(at, { ...chosen, 'stands-for-adequate': 'requires improvement' })
  expect(done.statusCode).toBe(303)
  const audit = (await imported()).find(each => each.foreignKey === 'K-7')
  expect(audit).toMatchObject({
    grade: 'requires improvement',
    learning: 'Seen alone.\nThe grade was written as “Adequate”.',
  })
  const shown = (await lead.get(`/audits/${audit?.id}`)).body
  expect(shown).toContain('old.csv, row 2')
  expect(shown).toContain('The table that it was brought from has none.')
  const other = (await imported()).find(each => each.foreignKey === 'K-8')
  expect(other?.learning).toBe('Its day in September 2019 was not written down.')
})
