import { afterAll, describe, expect, test } from 'vitest'
import { readJournal, verifyJournal } from '#journal'
import { testDatabase } from '../../tests/database.ts'
import {
  codeAt,
  fieldOn,
  keyOn,
  openSite,
  type TestSite,
  type Visitor,
  visitor,
} from '../../tests/people.ts'
import {
  heldAboutUser,
  oldSignIns,
  changeRole,
  changeState,
  invite,
  inviteAgain,
  type Role,
} from '#people'

const db = await testDatabase()
const open: TestSite[] = []
afterAll(async () => {
  for (const site of open) await site.app.close()
})
const site = async (
  ...options: Parameters<typeof openSite> extends [unknown, ...infer O] ? O : []
) => {
  const made = await openSite(db, ...options)
  open.push(made)
  return made
}

const password = 'four green owls walking'
const email = 'ana@example.gov.uk'

type Account = {
  readonly id: string
  readonly key: string
  readonly codes: readonly string[]
  readonly browser: Visitor
}

/** Somebody invited who has accepted, and the browser they did it in. */
async function account(at: TestSite, roles: readonly Role[] = ['director']): Promise<Account> {
  const by = { actor: 'test', at: at.clock.at }
  const invited = await invite(db, at.council.code, { name: 'Ana Example', email, roles }, by)
  if (invited.kind !== 'invited') throw new Error('not invited')
  const browser = visitor(at.app)
  const page = await browser.get(invited.path)
  const key = keyOn(page.body)
  const done = await browser.post(invited.path, {
    password,
    again: password,
    code: codeAt(key, at.clock.at),
    enrolment: fieldOn(page.body, 'enrolment'),
  })
  expect(done.statusCode).toBe(200)
  const codes = [...done.body.matchAll(/<code>([A-Z2-9]{5}-[A-Z2-9]{5})<\/code>/g)].map(
    found => found[1] ?? '',
  )
  at.pass(1)
  return { id: invited.userId, key, codes, browser }
}

const lastActions = (at: TestSite, limit = 3) =>
  db.as(at.council.code, async trx => (await readJournal(trx, { limit })).map(line => line.action))

async function typePassword(browser: Visitor, typed = password, as = email, next = '') {
  await browser.get(`/sign-in${next}`)
  return browser.post('/sign-in', {
    email: as,
    password: typed,
    next: fieldOn(browser.page, 'next'),
  })
}

async function typeCode(browser: Visitor, code: string) {
  await browser.get('/sign-in/code')
  return browser.post('/sign-in/code', { code })
}

describe('an invitation', () => {
  test('leads to an account, signs in, and is good once', async () => {
    const at = await site()
    const by = { actor: 'test', at: at.clock.at }
    const invited = await invite(
      db,
      at.council.code,
      { name: 'Ana Example', email, roles: ['director'] },
      by,
    )
    if (invited.kind !== 'invited') throw new Error('not invited')
    const browser = visitor(at.app)
    const page = await browser.get(invited.path)
    expect(page.statusCode).toBe(200)
    const key = keyOn(page.body)
    expect(key).toHaveLength(32)
    expect(page.body).toContain('otpauth://totp/Sightline:ana%40example.gov.uk?')
    const enrolment = fieldOn(page.body, 'enrolment')
    expect(enrolment).not.toContain(key)

    const wrong = await browser.post(invited.path, {
      password: 'short',
      again: 'other',
      code: '000',
      enrolment,
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('must be 12 characters or more')
    expect(wrong.body).toContain('The two passwords must be the same')
    // The app that was set up meanwhile is still the right one.
    expect(keyOn(wrong.body)).toBe(key)

    const form = { password, again: password, code: codeAt(key, at.clock.at), enrolment }
    const done = await browser.post(invited.path, form)
    expect(done.body.match(/<li><code>/g)).toHaveLength(8)
    expect((await browser.get('/children')).statusCode).toBe(200)
    expect(await lastActions(at)).toEqual(['sign-in.succeeded', 'credentials.set', 'user.invited'])

    const other = visitor(at.app)
    expect((await other.get(invited.path)).statusCode).toBe(410)
    other.form = browser.form
    const again = await browser.post(invited.path, form)
    expect([403, 410]).toContain(again.statusCode)
  })

  test('is over after 72 hours, when a newer one is made, and when it is altered', async () => {
    const at = await site()
    const by = { actor: 'test', at: at.clock.at }
    const first = await invite(
      db,
      at.council.code,
      { name: 'Ana Example', email, roles: ['director'] },
      by,
    )
    if (first.kind !== 'invited') throw new Error('not invited')
    const browser = visitor(at.app)
    at.pass(72 * 60 - 1)
    expect((await browser.get(first.path)).statusCode).toBe(200)
    at.pass(1)
    expect((await browser.get(first.path)).statusCode).toBe(410)
    const second = await inviteAgain(db, at.council.code, first.userId, {
      actor: 'test',
      at: at.clock.at,
    })
    const third = await inviteAgain(db, at.council.code, first.userId, {
      actor: 'test',
      at: at.clock.at,
    })
    expect((await browser.get(second.path)).statusCode).toBe(410)
    expect((await browser.get(third.path.replace(at.council.code, 'OTHER'))).statusCode).toBe(410)
    expect((await browser.get(third.path)).statusCode).toBe(200)
  })

  test('of two who use it at once, one has the account', async () => {
    const at = await site()
    const by = { actor: 'test', at: at.clock.at }
    const invited = await invite(
      db,
      at.council.code,
      { name: 'Ana Example', email, roles: ['director'] },
      by,
    )
    if (invited.kind !== 'invited') throw new Error('not invited')
    const answers = await Promise.all(
      ['192.0.2.1', '192.0.2.2'].map(async ip => {
        const browser = visitor(at.app, ip)
        const { body } = await browser.get(invited.path)
        const code = codeAt(keyOn(body), at.clock.at)
        return browser.post(invited.path, {
          password,
          again: password,
          code,
          enrolment: fieldOn(body, 'enrolment'),
        })
      }),
    )
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 410])
  })

  test('is not made twice for one address', async () => {
    const at = await site()
    const { id } = await account(at)
    const by = { actor: 'test', at: at.clock.at }
    const again = await invite(
      db,
      at.council.code,
      { name: 'Other', email: ` ${email.toUpperCase()}`, roles: ['clerk'] },
      by,
    )
    expect(again).toEqual({ kind: 'known', userId: id })
  })
})

describe('signing in', () => {
  test('takes the password and the code, and leads to the page that was asked for', async () => {
    const at = await site()
    const { key } = await account(at)
    const browser = visitor(at.app)
    const sent = await browser.get('/children?team=A%20B')
    expect(sent.statusCode).toBe(303)
    expect(sent.headers.location).toBe('/sign-in?next=%2Fchildren%3Fteam%3DA%2520B')
    const first = await typePassword(
      browser,
      password,
      'ANA@example.gov.uk ',
      '?next=%2Fchildren%3Fteam%3DA%2520B',
    )
    expect(first.headers.location).toBe('/sign-in/code')
    expect((await browser.get('/children')).statusCode).toBe(303)
    const second = await typeCode(browser, codeAt(key, at.clock.at))
    expect(second.headers.location).toBe('/children?team=A%20B')
    expect((await browser.follow(second)).statusCode).toBe(200)
    expect(await lastActions(at, 1)).toEqual(['sign-in.succeeded'])
  })

  test('says the same of a wrong password and of an account that is not there', async () => {
    const at = await site()
    await account(at)
    const browser = visitor(at.app)
    const bare = (body: string) => body.replace(/value="[^"]*"/g, '')
    const wrong = await typePassword(browser, 'another password')
    const unknown = await typePassword(browser, 'another password', 'nobody@example.gov.uk')
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422])
    expect(wrong.body).toContain('The email address or the password is not right.')
    expect(bare(wrong.body)).toBe(bare(unknown.body))
    expect(wrong.body).not.toContain('another password')
  })

  test('a code is good once, for its minute and a half, and five times at most', async () => {
    const at = await site()
    const { key } = await account(at)
    const code = codeAt(key, at.clock.at)
    const first = visitor(at.app)
    await typePassword(first)
    expect((await typeCode(first, code)).statusCode).toBe(303)
    const second = visitor(at.app)
    await typePassword(second)
    expect((await typeCode(second, code)).statusCode).toBe(422)
    expect(
      (await typeCode(second, codeAt(key, new Date(at.clock.at.getTime() + 120_000)))).statusCode,
    ).toBe(422)
    for (let i = 0; i < 2; i++) expect((await typeCode(second, 'ABCDEFGHJK')).statusCode).toBe(422)
    const fifth = await typeCode(second, '000000')
    expect(fifth.headers.location).toBe('/sign-in')
    at.pass(1)
    // Even the right one now: the password is asked for again.
    expect((await typeCode(second, codeAt(key, at.clock.at))).headers.location).toBe('/sign-in')
  })

  test('the code has to come within five minutes of the password', async () => {
    const at = await site()
    const { key } = await account(at)
    const browser = visitor(at.app)
    await typePassword(browser)
    at.pass(5)
    expect((await typeCode(browser, codeAt(key, at.clock.at))).headers.location).toBe('/sign-in')
  })

  test('a recovery code stands in for the app, once, however it is typed', async () => {
    const at = await site()
    const { codes } = await account(at)
    expect(codes).toHaveLength(8)
    const browser = visitor(at.app)
    await typePassword(browser)
    const typed = ` ${(codes[0] ?? '').toLowerCase().replace('-', ' ')} `
    expect((await typeCode(browser, typed)).headers.location).toBe('/')
    expect((await browser.get('/children')).statusCode).toBe(200)
    const again = visitor(at.app)
    await typePassword(again)
    expect((await typeCode(again, codes[0] ?? '')).statusCode).toBe(422)
  })

  test('a form without its token is refused', async () => {
    const at = await site()
    await account(at)
    const browser = visitor(at.app)
    await browser.get('/sign-in')
    browser.form = ''
    expect((await browser.post('/sign-in', { email, password })).statusCode).toBe(403)
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%0d%0aLocation:x',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-out',
    '/../..//evil.example',
  ])('leads to no other site: %j', async next => {
    const at = await site()
    const { key } = await account(at)
    const browser = visitor(at.app)
    await browser.get('/sign-in')
    await browser.post('/sign-in', { email, password, next })
    const done = await typeCode(browser, codeAt(key, at.clock.at))
    const to = new URL(String(done.headers.location), 'http://here.example')
    expect(to.origin).toBe('http://here.example')
    expect(to.pathname).not.toContain('evil')
  })
})

describe('guessing', () => {
  test('is slowed down from where it comes, and the owner signs in meanwhile from elsewhere', async () => {
    const at = await site()
    const { key } = await account(at)
    const stranger = visitor(at.app, '203.0.113.9')
    for (let guess = 0; guess < 5; guess++) {
      const answer = await typePassword(stranger, `wrong password ${guess}`)
      expect(answer.body).toContain('is not right')
    }
    expect(await lastActions(at, 2)).toEqual(['sign-in.failed', 'sign-in.locked'])
    // Even the right password now, from there: it is not looked at.
    expect((await typePassword(stranger)).body).toContain('Wait a minute and try again')
    const owner = visitor(at.app, '192.0.2.77')
    await typePassword(owner)
    expect((await typeCode(owner, codeAt(key, at.clock.at))).statusCode).toBe(303)
    at.pass(1)
    expect((await typePassword(stranger)).headers.location).toBe('/sign-in/code')
  })

  test('from the owner’s own network does not keep out a browser they have used before', async () => {
    const at = await site()
    const { key, browser } = await account(at)
    const stranger = visitor(at.app)
    for (let guess = 0; guess < 7; guess++) await typePassword(stranger, 'wrong password')
    const fresh = visitor(at.app)
    expect((await typePassword(fresh)).statusCode).toBe(422)
    const device = browser.cookies.get('device') ?? ''
    const known = visitor(at.app, '192.0.2.1', new Map([['device', device]]))
    await typePassword(known)
    expect((await typeCode(known, codeAt(key, at.clock.at))).statusCode).toBe(303)
    // A cookie of somebody's making, or for another account, exempts from nothing.
    for (const forged of [`${'a'.repeat(22)}.${'b'.repeat(43)}`, device.replace(/.$/, '~')]) {
      const liar = visitor(at.app, '192.0.2.1', new Map([['device', forged]]))
      expect((await typePassword(liar)).statusCode).toBe(422)
    }
  })

  test('waits grow, also for an account that is not there', async () => {
    const at = await site()
    await account(at)
    const waits = async (as: string) => {
      const stranger = visitor(at.app, `198.51.100.${as.length}`)
      const found: string[] = []
      for (let guess = 0; guess < 8; guess++) {
        await typePassword(stranger, 'wrong password', as)
        let minutes = 0
        while ((await typePassword(stranger, 'wrong password', as)).body.includes('Wait')) {
          at.pass(0.5)
          minutes += 0.5
          if (minutes > 100) break
        }
        found.push(String(minutes))
      }
      return found
    }
    const known = await waits(email)
    expect(known).toEqual(await waits('nobody-at-all@example.gov.uk'))
    expect(known.map(Number)).toEqual(known.map(Number).sort((a, b) => a - b))
  })

  test('a hundred at once are a hundred', async () => {
    const at = await site()
    await account(at)
    const stranger = visitor(at.app, '203.0.113.10')
    await stranger.get('/sign-in')
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        stranger.post('/sign-in', { email, password: 'wrong password' }),
      ),
    )
    const looked = answers.filter(answer => answer.body.includes('is not right'))
    expect(looked).toHaveLength(5)
  })
})

describe('a session', () => {
  test('is over after half an hour without use', async () => {
    const at = await site()
    const { browser } = await account(at)
    for (let i = 0; i < 3; i++) {
      at.pass(28)
      expect((await browser.get('/children')).statusCode).toBe(200)
    }
    at.pass(30)
    expect((await browser.get('/children')).statusCode).toBe(303)
    // It does not come back to life.
    at.clock.at = new Date(at.clock.at.getTime() - 20 * 60_000)
    expect((await browser.get('/children')).statusCode).toBe(303)
  })

  test('is over after twelve hours, however much it is used', async () => {
    const at = await site()
    const { browser } = await account(at)
    for (let used = 1; used < 12 * 60 - 1; used += 25) {
      expect((await browser.get('/children')).statusCode).toBe(200)
      at.pass(25)
    }
    at.pass(25)
    expect((await browser.get('/children')).statusCode).toBe(303)
  })

  test('is another after signing in: what was there before is worth nothing', async () => {
    const at = await site()
    const { key } = await account(at)
    const fixed = `${at.council.code}.${'A'.repeat(43)}`
    const victim = visitor(at.app, '192.0.2.5', new Map([['session', fixed]]))
    await typePassword(victim)
    await typeCode(victim, codeAt(key, at.clock.at))
    expect(victim.cookies.get('session')).not.toBe(fixed)
    expect((await victim.get('/children')).statusCode).toBe(200)
    const attacker = visitor(at.app, '192.0.2.6', new Map([['session', fixed]]))
    expect((await attacker.get('/children')).statusCode).toBe(303)
    // Signing in anew ends the session that the same browser had.
    const still = victim.copy()
    at.pass(1)
    const begun = visitor(at.app, '192.0.2.5')
    await typePassword(begun)
    victim.cookies.set('sign-in', begun.cookies.get('sign-in') ?? '')
    await typeCode(victim, codeAt(key, at.clock.at))
    expect((await victim.get('/children')).statusCode).toBe(200)
    expect((await still.get('/children')).statusCode).toBe(303)
  })

  test('ends at once for whoever signs out, signs out everywhere or is signed out', async () => {
    const at = await site()
    const { key, browser, id } = await account(at)
    const second = visitor(at.app)
    await typePassword(second)
    await typeCode(second, codeAt(key, at.clock.at))
    const stolen = second.copy()
    await second.get('/account')
    expect(second.page).toContain('Firefox on Windows')
    const out = await second.post('/sign-out', {})
    expect(out.headers.location).toBe('/signed-out')
    expect((await stolen.get('/children')).statusCode).toBe(303)
    expect((await browser.get('/children')).statusCode).toBe(200)

    at.pass(1)
    const third = visitor(at.app)
    await typePassword(third)
    await typeCode(third, codeAt(key, at.clock.at))
    await third.get('/account')
    await third.post('/account/sessions', { session: 'all' })
    expect((await browser.get('/children')).statusCode).toBe(303)

    at.pass(1)
    const fourth = visitor(at.app)
    await typePassword(fourth)
    await typeCode(fourth, codeAt(key, at.clock.at))
    expect((await fourth.get('/children')).statusCode).toBe(200)
    const change = { authority: at.council.code, actor: 'test', at: at.clock.at, userId: id }
    await changeRole(db, change, 'administrator', { from: 0, until: null })
    expect((await fourth.get('/children')).statusCode).toBe(303)
  })

  test('is none for whoever is disabled, nor can they sign in', async () => {
    const at = await site()
    const { browser, id } = await account(at, ['administrator', 'director'])
    const by = { actor: 'test', at: at.clock.at }
    await invite(
      db,
      at.council.code,
      { name: 'Other Example', email: 'other@example.gov.uk', roles: ['administrator'] },
      by,
    )
    await changeState(db, { authority: at.council.code, userId: id, ...by }, 'disabled')
    expect((await browser.get('/children')).statusCode).toBe(303)
    expect((await typePassword(visitor(at.app))).body).toContain('is not right')
  })

  test('of one council is none of another, whatever stands before its token', async () => {
    const [here, there] = [await site(), await site()]
    const { browser } = await account(here)
    const cookie = browser.cookies.get('session') ?? ''
    const moved = cookie.replace(here.council.code, there.council.code)
    const guest = visitor(there.app, '192.0.2.1', new Map([['session', moved]]))
    expect((await guest.get('/children')).statusCode).toBe(303)
  })

  test('over https has a cookie that no other site can set or read', async () => {
    const at = await site({ settings: { https: true, publicUrl: 'https://sightline.example' } })
    const { browser } = await account(at)
    expect(browser.cookies.has('__Host-session')).toBe(true)
    const out = await (await browser.get('/account'), browser.post('/sign-out', {}))
    const set = [out.headers['set-cookie'] ?? []]
      .flat()
      .find(each => each.startsWith('__Host-session='))
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/Secure/)
    expect(set).toMatch(/SameSite=Lax/)
    expect(set).not.toMatch(/Domain/)
  })
})

describe('somebody who is signed in', () => {
  test('changes their password with the one they have, and is signed out elsewhere', async () => {
    const at = await site()
    const { key, browser } = await account(at)
    const other = visitor(at.app)
    await typePassword(other)
    await typeCode(other, codeAt(key, at.clock.at))
    await browser.get('/account/password')
    const change = (current: string, next: string, again = next) =>
      browser.post('/account/password', { current, password: next, again })
    expect((await change('wrong one', 'seven red herons resting')).body).toContain(
      'not your password',
    )
    expect((await change(password, 'short')).body).toContain('12 characters or more')
    expect((await change(password, 'seven red herons resting', 'x')).body).toContain(
      'must be the same',
    )
    expect((await other.get('/children')).statusCode).toBe(200)
    expect((await change(password, 'seven red herons resting')).headers.location).toBe('/account')
    expect((await other.get('/children')).statusCode).toBe(303)
    expect((await browser.get('/children')).statusCode).toBe(200)
    expect((await typePassword(visitor(at.app))).statusCode).toBe(422)
    const fresh = visitor(at.app)
    expect((await typePassword(fresh, 'seven red herons resting')).headers.location).toBe(
      '/sign-in/code',
    )
    await change('guess', 'x')
    for (let guess = 0; guess < 5; guess++) await change('guess', 'x')
    expect((await change('seven red herons resting', password)).body).toContain('too many tries')
  })

  test('gets new recovery codes, and the old ones are over', async () => {
    const at = await site()
    const { codes, browser } = await account(at)
    expect((await browser.get('/account')).body).toContain('8 of 8 are left')
    await browser.get('/account/recovery-codes')
    const done = await browser.post('/account/recovery-codes', { current: password })
    const fresh = [...done.body.matchAll(/<code>([A-Z2-9]{5}-[A-Z2-9]{5})<\/code>/g)].map(
      found => found[1] ?? '',
    )
    expect(fresh).toHaveLength(8)
    const other = visitor(at.app)
    await typePassword(other)
    expect((await typeCode(other, codes[1] ?? '')).statusCode).toBe(422)
    expect((await typeCode(other, fresh[1] ?? '')).statusCode).toBe(303)
    expect((await other.get('/account')).body).toContain('7 of 8 are left')
  })
})

describe('who may not', () => {
  test('is told so and stays signed in', async () => {
    const at = await site()
    const { browser } = await account(at, ['clerk'])
    const answer = await browser.get('/children')
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Your role does not include this page')
    expect((await browser.get('/figures')).statusCode).toBe(200)
  })
})

test('what is held about a user can be handed over, and what is over is forgotten', async () => {
  const at = await site()
  const { id, browser } = await account(at)
  await typePassword(visitor(at.app), 'wrong password here')
  expect(await heldAboutUser(db, at.council.code, id)).toMatchObject({
    name: 'Ana Example',
    email,
    signsInWith: 'password and app',
    recoveryCodesLeft: 8,
    roles: [{ role: 'director', from: '2026-11-21', until: null }],
    sessions: [{ way: 'password', browser: 'Firefox on Windows' }],
  })
  expect(await heldAboutUser(db, 'OTHER', id)).toBeNull()
  const forget = (before: Date) =>
    db.as(at.council.code, async trx => {
      const counted = await oldSignIns.count(trx, before)
      expect(await oldSignIns.forgetSessions(trx, before)).toBe(counted.sessions)
      expect(await oldSignIns.forgetAttempts(trx, before)).toBe(counted.attempts)
      return counted
    })
  const none = { sessions: 0, attempts: 0 }
  expect(await forget(new Date(at.clock.at.getTime() - 600_000))).toEqual(none)
  expect((await browser.get('/children')).statusCode).toBe(200)
  at.pass(60 * 24 * 7)
  expect(await forget(at.clock.at)).toEqual({ sessions: 2, attempts: 2 })
  expect(await forget(at.clock.at)).toEqual(none)
})

test('no password, code, token, name or address is in the log, the journal or the clear', async () => {
  const at = await site()
  const { key, codes, browser } = await account(at)
  const session = browser.cookies.get('session') ?? ''
  await typePassword(visitor(at.app), 'wrong password here')
  const journal = await db.as(at.council.code, trx => readJournal(trx, { limit: 100 }))
  const spoken = JSON.stringify(journal) + at.lines.join('\n')
  for (const secret of [
    password,
    'wrong password here',
    key,
    codes[0] ?? '',
    session.slice(8),
    email,
    'Ana',
  ])
    expect(spoken).not.toContain(secret)
  const { sql } = await import('kysely')
  const { rows } = await sql<{ all: string }>`
    select (select json_agg(c)::text from people.credentials c) || (select json_agg(s)::text from people.sessions s)
      || (select json_agg(i)::text from people.invitations i) || (select json_agg(a)::text from people.attempts a) as all`.execute(
    db.owner,
  )
  for (const secret of [password, key, codes[0] ?? '', session.split('.')[1] ?? '', '192.0.2'])
    expect(rows[0]?.all).not.toContain(secret)
  const faults = await Array.fromAsync(verifyJournal(db, at.council.code))
  expect(faults).toEqual([])
})
