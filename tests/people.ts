// A site of nothing but the rooms for people, and visitors who walk through it as browsers do.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Council } from '#council'
import type { Database } from '#kit/db/index.ts'
import { html } from '#kit/html/html.ts'
import { createServer, route, show } from '#kit/http/index.ts'
import { openLog } from '#kit/log.ts'
import {
  allow,
  behind,
  defaultPeopleSettings,
  openPeople,
  peoplePages,
  peoplePolicies,
  type PeopleSettings,
  policy,
  prepareViewers,
  signedIn,
  viewerOf,
} from '#people'
import { Secret, TOTP } from 'otpauth'

export const seeFigures = policy('test.figures', 'See figures', signedIn)
export const seeChildren = policy('test.children', 'See children', ['director', 'team-manager'])

export interface TestSite {
  readonly app: FastifyInstance
  readonly people: ReturnType<typeof openPeople>
  readonly council: Council
  /** What the log has said. */
  readonly lines: readonly string[]
  /** The site's clock. */
  readonly clock: { at: Date }
  pass(minutes: number): void
}

export interface TestSiteOptions {
  readonly council?: Partial<Council>
  readonly councils?: readonly Council[]
  readonly settings?: Partial<PeopleSettings>
  readonly at?: Date
  readonly teams?: readonly string[]
  readonly mail?: Parameters<typeof openPeople>[0]['mail']
}

let made = 0

/** A council's site with an authority of its own, and a cheap way to hash passwords. */
export async function openSite(db: Database, options: TestSiteOptions = {}): Promise<TestSite> {
  made += 1
  const council: Council = {
    code: `T${made}x`,
    name: 'Testshire',
    brandColour: null,
    demonstration: false,
    ...options.council,
  }
  const clock = { at: options.at ?? new Date('2026-11-21T21:00:00Z') }
  const councils = options.councils ?? [council]
  const settings = { ...defaultPeopleSettings(), ...options.settings }
  const lines: string[] = []
  const secret = 'a secret of at least thirty-two characters'
  const people = openPeople({
    db,
    here: () => Promise.resolve({ council, today: 0 }),
    now: () => clock.at,
    councils: () => Promise.resolve(councils),
    teamNames: () => Promise.resolve(options.teams ?? ['North', 'South']),
    settings,
    secret,
    policies: [...peoplePolicies, seeFigures, seeChildren],
    mail: options.mail ?? null,
    cost: { logN: 10, r: 8, p: 1 },
  })
  const probe = (url: string, words: string) =>
    route({
      method: 'GET',
      url,
      handler: ({ request }) =>
        show({ title: words, body: html`<h1>${words}</h1><p>${viewerOf(request).name}</p>` }),
    })
  const app = await createServer({
    site: { product: 'Sightline', council: council.name, navigation: [], footer: [] },
    brand: { colour: '#14505c' },
    secret,
    https: settings.https,
    trustProxy: true,
    log: openLog('info', line => lines.push(line)),
    health: { checks: {}, info: {} },
    prepare: prepareViewers(people),
    routes: [
      probe('/', 'First page'),
      behind(allow(seeFigures), probe('/figures', 'Figures')),
      behind(allow(seeChildren), probe('/children', 'Children')),
      ...peoplePages(people),
    ],
    requestsPerMinute: 1_000_000,
  })
  return {
    app,
    people,
    council,
    lines,
    clock,
    pass: minutes => {
      clock.at = new Date(clock.at.getTime() + minutes * 60_000)
    },
  }
}

export type Fields = Readonly<Record<string, string>>

/** One browser: it keeps cookies and sends the hidden field of the page that it saw last. */
export interface Visitor {
  readonly cookies: Map<string, string>
  /** The last page, and the last that had a form. */
  page: string
  form: string
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, fields: Fields): Promise<LightMyRequestResponse>
  /** Goes where the answer leads to, within the site. */
  follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse>
  copy(): Visitor
}

export function visitor(
  app: FastifyInstance,
  ip = '192.0.2.1',
  cookies: ReadonlyMap<string, string> = new Map(),
): Visitor {
  const me: Visitor = {
    cookies: new Map(cookies),
    page: '',
    form: '',
    get: async url => keep(await app.inject({ method: 'GET', url, headers: headers() })),
    post: async (url, fields) => {
      const token = /name="_csrf" value="([^"]+)"/.exec(me.form)?.[1] ?? ''
      const payload = new URLSearchParams({ _csrf: token, ...fields }).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return keep(
        await app.inject({ method: 'POST', url, headers: { ...headers(), ...type }, payload }),
      )
    },
    follow: answer => me.get(String(answer.headers.location)),
    copy: () => visitor(app, ip, me.cookies),
  }
  const headers = () => ({
    'x-forwarded-for': ip,
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
    cookie: [...me.cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; '),
  })
  const keep = (answer: LightMyRequestResponse) => {
    for (const cookie of answer.cookies) {
      if (cookie.value === '') me.cookies.delete(cookie.name)
      else me.cookies.set(cookie.name, cookie.value)
    }
    if (answer.body.includes('<html')) me.page = answer.body
    if (answer.body.includes('name="_csrf"')) me.form = answer.body
    return answer
  }
  return me
}

/** The code that an authenticator app shows at an instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
}

/** The key that an invitation's page shows, to type into an app. */
export function keyOn(page: string): string {
  return (/<code>([A-Z2-7 ]{32,})<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
}
export const fieldOn = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
