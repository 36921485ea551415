import type { RouteOptions } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { isoDay } from '#calendar'
import { readJournal } from '#journal'
import { openMail } from '#kit/mail.ts'
import { mailServer } from '../../tests/mail.ts'
import { testDatabase } from '../../tests/database.ts'
import { markupFaults } from '../../tests/browser/harness.ts'
import {
  openSite,
  type TestSite,
  type TestSiteOptions,
  type Visitor,
  visitor,
} from '../../tests/people.ts'
import { openSeat } from './session.ts'
import { allUsers } from './store/users.ts'
import { dayIn, invite, personas, type Role } from '#people'

const db = await testDatabase()
const sites: TestSite[] = []
afterAll(async () => {
  for (const site of sites) await site.app.close()
})
async function site(options: TestSiteOptions = {}) {
  const made = await openSite(db, options)
  sites.push(made)
  return made
}

/** Somebody with these roles, signed in without the steps that have tests of their own. */
async function signedIn(at: TestSite, name: string, ...roles: readonly Role[]) {
  const by = { actor: 'test', at: at.clock.at }
  const guest = { name, email: `${name.replace(' ', '.')}@example.gov.uk`, roles }
  const invited = await invite(db, at.council.code, guest, by)
  if (invited.kind !== 'invited') throw new Error('not invited')
  // as: of a request the seat reads the header of the browser.
  const request = { headers: {} } as Parameters<typeof openSeat>[4]
  const who = { userId: invited.userId, way: 'password' as const }
  const cookie = await db.as(at.council.code, trx =>
    openSeat(trx, at.people, at.council.code, who, request, at.clock.at),
  )
  return {
    id: invited.userId,
    browser: visitor(at.app, '192.0.2.1', new Map([['session', cookie]])),
  }
}

const actions = (at: TestSite, limit: number) =>
  db.as(at.council.code, async trx => (await readJournal(trx, { limit })).map(line => line.action))

const user = (at: TestSite, id: string) =>
  db.as(at.council.code, async trx => (await allUsers(trx)).find(each => each.id === id))

async function opened(browser: Visitor, url: string): Promise<string> {
  const answer = await browser.get(url)
  expect(answer.statusCode).toBe(200)
  return answer.body
}

describe('an administrator', () => {
  test('invites by e-mail, and passes the link on where it cannot be sent', async () => {
    const server = await mailServer()
    const mail = openMail({ url: server.url, from: 'sightline@council.example' })
    const at = await site({ settings: { publicUrl: 'https://sightline.example' }, mail })
    const { browser } = await signedIn(at, 'Ada Admin', 'administrator')
    expect(await opened(browser, '/people/invite')).toContain('Sightline sends it')
    const guest = { name: 'Ben Guest', email: 'ben@example.gov.uk', roles: 'auditor' }
    const sent = await browser.post('/people/invite', guest)
    expect(sent.body).toContain('The link was sent')
    expect(sent.body).not.toContain('/invitation/')
    const [letter] = server.taken
    expect(letter?.to).toEqual(['ben@example.gov.uk'])
    const words = letter?.source.replaceAll('=\n', '') ?? ''
    expect(words).toContain('https://sightline.example/invitation/')
    expect(words.split('\n\n').slice(1).join()).not.toMatch(/Ben|Guest|Ada/)
    server.refuse(true)
    await opened(browser, '/people/invite')
    const failed = await browser.post('/people/invite', { ...guest, email: 'cy@example.gov.uk' })
    expect(failed.body).toContain('The mail server did not take it')
    expect(failed.body).toContain('https://sightline.example/invitation/')
    expect(at.lines.join('')).not.toContain('cy@example')
    mail.close()
    await server.close()
  })

  test('invites somebody, and sees the link once', async () => {
    const at = await site({ settings: { publicUrl: 'https://sightline.example' } })
    const { browser } = await signedIn(at, 'Ada Admin', 'administrator')
    await opened(browser, '/people/invite')
    const wrong = await browser.post('/people/invite', {
      name: 'B',
      email: 'nobody',
      roles: 'king',
    })
    expect(wrong.statusCode).toBe(422)
    for (const words of [
      'Enter the person’s name.',
      'Enter an email address',
      'Choose a role.',
      'value="nobody"',
    ])
      expect(wrong.body).toContain(words)
    const done = await browser.post('/people/invite', {
      name: 'Ben Guest',
      email: 'ben@example.gov.uk',
      roles: 'auditor',
    })
    const link = /https:\/\/sightline\.example(\/invitation\/[\w.-]+)/.exec(done.body)?.[1] ?? ''
    expect((await visitor(at.app).get(link)).body).toContain('Welcome, Ben Guest')
    expect(await opened(browser, '/people')).toContain('Invited')
    expect(browser.page).not.toContain('/invitation/')
    const again = await browser.post('/people/invite', {
      name: 'Ben Guest',
      email: 'BEN@example.gov.uk',
      roles: 'clerk',
    })
    expect(again.body).toContain('Somebody with this email address is here already')
  })

  test('gives and ends roles and teams with dates, and the person signs in anew', async () => {
    const at = await site()
    const { browser } = await signedIn(at, 'Ada Admin', 'administrator')
    const { id, browser: theirs } = await signedIn(at, 'Mia Manager', 'clerk')
    const today = dayIn(at.clock.at)
    await opened(browser, `/people/${id}`)
    expect((await theirs.get('/figures')).statusCode).toBe(200)
    const given = await browser.post(`/people/${id}/roles`, {
      role: 'team-manager',
      from: isoDay(today),
      last: isoDay(today + 1),
    })
    expect(given.headers.location).toBe(`/people/${id}`)
    expect((await theirs.get('/figures')).statusCode).toBe(303)
    await browser.post(`/people/${id}/teams`, {
      team: 'North',
      teamFrom: isoDay(today),
      teamLast: '',
    })
    const page = await opened(browser, `/people/${id}`)
    expect(page).toContain('Team manager')
    expect(page).toContain('Since 21 November 2026')
    const held = await user(at, id)
    expect(held?.roles.map(({ role, from, until }) => [role, from, until])).toEqual([
      ['clerk', today, null],
      ['team-manager', today, today + 2],
    ])
    const clerk = held?.roles.find(each => each.role === 'clerk')
    await browser.post(`/people/${id}/roles/end`, { role: clerk?.id ?? '' })
    await browser.post(`/people/${id}/teams/end`, { team: held?.teams[0]?.id ?? '' })
    expect(await opened(browser, `/people/${id}`)).toContain('Ended on the day it began')
    expect(await actions(at, 4)).toEqual(['team.left', 'role.ended', 'team.joined', 'role.given'])
  })

  test('is told what is wrong with a date, and what was typed stays', async () => {
    const at = await site()
    const { browser, id } = await signedIn(at, 'Ada Admin', 'administrator')
    await opened(browser, `/people/${id}`)
    const late = await browser.post(`/people/${id}/roles`, {
      role: 'clerk',
      from: '2026-02-30',
      last: '',
    })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('Enter the first day, such as 2026-11-21.')
    expect(late.body).toContain('value="2026-02-30"')
    const order = await browser.post(`/people/${id}/teams`, {
      team: 'North',
      teamFrom: '2026-11-21',
      teamLast: '2026-11-20',
    })
    expect(order.body).toContain('The last day must not be before the first.')
  })

  test('cannot leave the council without one', async () => {
    const at = await site()
    const { browser, id } = await signedIn(at, 'Ada Admin', 'administrator')
    await opened(browser, `/people/${id}`)
    const role = (await user(at, id))?.roles[0]?.id ?? ''
    expect((await browser.post(`/people/${id}/roles/end`, { role })).statusCode).toBe(409)
    await opened(browser, `/people/${id}`)
    expect((await browser.post(`/people/${id}/state`, { state: 'disabled' })).statusCode).toBe(409)
    expect((await browser.get('/people')).statusCode).toBe(200)
    // Of two who each disable the other at once, one stays.
    const { browser: other, id: otherId } = await signedIn(at, 'Bea Admin', 'administrator')
    await opened(browser, `/people/${id}`)
    await opened(other, `/people/${id}`)
    await Promise.all([
      browser.post(`/people/${otherId}/state`, { state: 'disabled' }),
      other.post(`/people/${id}/state`, { state: 'disabled' }),
    ])
    const users = await db.as(at.council.code, allUsers)
    expect(users.filter(each => each.state === 'active').length).toBeGreaterThanOrEqual(1)
  })

  test('disables, signs out and makes a new link', async () => {
    const at = await site()
    const { browser } = await signedIn(at, 'Ada Admin', 'administrator')
    const { id, browser: theirs } = await signedIn(at, 'Ben Clerk', 'clerk')
    await opened(browser, `/people/${id}`)
    expect(browser.page).toContain('In one browser')
    await browser.post(`/people/${id}/sessions`, {})
    expect((await theirs.get('/figures')).statusCode).toBe(303)
    const link = await browser.post(`/people/${id}/invitation`, {})
    expect(link.body).toMatch(/\/invitation\/T\d+x\.[\w-]{43}/)
    await opened(browser, `/people/${id}`)
    await browser.post(`/people/${id}/state`, { state: 'disabled' })
    expect(await opened(browser, `/people/${id}`)).toContain('Enable this account')
    expect(await actions(at, 3)).toEqual(['user.disabled', 'user.invited-again', 'sessions.ended'])
  })

  test('reads which role may do what', async () => {
    const at = await site()
    const { browser } = await signedIn(at, 'Ada Admin', 'administrator')
    const page = await opened(browser, '/people/policies')
    for (const words of ['See children', 'test.children', 'Young reviewer', 'people.manage'])
      expect(page).toContain(words)
  })

  test('of another council finds nobody of this one', async () => {
    const [here, there] = [await site(), await site()]
    const { id } = await signedIn(here, 'Ben Clerk', 'clerk')
    const { browser } = await signedIn(there, 'Ada Admin', 'administrator')
    expect((await browser.get(`/people/${id}`)).statusCode).toBe(404)
    await opened(browser, '/account')
    for (const [path, fields] of [
      ['roles', { role: 'director', from: '2026-01-01', last: '' }],
      ['teams', { team: 'North', teamFrom: '2026-01-01', teamLast: '' }],
      ['state', { state: 'disabled' }],
      ['invitation', {}],
    ] as const)
      expect((await browser.post(`/people/${id}/${path}`, fields)).statusCode).toBe(404)
    expect((await user(here, id))?.state).toBe('active')
    expect((await user(here, id))?.roles).toHaveLength(1)
  })
})

test('every page of administration is for administrators alone, and asks others to sign in', async () => {
  const at = await site()
  const { browser, id } = await signedIn(at, 'Dee Director', 'director', 'leadership', 'analyst')
  const stranger = visitor(at.app)
  for (const url of ['/people', '/people/invite', `/people/${id}`, '/people/policies']) {
    expect((await browser.get(url)).statusCode).toBe(403)
    const sent = await stranger.get(url)
    expect(sent.headers.location).toBe(`/sign-in?next=${encodeURIComponent(url)}`)
  }
  await opened(browser, '/account')
  for (const path of [
    'roles',
    'roles/end',
    'teams',
    'teams/end',
    'state',
    'sessions',
    'invitation',
  ]) {
    expect((await browser.post(`/people/${id}/${path}`, {})).statusCode).toBe(403)
    expect((await stranger.post(`/people/${id}/${path}`, {})).headers.location).toBe('/sign-in')
  }
})

test('a role that is over today, or not begun, gives nothing', async () => {
  const at = await site()
  const { browser } = await signedIn(at, 'Ada Admin', 'administrator')
  const { id } = await signedIn(at, 'Vic Adviser', 'clerk')
  const today = dayIn(at.clock.at)
  await opened(browser, `/people/${id}`)
  await browser.post(`/people/${id}/roles`, {
    role: 'director',
    from: isoDay(today - 9),
    last: isoDay(today - 1),
  })
  await browser.post(`/people/${id}/roles`, { role: 'auditor', from: isoDay(today + 1), last: '' })
  expect(await opened(browser, '/people')).toMatch(
    /Vic Adviser[\s\S]*?<td class="govuk-table__cell">Clerk<\/td>/,
  )
})

describe('the account page', () => {
  test('shows roles and sessions and ends one of them, never somebody else’s', async () => {
    const at = await site()
    const { browser } = await signedIn(at, 'Ben Clerk', 'clerk')
    const { browser: other } = await signedIn(at, 'Dee Director', 'director')
    const page = await opened(browser, '/account')
    expect(page).toContain('Clerk')
    expect(page).toContain('What is recorded about you')
    const theirs = await db.as(at.council.code, async trx => {
      const { sessionsOf } = await import('./store/sessions.ts')
      const dee = (await allUsers(trx)).find(each => each.name === 'Dee Director')
      return (await sessionsOf(trx, dee?.id ?? ''))[0]?.id ?? ''
    })
    await browser.post('/account/sessions', { session: theirs })
    expect((await other.get('/figures')).statusCode).toBe(200)
  })

  test('is for whoever is signed in, whatever their role', async () => {
    const at = await site()
    const { browser } = await signedIn(at, 'Nobody Yet')
    expect(await opened(browser, '/account')).toContain('None today')
    expect((await browser.get('/figures')).statusCode).toBe(403)
    expect((await visitor(at.app).get('/account')).statusCode).toBe(303)
  })
})

describe('personas', () => {
  test('of the demonstration come in with one click, as what they say', async () => {
    const at = await site({ council: { demonstration: true } })
    const page = await opened(visitor(at.app), '/personas')
    expect(page.match(/<form method="post" action="\/personas">/g)).toHaveLength(personas.length)
    const browser = visitor(at.app)
    await opened(browser, '/personas')
    await browser.post('/personas', { persona: 'team-manager', team: 'South' })
    expect(await opened(browser, '/account')).toContain('Team manager, South')
    expect((await browser.get('/children')).statusCode).toBe(200)
    await opened(browser, '/personas')
    await browser.post('/personas', { persona: 'member' })
    expect((await browser.get('/children')).statusCode).toBe(403)
    // The same person as before, not another each time.
    const second = visitor(at.app)
    await opened(second, '/personas')
    await second.post('/personas', { persona: 'member' })
    expect(await db.as(at.council.code, allUsers)).toHaveLength(2)
  })

  test('are refused where a council is set up, and those who came in before are out', async () => {
    const councils = [{ code: 'DEMO-1', name: 'Demo', brandColour: null, demonstration: true }]
    const at = await site({ council: { code: 'DEMO-1', demonstration: true }, councils })
    const browser = visitor(at.app)
    await opened(browser, '/personas')
    await browser.post('/personas', { persona: 'director' })
    const back = browser.copy()
    back.form = (await browser.get('/personas')).body
    expect((await browser.get('/children')).statusCode).toBe(200)
    councils.push({ code: 'OWN', name: 'Realshire', brandColour: null, demonstration: false })
    expect((await browser.get('/children')).statusCode).toBe(303)
    expect((await browser.get('/personas')).statusCode).toBe(403)
    expect((await back.post('/personas', { persona: 'director' })).statusCode).toBe(403)
  })

  test('come in ten at once, and whatever an administrator of the demonstration did to them', async () => {
    const at = await site({ council: { demonstration: true } })
    const become = async (persona: string) => {
      const browser = visitor(at.app)
      await opened(browser, '/personas')
      await browser.post('/personas', { persona })
      return browser
    }
    const all = await Promise.all(Array.from({ length: 10 }, () => become('clerk')))
    for (const browser of all) expect((await browser.get('/figures')).statusCode).toBe(200)
    const users = await db.as(at.council.code, allUsers)
    expect(users).toHaveLength(1)
    const admin = await become('administrator')
    const id = users[0]?.id ?? ''
    await opened(admin, `/people/${id}`)
    await admin.post(`/people/${id}/roles`, { role: 'director', from: '2026-11-01', last: '' })
    await admin.post(`/people/${id}/state`, { state: 'disabled' })
    const again = await become('clerk')
    expect((await again.get('/figures')).statusCode).toBe(200)
    expect((await again.get('/children')).statusCode).toBe(403)
  })

  test('are no more where the setting is off', async () => {
    const at = await site({ council: { demonstration: true }, settings: { personas: 'off' } })
    expect((await visitor(at.app).get('/personas')).statusCode).toBe(403)
    expect(await opened(visitor(at.app), '/sign-in')).toContain('sightline invite')
  })
})

test('every page is sound markup', async () => {
  const at = await site()
  const demo = await site({ council: { demonstration: true } })
  const { browser, id } = await signedIn(at, 'Ada Admin', 'administrator')
  const again = await opened(browser, `/people/${id}`).then(() =>
    browser.post(`/people/${id}/invitation`, {}),
  )
  const link = /(\/invitation\/[\w.-]+)/.exec(again.body)?.[1] ?? ''
  const pages = [
    again.body,
    await opened(visitor(at.app), '/sign-in'),
    await opened(visitor(at.app), link),
    await opened(visitor(demo.app), '/personas'),
    await opened(visitor(at.app), '/signed-out'),
  ]
  for (const url of ['/account', '/people', '/people/invite', `/people/${id}`, '/people/policies'])
    pages.push(await opened(browser, url))
  for (const page of pages) expect(await markupFaults(page)).toEqual([])
})

test('every address of this room names the policy before it', async () => {
  const found: RouteOptions[] = []
  const at = await site()
  const { fastify } = await import('fastify')
  const bare = fastify()
  bare.addHook('onRoute', route => {
    found.push(route)
  })
  bare.decorate('csrfProtection', () => {})
  const { peoplePages } = await import('#people')
  for (const mount of peoplePages(at.people))
    mount(bare, () => Promise.reject(new Error('no site')))
  await bare.ready()
  // The guard's name is put on after the first hook has seen the address, so it is read last.
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(route => route.config?.guard === undefined).map(route => route.url)).toEqual(
    [],
  )
})
