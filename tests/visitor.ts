import type { FastifyInstance } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import type { SourceFile } from '#extracts'

export interface Seen {
  readonly status: number
  readonly to: string | undefined
  readonly text: string
}

export interface Visitor {
  get(url: string): Promise<Seen>
  cookies(): Readonly<Record<string, string>>
  /** Sends a form, with the token of a page that has one. */
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Seen>
  /** Comes in as a persona of the demonstration, of a team if they belong to one. */
  become(persona: string, team?: string): Promise<Seen>
  /** Sends files by the form of a page, as a browser does; the page itself gives the token. */
  upload(page: string, files: readonly SourceFile[]): Promise<Seen>
  /** Sends what a test has made itself. */
  send(url: string, body: { readonly type: string; readonly bytes: Buffer }): Promise<Seen>
  /** Looks at a page again and again until the work that it shows is over. */
  waitFor(url: string): Promise<Seen>
}

/** Another place with every request: too many from one are refused, and tests ask quickly. */
export function fromManyPlaces(): () => string {
  let asked = 0
  return () => `192.0.2.${1 + (asked++ % 250)}`
}

/**
 * Somebody with a browser that keeps cookies, on a site that does not listen.
 * @param ip where they come from; from many places unless told
 */
export function visitor(
  http: FastifyInstance,
  ip: string | (() => string) = fromManyPlaces(),
): Visitor {
  const cookies: Record<string, string> = {}
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    body?: { readonly type: string; readonly bytes: Buffer },
  ): Promise<Seen> => {
    const answer = await http.inject({
      method,
      url,
      cookies,
      remoteAddress: typeof ip === 'string' ? ip : ip(),
      ...(body && { payload: body.bytes, headers: { 'content-type': body.type } }),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') delete cookies[name]
      else cookies[name] = value
    }
    const to = answer.headers.location
    return { status: answer.statusCode, to, text: answer.body }
  }
  const get = (url: string) => ask('GET', url)
  const tokenOn = async (page: string) => tokenIn((await get(page)).text)
  // Whoever is signed in has an account, and whoever is not may sign in or choose a persona.
  const anyToken = async () => {
    for (const page of ['/account', '/personas', '/sign-in']) {
      const token = await tokenOn(page)
      if (token !== '') return token
    }
    return ''
  }
  const post: Visitor['post'] = async (url, fields) => {
    const token = await anyToken()
    const bytes = Buffer.from(new URLSearchParams({ _csrf: token, ...fields }).toString())
    return ask('POST', url, { type: 'application/x-www-form-urlencoded', bytes })
  }
  return {
    get,
    post,
    cookies: () => ({ ...cookies }),
    become: (persona, team) => post('/personas', { persona, ...(team !== undefined && { team }) }),
    upload: async (page, files) => ask('POST', page, multipart(await tokenOn(page), files)),
    send: (url, body) => ask('POST', url, body),
    waitFor: async url => {
      for (;;) {
        const seen = await get(url)
        if (!seen.text.includes('data-app-live')) return seen
        await pause(50)
      }
    },
  }
}

function tokenIn(text: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

/** A form with one hidden field and one field of files; without any, a browser sends an empty one. */
export function multipart(token: string, files: readonly SourceFile[]) {
  const line = '----sightline'
  const sent = files.length > 0 ? files : [{ name: '', bytes: new Uint8Array() }]
  const parts = sent.flatMap(({ name, bytes }) => [
    `--${line}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    bytes,
    '\r\n',
  ])
  const all = [
    `--${line}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n`,
    ...parts,
    `--${line}--\r\n`,
  ]
  return {
    type: `multipart/form-data; boundary=${line}`,
    bytes: Buffer.concat(all.map(part => Buffer.from(part))),
  }
}
