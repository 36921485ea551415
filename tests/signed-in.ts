// A site of some rooms, and people who are signed in there without having to sign in.
import { Readable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Rooms } from '#council'
import type { Database } from '#kit/db/index.ts'
import { createServer, type Route } from '#kit/http/index.ts'
import { openLog } from '#kit/log.ts'
import { anybody, type Role, type Viewer } from '#people'

/** Saturday 21 November 2026. */
export const today = 20_778

export function roomsOf(
  db: Database,
  authority: string,
  at = new Date('2026-11-21T12:00:00Z'),
): Rooms {
  const council = { code: authority, name: 'Testshire', brandColour: null, demonstration: false }
  const day = Math.floor(at.getTime() / 86_400_000)
  return { db, here: () => Promise.resolve({ council, today: day }), now: () => at }
}

export function person(authority: string, role: Role, more: Partial<Viewer> = {}): Viewer {
  return { id: `id-of-${role}`, name: `The ${role}`, authority, roles: [role], teams: [], ...more }
}

export interface SignedIn {
  get(url: string): Promise<LightMyRequestResponse>
  /** Sends a form as the page at `from` would. */
  post(
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    from?: string,
  ): Promise<LightMyRequestResponse>
  /** Sends a file by the form of a page, after what else is typed there. */
  upload(
    url: string,
    name: string,
    bytes: string | Uint8Array | Iterable<Uint8Array>,
    fields?: Readonly<Record<string, string>>,
    from?: string,
  ): Promise<LightMyRequestResponse>
}

export interface SignedInSite {
  readonly app: FastifyInstance
  as(viewer: Viewer): SignedIn
}

/** The pages with a viewer before them, whom `as` names for each request. */
export async function signedInSite(routes: readonly Route[]): Promise<SignedInSite> {
  const viewers = new Map<string, Viewer>()
  const app = await createServer({
    site: { product: 'Sightline', council: 'Testshire', navigation: [], footer: [] },
    brand: { colour: '#14505c' },
    secret: 'a secret of at least thirty-two characters',
    log: openLog('error'),
    health: { checks: {}, info: {} },
    prepare: pages => {
      pages.decorateRequest('seat', undefined)
      pages.decorateRequest('viewer', undefined)
      pages.addHook('onRequest', (request, _reply, done) => {
        request.viewer = viewers.get(String(request.headers['x-viewer'])) ?? anybody('')
        done()
      })
    },
    routes,
    requestsPerMinute: 1_000_000,
  })
  return {
    app,
    as: viewer => {
      const key = String(viewers.size)
      viewers.set(key, viewer)
      return browserOf(app, key)
    },
  }
}

function browserOf(app: FastifyInstance, viewer: string): SignedIn {
  const cookies: Record<string, string> = {}
  const headers = { 'x-viewer': viewer }
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value } of answer.cookies) cookies[name] = value
    return answer
  }
  const get = async (url: string) =>
    keep(await app.inject({ method: 'GET', url, cookies, headers }))
  const tokenOn = async (url: string) =>
    /name="_csrf" value="([^"]+)"/.exec((await get(url)).body)?.[1] ?? ''
  return {
    get,
    post: async (url, fields, from = url) => {
      const token = await tokenOn(from)
      const sent = Object.entries({ _csrf: token, ...fields }).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      )
      const payload = new URLSearchParams(sent).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return keep(
        await app.inject({
          method: 'POST',
          url,
          cookies,
          headers: { ...headers, ...type },
          payload,
        }),
      )
    },
    upload: async (url, name, bytes, fields = {}, from = url) => {
      const token = await tokenOn(from)
      const line = '----sightline'
      const parts = Object.entries({ _csrf: token, ...fields }).map(
        ([field, value]) =>
          `--${line}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const head = `${parts.join('')}--${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const tail = `\r\n--${line}--\r\n`
      const isWhole = typeof bytes === 'string' || bytes instanceof Uint8Array
      const payload = isWhole
        ? Buffer.concat([head, bytes, tail].map(part => Buffer.from(part)))
        : Readable.from(inTurn(Buffer.from(head), bytes, Buffer.from(tail)))
      const type = { 'content-type': `multipart/form-data; boundary=${line}` }
      return keep(
        await app.inject({
          method: 'POST',
          url,
          cookies,
          headers: { ...headers, ...type },
          payload,
        }),
      )
    },
  }
}

function* inTurn(
  head: Uint8Array,
  middle: Iterable<Uint8Array>,
  tail: Uint8Array,
): Generator<Uint8Array> {
  yield head
  yield* middle
  yield tail
}
