import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Configuration, Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJournal } from '#journal'
import { testDatabase } from '../../tests/database.ts'
import {
  openSite,
  type TestSite,
  type TestSiteOptions,
  type Visitor,
  visitor,
} from '../../tests/people.ts'
import { allUsers } from './store/users.ts'
import { invite, type OidcSettings, type Role, roles } from '#people'

const PUBLIC = 'http://127.0.0.1:4999'

/** The council's people, as its identity provider knows them. */
const known: Readonly<Record<string, { name: string; email: string; roles: string[] }>> = {
  ana: { name: 'Ana Example', email: 'Ana@example.gov.uk', roles: ['director', 'Something.Else'] },
  ben: { name: 'Ben Example', email: 'ben@example.gov.uk', roles: [] },
  cat: { name: 'Cat Example', email: 'cat@example.gov.uk', roles: ['Sightline.Manager'] },
}
let claimsOf: typeof known = known

/** A real provider, whose own pages are left out: who signs in is in the hint. */
type Idp = {
  readonly issuer: string
  readonly server: Server
  tamper: ((token: string) => string) | null
}

async function startProvider(seconds = 60): Promise<Idp> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // as: a server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const idp: Idp = { issuer, server, tamper: null }
  const configuration: Configuration = {
    clients: [
      {
        client_id: 'sightline',
        client_secret: 'a client secret for the tests alone',
        redirect_uris: [`${PUBLIC}/sign-in/callback`],
        post_logout_redirect_uris: [`${PUBLIC}/signed-out`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'roles'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AuthorizationCode: seconds },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['for the tests alone'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...claimsOf[sub] }),
    }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: 'sightline',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  }
  const provider = new Provider(issuer, configuration)
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/interaction/')) {
      const { params } = await provider.interactionDetails(ctx.req, ctx.res)
      const result = { login: { accountId: String(params['login_hint']) } }
      await provider.interactionFinished(ctx.req, ctx.res, result)
      ctx.respond = false
      return
    }
    await next()
    const body: unknown = ctx.body
    if (ctx.path === '/token' && idp.tamper && body !== null && typeof body === 'object') {
      const token: unknown = Reflect.get(body, 'id_token')
      if (typeof token === 'string') ctx.body = { ...body, id_token: idp.tamper(token) }
    }
  })
  server.on('request', provider.callback())
  return idp
}

/** Walks through the provider's redirects as a browser does, and gives where it leads back to. */
async function signInThere(start: string, as: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = new URL(start)
  url.searchParams.set('login_hint', as)
  for (let hop = 0; hop < 10; hop++) {
    if (url.href.startsWith(PUBLIC)) return `${url.pathname}${url.search}`
    const cookie = [...jar].map(pair => pair.join('=')).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`${answer.status} ${await answer.text()}`)
    url = new URL(to, url)
  }
  throw new Error('It goes round in circles.')
}

const db = await testDatabase()
const sites: TestSite[] = []
let idp: Idp
let other: Idp
beforeAll(async () => {
  idp = await startProvider()
  other = await startProvider()
})
afterAll(async () => {
  for (const site of sites) await site.app.close()
  for (const { server } of [idp, other]) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

const oidc = (changes: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: idp.issuer,
  clientId: 'sightline',
  clientSecret: 'a client secret for the tests alone',
  scope: 'openid profile email',
  rolesClaim: 'roles',
  roleOf: new Map<string, Role>([
    ...roles.map(role => [role, role] as const),
    ['Sightline.Manager', 'team-manager'],
  ]),
  ...changes,
})

async function site(options: TestSiteOptions & { oidc?: Partial<OidcSettings> } = {}) {
  const made = await openSite(db, {
    at: new Date(),
    ...options,
    settings: { publicUrl: PUBLIC, oidc: oidc(options.oidc), ...options.settings },
  })
  sites.push(made)
  return made
}

async function start(browser: Visitor, query = ''): Promise<string> {
  return String((await browser.get(`/sign-in/start${query}`)).headers.location)
}

const failures = (at: TestSite) =>
  db.as(at.council.code, async trx =>
    (await readJournal(trx, { limit: 50 }))
      .filter(line => line.action === 'sign-in.failed')
      .map(line => line.detail),
  )

describe('signing in with the council’s own sign-in', () => {
  test('asks with PKCE, state and nonce, and leads back to what was asked for', async () => {
    const at = await site()
    const browser = visitor(at.app)
    const page = await browser.get('/sign-in?next=%2Fchildren')
    expect(page.body).toContain('href="/sign-in/start?next=%2Fchildren"')
    const away = new URL(await start(browser, '?next=%2Fchildren'))
    expect(away.searchParams.get('response_type')).toBe('code')
    expect(away.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(away.searchParams.get(name)?.length).toBeGreaterThanOrEqual(43)
    const back = await browser.get(await signInThere(away.href, 'ana'))
    expect(back.headers.location).toBe('/children')
    expect((await browser.follow(back)).body).toContain('Ana Example')
    const [user] = await db.as(at.council.code, allUsers)
    expect(user).toMatchObject({
      issuer: idp.issuer,
      name: 'Ana Example',
      email: 'ana@example.gov.uk',
    })
    expect(user?.roles.map(each => [each.role, each.source])).toEqual([['director', 'claim']])
  })

  test('maps roles by the table, and follows what the provider says at each sign-in', async () => {
    const at = await site()
    const browser = visitor(at.app)
    await browser.get(await signInThere(await start(browser), 'cat'))
    expect((await browser.get('/children')).statusCode).toBe(200)
    claimsOf = {
      ...known,
      cat: { name: 'Cat Married', email: 'cat@example.gov.uk', roles: ['clerk'] },
    }
    const second = visitor(at.app)
    await second.get(await signInThere(await start(second), 'cat'))
    claimsOf = known
    expect((await second.get('/children')).statusCode).toBe(403)
    // What was a manager's session until now is none.
    expect((await browser.get('/children')).statusCode).toBe(303)
    const users = await db.as(at.council.code, allUsers)
    expect(users.map(user => user.name)).toEqual(['Cat Married'])
  })

  test('from two windows at once makes one account', async () => {
    const at = await site()
    const windows = [visitor(at.app), visitor(at.app)]
    const backs = await Promise.all(
      windows.map(async each => signInThere(await start(each), 'ana')),
    )
    const answers = await Promise.all(windows.map((each, i) => each.get(backs[i] ?? '')))
    expect(answers.map(answer => answer.statusCode)).toEqual([303, 303])
    expect(await db.as(at.council.code, allUsers)).toHaveLength(1)
  })

  test('lets in nobody who has no role, and keeps nothing of them', async () => {
    const at = await site()
    const browser = visitor(at.app)
    const back = await browser.get(await signInThere(await start(browser), 'ben'))
    expect(back.statusCode).toBe(403)
    expect(back.body).toContain('you have no role in Sightline')
    expect(await db.as(at.council.code, allUsers)).toEqual([])
  })

  test('an invitation makes the account of whoever opens it theirs, with the roles it gives', async () => {
    const at = await site()
    const by = { actor: 'test', at: at.clock.at }
    const guest = { name: 'Ben', email: 'ben@example.gov.uk', roles: ['auditor'] as const }
    const invited = await invite(db, at.council.code, guest, by)
    if (invited.kind !== 'invited') throw new Error('not invited')
    const browser = visitor(at.app)
    const page = await browser.get(invited.path)
    const link = /href="(\/sign-in\/start\?invitation=[^"]+)"/.exec(page.body)?.[1] ?? ''
    const away = String((await browser.get(link)).headers.location)
    await browser.get(await signInThere(away, 'ben'))
    expect((await browser.get('/figures')).body).toContain('Ben Example')
    const again = visitor(at.app)
    await again.get(await signInThere(await start(again), 'ben'))
    expect((await again.get('/figures')).statusCode).toBe(200)
    expect(await db.as(at.council.code, allUsers)).toHaveLength(1)
    expect((await visitor(at.app).get(invited.path)).statusCode).toBe(410)
  })

  test('offers to end the session there too, without a token in the address', async () => {
    const at = await site()
    const browser = visitor(at.app)
    await browser.get(await signInThere(await start(browser), 'ana'))
    await browser.get('/account')
    const out = await browser.follow(await browser.post('/sign-out', {}))
    expect(out.body).toContain(`${idp.issuer}/session/end?`)
    expect(out.body).not.toContain('id_token_hint')
  })

  test('takes no passwords', async () => {
    const at = await site()
    const browser = visitor(at.app)
    await browser.get('/people')
    const answer = await browser.post('/sign-in', { email: 'ana@example.gov.uk', password: 'x' })
    expect(answer.statusCode).toBe(403)
  })
})

/** What has become of a browser that comes back with something amiss. */
async function outcome(at: TestSite, browser: Visitor, path: string) {
  const answer = await browser.get(path)
  return {
    status: answer.statusCode,
    told: answer.body.includes('You are not signed in'),
    sent: (await browser.get('/figures')).headers.location,
    users: await db.as(at.council.code, allUsers),
  }
}
const nobody = { status: 403, told: true, sent: '/sign-in?next=%2Ffigures', users: [] }

describe('what comes back is refused', () => {
  test('with another state, another issuer, or an error', async () => {
    const at = await site()
    for (const [name, value] of [
      ['state', 'another'],
      ['iss', 'https://elsewhere.example'],
      ['iss', null],
      ['code', 'another'],
    ] as const) {
      const browser = visitor(at.app)
      const back = new URL(await signInThere(await start(browser), 'ana'), PUBLIC)
      if (value === null) back.searchParams.delete(name)
      else back.searchParams.set(name, value)
      expect(await outcome(at, browser, `${back.pathname}${back.search}`)).toEqual(nobody)
    }
    const browser = visitor(at.app)
    const state = new URL(await start(browser)).searchParams.get('state') ?? ''
    const error = `/sign-in/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(idp.issuer)}`
    expect(await outcome(at, browser, error)).toEqual(nobody)
    expect(await failures(at)).toHaveLength(5)
  })

  test('in another browser than the one it was begun in', async () => {
    const at = await site()
    const attacker = visitor(at.app)
    const back = await signInThere(await start(attacker), 'ana')
    const victim = visitor(at.app)
    expect(await outcome(at, victim, back)).toEqual(nobody)
    await start(victim)
    expect(await outcome(at, victim, back)).toEqual(nobody)
  })

  test('with a nonce that is not ours', async () => {
    const at = await site()
    const browser = visitor(at.app)
    const away = new URL(await start(browser))
    away.searchParams.set('nonce', 'another')
    expect(await outcome(at, browser, await signInThere(away.href, 'ana'))).toEqual(nobody)
  })

  test('with a verifier that does not fit: the code was asked for by somebody else', async () => {
    const at = await site()
    const browser = visitor(at.app)
    const away = new URL(await start(browser))
    away.searchParams.set('code_challenge', 'a'.repeat(43))
    expect(await outcome(at, browser, await signInThere(away.href, 'ana'))).toEqual(nobody)
  })

  test('a second time, even with the cookie of the first', async () => {
    const at = await site()
    const browser = visitor(at.app)
    const away = await start(browser)
    const thief = browser.copy()
    const back = await signInThere(away, 'ana')
    expect((await browser.get(back)).statusCode).toBe(303)
    const again = await thief.get(back)
    expect(again.statusCode).toBe(403)
    expect((await thief.get('/figures')).statusCode).toBe(303)
  })

  test('after ten minutes', async () => {
    const at = await site()
    const browser = visitor(at.app)
    const back = await signInThere(await start(browser), 'ana')
    at.pass(10)
    expect(await outcome(at, browser, back)).toEqual(nobody)
  })

  test('with a code that the provider has let expire', async () => {
    const short = await startProvider(1)
    const at = await site({ oidc: { issuer: short.issuer } })
    const browser = visitor(at.app)
    const back = await signInThere(await start(browser), 'ana')
    await pause(2100)
    expect(await outcome(at, browser, back)).toEqual(nobody)
    expect(await failures(at)).toEqual([{ because: 'invalid_grant' }])
    short.server.closeAllConnections()
    await new Promise(resolve => short.server.close(resolve))
  })

  const claims = (token: string, changes: object): string => {
    const [head = '', body = '', signature = ''] = token.split('.')
    const read: unknown = JSON.parse(Buffer.from(body, 'base64url').toString())
    const text = JSON.stringify({ ...(read as object), ...changes }) // as: a token's body is an object
    return [head, Buffer.from(text).toString('base64url'), signature].join('.')
  }
  test.each([
    ['a role added', (token: string) => claims(token, { roles: ['administrator'] })],
    ['another subject', (token: string) => claims(token, { sub: 'ben' })],
    ['no signature', (token: string) => `${token.split('.').slice(0, 2).join('.')}.`],
    [
      'an algorithm of none',
      (token: string) =>
        [Buffer.from('{"alg":"none"}').toString('base64url'), token.split('.')[1], ''].join('.'),
    ],
  ])('with a token that was tampered with: %s', async (_what, tamper) => {
    const at = await site()
    const browser = visitor(at.app)
    const back = await signInThere(await start(browser), 'ana')
    idp.tamper = tamper
    try {
      expect(await outcome(at, browser, back)).toEqual(nobody)
    } finally {
      idp.tamper = null
    }
  })

  test('from a provider that is not the one that is configured', async () => {
    const [ours, theirs] = [await site(), await site({ oidc: { issuer: other.issuer } })]
    const browser = visitor(theirs.app)
    const back = await signInThere(await start(browser), 'ana')
    const here = visitor(ours.app)
    await start(here)
    expect(await outcome(ours, here, back)).toEqual(nobody)
  })

  test('where clocks are an hour apart, but not where they are half a minute apart', async () => {
    const near = await site({ at: new Date(Date.now() - 30_000) })
    const browser = visitor(near.app)
    expect((await browser.get(await signInThere(await start(browser), 'ana'))).statusCode).toBe(303)
    const far = await site({ at: new Date(Date.now() + 2 * 3_600_000) })
    const late = visitor(far.app)
    expect(await outcome(far, late, await signInThere(await start(late), 'ana'))).toEqual(nobody)
  })
})

test('a provider that cannot be reached is said so', async () => {
  const at = await site({ oidc: { issuer: 'http://127.0.0.1:9' } })
  const browser = visitor(at.app)
  const answer = await browser.follow(await browser.get('/sign-in/start?next=%2Ffigures'))
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('href="/sign-in?next=%2Ffigures"')
})
