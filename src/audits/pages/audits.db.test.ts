import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isoMonth, monthOf } from '#calendar'
import { type Grade, noAnswers } from '#practice'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite, today } from '../../../tests/signed-in.ts'
import { auditsOfTeam } from '../beside.ts'
import { auditsPages } from './pages.ts'
import { insertAudit } from '../store/index.ts'

const app = await countyApp()
const site = await signedInSite(auditsPages(auditsRooms(app)))
const lead = site.as(person(county, 'quality-lead'))
const TEAM = 'A team that turns pages'

await app.db.as(county, async trx => {
  for (let each = 0; each < 120; each++)
    await insertAudit(trx, county, {
      id: randomUUID(),
      toolKey: each < 60 ? 'dip-sample' : 'whole-case-file',
      toolVersion: 1,
      childRef: null,
      foreignKey: null,
      team: TEAM,
      worker: '',
      auditorId: 'somebody',
      auditorName: 'Auditor',
      reason: 'imported',
      ofAudit: null,
      sampleId: null,
      begunAt: new Date('2026-11-01T12:00:00Z'),
      dueOn: null,
      submittedAt: new Date('2026-11-01T12:00:00Z'),
      auditedOn: each < 60 ? today - 10 : today - 60,
      state: 'closed',
      answers: noAnswers,
      version: 1,
      safe: null,
      derivedGrade: null,
      grade: gradeOf(each),
      overrideWords: '',
      ownGrade: null,
      ownWords: '',
      voices: [],
      learning: '',
    })
})

function gradeOf(each: number): Grade {
  return each < 12 ? 'inadequate' : 'good'
}

const at = (query: Readonly<Record<string, string>>) =>
  `/audits?${new URLSearchParams({ team: TEAM, ...query }).toString()}`
const rows = (body: string): number =>
  body.match(/<a class="govuk-link" href="\/audits\/[0-9a-f]{8}-/g)?.length ?? 0

test('fifty audits stand on a page, and the choice goes with whoever turns it', async () => {
  const first = (await lead.get(at({}))).body
  expect(first).toContain('Audits 1 to 50 of 120')
  expect(rows(first)).toBe(50)
  expect(first).toContain('How the work was graded')
  const next = /href="(\/audits\?[^"]*page=2)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = (await lead.get(next)).body
  expect(second).toContain('Audits 51 to 100 of 120')
  expect(second).not.toContain('How the work was graded')
  const last = (await lead.get(at({ page: '99' }))).body
  expect(last).toContain('Audits 101 to 120 of 120')
  expect(rows(last)).toBe(20)
  expect((await lead.get(at({ page: 'x' }))).body).toContain('Audits 1 to 50 of 120')
})

test('the audits behind a figure are found by tool, grade and month', async () => {
  const month = isoMonth(monthOf(today - 10))
  const chosen = (await lead.get(at({ month, tool: 'dip-sample', grade: 'inadequate' }))).body
  expect(chosen).toContain('12 audits')
  expect(chosen).toContain(`<option value="${month}" selected>`)
  expect(rows(chosen)).toBe(12)
  const none = (await lead.get(at({ month, tool: 'whole-case-file' }))).body
  expect(none).toContain('No audit that you may open is like that.')
})

test('a team’s page says what a year of audits found there, to those who may see audits', async () => {
  const part = (role: 'quality-lead' | 'young-reviewer') =>
    app.db.as(county, trx => auditsOfTeam(trx, { team: TEAM, viewer: person(county, role), today }))
  const shown = String(await part('quality-lead'))
  expect(shown).toContain('120 audits in the last 12 months')
  expect(shown).toContain('Inadequate: 10% (12 of 120;')
  expect(shown).toContain(`/audits?${new URLSearchParams({ team: TEAM }).toString()}`)
  expect(await part('young-reviewer')).toBeNull()
})
