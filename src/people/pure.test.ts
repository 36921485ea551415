import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { browserName } from './browser-name.ts'
import { deviceCookie, knownDevice } from './device.ts'
import { isOtherTenant } from './oidc.ts'
import { ownPath, signInPath } from './own-path.ts'
import { passwordFault } from './passwords.ts'
import { personasOn, refusePersonas } from './personas-on.ts'
import { roles } from './roles.ts'
import { newRecoveryCodes, qrPath, stepOfCode } from './secrets/codes.ts'
import { hashPassword, isCheaper, isPassword, passwordCost } from './secrets/password-hash.ts'
import { keysFrom, seal, unseal } from './secrets/seal.ts'
import { seesChildrenOf } from './sees.ts'
import { isLive, readToken, tokenFor } from './session.ts'
import { peopleEnvironment, peopleSettings } from './settings.ts'
import { accountFromPlace, sourceOf, waitsOf } from './throttle.ts'
import { dayIn, holdsOn, viewerOn } from './user.ts'

const keys = keysFrom('a secret of at least thirty-two characters')

describe('a path to go on to', () => {
  test.each([
    ['/indicators/CLA-01?month=2026-10', '/indicators/CLA-01?month=2026-10'],
    ['/a%20b', '/a%20b'],
    [undefined, '/'],
    ['', '/'],
    ['indicators', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/a\\b', '/'],
    ['https://evil.example/', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['/sign-in', '/'],
    ['/sign-out?x', '/'],
    [`/${'a'.repeat(3000)}`, '/'],
  ])('%j is %j', (asked, path) => expect(ownPath(asked)).toBe(path))

  test('is of this site, whatever was asked for', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      ':',
      '@',
      '\t',
      '\r',
      '%2f',
      'evil.example',
      'http:',
      '?',
      '#',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(parts => parts.join('')),
        ),
        asked => {
          const path = ownPath(asked)
          expect(path).toMatch(/^\/(?![/\\])/)
          expect(new URL(path, 'https://here.example').host).toBe('here.example')
          expect(ownPath(path)).toBe(path)
          expect(new URL(signInPath(asked), 'https://here.example').host).toBe('here.example')
        },
      ),
    )
  })
})

describe('codes of an app', () => {
  // RFC 6238, appendix B: the last six of the eight digits of SHA-1, whose secret is this in base 32.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d seconds it is %s', (seconds, code) => {
    const at = (s: number) => new Date(s * 1000)
    const step = Math.floor(seconds / 30)
    expect(stepOfCode(secret, code, at(seconds))).toBe(step)
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, at(seconds))).toBe(step)
    // A phone's clock may be half a minute off, and not more than that.
    expect(stepOfCode(secret, code, at((step - 1) * 30))).toBe(step)
    expect(stepOfCode(secret, code, at((step + 1) * 30 + 29))).toBe(step)
    expect(stepOfCode(secret, code, at((step - 2) * 30 + 29))).toBeNull()
    expect(stepOfCode(secret, code, at((step + 2) * 30))).toBeNull()
  })

  test('anything else is no code', () => {
    for (const code of ['', '12345', '1234567', 'abcdef', '-12345', '1e5000'])
      expect(stepOfCode(secret, code, new Date(0))).toBeNull()
  })

  test('recovery codes are eight, and none twice', () => {
    const codes = newRecoveryCodes()
    expect(codes).toHaveLength(8)
    expect(new Set(codes).size).toBe(8)
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/)
  })

  test('a QR code has its three corners and a margin of four', () => {
    const { path, width } = qrPath('otpauth://totp/Sightline:ana')
    const dark = new Set(
      [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(found => `${found[1]},${found[2]}`),
    )
    for (const [x, y] of [
      [4, 4],
      [width - 11, 4],
      [4, width - 11],
    ] as const)
      for (let i = 0; i < 7; i++) expect(dark.has(`${x + i},${y}`)).toBe(true)
    expect(
      [...dark].every(at => at.split(',').every(n => Number(n) >= 4 && Number(n) < width - 4)),
    ).toBe(true)
  })
})

describe('passwords', () => {
  const cheap = { logN: 10, r: 8, p: 1 }
  test('are hashed as OWASP asks, and the hash says how', async () => {
    expect(passwordCost).toEqual({ logN: 17, r: 8, p: 1 })
    const hash = await hashPassword('four green owls walking', passwordCost)
    expect(hash).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(await isPassword('four green owls walking', hash, passwordCost)).toBe(true)
    expect(await isPassword('four green owls walkinG', hash, cheap)).toBe(false)
  })

  test('give another hash each time, and none fits without one', async () => {
    const [one, two] = [await hashPassword('same', cheap), await hashPassword('same', cheap)]
    expect(one).not.toBe(two)
    expect(isCheaper(one, cheap)).toBe(false)
    expect(isCheaper(one, passwordCost)).toBe(true)
    expect(await isPassword('same', undefined, cheap)).toBe(false)
  })

  test('are the same on another keyboard', async () => {
    const hash = await hashPassword('caf\u00e9 with owls', cheap)
    expect(await isPassword('cafe\u0301 with owls', hash, cheap)).toBe(true)
  })

  const owner = { name: 'Ana O’Example-Smith', email: 'a.marples@example.gov.uk' }
  test.each([
    'short',
    'elevenchars',
    'password1234',
    'Password123!',
    'P@ssw0rd2026',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'councilcouncil',
    'Sightline2026',
    'november2026!',
    'qwertyuiop123',
    'owls and smith',
    'i am MARPLES ok',
    'x'.repeat(201),
  ])('%j is refused', password => expect(passwordFault(password, owner)).not.toBeNull())
  test.each([
    'four green owls walking',
    'correct horse battery',
    'ünïcödé änd mörê',
    '7Zq!mmP-k2x0',
    'x y z w v u t s!',
  ])('%j is taken', password => expect(passwordFault(password, owner)).toBeNull())
})

describe('what is sealed', () => {
  test('opens with its key for what it belongs to, and for nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, bound, other) => {
        const sealed = seal(keys.seal, text, bound)
        expect(unseal(keys.seal, sealed, bound)).toBe(text)
        expect(unseal(keys.seal, sealed, `${bound}${other}.`)).toBeNull()
        expect(unseal(keys.device, sealed, bound)).toBeNull()
      }),
    )
  })

  test('does not open when any of it is altered', () => {
    const sealed = seal(keys.seal, 'a secret', 'ana')
    for (let at = 0; at < sealed.length; at++) {
      const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      expect(unseal(keys.seal, altered, 'ana')).toBeNull()
    }
    for (const junk of ['', 'v1', 'v1...', 'v1.a.b.c'])
      expect(unseal(keys.seal, junk, 'ana')).toBeNull()
  })
})

test('a token has 256 bits, and nothing else is one', () => {
  const { value, hash } = tokenFor('E10000013')
  expect(readToken(value)).toEqual({ authority: 'E10000013', hash })
  expect(Buffer.from(value.split('.')[1] ?? '', 'base64url')).toHaveLength(32)
  for (const junk of [
    undefined,
    '',
    'x',
    `${value}A`,
    value.replace('.', ' '),
    `'or 1=1--.${value.slice(10)}`,
  ])
    expect(readToken(junk)).toBeNull()
})

test('a browser is known to the accounts that signed in from it, five at most', () => {
  const account = (n: number) => ({ authority: 'OWN', email: `${n}@example.gov.uk` })
  let cookie: string | undefined
  for (let n = 0; n < 7; n++) cookie = deviceCookie(keys.device, cookie, account(n))
  const known = [0, 1, 2, 3, 4, 5, 6].map(
    n => knownDevice(keys.device, cookie, account(n)) !== null,
  )
  expect(known).toEqual([false, false, true, true, true, true, true])
  expect(knownDevice(keys.device, cookie, { ...account(6), authority: 'OTHER' })).toBeNull()
  expect(knownDevice(keys.seal, cookie, account(6))).toBeNull()
})

test('waits begin after five failures, double, and end growing at an hour', () => {
  expect(waitsOf(accountFromPlace)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600])
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the source of %s is %s', (ip, source) => expect(sourceOf(ip)).toBe(source))

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1',
    'Safari on iPhone or iPad',
  ],
  ['<script>', 'A browser'],
  [undefined, 'A browser'],
])('a browser is told by %j', (header, name) => expect(browserName(header)).toBe(name))

test('a role holds on its first day and on all before the last', () => {
  const span = { id: '', from: 10, until: 12 }
  expect([9, 10, 11, 12].map(day => holdsOn(span, day))).toEqual([false, true, true, false])
  const role = { ...span, role: 'clerk', source: 'given' } as const
  const user = {
    id: 'u',
    issuer: null,
    name: 'Ana',
    email: null,
    state: 'active',
    roles: [role],
    teams: [],
  } as const
  expect(viewerOn(user, 'OWN', 11).roles).toEqual(['clerk', 'public'])
  expect(viewerOn(user, 'OWN', 12).roles).toEqual(['public'])
})

test('a day is the day it is in London', () => {
  expect(dayIn(new Date('2026-06-30T23:30:00Z')) - dayIn(new Date('2026-06-30T22:30:00Z'))).toBe(1)
  expect(dayIn(new Date('2026-11-21T23:59:59Z'))).toBe(Date.UTC(2026, 10, 21) / 86_400_000)
})

test('whose children each role sees', () => {
  const sees = (...held: (typeof roles)[number][]) =>
    seesChildrenOf({ id: 'u', name: 'Ana', authority: 'OWN', roles: held, teams: ['North'] })
  const by = Map.groupBy(roles, role => JSON.stringify(sees(role)))
  expect(by.get('"all"')).toEqual(['director', 'leadership', 'quality-lead', 'auditor', 'analyst'])
  expect(by.get('{"teams":["North"]}')).toEqual(['team-manager', 'practitioner'])
  expect(sees('member', 'director')).toBe('none')
  expect(sees()).toBe('none')
})

test('a session lives within both limits', () => {
  const at = (minutes: number) => new Date(minutes * 60_000)
  const session = {
    id: '',
    userId: '',
    way: 'oidc',
    browser: '',
    madeAt: at(0),
    lastSeenAt: at(700),
    expiresAt: at(720),
  } as const
  const limits = { idleMinutes: 30, absoluteHours: 12 }
  expect(isLive(session, limits, at(719))).toBe(true)
  expect(isLive(session, limits, at(720))).toBe(false)
  expect(isLive({ ...session, lastSeenAt: at(600) }, limits, at(630))).toBe(false)
  // A limit that was shortened since holds for sessions that are open.
  expect(isLive(session, { ...limits, absoluteHours: 1 }, at(719))).toBe(false)
})

test('personas are for an installation that has the demonstration and nothing else', () => {
  const council = (demonstration: boolean) => ({
    code: 'X',
    name: 'Realshire',
    brandColour: null,
    demonstration,
  })
  const settings = (personas: 'auto' | 'on' | 'off') => ({ personas })
  for (const setting of ['auto', 'on'] as const) {
    expect(personasOn([council(true)], settings(setting))).toBe(true)
    expect(personasOn([council(true), council(false)], settings(setting))).toBe(false)
    expect(personasOn([], settings(setting))).toBe(false)
  }
  expect(personasOn([council(true)], settings('off'))).toBe(false)
  expect(refusePersonas([council(true), council(false)], settings('on'))).toContain('Realshire')
  expect(refusePersonas([council(true), council(false)], settings('auto'))).toBeNull()
  expect(refusePersonas([council(true)], settings('on'))).toBeNull()
})

describe('the environment', () => {
  const Environment = z.object(peopleEnvironment)
  const read = (env: Record<string, string>) => {
    const parsed = Environment.safeParse(env)
    return parsed.success
      ? peopleSettings(parsed.data)
      : parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join(' ')
  }

  test('with nothing in it gives local accounts and the usual limits', () => {
    expect(read({})).toMatchObject({
      oidc: null,
      https: false,
      personas: 'auto',
      sessions: { idleMinutes: 30, absoluteHours: 12 },
    })
  })

  test('of a council with Microsoft Entra ID', () => {
    const issuer = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'
    const settings = read({
      PUBLIC_URL: 'https://sightline.example/',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'id',
      OIDC_ROLES: 'QA=quality-lead, Sightline.Admin=administrator',
    })
    if (typeof settings === 'string') throw new Error(settings)
    expect(settings.publicUrl).toBe('https://sightline.example')
    expect(settings.https).toBe(true)
    expect([...(settings.oidc?.roleOf ?? [])]).toEqual([
      ['QA', 'quality-lead'],
      ['Sightline.Admin', 'administrator'],
    ])
    expect(isOtherTenant(issuer, '9188040d-6c67-4c5b-b112-36a304b66dad')).toBe(false)
    expect(isOtherTenant(issuer, 'another')).toBe(true)
    expect(isOtherTenant(issuer, undefined)).toBe(true)
    expect(isOtherTenant('https://idp.example', undefined)).toBe(false)
  })

  test.each([
    [{ PUBLIC_URL: 'http://sightline.example' }, 'PUBLIC_URL must be the https address'],
    [{ PUBLIC_URL: 'https://u:p@sightline.example' }, 'PUBLIC_URL'],
    [{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, 'must name your own tenant'],
    [{ OIDC_ISSUER: 'https://idp.example' }, 'must be set together'],
    [{ OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'id' }, 'PUBLIC_URL must be set'],
    [{ OIDC_ROLES: 'Admin=king' }, 'OIDC_ROLES must be a list like'],
    [{ OIDC_ROLES: 'Everybody=public' }, 'OIDC_ROLES must be a list like'],
    [{ OIDC_SCOPE: 'profile' }, 'OIDC_SCOPE must contain openid'],
    [{ PERSONAS: 'yes' }, 'PERSONAS must be auto, on or off'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES'],
  ])('%j is refused', (env, words) => expect(read(env as Record<string, string>)).toContain(words))
})
