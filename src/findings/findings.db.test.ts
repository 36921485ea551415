import { expect, test } from 'vitest'
import { readJournal } from '#journal'
import { findingKind, findingGaps, findingsPages, FINDING, allFindings, takeStep } from './index.ts'
import { allGaps, openThread, threadPages } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import { fillDemoFindings } from './demo.ts'

const db = await testDatabase()

const fields = {
  words: 'Plans do not say what will be different for the child.',
  sourceKind: 'audit',
  source: 'Audit cycle, May 2026',
  foundOn: '18 May 2026',
  theme: 'plans',
  severity: 'high',
  sharedWith: '',
}

async function siteOf(authority: string) {
  const thread = openThread([findingKind], [findingGaps])
  const colleagues = () =>
    Promise.resolve([
      { id: 'id-of-plan-owner', name: 'The plan-owner', roles: ['plan-owner' as const] },
    ])
  const rooms = { ...roomsOf(db, authority), thread, colleagues }
  const site = await signedInSite([...findingsPages(rooms), ...threadPages(rooms)])
  const lead = site.as(person(authority, 'quality-lead'))
  return { site, thread, lead }
}

const idOf = (location: unknown) => String(location).split('/')[2] ?? ''

test('a finding goes from the inbox to verified change, each step in the journal', async () => {
  const { site, lead, thread } = await siteOf('F01')
  const wrong = await lead.post('/findings/new', { ...fields, words: '', foundOn: 'soon' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('There is a problem')
  expect(wrong.body).toContain('Audit cycle, May 2026')

  const made = await lead.post('/findings/new', fields)
  expect(made.statusCode).toBe(303)
  const id = idOf(made.headers.location)
  expect((await lead.get('/findings')).body).toContain('Plans do not say what will be different')
  expect((await lead.get('/gaps')).body).toContain('Findings that nobody has looked at yet')

  const at = `/findings/${id}`
  const triage = { theme: 'plans', severity: 'high', ownerId: 'id-of-plan-owner' }
  expect((await lead.post(`${at}/triage`, triage)).statusCode).toBe(303)
  expect((await lead.get('/gaps')).body).toContain('without an action')
  // It cannot be verified before anything was done.
  expect((await lead.get(`${at}/verify`)).statusCode).toBe(409)
  await db.as('F01', async trx => {
    const by = { authority: 'F01', actor: 'a', actorName: 'A', at: new Date(), today }
    await takeStep(trx, by, id, 'act')
  })
  const owner = site.as(person('F01', 'plan-owner'))
  const own = await owner.post(`${at}/verify`, { words: 'I did it all.' })
  expect(own.statusCode).toBe(422)
  expect(own.body).toContain('Somebody other than the owner')
  expect(own.body).toContain('I did it all.')
  expect((await lead.post(`${at}/verify`, { words: 'Of 20 audited, 18 say it.' })).statusCode).toBe(
    303,
  )
  expect((await lead.post(`${at}/close`, { words: 'Nothing is left to do.' })).statusCode).toBe(303)
  const page = (await lead.get(at)).body
  expect(page).toContain('Of 20 audited, 18 say it.')
  expect(page).toContain('Change verified')
  expect((await lead.get('/findings')).body).toContain('1 of 1')
  const journal = await db.as('F01', trx =>
    readJournal(trx, { subject: { kind: FINDING, id }, limit: 20 }),
  )
  expect(journal.map(line => line.action)).toEqual([
    ...Array.from({ length: 4 }, () => 'finding.changed'),
    'finding.received',
  ])
  // The journal holds no words that somebody typed.
  expect(JSON.stringify(journal)).not.toContain('audited')
  expect(await db.as('F01', trx => allGaps(trx, thread, today, person('F01', 'director')))).toEqual(
    [],
  )
})

test('names are asked about and numbers of children refused', async () => {
  const { lead } = await siteOf('F02')
  const named = { ...fields, words: 'Visits to Jordan Ashdown were late.' }
  const asked = await lead.post('/findings/new', named)
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toContain('may be the name of a person')
  expect((await lead.post('/findings/new', { ...named, names: 'none' })).statusCode).toBe(303)
  const number = { ...fields, words: 'Late for 943 476 5919.', names: 'none' }
  expect((await lead.post('/findings/new', number)).statusCode).toBe(422)
})

test('the same found twice is suggested and merged, and cannot go round in a circle', async () => {
  const { lead } = await siteOf('F03')
  const first = await lead.post('/findings/new', fields)
  const second = await lead.post('/findings/new', {
    ...fields,
    sourceKind: 'peer-review',
    source: 'Peer review',
    words: 'A plan does not say what is to be different for a child.',
  })
  const [a, b] = [idOf(first.headers.location), idOf(second.headers.location)]
  expect((await lead.get(`/findings/${b}`)).body).toContain('It may say the same as')
  expect((await lead.post(`/findings/${b}/merge`, { into: a })).statusCode).toBe(303)
  expect((await lead.get(`/findings/${b}`)).body).toContain('Merged into another')
  const round = await lead.post(`/findings/${a}/merge`, { into: b })
  expect(round.statusCode).toBe(422)
  expect((await lead.get(`/thread/finding/${a}`)).body).toContain('The same, found elsewhere')
})

test('a partner sees what is shared with their organisation, and nobody else’s', async () => {
  const { site, lead } = await siteOf('F04')
  const hidden = idOf((await lead.post('/findings/new', fields)).headers.location)
  const shared = idOf(
    (
      await lead.post('/findings/new', {
        ...fields,
        words: 'Health assessments are late.',
        sharedWith: 'Integrated care board',
      })
    ).headers.location,
  )
  const partner = site.as(person('F04', 'board-partner', { teams: ['integrated care board'] }))
  const list = (await partner.get('/findings')).body
  expect(list).toContain('Health assessments are late.')
  expect(list).not.toContain('Plans do not say')
  expect((await partner.get(`/findings/${shared}`)).statusCode).toBe(200)
  expect((await partner.get(`/findings/${hidden}`)).statusCode).toBe(404)
  expect((await partner.get('/gaps')).body).not.toContain('Plans do not say')
  expect((await partner.get('/findings/new')).statusCode).toBe(403)
  // Another council's people see nothing of it.
  expect(await db.as('F05', allFindings)).toEqual([])
})

test('a table is brought in, and what is refused is given back row by row', async () => {
  const { lead } = await siteOf('F06')
  const csv =
    'Finding,Source,Source kind,Date\nPlans are late,Audit,Audit,18/05/2026\n,Audit,Audit,18/05/2026\nVisits are late,Audit,Audit,never\nLate for 943 476 5919,Audit,Audit,18/05/2026\n'
  expect((await lead.upload('/findings/import', 'a.pdf', '%PDF-1.4')).statusCode).toBe(422)
  const sent = await lead.upload('/findings/import', 'log.csv', csv)
  expect(sent.statusCode).toBe(303)
  const at = String(sent.headers.location)
  expect((await lead.get(at)).body).toContain('The first rows of log.csv')
  const nothing = await lead.post(at, { 'column-words': '', sourceKind: 'audit' })
  expect(nothing.statusCode).toBe(422)
  const mapping = {
    'column-words': '0',
    'column-source': '1',
    'column-sourceKind': '2',
    'column-foundOn': '3',
  }
  expect((await lead.post(at, { ...mapping, sourceKind: 'audit' })).statusCode).toBe(303)
  const outcome = (await lead.get(at)).body
  expect(outcome).toContain('2 findings were taken in from 4 rows')
  const refused = (await lead.get(`${at}/refused.csv`)).body
  expect(refused).toContain('never')
  expect(outcome + refused).not.toContain('943 476 5919')
  expect(
    (await lead.post(at, { ...mapping, sourceKind: 'audit' }, '/findings/new')).statusCode,
  ).toBe(409)
  expect((await lead.get('/findings/template.csv')).statusCode).toBe(200)
})

test('the demonstration’s findings stand in every state', async () => {
  await db.as('F07', trx => fillDemoFindings(trx, 'F07'))
  const all = await db.as('F07', allFindings)
  expect(all.length).toBeGreaterThanOrEqual(25)
  const { lead } = await siteOf('F07')
  expect((await lead.get('/findings')).statusCode).toBe(200)
  expect((await lead.get('/findings?state=all&q=dentist')).body).toContain(
    'Nobody can find us a dentist',
  )
  expect((await lead.get('/gaps?kind=closed-without-verification')).body).toContain('old address')
})
