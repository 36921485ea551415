import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { buildServer, type Server } from '../app/site.ts'
import { county, countyApp } from '../../tests/county.ts'
import { visitor, type Visitor } from '../../tests/visitor.ts'
import { auditsAddresses } from '../../tests/audits-addresses.ts'
import { markupFaults } from '../../tests/browser/harness.ts'
import { childRef } from '#children'
import { allUsers } from '#people'
import { openShelf } from '#performance'
import { grades } from '#practice'
import { textOf } from './form-text.ts'
import { allAlerts, allAudits, auditById, savesOf } from './store/index.ts'
import { shippedTools } from './tools/index.ts'
import { toolText } from './tool-text.ts'
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
      [`grade_${key}`, grade],
      [`evidence_${key}`, 'What the record of last month says about it.'],
      ...compliance.map(check => [`tick_${check.key}`, 'yes']),
    ]),
  ),
  said_child: 'I want to see my brother more.',
  agreed_child: 'yes',
  'not-asked_parent': 'They asked for another day.',
  'not-asked_carer': 'There is no carer.',
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
  const mine = { version: '1', evidence_voice: 'What I wrote.', evidence_plan: 'Mine alone.' }
  expect((await auditor.post(`/audits/${id}/form`, mine)).status).toBe(303)
  const theirs = {
    version: '1',
    evidence_voice: 'What the lead wrote.',
    evidence_risk: 'Theirs.',
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
  expect(saves.map(({ text }) => text['evidence_voice'])).toContain('What I wrote.')
})

test('a name or NHS number is asked about before it is saved; the rest is saved; kept if confirmed', async () => {
  const id = await begin()
  const typed = {
    version: '1',
    safe: 'yes',
    evidence_voice: 'The social worker told Jane Smith about it.',
    evidence_risk: 'Her number is 943 476 5919.',
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
    evidence_voice: 'The social worker told Jane Smith about it twice.',
  }
  expect((await auditor.post(`/audits/${id}/form`, more)).status).toBe(303)
})

test('a grade outside the scale is refused with words, and nothing else is lost', async () => {
  const id = await begin()
  const typed = { version: '1', grade_voice: 'brilliant', grade_plan: 'good' }
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

/** The account of a persona of the county. */
async function accountOf(name: string) {
  const user = (await app.db.as(county, allUsers)).find(each => each.name.startsWith(name))
  if (user === undefined) throw new Error('There is no such persona.')
  return user
}

const handedIn = async (grade: string, more: Readonly<Record<string, string>> = {}) => {
  const id = await begin()
  const sent = { version: '1', do: 'hand-in', ...answered(grade), ...more }
  const answer = await auditor.post(`/audits/${id}/form`, sent)
  expect(answer.status, answer.text.slice(0, 3000)).toBe(303)
  return id
}

test('the practitioner says what they make of it before they see the auditor’s, and both stand side by side', async () => {
  const practitioner = visitor(server.http)
  const team = (await app.db.as(county, allAudits))[0]?.team ?? ''
  await practitioner.become('practitioner', team)
  const { id: user } = await accountOf('Practitioner')
  const id = await handedIn('good')
  expect((await practitioner.get(`/audits/${id}`)).status).toBe(404)
  expect((await auditor.post(`/audits/${id}/invite`, { user })).status).toBe(303)
  const before = await practitioner.get(`/audits/${id}`)
  expect(before.text).toContain('Say first what you make of it yourself')
  expect(before.text).not.toContain('What the record of last month')
  expect((await practitioner.get('/audits')).text).toContain('After your own view')
  const said = { grade: 'requires improvement', words: 'I would see the father sooner.' }
  expect((await practitioner.post(`/audits/${id}/own`, said)).status).toBe(303)
  const after = await practitioner.get(`/audits/${id}`)
  expect(after.text).toContain('What the record of last month')
  expect(after.text).toContain('I would see the father sooner.')
  expect(await read(id)).toMatchObject({ ownGrade: 'requires improvement', grade: 'good' })
  expect((await practitioner.post(`/audits/${id}/own`, said)).status).toBe(409)
})

test('moderation judges the practice: the auditor’s grade stays, and the direction and reason are kept', async () => {
  const id = await handedIn('good')
  expect((await auditor.get(`/audits/${id}/moderate`)).status).toBe(403)
  expect((await lead.get('/audits/moderation')).text).toContain(`/audits/${id}/moderate`)
  const bare = await lead.post(`/audits/${id}/moderate`, { own_risk: 'inadequate' })
  expect(bare.text).toContain('Enter what you saw in the work')
  const wrong = await lead.post(`/audits/${id}/moderate`, { own_risk: 'poor', reason: 'It was.' })
  expect(wrong.text).toContain('“poor” is not a grade.')
  const reason = 'The response to the second referral came too late.'
  const done = await lead.post(`/audits/${id}/moderate`, { own_risk: 'inadequate', reason })
  expect(done.status, done.text.slice(0, 2000)).toBe(303)
  expect(await read(id)).toMatchObject({
    state: 'moderated',
    grade: 'good',
    moderatedGrade: 'inadequate',
  })
  const page = await auditor.get(`/audits/${id}`)
  expect(page.text).toContain('Moderated: down, from good to inadequate')
  expect(page.text).toContain(reason)
  // Inadequate after moderation alerts as inadequate by the auditor does.
  const alerts = await app.db.as(county, trx => allAlerts(trx))
  expect(alerts.find(({ auditId }) => auditId === id)?.because).toBe('inadequate')
})

test('a grade is disputed with words, and decided by somebody who had no part in it', async () => {
  const id = await handedIn('requires improvement')
  await lead.post(`/audits/${id}/moderate`, { reason: 'I see it as the auditor does.' })
  const raised = await auditor.post(`/audits/${id}/dispute`, {
    words: 'The family tells it better.',
  })
  expect(raised.status).toBe(303)
  expect((await read(id)).state).toBe('disputed')
  expect((await lead.get(`/audits/${id}/decide`)).status).toBe(403)
  const director = visitor(server.http)
  await director.become('director')
  expect((await director.get(`/audits/${id}/decide`)).text).toContain('The family tells it better.')
  expect((await director.get('/gaps')).text).toContain('disputed and not decided')
  const none = await director.post(`/audits/${id}/decide`, { grade: 'good', words: '' })
  expect(none.status).toBe(422)
  const words = 'The record of the family time shows it.'
  expect((await director.post(`/audits/${id}/decide`, { grade: 'good', words })).status).toBe(303)
  expect(await read(id)).toMatchObject({ state: 'moderated', moderatedGrade: 'good' })
  expect((await auditor.get(`/audits/${id}`)).text).toContain('Decided: Good')
})

test('young reviewers read the words written for them and nothing else, and say what is wrong with them', async () => {
  const team = (await app.db.as(county, allAudits))[0]?.team ?? ''
  const youngWords = `The LAC review with ${team} on 3 March 2026 was about a placement. Jane Smith was kind.`
  const id = await handedIn('good', { youngWords, looked: 'yes' })
  const young = visitor(server.http)
  await young.become('young-reviewer')
  expect((await young.get('/audits')).status).toBe(403)
  expect((await young.get(`/audits/${id}`)).status).toBe(403)
  expect((await young.get('/audits/language')).text).toContain(`/audits/language/${id}`)
  const page = await young.get(`/audits/language/${id}`)
  for (const secret of [
    team,
    'Jane',
    '3 March',
    'What the record',
    childRef(app.config.secret, county, child),
  ])
    expect(page.text).not.toContain(secret)
  expect(page.text).toContain('perhaps “child in care”')
  const note = { words: 'Say “where I live”.' }
  expect((await young.post(`/audits/language/${id}`, note)).status).toBe(303)
  expect((await lead.get(`/audits/language/${id}`)).text).toContain('Say “where I live”.')
  const named = { words: 'My worker Jane Smith says placement.' }
  const warned = await young.post(`/audits/language/${id}`, named)
  expect(warned.status).toBe(422)
  expect(warned.text).toContain('“Jane Smith” may be the name of a person')
  expect(warned.text).toContain('My worker Jane Smith says placement.</textarea>')
  await young.post(`/audits/language/${id}`, { ...named, looked: 'yes' })
  expect((await young.get(`/audits/language/${id}`)).text).toContain('Jane Smith')
  const other = visitor(server.http)
  await other.become('young-reviewer')
  expect((await other.get('/')).status).toBe(303)
  // Whoever wrote the words reads what young people say of them.
  const audit = await auditor.get(`/audits/${id}`)
  expect(audit.text).toContain('What young reviewers say of these words')
  expect(audit.text).toContain('Say “where I live”.')
  await lead.post('/audits/language/words', { words: 'was kind', instead: 'listened' })
  expect((await young.get(`/audits/language/${id}`)).text).toContain('perhaps “listened”')
})

test('a tool edited while audits are open on it: they keep their version, and new ones take the new', async () => {
  const key = tool.key
  const id = await begin()
  const fields = { ...toolText(tool), version: '1', reason: 'Words of our own' }
  const changed = { ...fields, s_voice_title: 'We know the child', s_record_remove: 'yes' }
  const refused = await lead.post(`/audits/tools/${key}/edit`, { ...changed, s_plan_asks: '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Enter the judgement that the auditor makes')
  expect(refused.text).toContain('value="We know the child"')
  const saved = await lead.post(`/audits/tools/${key}/edit`, changed)
  expect(saved.status, saved.text.slice(0, 2000)).toBe(303)
  const stale = await lead.post(`/audits/tools/${key}/edit`, { ...fields, title: 'Mine' })
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Somebody else saved version 2 while you had this open')
  const old = await auditor.get(`/audits/${id}/form`)
  expect(old.text).toContain('was begun with version 1 of the tool and keeps it')
  expect(old.text).toContain('The child is known and heard')
  const typed = { version: '1', do: 'hand-in', ...answered('good') }
  expect((await auditor.post(`/audits/${id}/form`, typed)).status).toBe(303)
  expect((await read(id)).toolVersion).toBe(1)
  const fresh = await auditor.get(`/audits/${await begin()}/form`)
  expect(fresh.text).toContain('We know the child')
  const page = await lead.get(`/audits/tools/${key}`)
  expect(page.text).toContain('What changed in version 2')
  expect((await lead.get(`/audits/tools/${key}?version=1`)).text).toContain(
    'This is an older version',
  )
  expect((await auditor.get(`/audits/tools/${key}/edit`)).status).toBe(403)
})

test('every page of audits is right in its markup', async () => {
  const director = visitor(server.http)
  await director.become('director')
  const faults: string[] = []
  for (const url of Object.values(await auditsAddresses(app)).flat()) {
    const { status, text } = await director.get(url)
    if (status !== 200) faults.push(`${url}: ${status}`)
    for (const fault of await markupFaults(text)) faults.push(`${url}: ${fault}`)
  }
  expect(faults).toEqual([])
})
