import { expect, test } from 'vitest'
import { findingsById } from '#findings'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite } from '../../../tests/signed-in.ts'
import { findingsOfMock, judgementsOf } from './store.ts'
import { mockPages } from './index.ts'

const app = await countyApp()
const site = await signedInSite(mockPages(auditsRooms(app)))
const lead = site.as(person(county, 'quality-lead'))
const auditor = site.as(person(county, 'auditor'))
const plan = {
  service: 'Children in care in the north',
  framework: 'ilacs-2023',
  from: '9 November 2026',
  until: '13 November 2026',
  reviewers: 'Head of service, south\nVirtual school head',
}

test('a service is judged on the framework’s own grid, and two people never write over each other', async () => {
  const turned = await lead.post('/audits/mock/new', { ...plan, until: '1 November 2026' })
  expect(turned.statusCode).toBe(422)
  expect(turned.body).toContain('The last day lies before the first.')
  const path = String((await lead.post('/audits/mock/new', plan)).headers.location)
  const id = path.split('/').at(-1) ?? ''
  const page = (await auditor.get(path)).body
  const [, key = ''] = /judgements\/([^"]+)"/.exec(page) ?? []
  const at = `${path}/judgements/${key}`
  const form = { grade: 'good', words: 'Plans are clear.', seen: '0' }
  expect((await auditor.post(at, { ...form, words: '' })).statusCode).toBe(422)
  expect((await auditor.post(at, { ...form, grade: 'adequate' })).body).toContain(
    'Choose a grade of the framework.',
  )
  expect((await auditor.post(at, { ...form, words: '943 476 5919' })).statusCode).toBe(422)
  expect((await auditor.post(at, form)).statusCode).toBe(303)
  const late = await lead.post(at, { ...form, grade: 'inadequate', words: 'They are not.' })
  expect(late.statusCode).toBe(422)
  expect(late.body).toContain('wrote this judgement while you did: “Plans are clear.”')
  expect(late.body).toContain('They are not.')
  const judged = await app.db.as(county, trx => judgementsOf(trx, id))
  expect(judged.get(key)).toMatchObject({ version: 1, grade: 'good' })
  expect((await lead.post(`${path}/close`, {}, path)).statusCode).toBe(409)
  expect((await lead.post(`${path}/audits`, { number: '99999' }, path)).body).toContain(
    'There is no audit 99999.',
  )
})

test('what it found goes to the inbox of findings', async () => {
  const path = String((await lead.post('/audits/mock/new', plan)).headers.location)
  const found = { words: 'Visits are recorded late.', theme: 'visits', judgement: '' }
  expect((await auditor.post(`${path}/found`, { ...found, theme: '' })).statusCode).toBe(422)
  expect((await auditor.post(`${path}/found`, found)).statusCode).toBe(303)
  const findings = await app.db.as(county, async trx =>
    findingsById(trx, await findingsOfMock(trx, path.split('/').at(-1) ?? '')),
  )
  expect(findings).toMatchObject([{ sourceKind: 'mock-inspection', theme: 'visits' }])
  expect((await auditor.get(path)).body).toContain('Visits are recorded late.')
  expect((await auditor.get('/audits/mock')).body).toContain(plan.service)
  expect((await auditor.get('/audits/mock/new')).statusCode).toBe(403)
})
