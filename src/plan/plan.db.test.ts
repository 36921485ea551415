import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readJournal } from '#journal'
import {
  addFinding,
  fillDemoFindings,
  findingGaps,
  findingKind,
  findingsPages,
  noCohort,
} from '#findings'
import { openThread, threadPages } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import {
  allLines,
  allPlans,
  fillDemoPlan,
  indicatorKind,
  isWork,
  lineKind,
  planGaps,
  planPages,
  versionsOf,
  hashOfSnapshot,
} from './index.ts'

const db = await testDatabase()

async function siteOf(authority: string) {
  const thread = openThread([findingKind, lineKind, indicatorKind], [findingGaps, planGaps])
  const colleagues = () =>
    Promise.resolve([
      { id: 'id-of-plan-owner', name: 'The plan-owner', roles: ['plan-owner' as const] },
      { id: 'id-of-director', name: 'The director', roles: ['director' as const] },
    ])
  const rooms = { ...roomsOf(db, authority), thread, colleagues }
  const site = await signedInSite([
    ...findingsPages(rooms),
    ...planPages(rooms),
    ...threadPages(rooms),
  ])
  const by = { authority, actor: 'a', actorName: 'A', at: new Date(), today }
  return {
    site,
    by,
    lead: site.as(person(authority, 'quality-lead')),
    owner: site.as(person(authority, 'plan-owner')),
  }
}

const idOf = (location: unknown) => String(location).split('/')[2] ?? ''
const planFields = { title: 'Improvement plan', cycleWeeks: '6', firstUpdateOn: '2 October 2026' }
const lineFields = {
  kind: 'project',
  title: 'Visits in time',
  difference: 'Children see their worker when it was promised.',
  ownerId: 'id-of-plan-owner',
}

test('from a finding to a closed action, by somebody other than the owner', async () => {
  const { lead, owner, by } = await siteOf('P01')
  const finding = await db.as('P01', trx =>
    addFinding(trx, by, {
      sourceKind: 'inspection',
      source: 'Inspection, recommendation 1',
      words: 'The timeliness of visits.',
      theme: 'visits',
      foundOn: today - 100,
      severity: 'high',
      cohort: noCohort,
      sharedWith: [],
    }),
  )
  expect((await lead.post('/plans/new', { ...planFields, title: '' })).statusCode).toBe(422)
  const made = await lead.post('/plans/new', planFields)
  expect(made.statusCode).toBe(303)
  const plan = `/plans/${idOf(made.headers.location)}`
  expect((await lead.get(`${plan}/coverage`)).body).toContain('1 is left without an action')
  expect((await lead.get(`/plans/answer/${finding.id}`)).body).toContain('In Improvement plan')

  const project = await lead.post(`${plan}/lines/new`, lineFields)
  expect(project.statusCode).toBe(303)
  const parent = idOf(project.headers.location)
  const action = {
    ...lineFields,
    kind: 'action',
    title: 'A list of visits due',
    parentId: parent,
    answers: finding.id,
  }
  const silent = await lead.post(`${plan}/lines/new`, { ...action, difference: '' })
  expect(silent.statusCode).toBe(422)
  expect(silent.body).toContain('Enter what will be different for children.')
  const nobody = await lead.post(`${plan}/lines/new`, { ...action, ownerId: '' })
  expect(nobody.body).toContain('Name the one who answers for it.')
  const added = await lead.post(`${plan}/lines/new`, action)
  expect(added.statusCode).toBe(303)
  const line = `/plan-lines/${idOf(added.headers.location)}`
  expect((await lead.get(`/findings/${finding.id}`)).body).toContain('In action')
  expect((await lead.get(`${plan}/coverage`)).body).toContain('1 of 1 are answered')
  expect((await lead.get('/gaps')).body).toContain('Actions without a measure')

  expect((await lead.post(`${line}/measure`, { indicator: 'CP15' })).statusCode).toBe(303)
  expect((await lead.post(`${line}/measure`, { indicator: 'CP15' })).statusCode).toBe(422)
  expect((await lead.get('/gaps')).body).toContain('Measures without data')

  expect(
    (await owner.post(`${line}/update`, { words: 'The list is in use.', delivery: 'on track' }))
      .statusCode,
  ).toBe(303)
  expect((await owner.post(`${line}/update`, { words: '', delivery: 'on track' })).statusCode).toBe(
    422,
  )
  const told = await owner.post(`${line}/dispute`, { words: 'The measure is too young.' })
  expect(told.statusCode).toBe(303)
  const evidence = {
    kind: 'feedback',
    says: 'better',
    source: 'Parents’ forum',
    heardOn: '1 October 2026',
    words: 'They come when they said.',
  }
  expect((await lead.post(`${line}/evidence`, { ...evidence, says: '' })).statusCode).toBe(422)

  const own = await owner.post(`${line}/close`, { evidence: 'I have done all of it myself.' })
  expect(own.statusCode).toBe(422)
  expect(own.body).toContain('Somebody other than the owner closes it.')
  expect((await lead.post(`${line}/close`, { evidence: '' })).statusCode).toBe(422)
  expect(
    (await lead.post(`/plan-lines/${parent}/close`, { evidence: 'All is done, I saw it.' })).body,
  ).toContain('still open')
  expect(
    (await lead.post(`${line}/close`, { evidence: 'I saw the list in three teams.' })).statusCode,
  ).toBe(303)
  // It was closed before anything was measured.
  expect((await lead.get('/gaps')).body).toContain('Closed without verification')
  expect((await lead.get(`${line}/update`)).statusCode).toBe(409)
  const page = (await lead.get(line)).body
  for (const words of [
    'I saw the list in three teams.',
    'The measure is too young.',
    'Looking again after closing',
    'The list is in use.',
  ])
    expect(page).toContain(words)
  expect((await lead.post(`${line}/evidence`, evidence)).statusCode).toBe(303)
  expect((await lead.get(line)).body).toContain('They come when they said.')
  expect((await lead.post(`${line}/reopen`, { words: 'Two teams stopped.' })).statusCode).toBe(303)

  const thread = (await lead.get(`/thread/finding/${finding.id}`)).body
  expect(thread).toContain('A list of visits due')
  expect(thread).toContain('Measure')
  const journal = await db.as('P01', trx => readJournal(trx, { limit: 100 }))
  expect(journal.map(each => each.action)).toContain('plan.verdict-disputed')
  expect(JSON.stringify(journal)).not.toContain('three teams')
})

test('versions are never changed, and what changed since is shown', async () => {
  const { lead } = await siteOf('P02')
  const plan = `/plans/${idOf((await lead.post('/plans/new', planFields)).headers.location)}`
  const decision = {
    kind: 'approved',
    decidedOn: '18 September 2026',
    decidedBy: 'Cabinet',
    meeting: 'Cabinet, September',
  }
  const empty = await lead.post(`${plan}/versions/new`, decision)
  expect(empty.statusCode).toBe(422)
  const added = await lead.post(`${plan}/lines/new`, lineFields)
  expect((await lead.post(`${plan}/versions/new`, { ...decision, meeting: '' })).statusCode).toBe(
    422,
  )
  const early = {
    ...decision,
    kind: 'delegated change',
    consulted: 'Cabinet member',
    delegation: 'to make changes',
    reason: 'Ofsted asked.',
  }
  expect((await lead.post(`${plan}/versions/new`, early)).body).toContain(
    'approved before it is changed',
  )
  expect((await lead.post(`${plan}/versions/new`, decision)).statusCode).toBe(303)
  const line = `/plan-lines/${idOf(added.headers.location)}`
  expect(
    (await lead.post(`${line}/change`, { ...lineFields, title: 'Visits when promised' }))
      .statusCode,
  ).toBe(303)
  expect((await lead.get(`${plan}/versions`)).body).toContain(
    'has been changed since the last version',
  )
  const difference = (await lead.get(`${plan}/versions/difference?from=1`)).body
  expect(difference).toContain('Visits in time')
  expect(difference).toContain('Visits when promised')
  expect((await lead.get(`${plan}/versions/1`)).body).not.toContain('Visits when promised')
  expect((await lead.post(`${plan}/versions/new`, { ...early, delegation: '' })).statusCode).toBe(
    422,
  )
  expect((await lead.post(`${plan}/versions/new`, early)).statusCode).toBe(303)
  const versions = await db.as('P02', trx => versionsOf(trx, plan.split('/')[2] ?? ''))
  expect(versions.map(each => each.kind)).toEqual(['delegated change', 'approved'])
  for (const version of versions) expect(hashOfSnapshot(version.snapshot)).toBe(version.hash)
  await expect(
    sql`update plan.versions set decided_by = 'x' where authority = 'P02'`.execute(db.owner),
  ).rejects.toThrow('never changed')
})

test('open lines go on in the next plan, and never come back in a circle', async () => {
  const { lead } = await siteOf('P03')
  const first = `/plans/${idOf((await lead.post('/plans/new', planFields)).headers.location)}`
  const line = idOf((await lead.post(`${first}/lines/new`, lineFields)).headers.location)
  await lead.post(`/plan-lines/${line}/measure`, { indicator: 'CP15' })
  const carry = { lines: line, reason: 'It is not done.', into: '' }
  expect((await lead.post(`${first}/carry`, carry)).statusCode).toBe(422)
  const carried = await lead.post(`${first}/carry`, { ...carry, title: 'The next plan' })
  expect(carried.statusCode).toBe(303)
  const second = `/plans/${idOf(carried.headers.location)}`
  expect((await lead.get(second)).body).toContain('It goes on from')
  const lines = await db.as('P03', allLines)
  const next = lines.find(each => each.carriedFrom === line)
  expect(next).toMatchObject({ carriedReason: 'It is not done.' })
  expect((await lead.get(`/plan-lines/${next?.id}`)).body).toContain('Carried forward from')
  expect((await lead.get(`/plan-lines/${line}/update`)).statusCode).toBe(409)
  const back = await lead.post(`${second}/carry`, {
    lines: next?.id ?? '',
    reason: 'Back again.',
    into: idOf(first),
  })
  expect(back.statusCode).toBe(422)
  expect(back.body).toContain('circle')
})

test('a headline that its lines do not come to is said', async () => {
  const { lead } = await siteOf('P04')
  const plan = `/plans/${idOf((await lead.post('/plans/new', planFields)).headers.location)}`
  for (const amount of ['£1.175m', '800k', '2.033m', '£4,580,000'])
    expect(
      (await lead.post(`${plan}/funding`, { title: `For ${amount}`, amount })).statusCode,
    ).toBe(303)
  expect((await lead.post(`${plan}/funding`, { title: 'What?', amount: 'nine' })).statusCode).toBe(
    422,
  )
  expect(
    (await lead.post(`${plan}/funding/headline`, { headline: '£9m' }, `${plan}/funding`))
      .statusCode,
  ).toBe(303)
  expect((await lead.get(plan)).body).toContain('add up to £8.588m. The plan speaks of £9m')
})

test('a plan comes in from a spreadsheet, looked at first, with what is refused given back', async () => {
  const { lead } = await siteOf('P05')
  const plan = `/plans/${idOf((await lead.post('/plans/new', planFields)).headers.location)}`
  const csv =
    'Theme,Project,Action,Lead,By when,RAG\nLeadership,Supervision,Train every manager,Head of Practice,31/03/2026,Green\n,,Audit supervision,,Ongoing,Amber\n,,,Head of Care,30/06/2026,Red\n'
  const sent = await lead.upload(`${plan}/import`, 'plan.csv', csv)
  expect(sent.statusCode).toBe(303)
  const at = String(sent.headers.location)
  const columns = {
    'column-theme': '0',
    'column-project': '1',
    'column-action': '2',
    'column-owner': '3',
    'column-due': '4',
    'column-delivery': '5',
  }
  expect((await lead.post(at, { do: 'look' })).statusCode).toBe(422)
  const look = await lead.post(at, { ...columns, do: 'look' })
  expect(look.statusCode).toBe(200)
  expect(look.body).toContain('4 lines would be made, and 1 row given back')
  expect(look.body).toContain('It has no owner.')
  expect(await db.as('P05', allLines)).toHaveLength(0)
  expect((await lead.post(at, { ...columns, do: 'bring' })).statusCode).toBe(303)
  expect((await lead.get(at)).body).toContain('1 row was not taken in')
  expect((await lead.get(plan)).body).toContain('Train every manager')
  const gaps = (await lead.get('/gaps')).body
  expect(gaps).toContain('Lines of a plan without an owner')
  expect(gaps).toContain('Lines that do not say what will be different for children')
  // What came in without it has to say what will be different before anybody approves it.
  const decision = {
    kind: 'approved',
    decidedOn: '18 September 2026',
    decidedBy: 'Cabinet',
    meeting: 'Cabinet',
  }
  expect((await lead.post(`${plan}/versions/new`, decision)).body).toContain(
    'what will be different for children',
  )
})

test('a partner sees and writes about what their organisation owns', async () => {
  const { site, lead } = await siteOf('P06')
  const plan = `/plans/${idOf((await lead.post('/plans/new', planFields)).headers.location)}`
  const mine = idOf((await lead.post(`${plan}/lines/new`, lineFields)).headers.location)
  const theirs = {
    ...lineFields,
    title: 'Health in every meeting',
    ownerId: '',
    organisation: 'Integrated care board',
  }
  const line = `/plan-lines/${idOf((await lead.post(`${plan}/lines/new`, theirs)).headers.location)}`
  const partner = site.as(person('P06', 'board-partner', { teams: ['Integrated care board'] }))
  const page = (await partner.get(plan)).body
  expect(page).toContain('Health in every meeting')
  expect(page).not.toContain('Visits in time')
  expect((await partner.get(`/plan-lines/${mine}`)).statusCode).toBe(404)
  expect(
    (await partner.post(`${line}/update`, { words: 'The rota is agreed.', delivery: 'on track' }))
      .statusCode,
  ).toBe(303)
  expect((await partner.get(`${line}/close`)).statusCode).toBe(403)
  expect((await partner.get(`${plan}/versions`)).statusCode).toBe(403)
  expect((await partner.get('/gaps')).body).not.toContain('Visits in time')
  const member = site.as(person('P06', 'member'))
  expect((await member.get(plan)).statusCode).toBe(200)
  expect((await member.get(`${plan}/lines/new`)).statusCode).toBe(403)
  expect(await db.as('P07', allPlans)).toEqual([])
})

test('the demonstration’s plan is on every page', async () => {
  const planId = await db.as('P08', async trx =>
    fillDemoPlan(trx, 'P08', await fillDemoFindings(trx, 'P08'), today),
  )
  const { lead } = await siteOf('P08')
  for (const url of [
    '',
    '/coverage',
    '/coverage?source=all',
    '/versions',
    '/versions/4',
    '/versions/difference?from=3&to=4',
    '/updates',
    '/funding',
    '/carry',
    '/import',
    '/lines/new',
  ])
    expect([url, (await lead.get(`/plans/${planId}${url}`)).statusCode]).toEqual([url, 200])
  const lines = await db.as('P08', allLines)
  expect(lines.filter(each => isWork(each)).length).toBeGreaterThanOrEqual(20)
  for (const { id } of lines.slice(0, 6))
    expect((await lead.get(`/plan-lines/${id}`)).statusCode).toBe(200)
  const updates = (await lead.get(`/plans/${planId}/updates`)).body
  expect(updates).toContain('Late since')
  expect((await lead.get(`/plans/${planId}?show=silent`)).body).toContain('Late since')
  const gaps = (await lead.get('/gaps')).body
  for (const words of [
    'Re-tests that are due',
    'Lines of a plan without an owner',
    'Updates that are late',
  ])
    expect(gaps).toContain(words)
})
