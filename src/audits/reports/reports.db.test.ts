import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { isoMonth, monthOf } from '#calendar'
import { childRef } from '#children'
import { readJournal } from '#journal'
import { openShelf } from '#performance'
import type { Grade } from '#practice'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite, today } from '../../../tests/signed-in.ts'
import { auditsPages } from '../pages/pages.ts'
import { insertAudit, insertInvited } from '../store/index.ts'
import { auditAt } from './example.ts'

const app = await countyApp()
const site = await signedInSite(auditsPages(auditsRooms(app)))
const lead = site.as(person(county, 'quality-lead'))
const asked = site.as(person(county, 'team-manager', { teams: ['A large team'] }))
const month = monthOf(today) - 1
const october = `/audits/report/${isoMonth(month)}`
const { childIds } = await openShelf(app.storeOf).history(county)
const [child = ''] = childIds
const theirs = randomUUID()

beforeAll(async () => {
  const grades: readonly Grade[] = [
    ...Array.from({ length: 12 }, () => 'good' as const),
    ...Array.from({ length: 8 }, () => 'inadequate' as const),
  ]
  await app.db.as(county, async trx => {
    const add = (id: string, grade: Grade, team: string) =>
      insertAudit(trx, county, {
        // Imported ones wait for no moderation, whoever did them.
        ...auditAt(id, today - 30, grade, { team, reason: 'imported' }),
        childRef: childRef(app.config.secret, county, child),
      })
    for (const grade of grades) await add(randomUUID(), grade, 'A large team')
    for (let each = 0; each < 3; each++) await add(randomUUID(), 'good', 'A tiny team')
    // Whose work it is has not said their own view yet.
    await add(theirs, 'inadequate', 'A large team')
    const invited = { auditId: theirs, userId: 'id-of-team-manager', name: 'The team-manager' }
    await insertInvited(trx, county, { ...invited, invitedAt: new Date(), saidAt: null })
  })
})

test('the newest whole month stands first, and leads to its report', async () => {
  const { body } = await lead.get('/audits/report')
  expect(body).toContain('Report of October 2026')
  expect(body).toContain(`href="${october}"`)
  expect((await lead.get('/audits')).body).toContain('href="/audits/report"')
  expect((await lead.get('/audits/report/2027-01')).statusCode).toBe(404)
  expect((await lead.get('/audits/report/1999-01')).statusCode).toBe(404)
  expect((await lead.get('/audits/report/soon')).statusCode).toBe(404)
})

/** What a page says of a year's inadequate work: how many of how many. */
function inadequateIn(page: string | undefined): readonly number[] {
  const said = /Inadequate, twelve months: \d+% \((\d+) of (\d+); between/.exec(page ?? '')
  return (said ?? []).slice(1).map(Number)
}

test('each reader is shown their own part, with the same numbers', async () => {
  const [service, board, open] = await Promise.all(
    ['service', 'board', 'public'].map(async key => (await lead.get(`${october}?for=${key}`)).body),
  )
  const numbers = inadequateIn(service)
  expect(numbers[1]).toBeGreaterThanOrEqual(24)
  expect([inadequateIn(board), inadequateIn(open)]).toEqual([numbers, numbers])
  expect(service).toContain('A tiny team')
  expect(board).toContain('A large team')
  expect(board).not.toContain('A tiny team')
  expect(board).toMatch(/teams? ha(s|ve) fewer than 10 audits and (is|are) not shown/)
  expect(open).not.toContain('A large team')
  for (const page of [service, board, open]) expect(page).not.toContain('Auditor of North')
})

test('what became of it stands above the grades', async () => {
  const { body } = await lead.get(october)
  const [loop, graded] = ['What became of what audits found', 'How the work was graded'].map(
    title => body.indexOf(`<h2 class="govuk-heading-m">${title}`),
  )
  expect(loop).toBeGreaterThan(0)
  expect(graded).toBeGreaterThan(loop ?? 0)
})

test('an audit of which somebody is yet to be asked is in none of their numbers', async () => {
  const [above = 0, below = 0] = inadequateIn((await lead.get(october)).body)
  const { body } = await asked.get(october)
  expect(inadequateIn(body)).toEqual([above - 1, below - 1])
  expect(body).toContain('1 audit is in none of your numbers')
})

test('the list for inspectors has the child, and the journal says who took it', async () => {
  const { body, headers } = await lead.get('/audits/report/list.csv')
  expect(headers['content-type']).toContain('text/csv')
  expect(body.split('\r\n')[0]).toContain('Audit,Child Unique ID,Kind of audit')
  const rows = body.trimEnd().split('\r\n').slice(1)
  expect(rows.filter(row => row.includes(`,${child},`)).length).toBeGreaterThanOrEqual(24)
  const lines = await app.db.as(county, trx => readJournal(trx, { limit: 5 }))
  const taken = lines.find(({ action }) => action === 'audit.list-taken')
  expect(taken).toMatchObject({
    actor: 'id-of-quality-lead',
    detail: { audits: rows.length },
  })
  const book = await lead.get('/audits/report/list.xlsx')
  expect(book.statusCode).toBe(200)
  expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('others take the list without the children whom they may not see', async () => {
  const analyst = site.as(person(county, 'analyst'))
  expect((await analyst.get('/audits/report/list.csv')).statusCode).toBe(403)
  const auditor = site.as(person(county, 'auditor'))
  const { body } = await auditor.get('/audits/report/list.csv')
  expect(body).toContain('A large team')
  expect(body).not.toContain(`,${child},`)
  const hidden = (await asked.get('/audits/report/list.csv')).body
  expect(hidden.split('\r\n').filter(line => line.includes('After your own view'))).toHaveLength(1)
})
