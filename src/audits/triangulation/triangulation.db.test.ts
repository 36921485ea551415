import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { noAnswers } from '#practice'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite, today } from '../../../tests/signed-in.ts'
import type { NewAudit } from '../audit.ts'
import { insertAudit } from '../store/index.ts'
import { triangulationOf, triangulationPages } from './index.ts'

const app = await countyApp()
const site = await signedInSite(triangulationPages(auditsRooms(app)))

const audit = (team: string, grade: NewAudit['grade']): NewAudit => ({
  id: randomUUID(),
  toolKey: 'whole-case-file',
  toolVersion: 1,
  childRef: null,
  foreignKey: null,
  team,
  worker: '',
  auditorId: 'somebody',
  auditorName: 'Auditor',
  reason: 'asked for',
  ofAudit: null,
  sampleId: null,
  begunAt: new Date('2026-11-01T12:00:00Z'),
  dueOn: null,
  submittedAt: new Date('2026-11-01T12:00:00Z'),
  auditedOn: today - 20,
  state: 'closed',
  answers: noAnswers,
  version: 1,
  safe: null,
  derivedGrade: null,
  grade,
  // Judged by somebody else too, or it would wait for that and be in no figure.
  moderatedGrade: grade,
  overrideWords: '',
  ownGrade: null,
  ownWords: '',
  voices: [],
  learning: '',
})

test('audits of a team stand beside its figures, with intervals, and few say nothing', async () => {
  await app.db.as(county, async trx => {
    for (let each = 0; each < 40; each++) {
      await insertAudit(trx, county, audit('Team with poor audits', 'inadequate'))
      await insertAudit(trx, county, audit('Team with good audits', 'good'))
    }
    for (let each = 0; each < 9; each++)
      await insertAudit(trx, county, audit('Team with few audits', 'inadequate'))
  })
  const { teams, useUntil } = await app.db.as(county, trx => triangulationOf(trx, today, null))
  const viewOf = (team: string) => teams.find(each => each.team === team)?.views.audits?.view
  expect(viewOf('Team with poor audits')).toBe('poor')
  expect(viewOf('Team with good audits')).toBe('good')
  expect(viewOf('Team with few audits')).toBe('unsaid')
  expect(useUntil).toBeNull()
  const names = teams.map(({ team }) => team)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)))
  // The teams of the records have timeliness and caseloads.
  expect(teams.some(({ views }) => (views.timeliness?.figures.length ?? 0) > 0)).toBe(true)
  expect(teams.some(({ views }) => (views.caseload?.figures.length ?? 0) > 0)).toBe(true)
})

test('use of the data is for who may see it, and two weeks later', async () => {
  const lead = await site.as(person(county, 'quality-lead')).get('/audits/triangulation')
  expect(lead.statusCode).toBe(200)
  expect(lead.body).toContain('9; between')
  expect(lead.body).toContain('of which nothing can be said yet')
  const [before = '', ...after] = lead.body.split('of which nothing can be said yet')
  // Only one view of either can be said, so nothing contradicts it; and of few nothing is said.
  expect(before).toContain('Team with poor audits')
  expect(before).not.toContain('Team with few audits')
  expect(after.join()).toContain('Team with few audits')
  expect(lead.body).toContain('is seen by the director')
  const director = await site.as(person(county, 'director')).get('/audits/triangulation')
  expect(director.body).toContain('Use of the data is shown to 7 November 2026')
  const manager = await site.as(person(county, 'team-manager')).get('/audits/triangulation')
  expect(manager.statusCode).toBe(403)
})
