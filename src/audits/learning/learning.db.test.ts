import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { noAnswers } from '#practice'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite, today } from '../../../tests/signed-in.ts'
import type { Role } from '#people'
import { insertAudit } from '../store/index.ts'
import { learningPages } from './index.ts'

const app = await countyApp()
const rooms = auditsRooms(app, {
  colleagues: () =>
    Promise.resolve([
      { id: 'id-of-practitioner', name: 'One', roles: ['practitioner'], teams: ['North'] },
      { id: 'other', name: 'Other', roles: ['practitioner'], teams: ['North'] },
    ]),
})
const site = await signedInSite(learningPages(rooms))
const as = (role: Role, id = `id-of-${role}`) =>
  site.as(person(county, role, { id, teams: ['North'] }))
const [lead, director, staff] = [as('quality-lead'), as('director'), as('practitioner')]
const at = '/audits/learning'

const audit = randomUUID()
await app.db.as(county, trx =>
  insertAudit(trx, county, {
    id: audit,
    toolKey: 'whole-case-file',
    toolVersion: 1,
    childRef: null,
    foreignKey: null,
    team: 'North',
    worker: '',
    auditorId: 'id-of-auditor',
    auditorName: 'Auditor',
    reason: 'asked for',
    ofAudit: null,
    sampleId: null,
    begunAt: new Date('2026-11-01T12:00:00Z'),
    dueOn: null,
    submittedAt: new Date('2026-11-01T12:00:00Z'),
    auditedOn: today - 20,
    state: 'closed',
    answers: { ...noAnswers, grades: { voice: 'outstanding', assessment: 'good' } },
    version: 1,
    safe: 'yes',
    derivedGrade: 'good',
    grade: 'good',
    // Judged by somebody else too: what waits for that is nobody's example.
    moderatedGrade: 'good',
    overrideWords: '',
    ownGrade: null,
    ownWords: '',
    voices: [],
    learning: '',
  }),
)

test('strong work is offered once somebody else has approved words without anybody in them', async () => {
  const words = 'The worker asked what would make the week better, and the plan said so.'
  const form = { of: `${audit} voice`, title: 'The plan in their words', words }
  expect((await lead.get(`${at}/exemplars/new`)).body).toContain('The child is known and heard')
  const numbered = await lead.post(`${at}/exemplars/new`, { ...form, words: '943 476 5919 was' })
  expect(numbered.statusCode).toBe(422)
  expect(numbered.body).toContain('Take out an NHS number')
  const named = await lead.post(`${at}/exemplars/new`, { ...form, words: 'we saw Joe Bloggs' })
  expect(named.statusCode).toBe(422)
  const ofGood = { ...form, of: `${audit} assessment` }
  expect((await lead.post(`${at}/exemplars/new`, ofGood)).statusCode).toBe(422)
  const sent = await lead.post(`${at}/exemplars/new`, form)
  expect(sent.statusCode).toBe(303)
  const path = String(sent.headers.location)
  expect((await staff.get(path)).statusCode).toBe(404)
  expect((await lead.post(`${path}/approve`, {}, at + '/exemplars/new')).statusCode).toBe(403)
  expect((await director.post(`${path}/approve`, {}, path)).statusCode).toBe(303)
  expect((await staff.get(path)).body).toContain(words)
  expect((await staff.get(at)).body).toContain('The plan in their words')
  expect((await lead.post(`${path}/withdraw`, { because: '' }, path)).statusCode).toBe(422)
  expect((await lead.post(`${path}/withdraw`, { because: 'Too like it' }, path)).statusCode).toBe(
    303,
  )
  expect((await staff.get(path)).statusCode).toBe(404)
})

test('a briefing is read by staff once two people stand behind it, and readers are counted by team', async () => {
  const form = { themes: ['plans'], title: 'Plans that say what changes', words: 'Say by when.' }
  const without = await lead.post(`${at}/briefings/new`, { ...form, themes: [] })
  expect(without.statusCode).toBe(422)
  expect(without.body).toContain('Choose at least one theme.')
  const path = String((await lead.post(`${at}/briefings/new`, form)).headers.location)
  expect((await staff.get(path)).statusCode).toBe(404)
  expect((await lead.post(`${path}/publish`, {}, `${at}/briefings/new`)).statusCode).toBe(403)
  expect((await director.post(`${path}/publish`, {}, path)).statusCode).toBe(303)
  expect((await staff.get(path)).body).toContain('I have read it')
  expect((await staff.post(`${path}/read`, {}, path)).statusCode).toBe(303)
  expect((await staff.get(path)).body).toContain('You have read it.')
  const reach = (await lead.get(path)).body
  expect(reach).toContain('1 of 2 (50%)')
  expect(reach).not.toContain('>One<')
  expect((await staff.get(`${at}/briefings/new`)).statusCode).toBe(403)
})

test('themes claim no trend of few', async () => {
  const page = await staff.get(at)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('What audits teach')
})
