import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import {
  allBodies,
  bodiesPages,
  constitutionOn,
  demoBodiesId,
  fillDemoBodies,
  heldInBodies,
  personOfUser,
  seeBodies,
} from './index.ts'

const db = await testDatabase()
const at = new Date('2026-11-21T12:00:00Z')
const today = 20_778

async function siteOf(authority: string, filled = true) {
  if (filled) await db.as(authority, trx => fillDemoBodies(trx, authority, at))
  const colleagues = () =>
    Promise.resolve([
      { id: 'id-of-member', name: 'The member', roles: ['member' as const] },
      { id: 'id-of-clerk', name: 'The clerk', roles: ['clerk' as const] },
    ])
  const board = [{ text: 'What the board asked', href: '/board', needs: seeBodies }]
  const waysFromBody = { 'improvement board': board }
  const rooms = { ...roomsOf(db, authority), colleagues, waysFromBody }
  const site = await signedInSite(bodiesPages(rooms))
  return {
    clerk: site.as(person(authority, 'clerk')),
    member: site.as(person(authority, 'member')),
    practitioner: site.as(person(authority, 'practitioner')),
  }
}

const body = {
  name: 'Wellbeing Coalition',
  kind: 'partnership',
  access: '',
  about: '',
  quorum: '',
  numbering: 'each meeting',
  clerkEmail: '',
  startedOn: '1 April 2020',
  endedOn: '',
  succeeds: '',
}

const idOf = (location: unknown) => String(location).split('/')[2] ?? ''

test('a member reads who sits where, and only a clerk changes it', async () => {
  const { clerk, member, practitioner } = await siteOf('P01')
  const list = (await member.get('/bodies')).body
  expect(list).toContain('Children and Families Overview and Scrutiny Committee')
  expect(list).toContain('Not sitting today')
  expect(list).not.toContain('Add a body')
  expect((await member.get('/bodies/new')).statusCode).toBe(403)
  expect((await practitioner.get('/bodies')).statusCode).toBe(403)
  const scrutiny = `/bodies/${demoBodiesId('body', 'scrutiny')}`
  const page = (await member.get(scrutiny)).body
  expect(page).toContain('7 have a vote on everything, and 2 more on education matters')
  expect(page).toContain('Ambassador for Vulnerable Children and Young People')
  expect(page).toContain('Councillor Clover Marblecombe')
  expect((await member.get(`${scrutiny}?on=1+June+2023`)).body).toContain('Tansy Bellwether-Nook')
  expect((await member.get(`${scrutiny}?on=soon`)).body).toContain('Enter a date, such as')
  expect((await clerk.get(scrutiny)).body).toContain('Add a seat')
  expect((await clerk.get('/bodies/00000000-0000-4000-8000-000000000000')).statusCode).toBe(404)
})

test('a body that stands leads to what other rooms have of its kind, one that ended does not', async () => {
  const { member } = await siteOf('P09')
  const pageOf = async (key: string) =>
    (await member.get(`/bodies/${demoBodiesId('body', key)}`)).body
  expect(await pageOf('board')).toContain('<a class="govuk-link" href="/board">')
  expect(await pageOf('board-2019')).not.toContain('href="/board"')
  expect(await pageOf('scrutiny')).not.toContain('href="/board"')
})

test('a body that is set up again takes over, and the old one ends with its seats', async () => {
  const { clerk } = await siteOf('P02', false)
  const first = idOf((await clerk.post('/bodies/new', body)).headers.location)
  const wrong = await clerk.post('/bodies/new', { ...body, quorum: 'many' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('as a whole number')
  expect(wrong.body).toContain('Wellbeing Coalition')
  const twin = await clerk.post('/bodies/new', body)
  expect(twin.body).toContain('There is a body called Wellbeing Coalition at that time')
  const seat = { newName: 'Fern Example', kind: 'chair', fromOn: '1 May 2020' }
  expect((await clerk.post(`/bodies/${first}/seats/new`, seat)).statusCode).toBe(303)
  const second = await clerk.post(`/bodies/${first}/seats/new`, {
    ...seat,
    newName: 'Moss Example',
  })
  expect(second.body).toContain('Somebody is in the chair on that day')
  const early = await clerk.post('/bodies/new', {
    ...body,
    startedOn: '1 May 2020',
    succeeds: first,
    endedOn: '1 January 2020',
  })
  expect(early.body).toContain('The last day comes before the first')
  const next = await clerk.post('/bodies/new', {
    ...body,
    startedOn: '3 June 2024',
    succeeds: first,
  })
  expect(next.statusCode).toBe(303)
  const old = (await clerk.get(`/bodies/${first}`)).body
  expect(old).toContain('It ended on 2 June 2024')
  expect(old).toContain('Fern Example')
  expect((await clerk.get(`/bodies/${idOf(next.headers.location)}`)).body).toContain(
    'It took over from Wellbeing Coalition',
  )
  const circle = await clerk.post(`/bodies/${first}/change`, {
    ...body,
    endedOn: '2 June 2024',
    succeeds: idOf(next.headers.location),
  })
  expect(circle.statusCode).toBe(422)
  expect((await db.as('P02', allBodies)).length).toBe(2)
})

test('the cabinet does not sit on scrutiny, whichever seat comes first', async () => {
  const { clerk } = await siteOf('P03')
  const scrutiny = `/bodies/${demoBodiesId('body', 'scrutiny')}`
  const seat = { kind: 'member', fromOn: '20 November 2026' }
  const rowan = await clerk.post(`${scrutiny}/seats/new`, {
    ...seat,
    person: demoBodiesId('person', 'rowan'),
  })
  expect(rowan.statusCode).toBe(422)
  expect(rowan.body).toContain('section 9FA(3)')
  const bryony = await clerk.post(`/bodies/${demoBodiesId('body', 'cabinet')}/seats/new`, {
    ...seat,
    person: demoBodiesId('person', 'bryony'),
  })
  expect(bryony.body).toContain('End that seat first')
  const reed = await clerk.post(`${scrutiny}/seats/new`, {
    ...seat,
    person: demoBodiesId('person', 'reed'),
  })
  expect(reed.statusCode).toBe(303)
  const again = await clerk.post(`${scrutiny}/seats/new`, {
    ...seat,
    person: demoBodiesId('person', 'reed'),
  })
  expect(again.body).toContain('They have a seat there on that day')
})

test('a seat is ended once, and stays in the history', async () => {
  const { clerk } = await siteOf('P04', false)
  const id = idOf((await clerk.post('/bodies/new', body)).headers.location)
  await clerk.post(`/bodies/${id}/seats/new`, {
    newName: 'Young adviser',
    newUnnamed: 'yes',
    newTitle: 'Ms',
    kind: 'co-optee',
    fromOn: '1 May 2020',
  })
  const page = (await clerk.get(`/bodies/${id}`)).body
  expect(page).toContain('Young adviser')
  expect(page).not.toContain('Ms Young adviser')
  const end = /href="(\/bodies\/[^"]+\/seats\/[^"]+\/end)"/.exec(page)?.[1] ?? ''
  const before = await clerk.post(end, { untilOn: '1 April 2020' })
  expect(before.body).toContain('The last day comes on or after it')
  expect((await clerk.post(end, { untilOn: '1 July 2020' })).statusCode).toBe(303)
  expect((await clerk.get(end)).statusCode).toBe(409)
  expect((await clerk.get(`/bodies/${id}`)).body).toContain('1 May 2020 to 1 July 2020')
  expect((await clerk.get(`/bodies/${id}?on=1+July+2020`)).body).toContain('No vote')
  const nobody = await clerk.post(`/bodies/${id}/seats/new`, {
    kind: 'member',
    fromOn: '1 May 2020',
  })
  expect(nobody.body).toContain('Choose a person, enter a new one, or name a post')
})

test('who was in post on a date, and which statutory posts are vacant', async () => {
  const { clerk, member } = await siteOf('P05')
  const now = (await member.get('/posts')).body
  expect(now).toContain('Pearl Compassrose')
  expect(now).toContain('Nobody held it after 30 September 2026')
  const then = (await member.get('/posts?on=13+May+2024')).body
  expect(then).toContain('Coral Weathervane')
  expect(then).not.toContain('Pearl Compassrose')
  const dcs = `/posts/${demoBodiesId('post', 'dcs')}`
  const history = (await member.get(dcs)).body
  expect(history).toContain('29 June 2024 to 30 June 2024')
  const legal = `/posts/${demoBodiesId('post', 'head-of-legal')}`
  const taken = await clerk.post(`${legal}/holders/new`, {
    newName: 'Quartz Example',
    fromOn: '1 October 2026',
  })
  expect(taken.statusCode).toBe(303)
  expect((await member.get('/posts')).body).not.toContain('Nobody held it after')
  const twice = await clerk.post('/posts/new', { title: 'chief Executive', statutory: '' })
  expect(twice.body).toContain('There is a post called Chief executive')
})

test('a new title for the same work is a new portfolio, and the old one ends', async () => {
  const { clerk } = await siteOf('P06')
  const rowan = `/bodies/people/${demoBodiesId('person', 'rowan')}`
  const portfolio = { title: 'Children, families and youth', fromOn: '1 December 2026' }
  expect((await clerk.post(`${rowan}/portfolios`, portfolio, rowan)).statusCode).toBe(303)
  const page = (await clerk.get(rowan)).body
  expect(page).toContain('20 May 2025 to 30 November 2026')
  expect(page).toContain('Since 1 December 2026')
  const earlier = await clerk.post(
    `${rowan}/portfolios`,
    { ...portfolio, fromOn: '1 May 2025' },
    rowan,
  )
  expect(earlier.statusCode).toBe(422)
  expect(earlier.body).toContain('Enter a later day')
  const ambassador = `/bodies/people/${demoBodiesId('person', 'ambassador')}`
  const contact = await clerk.post(`${ambassador}/change`, {
    title: '',
    name: 'Ambassador',
    contactEmail: 'young@example.org',
  })
  expect(contact.statusCode).toBe(422)
  expect(contact.body).toContain('no contact is kept')
})

test('an account belongs to one person, whose seats are then their own', async () => {
  const { clerk } = await siteOf('P08')
  const pathOf = (who: string) => `/bodies/people/${demoBodiesId('person', who)}`
  const fields = { title: 'Councillor', name: 'Teasel Wicketgate', contactEmail: '' }
  const taken = await clerk.post(`${pathOf('teasel')}/change`, {
    ...fields,
    userId: 'id-of-member',
  })
  expect(taken.statusCode).toBe(303)
  const found = await db.as('P08', trx => personOfUser(trx, 'id-of-member'))
  expect(found?.id).toBe(demoBodiesId('person', 'teasel'))
  const held = await db.as('P08', trx => heldInBodies(trx, 'id-of-member'))
  expect(held?.person).toEqual({ title: 'Councillor', name: 'Teasel Wicketgate', email: null })
  expect(held?.seats.map(({ body, firstDay }) => `${body} ${firstDay}`)).toEqual([
    'Quillshire County Council 2021-05-11',
    'Children and Families Overview and Scrutiny Committee 2021-05-18',
  ])
  expect(await db.as('P08', trx => heldInBodies(trx, 'id-of-clerk'))).toBeNull()
  const twice = await clerk.post(`${pathOf('larch')}/change`, { ...fields, userId: 'id-of-member' })
  expect(twice.body).toContain('Councillor Teasel Wicketgate has this account')
  const unknown = await clerk.post(`${pathOf('larch')}/change`, { ...fields, userId: 'nobody' })
  expect(unknown.body).toContain('Choose one of the accounts in the list')
})

test('the example constitution is marked until the council enters its own', async () => {
  const { clerk, member } = await siteOf('P07', false)
  const example = (await member.get('/constitution')).body
  expect(example).toContain('These are an example, checked against no constitution')
  const own = {
    document: 'Constitution of Testshire',
    fromOn: '1 January 2026',
    readOn: '',
    'callIn-length': '5',
    'callIn-unit': 'clear-working-day',
    'callIn-at': '',
    'callIn-paragraph': 'part 4E, paragraph 15',
    'quorum-oneIn': '4',
    'quorum-least': '3',
    'quorum-paragraph': '',
  }
  const wrong = await clerk.post('/constitution/new', own)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Enter the paragraph of the constitution where this stands')
  expect(wrong.body).toContain('part 4E, paragraph 15')
  const sent = { ...own, 'quorum-paragraph': 'part 4A, paragraph 6' }
  expect((await clerk.post('/constitution/new', sent)).statusCode).toBe(303)
  const page = (await member.get('/constitution')).body
  expect(page).toContain('part 4E, paragraph 15')
  expect(page).not.toContain('These are an example')
  expect((await member.get('/constitution?on=31+December+2025')).body).toContain('an example')
  const kept = await db.as('P07', trx => constitutionOn(trx, today))
  expect(kept).toMatchObject({
    document: 'Constitution of Testshire',
    isExample: false,
    memberQuestion: null,
    callIn: { period: { unit: 'clear-working-day', length: 5 } },
    quorum: { oneIn: 4, least: 3, paragraph: 'part 4A, paragraph 6' },
  })
})
