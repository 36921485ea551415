import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { buildServer, type Server } from '../app/site.ts'
import { county, countyApp } from '../../tests/county.ts'
import { visitor, type Visitor } from '../../tests/visitor.ts'
import { childRef } from '#children'
import { openShelf } from '#performance'
import { grades } from '#practice'
import { textOf } from './form-text.ts'
import { allAlerts, allAudits, auditById, savesOf } from './store/index.ts'
import { shippedTools } from './tools/index.ts'
import { currentTools } from './toolbox.ts'

const app = await countyApp()
let server: Server
let auditor: Visitor
let lead: Visitor
let child: string

beforeAll(async () => {
  server = await buildServer(app)
  auditor = visitor(server.http)
  await auditor.become('auditor')
  lead = visitor(server.http)
  await lead.become('quality-lead')
  const history = await openShelf(app.storeOf).history(county)
  child = history.childIds[0] ?? ''
})
afterAll(() => server.close())

const [tool] = shippedTools
if (tool === undefined) throw new Error('There is no tool.')

/** Every field of a whole audit, answered. */
const answered = (grade: string, safe = 'yes'): Record<string, string> => ({
  safe,
  safeWords: 'Seen at home last week, and with the school.',
  ...Object.fromEntries(
    tool.standards.flatMap(({ key, compliance }) => [
      [`grade.${key}`, grade],
      [`evidence.${key}`, 'What the record of last month says about it.'],
      ...compliance.map(check => [`tick.${check.key}`, 'yes']),
    ]),
  ),
  'said.child': 'I want to see my brother more.',
  'agreed.child': 'yes',
  'not-asked.parent': 'They asked for another day.',
  'not-asked.carer': 'There is no carer.',
})

/** Begins an audit of the first child and gives its identifier. */
async function begin(by: Visitor = auditor): Promise<string> {
  const answer = await by.post('/audits/new', {
    tool: tool?.key ?? '',
    identifier: child,
    reason: 'programme',
  })
  expect(answer.status, answer.text).toBe(303)
  return /\/audits\/([0-9a-f-]{36})\/form/.exec(answer.to ?? '')?.[1] ?? ''
}

const read = (id: string) =>
  app.db.as(county, async trx => {
    const audit = await auditById(trx, id)
    if (audit === null) throw new Error('There is no such audit.')
    return audit
  })

describe('an audit', () => {
  test('is begun for a child by reference, and no identifier is kept', async () => {
    const audit = await read(await begin())
    expect(audit.childRef).toBe(childRef(app.config.secret, county, child))
    expect(JSON.stringify(audit)).not.toContain(`"${child}"`)
    expect(audit.toolVersion).toBe(1)
  })

  test('of a child who is not in the records is refused in words, and what was chosen stays', async () => {
    const answer = await auditor.post('/audits/new', { tool: tool.key, identifier: 'NOBODY1' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('No child with this identifier is in the records')
    expect(answer.text).toContain('value="NOBODY1"')
    expect(answer.text).toMatch(/value="whole-case-file" checked/)
  })

  test('is saved step by step, left half done, and handed in with the grade by the rule', async () => {
    const id = await begin()
    const first = await auditor.post(`/audits/${id}/form`, { version: '1', safe: 'yes' })
    expect(first.status, first.text).toBe(303)
    expect((await read(id)).safe).toBe('yes')
    const early = await auditor.post(`/audits/${id}/form`, { version: '2', do: 'hand-in' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Still open: Assessment: the grade')
    const done = await auditor.post(`/audits/${id}/form`, {
      version: '2',
      do: 'hand-in',
      ...answered('good'),
    })
    expect(done.status, done.text.slice(0, 4000)).toBe(303)
    const audit = await read(id)
    expect(audit).toMatchObject({ state: 'submitted', grade: 'good', derivedGrade: 'good' })
    const page = await lead.get(`/audits/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('I want to see my brother more.')
    expect((await lead.get('/audits')).text).toContain(`Audit ${audit.number}`)
  })
})

test('two people on one audit: what each alone changed is kept, what both changed is shown', async () => {
  const id = await begin()
  const mine = { version: '1', 'evidence.voice': 'What I wrote.', 'evidence.plan': 'Mine alone.' }
  expect((await auditor.post(`/audits/${id}/form`, mine)).status).toBe(303)
  const theirs = {
    version: '1',
    'evidence.voice': 'What the lead wrote.',
    'evidence.risk': 'Theirs.',
  }
  const answer = await lead.post(`/audits/${id}/form`, theirs)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Auditor saved “What I wrote.” while you had this open')
  expect(answer.text).toContain('What the lead wrote.')
  expect((await read(id)).answers.evidence).toEqual({
    voice: 'What I wrote.',
    plan: 'Mine alone.',
    risk: 'Theirs.',
  })
  const again = await lead.post(`/audits/${id}/form`, { ...theirs, version: '3' })
  expect(again.status).toBe(303)
  expect((await read(id)).answers.evidence['voice']).toBe('What the lead wrote.')
  const saves = await app.db.as(county, trx => savesOf(trx, id))
  expect(saves.map(({ text }) => text['evidence.voice'])).toContain('What I wrote.')
})

test('a name or NHS number is asked about before it is saved; the rest is saved; kept if confirmed', async () => {
  const id = await begin()
  const typed = {
    version: '1',
    safe: 'yes',
    'evidence.voice': 'The social worker told Jane Smith about it.',
    'evidence.risk': 'Her number is 943 476 5919.',
  }
  const answer = await auditor.post(`/audits/${id}/form`, typed)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('“Jane Smith” may be the name of a person.')
  expect(answer.text).toContain('“943 476 5919” is an NHS number.')
  expect(answer.text).toContain('told Jane Smith about it')
  expect(await read(id)).toMatchObject({ safe: 'yes', answers: { evidence: {} } })
  const kept = { ...typed, version: '2', looked: 'yes' }
  expect((await auditor.post(`/audits/${id}/form`, kept)).status).toBe(303)
  expect((await read(id)).answers.evidence['voice']).toContain('Jane Smith')
  // What was looked at once is not asked about again.
  const more = {
    version: '3',
    'evidence.voice': 'The social worker told Jane Smith about it twice.',
  }
  expect((await auditor.post(`/audits/${id}/form`, more)).status).toBe(303)
})

test('a grade outside the scale is refused with words, and nothing else is lost', async () => {
  const id = await begin()
  const typed = { version: '1', 'grade.voice': 'brilliant', 'grade.plan': 'good' }
  const answer = await auditor.post(`/audits/${id}/form`, typed)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('“brilliant” is not a grade.')
  expect((await read(id)).answers.grades).toEqual({ plan: 'good' })
})

test('a child who is not safe raises an alert as soon as it is saved, with a clock', async () => {
  const id = await begin()
  await auditor.post(`/audits/${id}/form`, { version: '1', safe: 'no', safeWords: 'Left alone.' })
  const alert = (await app.db.as(county, trx => allAlerts(trx))).find(each => each.auditId === id)
  expect(alert).toMatchObject({ because: 'not safe', acknowledged: null })
  const at = `/audits/alerts/${alert?.id ?? ''}`
  expect((await auditor.get(at)).status).toBe(403)
  expect((await lead.get('/audits/alerts')).text).toContain('the child is not safe now')
  expect((await lead.post(`${at}/acknowledge`, {})).status).toBe(303)
  expect((await lead.post(`${at}/act`, { words: '' })).text).toContain('Enter what was done.')
  expect((await lead.post(`${at}/act`, { words: 'Seen the same evening.' })).status).toBe(303)
  const own = await lead.post(`${at}/confirm`, { words: 'I saw it.' })
  expect(own.text).toContain('Somebody other than who acted has to confirm it.')
  const director = visitor(server.http)
  await director.become('director')
  expect((await director.post(`${at}/confirm`, { words: 'Visited: at home, well.' })).status).toBe(
    303,
  )
  const after = (await app.db.as(county, trx => allAlerts(trx))).find(each => each.auditId === id)
  expect(after?.confirmed?.words).toBe('Visited: at home, well.')
})

test('everybody else sees an outline: no child, no worker, nothing that was written', async () => {
  const id = await begin()
  await auditor.post(`/audits/${id}/form`, { version: '1', do: 'hand-in', ...answered('good') })
  const clerk = visitor(server.http)
  await clerk.become('clerk')
  const page = await clerk.get(`/audits/${id}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Good')
  for (const secret of [
    'What the record of last month',
    'see my brother',
    'Seen at home last week',
  ])
    expect(page.text).not.toContain(secret)
  const partner = visitor(server.http)
  await partner.become('board-partner')
  expect((await partner.get(`/audits/${id}`)).status).toBe(404)
  expect((await partner.get('/audits')).status).toBe(200)
})

test('every grade of the scale can be read back from a form as it was', async () => {
  for (const grade of grades) {
    const id = await begin()
    await auditor.post(`/audits/${id}/form`, { version: '1', ...answered(grade) })
    const audit = await read(id)
    expect(textOf(audit)).toMatchObject(answered(grade))
  }
  expect((await app.db.as(county, allAudits)).length).toBeGreaterThan(4)
  expect((await app.db.as(county, currentTools)).map(({ key }) => key)).toContain(tool.key)
})
