import { expect, test } from 'vitest'
import { longDay } from '#calendar'
import { fillDemoBodies, demoBodiesId } from '#bodies'
import { fillDemoFindings, findingKind, findingsPages } from '#findings'
import type { Role } from '#people'
import { allGaps, linksTo, openThread } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import {
  allCommitments,
  commitmentAlarms,
  commitmentGaps,
  commitmentKind,
  commitmentsPages,
  commitmentThing,
  type CommitmentsRooms,
  demoCommitmentId,
  demoCommitments,
  fillDemoCommitments,
  type KnownMeeting,
  raisePath,
} from './index.ts'

const db = await testDatabase()

async function siteOf(authority: string, meetings: readonly KnownMeeting[] = []) {
  const thread = openThread([commitmentKind, findingKind], [commitmentGaps])
  const rooms: CommitmentsRooms = {
    ...roomsOf(db, authority),
    thread,
    colleagues: () => Promise.resolve([]),
    meetingsOf: () => Promise.resolve(meetings),
    datesOf: () => Promise.resolve([]),
    agendaItem: id => ({ kind: 'agenda item', id }),
  }
  const site = await signedInSite([...commitmentsPages(rooms), ...findingsPages(rooms)])
  const as = (role: Role, more: Parameters<typeof person>[2] = {}) =>
    site.as(person(authority, role, more))
  return { rooms, thread, as, clerk: as('clerk') }
}

const fields = {
  kind: 'recommendation',
  words: 'Members agreed to recommend that both directors consider joint training.',
  originKind: 'minute paragraph',
  originId: 'paragraph-1',
  originLabel: 'Scrutiny, 16 January 2020, paragraph 3.6',
  originHref: '/minutes/1#p3.6',
  bodyName: 'Scrutiny',
  on: '16 January 2020',
  statutory: 'yes',
  receivedOn: '16 January 2020',
  toPosts: 'Director of children’s services\nDirector of adult services',
}

const idOf = (location: unknown) => String(location).split('/')[2] ?? ''

test('from a paragraph at one keystroke: the form is filled, the words kept, and there is a way back', async () => {
  const { clerk } = await siteOf('P01')
  const path = raisePath({
    kind: 'action',
    words: fields.words,
    originKind: 'minute paragraph',
    originId: 'paragraph-1',
    originLabel: fields.originLabel,
    originHref: fields.originHref,
    bodyName: 'Scrutiny',
    on: '2020-01-16',
    back: 'origin',
  })
  const form = (await clerk.get(path)).body
  expect(form).toContain(fields.words)
  expect(form).toContain('Said at Scrutiny, 16 January 2020, paragraph 3.6')
  const back = await clerk.post('/commitments/new', { ...fields, back: 'origin' })
  expect([back.statusCode, back.headers.location]).toEqual([303, '/minutes/1#p3.6'])
  // Nothing leads away from here.
  const away = await clerk.post('/commitments/new', {
    ...fields,
    originHref: '//elsewhere.example/',
    back: 'origin',
  })
  expect(String(away.headers.location)).toMatch(/^\/commitments\//)
})

test('what is missing is said beside its field, and nothing that was typed is lost', async () => {
  const { clerk } = await siteOf('P02')
  const wrong = await clerk.post('/commitments/new', {
    ...fields,
    kind: '',
    originId: '',
    on: 'soon',
    receivedOn: '',
  })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Choose what it is.')
  expect(wrong.body).toContain('Enter the date it was said')
  expect(wrong.body).toContain('joint training')
  const unreceived = await clerk.post('/commitments/new', { ...fields, receivedOn: '' })
  expect(unreceived.body).toContain('Enter the day on which it was received.')
  const child = await clerk.post('/commitments/new', {
    ...fields,
    words: 'Ask about the child with NHS number 943 476 5919.',
  })
  expect(child.body).toContain('Take out an NHS number')
})

test('a recommendation is responded to by whom it is addressed, done and verified by another', async () => {
  const { as, clerk } = await siteOf('P03')
  const made = await clerk.post('/commitments/new', fields)
  const id = idOf(made.headers.location)
  const at = `/commitments/${id}`
  const page = (await clerk.get(at)).body
  expect(page).toContain('15 March 2020')
  expect(page).toContain('How the last day to respond is worked out')
  expect(page).toContain('Waiting for a response. It was due on 15 March 2020.')

  const stranger = as('auditor')
  const told = (await stranger.get(`${at}/respond`)).body
  expect(told).toContain('Ask the clerk if that should be you.')
  expect(told).not.toContain('<form')
  const own = { words: 'No.', response: 'reject', respondent: 'Me', reason: 'No.' }
  const refusal = await stranger.post(`${at}/respond`, own, '/findings/new')
  expect([refusal.statusCode, refusal.body.includes('Ask the clerk if')]).toEqual([403, true])
  const director = as('team-manager', { name: 'Director of children’s services' })
  const response = {
    response: 'reject',
    words: 'It was looked at.',
    respondent: 'Both directors',
    reason: '',
  }
  const refused = await director.post(`${at}/respond`, response)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Enter the reason for rejecting it.')
  expect(refused.body).toContain('It was looked at.')
  const accepted = { ...response, response: 'accept' }
  expect((await director.post(`${at}/respond`, accepted)).statusCode).toBe(303)
  expect((await clerk.get(`${at}/respond`)).statusCode).toBe(409)
  expect((await director.post(`${at}/done`, { words: 'Forty were trained.' })).statusCode).toBe(303)
  expect((await clerk.get('/commitments?show=done')).body).toContain('Done, not yet verified')
  expect((await clerk.post(`${at}/verify`, { words: '' })).statusCode).toBe(422)
  expect((await clerk.post(`${at}/verify`, { words: 'The lists of two days.' })).statusCode).toBe(
    303,
  )
  expect((await clerk.get(at)).body).toContain('Done and verified')
  expect((await clerk.get('/commitments.csv?show=all')).body).toContain('The lists of two days.')
})

test('a concern is joined with one that says the same, and stays out of what a partner sees', async () => {
  const { as, clerk } = await siteOf('P04')
  const concern = {
    kind: 'concern',
    bodyName: 'Scrutiny',
    words: 'Members were concerned about caseloads in two assessment teams.',
  }
  const first = await clerk.post('/commitments/new', { ...concern, on: '4 July 2019' })
  const second = await clerk.post('/commitments/new', {
    ...concern,
    words: 'Members reiterated concerns about caseloads in assessment teams.',
    on: '16 January 2020',
  })
  const [one, two] = [idOf(first.headers.location), idOf(second.headers.location)]
  expect((await clerk.get(`/commitments/${two}`)).body).toContain('It may have been raised before')
  expect((await clerk.post(`/commitments/${two}/join`, { into: one })).statusCode).toBe(303)
  const page = (await clerk.get('/commitments/concerns')).body
  expect(page).toContain('16 January 2020')
  expect(page).toContain('1 concern is open. 1 has come back at a later meeting')
  const partner = as('board-partner', { teams: ['Integrated care board'] })
  expect((await partner.get('/commitments')).statusCode).toBe(200)
  expect((await partner.get(`/commitments/${one}`)).statusCode).toBe(404)
  expect((await partner.get('/commitments.csv?show=all')).body).not.toContain('caseloads')
})

test('a commitment becomes a finding, and says so', async () => {
  const { clerk } = await siteOf('P05')
  const made = await clerk.post('/commitments/new', {
    ...fields,
    kind: 'concern',
    statutory: '',
    receivedOn: '',
  })
  const id = idOf(made.headers.location)
  const brought = await clerk.post(`/commitments/${id}/finding`, {
    theme: 'workforce',
    severity: 'high',
  })
  expect(String(brought.headers.location)).toMatch(/^\/findings\//)
  expect((await clerk.get(String(brought.headers.location))).body).toContain(`/commitments/${id}`)
  expect((await clerk.get(`/commitments/${id}`)).body).toContain(String(brought.headers.location))
})

test('a body adds to its own plan and takes it off again', async () => {
  const meeting: KnownMeeting = {
    meetingId: 'm1',
    bodyId: '00000000-0000-4000-8000-000000000001',
    bodyName: 'Scrutiny',
    on: today + 19,
    href: '/meetings/m1',
    items: [{ id: 'i1', title: 'Apologies', commitmentIds: [] }],
  }
  const { clerk, as } = await siteOf('P06', [meeting])
  const at = `/workplan/${meeting.bodyId}`
  const soon = { title: 'Annual report of complaints', when: '', source: '' }
  expect((await clerk.post(at, soon)).statusCode).toBe(422)
  expect((await clerk.post(at, { ...soon, when: longDay(today + 19) })).statusCode).toBe(303)
  const page = (await clerk.get(at)).body
  expect(page).toContain('Annual report of complaints')
  expect(page).toContain(`It meets next on ${longDay(today + 19)}, with 1 thing due there.`)
  const off = /action="(\/workplan\/entries\/[^"]+)"/.exec(page)?.[1] ?? ''
  expect((await as('member').get(at)).body).not.toContain('Take off')
  expect((await clerk.post(off, {}, at)).statusCode).toBe(303)
  expect((await clerk.get(at)).body).toContain('Nothing is due there yet.')
})

test('a clerk says which item of an agenda it is, and which line of the plan answers it', async () => {
  const meeting: KnownMeeting = {
    meetingId: 'm1',
    bodyId: '00000000-0000-4000-8000-000000000001',
    bodyName: 'Scrutiny',
    on: today + 19,
    href: '/meetings/m1',
    items: [{ id: 'item-5', title: 'Homes close to home', commitmentIds: [] }],
  }
  const { clerk } = await siteOf('P08', [meeting])
  const made = await clerk.post('/commitments/new', {
    ...fields,
    kind: 'report expected',
    statutory: '',
    receivedOn: '',
    due: longDay(today + 19),
  })
  const at = String(made.headers.location)
  expect((await clerk.get('/commitments')).body).toContain('none of them is it')
  expect((await clerk.get(`${at}/agenda`)).body).toContain('Homes close to home')
  expect((await clerk.post(`${at}/agenda`, { item: 'item-6' })).statusCode).toBe(422)
  expect((await clerk.post(`${at}/agenda`, { item: 'item-5' })).statusCode).toBe(303)
  await db.as('P08', async trx => {
    const thing = commitmentThing(idOf(at))
    const [link] = await linksTo(trx, thing.kind, 'answers')
    expect(link).toEqual({
      from: { kind: 'agenda item', id: 'item-5' },
      relation: 'answers',
      to: thing,
    })
  })
  expect((await clerk.get(`${at}/line`)).statusCode).toBe(200)
  expect((await clerk.post(`${at}/line`, { line: idOf(at) })).statusCode).toBe(422)
})

test('the story of the demonstration: what returns, what was borne out, what is missing from an agenda', async () => {
  const scrutiny = demoBodiesId('body', 'scrutiny')
  const december: KnownMeeting = {
    meetingId: 'december',
    bodyId: scrutiny,
    bodyName: 'Children and Families Overview and Scrutiny Committee',
    on: 20_804,
    href: null,
    items: [{ id: 'i1', title: 'Apologies', commitmentIds: [] }],
  }
  const { rooms, thread, clerk } = await siteOf('P07', [december])
  await db.as('P07', async trx => {
    await fillDemoBodies(trx, 'P07', new Date('2026-11-21T09:00:00Z'))
    const findings = await fillDemoFindings(trx, 'P07')
    await fillDemoCommitments(trx, 'P07', findings)
    expect(await allCommitments(trx)).toHaveLength(demoCommitments.length)
    const viewer = person('P07', 'director')
    const alarms = await commitmentAlarms(trx, rooms, { today, viewer })
    expect(alarms.map(each => [each.kind, each.title])).toEqual([
      ['no day fixed', 'How the offer to care leavers is going'],
      ['response late', 'Publish how many homes are needed, and where'],
      ['missed', 'What the themed audit of visits found'],
      ['not on the agenda', 'Homes close to home: what the placements team did in a year'],
    ])
    const gaps = await allGaps(trx, thread, today, viewer)
    expect(new Set(gaps.map(each => each.kind))).toEqual(
      new Set([
        'assurance-without-check',
        'commitment-without-owner',
        'commitment-overdue',
        'recommendation-without-response',
        'concern-unanswered',
      ]),
    )
  })
  const concerns = (await clerk.get('/commitments/concerns')).body
  expect(concerns).toContain('Challenge by the council’s senior leadership')
  const assurances = (await clerk.get('/commitments/assurances')).body
  expect(assurances).toContain('2 borne out, 2 not. 1 waits to be checked.')
  const dentists = (await clerk.get(`/commitments/${demoCommitmentId('dentists-2026')}`)).body
  expect(dentists).toContain('First 6 July 2026')
  for (const path of ['/commitments', '/commitments?show=all', '/workplan', '/commitments/who'])
    expect((await clerk.get(path)).statusCode, path).toBe(200)
  for (const { key } of demoCommitments)
    expect((await clerk.get(`/commitments/${demoCommitmentId(key)}`)).statusCode, key).toBe(200)
})
