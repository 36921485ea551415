import { expect, test } from 'vitest'
import { findingKind, findingsById, findingThing } from '#findings'
import { linksOf, openThread } from '#thread'
import { auditsRooms } from '../../../tests/audits-rooms.ts'
import { county, countyApp } from '../../../tests/county.ts'
import { person, signedInSite } from '../../../tests/signed-in.ts'
import { auditKind } from '../in-thread.ts'
import { auditsPages } from '../pages/pages.ts'
import { mockThing } from './in-thread.ts'
import { auditsOfMock, findingsOfMock, judgementsOf } from './store.ts'
import { mockKind, mockPages } from './index.ts'

const app = await countyApp()
const rooms = auditsRooms(app, {
  thread: openThread([findingKind, auditKind, mockKind]),
  teamNames: () => Promise.resolve(['North']),
})
const site = await signedInSite([...mockPages(rooms), ...auditsPages(rooms)])
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

test('what it found comes from it, as whoever reads the finding is shown', async () => {
  const path = String((await lead.post('/audits/mock/new', plan)).headers.location)
  const id = path.split('/').at(-1) ?? ''
  const found = { words: 'Plans have no dates.', theme: 'plans', judgement: '' }
  expect((await auditor.post(`${path}/found`, found)).statusCode).toBe(303)
  const { links, shown, hidden } = await app.db.as(county, async trx => {
    const [finding = ''] = await findingsOfMock(trx, id)
    return {
      links: await linksOf(trx, [findingThing(finding)]),
      shown: await mockKind.describe(trx, [id], person(county, 'auditor')),
      hidden: await mockKind.describe(trx, [id], person(county, 'young-reviewer')),
    }
  })
  expect(links).toMatchObject([{ relation: 'comes from', to: mockThing(id) }])
  expect(shown.get(id)).toMatchObject({ href: path, state: 'Open' })
  expect(shown.get(id)?.title).toContain(plan.service)
  expect(hidden.size).toBe(0)
})

test('an audit is begun for a mock inspection that is open, and stands on its page', async () => {
  const path = String((await lead.post('/audits/mock/new', plan)).headers.location)
  const id = path.split('/').at(-1) ?? ''
  const form = await lead.get(`/audits/new?reason=mock%20inspection&mock=${id}`)
  expect(form.body).toContain(`<option value="${id}" selected>`)
  const begin = { tool: 'supervision', team: 'North', reason: 'mock inspection' }
  const without = await lead.post('/audits/new', begin)
  expect(without.statusCode).toBe(422)
  expect(without.body).toContain('Choose which mock inspection it is for.')
  const begun = await lead.post('/audits/new', { ...begin, mock: id })
  expect(begun.statusCode).toBe(303)
  const [, audit = ''] = /audits\/([^/]+)\/form/.exec(String(begun.headers.location)) ?? []
  const tied = await app.db.as(county, trx => auditsOfMock(trx, id))
  expect(tied).toEqual([audit])
  expect((await lead.get(path)).body).toContain(`/audits/${audit}`)
  expect((await lead.get(`/audits/${audit}`)).body).toContain(path)
})
