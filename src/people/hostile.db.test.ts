import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { openSite, type TestSite, visitor } from '../../tests/people.ts'
import { invite } from '#people'
import { openSeat } from './session.ts'

const db = await testDatabase()
const sites: TestSite[] = []
afterAll(async () => {
  for (const site of sites) await site.app.close()
})

const hostile = [
  '',
  '\0',
  'a\0b',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table people.users; --",
  '../../../../etc/passwd',
  '//evil.example',
  '\r\nSet-Cookie: session=x',
  '=cmd|calc',
  '{{7*7}}${7*7}',
  '\u202eevil\ud83d\ude00',
  '9'.repeat(400),
  'x'.repeat(100_000),
  '-1',
  '0001-01-01',
  '9999-12-31',
  '00000000-0000-0000-0000-000000000000',
]

test('no field, address or cookie of this room makes it fail or gives anything back unescaped', async () => {
  const [at, demonstration] = [
    await openSite(db),
    await openSite(db, { council: { demonstration: true } }),
  ]
  sites.push(at, demonstration)
  const by = { actor: 'test', at: at.clock.at }
  const guest = {
    name: 'Ada Admin',
    email: 'ada@example.gov.uk',
    roles: ['administrator'] as const,
  }
  const invited = await invite(db, at.council.code, guest, by)
  if (invited.kind !== 'invited') throw new Error('not invited')
  // as: of a request the seat reads the header of the browser.
  const request = { headers: {} } as Parameters<typeof openSeat>[4]
  const who = { userId: invited.userId, way: 'password' as const }
  const seat = await db.as(at.council.code, trx =>
    openSeat(trx, at.people, at.council.code, who, request, at.clock.at),
  )
  const browser = visitor(at.app, '192.0.2.1', new Map([['session', seat]]))
  const person = `/people/${invited.userId}`
  const forms: readonly (readonly [string, readonly string[]])[] = [
    ['/sign-in', ['email', 'password', 'next']],
    ['/sign-in/code', ['code']],
    [invited.path, ['password', 'again', 'code', 'enrolment']],
    ['/account/password', ['current', 'password', 'again']],
    ['/account/recovery-codes', ['current']],
    ['/account/sessions', ['session']],
    ['/people/invite', ['name', 'email', 'roles']],
    [`${person}/roles`, ['role', 'from', 'last']],
    [`${person}/roles/end`, ['role']],
    [`${person}/teams`, ['team', 'teamFrom', 'teamLast']],
    [`${person}/teams/end`, ['team']],
    [`${person}/state`, ['state']],
    ['/personas', ['persona', 'team']],
  ]
  const usual: Readonly<Record<string, string>> = {
    email: 'somebody@example.gov.uk',
    name: 'Some Body',
    roles: 'clerk',
    role: 'clerk',
    team: 'North',
    from: '2026-11-21',
    teamFrom: '2026-11-21',
    last: '',
    teamLast: '',
    password: 'four green owls walking',
    current: 'four green owls walking',
    persona: 'team-manager',
  }
  const faults: string[] = []
  const look = (what: string, answer: { statusCode: number; body: string; headers: object }) => {
    if (answer.statusCode >= 500) faults.push(`${answer.statusCode} ${what}`)
    if (/<script>alert|<img src=x|\n\s+at .*\.ts:/.test(answer.body))
      faults.push(`reflected ${what}`)
    const to = 'location' in answer.headers ? String(answer.headers.location) : '/'
    if (new URL(to, 'http://here.example').host !== 'here.example') faults.push(`led away ${what}`)
    if (JSON.stringify(answer.headers).includes('session=x')) faults.push(`set a cookie ${what}`)
  }
  await browser.get('/account')
  const guestBrowser = visitor(demonstration.app)
  await guestBrowser.get('/personas')
  for (const [url, names] of forms) {
    for (const name of names) {
      for (const value of hostile) {
        const fields = Object.fromEntries(names.map(each => [each, usual[each] ?? '']))
        const from = url === '/personas' ? guestBrowser : browser
        look(
          `${url} ${name} ${JSON.stringify(value.slice(0, 40))}`,
          await from.post(url, { ...fields, [name]: value }),
        )
      }
    }
  }
  for (const value of hostile.map(encodeURIComponent)) {
    for (const url of [
      `/sign-in?next=${value}`,
      `/invitation/${value}`,
      `/people/${value}`,
      `/sign-in/callback?state=${value}`,
    ])
      if (url.length < 3000) look(url, await visitor(at.app).get(url))
  }
  for (const value of hostile) {
    for (const name of ['session', 'sign-in', 'device', 'csrf']) {
      const sent = visitor(at.app, '192.0.2.9', new Map([[name, value.slice(0, 3000)]]))
      look(`cookie ${name}`, await sent.get('/sign-in'))
      look(
        `cookie ${name}`,
        await sent.post('/sign-in', { email: 'a@example.gov.uk', password: 'x' }),
      )
      look(`cookie ${name}`, await sent.get('/people'))
    }
  }
  expect(faults).toEqual([])
  expect((await browser.get('/people')).statusCode).toBe(200)
})
