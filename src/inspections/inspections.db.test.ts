import { expect, test } from 'vitest'
import { addBody, fillDemoBodies } from '#bodies'
import { allFindings, fillDemoFindings, findingKind, findingsPages } from '#findings'
import { library } from '#indicators'
import { readJournal } from '#journal'
import { arrangeMeeting } from '#meetings'
import type { Role } from '#people'
import { fillDemoPlan } from '#plan'
import { allGaps, openThread, threadPages } from '#thread'
import { sql } from 'kysely'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import { fillDemoInspections } from './demo.ts'
import { inspectionGaps, inspectionKindsOfThing } from './in-thread.ts'
import { inspectionsPages } from './pages/pages.ts'
import { ilacs2023 } from './reading/invented.ts'
import { allInspections } from './store/index.ts'

const db = await testDatabase()

async function siteOf(authority: string) {
  const base = roomsOf(db, authority)
  const thread = openThread([findingKind, ...inspectionKindsOfThing(base.now)], [inspectionGaps])
  const colleagues = () =>
    Promise.resolve([{ id: 'id-of-clerk', name: 'The clerk', roles: ['clerk' as const] }])
  const rooms = { ...base, thread, colleagues, definitions: library }
  const routes = [...inspectionsPages(rooms), ...findingsPages(rooms), ...threadPages(rooms)]
  const site = await signedInSite(routes)
  const as = (role: Role) => site.as(person(authority, role))
  return { site, thread, as, lead: as('quality-lead') }
}

const fields = {
  kind: 'full',
  framework: 'ilacs-2023',
  title: 'Inspection of Testshire',
  beganOn: '2 November 2026',
  endedOn: '13 November 2026',
  receivedOn: '18 November 2026',
  statement: 'full',
  'grade-leadership': 'good',
  'grade-overall': 'requires-improvement',
  'point-0-kind': 'recommendation',
  'point-0-words': 'The timeliness of assessments near the canal.',
  'point-0-number': '1',
  'point-0-paragraphs': '4, 7',
  'point-0-page': '2',
  'point-1-kind': 'strength',
  'point-1-words': 'Boats are counted well.',
  inbox: 'yes',
}
const pathOf = (location: unknown): string => String(location)

test('an inspection is recorded with its recommendations in the inbox, in one transaction', async () => {
  const { lead, thread } = await siteOf('I01')
  const early = await lead.post(
    '/inspections/new',
    { ...fields, receivedOn: '1 October 2026' },
    '/inspections/bring',
  )
  expect(early.statusCode).toBe(422)
  expect(early.body).toContain('cannot have come before the inspection began on 2 November 2026')
  expect(early.body).toContain('The timeliness of assessments near the canal.')

  const made = await lead.post('/inspections/new', fields, '/inspections/bring')
  expect(made.statusCode).toBe(303)
  const at = pathOf(made.headers.location)
  const page = (await lead.get(at)).body
  expect(page).toContain('Requires improvement')
  expect(page).toContain('Finding in the inbox')
  const [finding, ...rest] = await db.as('I01', allFindings)
  expect(rest).toEqual([])
  expect(finding).toMatchObject({
    sourceKind: 'inspection',
    theme: 'assessments',
    source: 'Inspection of Testshire, recommendation 1, page 2',
  })
  // From the finding the thread leads back to the recommendation and the inspection.
  const threadOfFinding = (await lead.get(`/findings/${finding?.id}`)).body
  expect(threadOfFinding).toContain('Inspection of Testshire')
  expect(await db.as('I01', trx => allGaps(trx, thread, today, person('I01', 'director')))).toEqual(
    [],
  )
  const journal = JSON.stringify(await db.as('I01', trx => readJournal(trx, { limit: 50 })))
  expect(journal).toContain('inspection.recorded')
  expect(journal).not.toContain('canal')

  // What is in the inbox is declined there, and not taken out here.
  const { 'point-0-words': _words, ...without } = fields
  expect((await lead.post(`${at}/change`, without)).statusCode).toBe(409)
  const [stored] = await db.as('I01', allInspections)
  const id = stored?.points[0]?.id ?? ''
  const changed = await lead.post(`${at}/change`, { ...fields, 'point-0-id': id, teamSize: '6' })
  expect(changed.statusCode).toBe(303)
  expect((await lead.get(at)).body).toContain('Version 2')
  expect(await db.as('I01', allFindings)).toHaveLength(1)
})

test('under embargo nobody but named readers finds it by any way, until it is lifted', async () => {
  const { lead, as, thread } = await siteOf('I02')
  const held = {
    ...fields,
    embargoedUntil: '1 December 2026',
    publishedOn: '1 December 2026',
    readers: 'id-of-clerk',
  }
  const made = await lead.post('/inspections/new', held, '/inspections/bring')
  const at = pathOf(made.headers.location)
  expect((await lead.get(at)).body).toContain('Under embargo until 1 December 2026')
  expect((await as('clerk').get(at)).statusCode).toBe(200)
  const [stored] = await db.as('I02', allInspections)
  const point = stored?.points[0]?.id ?? ''
  const ways = [
    '/inspections',
    at,
    `${at}/deadlines`,
    `${at}/report`,
    '/interventions',
    '/library?q=canal',
    '/findings?state=all',
    '/gaps',
    `/thread/recommendation/${point}`,
    `/thread/inspection/${stored?.id}`,
  ]
  for (const role of [
    'administrator',
    'director',
    'leadership',
    'analyst',
    'adviser',
    'board-partner',
    'member',
  ] as const)
    for (const way of ways) {
      const seen = await as(role).get(way)
      expect(seen.body, `${role} at ${way}`).not.toMatch(/canal\.|Inspection of Testshire/)
      expect(way.startsWith(at) && seen.statusCode < 400, `${role} at ${way}`).toBe(false)
    }
  // Neither can somebody else change or lift it.
  for (const step of ['lift', 'inbox', 'change', 'deadlines', 'challenges/new'])
    expect(
      (await as('director').post(`${at}/${step}`, fields, '/inspections/bring')).statusCode,
    ).toBe(404)
  expect(await db.as('I02', allFindings)).toEqual([])
  // Not even by a link from another thing: gaps hold nothing of it for others.
  expect(await db.as('I02', trx => allGaps(trx, thread, today, person('I02', 'director')))).toEqual(
    [],
  )

  expect((await as('clerk').post(`${at}/lift`, {}, at)).statusCode).toBe(303)
  expect((await as('director').get(at)).statusCode).toBe(200)
  expect(await db.as('I02', allFindings)).toHaveLength(1)
})

test('a report is read, confirmed beside its pages, and nothing else becomes of other files', async () => {
  const { lead, as } = await siteOf('I03')
  const report = ilacs2023([['Shorten the wait by the canal.'], ['Answer the heron.']]).join('\f')
  const brought = await lead.upload('/inspections/bring', 'report.txt', report)
  expect(brought.statusCode).toBe(303)
  const at = pathOf(brought.headers.location)
  const page = (await lead.get(at)).body
  expect(page).toContain('Page 2 of 4')
  expect(page).toMatch(
    /<mark[^>]*id="line-2-\d+"[^>]*><span[^>]*>Recommendation 1: <\/span>◼ Shorten/,
  )
  expect(page).toContain('value="6 February 2023"')
  // Until it is confirmed, it is there for whoever brought it alone.
  expect((await as('director').get(at)).statusCode).toBe(404)

  const confirmed = await lead.post(at, {
    ...fields,
    beganOn: '6 February 2023',
    endedOn: '17 February 2023',
    receivedOn: '',
    'point-0-words': 'Shorten the wait by the canal.',
  })
  const inspection = pathOf(confirmed.headers.location)
  expect((await lead.get(`${inspection}/report`)).body).toContain('Shorten')
  expect((await lead.get(at)).statusCode).toBe(404)

  const refusals: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    [
      'plan.docx',
      Buffer.from('504b030414000600', 'hex'),
      /is a Word, Excel or zip file, not a PDF/,
    ],
    ['cut.pdf', '%PDF-1.7\nnothing more', /damaged or cut off/],
    ['noise.bin', Buffer.from([1, 0, 2, 0]), /not a PDF and not text/],
    ['empty.txt', '', /is empty/],
  ]
  for (const [name, bytes, says] of refusals) {
    const refused = await lead.upload('/inspections/bring', name, bytes)
    expect(refused.statusCode, name).toBe(422)
    expect(refused.body).toMatch(says)
  }
  // A text that is no report is kept for whoever brought it, with one sentence why it was not read.
  const other = await lead.upload('/inspections/bring', 'minutes.txt', 'Minutes of the canal club.')
  const waiting = pathOf(other.headers.location)
  expect((await lead.get(waiting)).body).toContain('Nothing was recorded')
  expect((await lead.post(`${waiting}/set-aside`, {}, waiting)).statusCode).toBe(303)
  expect((await lead.get(waiting)).statusCode).toBe(404)
})

test('dates show their working, and a letter overrides them with its reason', async () => {
  const { lead } = await siteOf('I04')
  const made = await lead.post(
    '/inspections/new',
    {
      ...fields,
      beganOn: '31 January 2022',
      endedOn: '11 February 2022',
      receivedOn: '1 April 2022',
    },
    '/inspections/bring',
  )
  const at = `${pathOf(made.headers.location)}/deadlines`
  const page = (await lead.get(at)).body
  expect(page).toContain('Statement of action: 15 July 2022')
  expect(page).toContain('Platinum Jubilee')
  expect(page).toContain('no longer fits')
  expect(page).not.toContain('Call-in is worked out')
  expect((await lead.get(`${at}?callIn=runs`)).body).toContain(
    'Call-in is worked out by an example',
  )
  await db.as('I04', trx => fillDemoBodies(trx, 'I04', new Date('2026-11-21T12:00:00Z')))
  expect((await lead.get(`${at}?callIn=runs`)).body).toContain(
    'Call-in is worked out by Constitution of Quillshire County Council, part 4, rule 17',
  )
  const bare = await lead.post(at, { due: '29 July 2022', reason: '' })
  expect(bare.statusCode).toBe(422)
  expect(bare.body).toContain('Say which letter gives this day')
  expect((await lead.post(at, { due: '1 January 2022', reason: 'x' })).body).toContain(
    'must come after it',
  )
  expect(
    (await lead.post(at, { due: '29 July 2022', reason: 'The letter of 9 May', done: 'cabinet' }))
      .statusCode,
  ).toBe(303)
  const after = (await lead.get(at)).body
  expect(after).toContain('because The letter of 9 May')
  expect(after).toContain('29 July 2022')
})

test('what was contested is logged with its answer', async () => {
  const { lead } = await siteOf('I05')
  const at = pathOf(
    (await lead.post('/inspections/new', fields, '/inspections/bring')).headers.location,
  )
  const contested = { paragraph: '14', words: 'There were 41, not 62.', sentOn: '' }
  expect((await lead.post(`${at}/challenges/new`, { ...contested, words: '' })).statusCode).toBe(
    422,
  )
  expect((await lead.post(`${at}/challenges/new`, contested)).statusCode).toBe(303)
  const link =
    /href="([^"]+\/challenges\/[0-9a-f-]{36})"/.exec((await lead.get(at)).body)?.[1] ?? ''
  const answer = { outcome: 'changed', answer: 'Corrected.', answeredOn: '21 November 2026' }
  expect((await lead.post(link, { ...answer, answeredOn: '1 January 2026' })).statusCode).toBe(422)
  expect((await lead.post(link, answer)).statusCode).toBe(303)
  expect((await lead.get(at)).body).toContain('The report was changed')
})

test('support and supervision cannot end before its twelve months', async () => {
  const { lead, as } = await siteOf('I06')
  const issued = {
    kind: 'support',
    issuedOn: '14 September 2025',
    requirements: 'Meet.\nReport.',
    reviewMonths: '6',
  }
  expect((await lead.post('/interventions/new', { ...issued, minimumMonths: '6' })).body).toContain(
    'at least 12 months',
  )
  expect((await lead.post('/interventions/new', issued)).statusCode).toBe(303)
  const list = (await lead.get('/interventions')).body
  expect(list).toContain('14 September 2026')
  const link = /\/interventions\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  const lifted = { liftedOn: '13 September 2026', liftedWords: 'It ended.' }
  expect((await lead.post(`${link}/lift`, lifted)).body).toContain('stands for at least 12 months')
  expect(
    (await lead.post(`${link}/review`, { heldOn: '1 March 2026', words: 'Kept.' })).statusCode,
  ).toBe(303)
  expect(
    (await lead.post(`${link}/lift`, { ...lifted, liftedOn: '14 September 2026' })).statusCode,
  ).toBe(303)
  expect((await lead.get('/interventions')).body).toContain('None stands today')
  expect((await as('analyst').get('/interventions/new')).statusCode).toBe(403)
})

test('a board asks, is answered, goes back to it, and sees with what effect', async () => {
  const { lead, as } = await siteOf('I07')
  expect((await lead.get('/board')).body).toContain('No board is set up')
  const board = {
    name: 'Improvement board',
    chair: 'Independent chair',
    firstOn: '25 December 2025',
    weeks: '6',
    members: 'Chief nurse, Health\nDirector, The council',
  }
  expect((await lead.post('/board/change', board)).body).toContain(
    'is no working day: Christmas Day',
  )
  expect(
    (await lead.post('/board/change', { ...board, firstOn: '13 November 2025' })).statusCode,
  ).toBe(303)
  const page = (await lead.get('/board')).body
  expect(page).toContain('It last met on')
  expect(page).toContain('independent of those who sit here')
  const question = { words: 'How is that known?', askedBy: 'Independent chair', organisation: '' }
  expect((await lead.post('/board/questions/new', question)).statusCode).toBe(303)
  const log = (await as('board-partner').get('/board/challenges')).body
  expect(log).toContain('How is that known?')
  const link = /\/board\/questions\/[0-9a-f-]{36}/.exec(log)?.[0] ?? ''
  expect((await lead.post(link, { answer: '' })).statusCode).toBe(422)
  expect((await lead.post(link, { answer: 'By an audit.' })).statusCode).toBe(303)
  const back = {
    followedWords: 'The chair read twenty.',
    effect: 'changed',
    effectWords: 'Plans are shorter.',
  }
  expect((await lead.post(link, back)).statusCode).toBe(303)
  expect((await lead.get('/board/challenges')).body).toContain('1 changed something')
  expect((await as('board-partner').post(link, back, '/board/challenges')).statusCode).toBe(403)
})

test('the days of the board are those of its body, as soon as a meeting of that is arranged', async () => {
  const { lead, as } = await siteOf('I17')
  const board = {
    name: 'Improvement board',
    chair: 'Independent chair',
    firstOn: '13 November 2025',
    weeks: '6',
    members: '',
  }
  expect((await lead.post('/board/change', board)).statusCode).toBe(303)
  expect((await lead.get('/board')).body).toContain('Every 6 weeks from 13 November 2025')
  const by = {
    authority: 'I17',
    actor: 'a',
    actorName: 'A',
    at: new Date('2026-01-01T00:00:00Z'),
    today,
  }
  const bodyId = crypto.randomUUID()
  await db.as('I17', trx =>
    addBody(trx, by, {
      id: bodyId,
      name: 'Board for children',
      kind: 'improvement board',
      access: 'none',
      about: '',
      quorum: null,
      numbering: 'each meeting',
      venue: '',
      clerk: { post: '', name: '', phone: '', email: '' },
      startedOn: null,
      endedOn: null,
      succeeds: null,
      listed: false,
    }),
  )
  expect((await lead.get('/board')).body).toMatch(
    /No meeting of <a class="govuk-link" href="\/bodies\/[0-9a-f-]+">Board for children<\/a> is arranged/,
  )
  const { id } = await db.as('I17', trx =>
    arrangeMeeting(trx, by, { bodyId, heldOn: today + 10, startsAt: '14:00' }),
  )
  const page = (await lead.get('/board')).body
  expect(page).toContain('It has not met yet. It meets next on')
  expect(page).toContain('in 10 days')
  expect(page).toContain('From the calendar of meetings of')
  expect(page).toContain(`href="/meetings/${id}"`)
  expect(page).not.toContain('/board/meetings/')
  // Who may not open a page is not led there.
  expect((await as('board-partner').get('/board')).body).toContain('in 10 days')
})

test('the library is searched by words, and no report is in it twice', async () => {
  const { lead } = await siteOf('I08')
  const report = ilacs2023([['Shorten the wait by the canal.']]).join('\f')
  expect((await lead.upload('/library/add', 'one.txt', report)).statusCode).toBe(303)
  const again = await lead.upload('/library/add', 'two.txt', report)
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('in the library already')
  const found = (await lead.get('/library?q=canals')).body
  expect(found).toContain('<mark>canal</mark>')
  expect((await lead.get('/library?q=zeppelin')).body).toContain('Nothing was found')
})

test('the demonstration tells its story, and councils do not see each other', async () => {
  await db.as('I09', async trx => {
    const findings = await fillDemoFindings(trx, 'I09')
    await fillDemoInspections(trx, 'I09', findings)
    await fillDemoPlan(trx, 'I09', findings, today)
  })
  const { lead } = await siteOf('I09')
  for (const url of ['/inspections', '/interventions', '/board', '/board/challenges', '/gaps'])
    expect((await lead.get(url)).statusCode, url).toBe(200)
  const page = (await lead.get('/inspections')).body
  expect(page).toContain('from requires improvement in 2015 to requires improvement in 2024')
  expect(page).toContain('grid 1')
  for (const { id } of await db.as('I09', allInspections))
    for (const part of ['', '/deadlines', '/change'])
      expect((await lead.get(`/inspections/${id}${part}`)).statusCode).toBe(200)
  expect(await db.as('I10', allInspections)).toEqual([])
  const tables = await sql<{ name: string; apart: boolean }>`
    select relname as name, relrowsecurity as apart from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'inspections' and c.relkind = 'r'`.execute(db.owner)
  expect(tables.rows.filter(({ apart }) => !apart)).toEqual([])
})
