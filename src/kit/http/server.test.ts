import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { button, input } from '../html/components/index.ts'
import { type Html, html } from '../html/html.ts'
import type { Page } from '../html/page.ts'
import { openLog } from '../log.ts'
import { withoutNul } from './form.ts'
import {
  type Asked,
  type FormValues,
  type Refused,
  conflict,
  createServer,
  errorOf,
  invalid,
  notFound,
  route,
  seeOther,
  show,
  typed,
  uploadRoute,
} from './index.ts'

const lines: string[] = []
const arrived: string[] = []

const nameForm = (asked: Asked, values: FormValues, errors?: Refused['errors']): Page => ({
  title: 'Name a team',
  errors,
  body: html`<form method="post" action="/team">${asked.csrf()}
${input({ id: 'name', name: 'name', label: { text: 'Name of the team' }, value: typed(values, 'name'), errorMessage: errorOf(errors, 'name') })}
${button({ text: 'Save' })}</form>`,
})

const uploadForm = (csrf: Html): Page => ({
  title: 'Send files',
  body: html`<form method="post" enctype="multipart/form-data">${csrf}</form>`,
})

const routes = [
  route({
    method: 'GET',
    url: '/',
    handler: asked => show({ title: 'First', body: html`<h1>${asked.request.method}</h1>` }),
  }),
  route({
    method: 'GET',
    url: '/team/:id',
    params: z.object({ id: z.coerce.number().int() }),
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
    }),
    handler: ({ params, query }) => {
      if (params.id === 404) throw notFound()
      if (params.id === 409) throw conflict('Someone else saved this team a moment ago.')
      if (params.id === 500) throw new Error('the words of a fault, which may hold a name')
      return show({
        title: `Team ${params.id}`,
        body: html`<p>${query.month ?? 'every month'}</p>`,
      })
    },
  }),
  route({ method: 'GET', url: '/team', handler: asked => show(nameForm(asked, {})) }),
  route({
    method: 'POST',
    url: '/team',
    body: z.object({ name: z.string().trim().min(1, 'Enter the name of the team') }),
    handler: ({ body }) => {
      if (body.name === 'North')
        throw invalid([{ field: 'name', message: 'There is a team of that name' }])
      return seeOther('/team/1')
    },
    refused: ({ errors, values, ...asked }) => show(nameForm(asked, values, errors)),
  }),
  route({ method: 'GET', url: '/away', handler: () => seeOther('//elsewhere.example') }),
  route({
    method: 'GET',
    url: '/two-forms',
    handler: asked =>
      show({ ...nameForm(asked, {}), body: html`${[1, 2].map(() => nameForm(asked, {}).body)}` }),
  }),
  route({ method: 'GET', url: '/files', handler: asked => show(uploadForm(asked.csrf())) }),
  uploadRoute({
    url: '/files',
    fileBytes: 1000,
    files: 3,
    handler: async ({ values, files }) => {
      for await (const file of files) {
        let size = 0
        for await (const chunk of file.content) size += Buffer.byteLength(chunk)
        arrived.push(`${values['note'] ?? ''} ${file.name} ${size}`)
      }
      return seeOther('/files')
    },
  }),
  uploadRoute({
    url: '/papers',
    fileBytes: 1000,
    files: 1,
    handler: async ({ values, files }) => {
      if (values['note'] === 'refuse') throw invalid([{ field: 'note', message: 'Not this note' }])
      for await (const { content } of files) for await (const _ of content) continue
      return seeOther('/papers')
    },
    refused: ({ errors, values }) =>
      show({ title: 'Bring', body: html`${errors.map(e => e.message)} ${JSON.stringify(values)}` }),
  }),
]

let app: FastifyInstance
beforeAll(async () => {
  app = await createServer({
    site: {
      product: 'Sightline',
      council: 'Example Council',
      navigation: [],
      footer: [{ text: 'Privacy', href: '/privacy' }],
    },
    brand: { colour: '#14505c' },
    secret: 'a secret of at least thirty-two characters',
    log: openLog('info', line => lines.push(line)),
    health: { checks: { database: async () => {} }, info: { version: '0' } },
    routes,
  })
})
afterAll(() => app.close())

/** Opens a page with a form: its cookie and its token. */
async function opened(url: string): Promise<{ cookies: Record<string, string>; token: string }> {
  const answer = await app.inject(url)
  const cookie = answer.cookies[0]
  return {
    cookies: cookie ? { [cookie.name]: cookie.value } : {},
    token: /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? '',
  }
}

const post = (fields: Record<string, string>, cookies: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/team',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('every page', () => {
  test('has strict headers, and nothing keeps it', async () => {
    const { headers, body } = await app.inject('/')
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers.etag).toBeUndefined()
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(body).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB"/)
    expect(body).not.toMatch(/<style|style="|<script(?![^>]* src=)| on\w+="/)
  })

  test('over https has browsers keep to it, and its cookies are for this host over https alone', async () => {
    const safe = await createServer({
      site: { product: 'Sightline', council: 'Example', navigation: [], footer: [] },
      brand: { colour: '#14505c' },
      secret: 'a secret of at least thirty-two characters',
      https: true,
      log: openLog('silent'),
      health: { checks: {}, info: {} },
      routes: [
        ...routes,
        route({
          method: 'GET',
          url: '/chosen',
          handler: ({ reply }) => {
            void reply.setCookie('council', '916', { path: '/', httpOnly: true, sameSite: 'lax' })
            return show({ title: 'Chosen', body: html`<h1>Chosen</h1>` })
          },
        }),
      ],
    })
    for (const url of ['/', '/nowhere', '/ping']) {
      const { headers } = await safe.inject(url)
      expect(headers['strict-transport-security'], url).toBe('max-age=31536000; includeSubDomains')
    }
    const { cookies } = await safe.inject('/team')
    expect(cookies).toMatchObject([{ name: '__Host-csrf', secure: true, path: '/' }])
    // One that is set without saying so is for https too.
    expect((await safe.inject('/chosen')).cookies).toMatchObject([{ secure: true }])
    await safe.close()
  })

  test.each(['/%zz', '/%c3%28', '/%3Cscript%3E%zz'])(
    '%s, which cannot be read, is a page that says so and repeats nothing',
    async url => {
      const { statusCode, headers, body } = await app.inject(url)
      expect(statusCode).toBe(400)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['cache-control']).toBe('no-store')
      expect(body).toContain('<h1')
      expect(body).not.toMatch(/%zz|FST_ERR|<script>/)
    },
  )

  test('links to assets that are there and may be kept for ever', async () => {
    const { body } = await app.inject('/')
    const links = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      match => match[1] ?? '',
    )
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) {
      const asset = await app.inject(link)
      expect([link, asset.statusCode]).toEqual([link, 200])
      expect(asset.headers['cache-control']).toContain('immutable')
    }
  })

  test('gets what its schemas made of the address', async () => {
    const { body } = await app.inject('/team/7?month=2026-10')
    expect(body).toContain('<title>Team 7 – Sightline</title>')
    expect(body).toContain('2026-10')
  })
})

describe('errors', () => {
  test.each([
    ['/nowhere', 404, 'Page not found'],
    ['/team/404', 404, 'Page not found'],
    ['/team/seven', 404, 'Page not found'],
    ['/team/7?month=October', 400, 'The address is not complete'],
    ['/team/409', 409, 'Someone else saved this team'],
    ['/team/500', 500, 'There is a problem with the service'],
    ['/away', 500, 'There is a problem with the service'],
  ])('%s is answered with %i', async (url, status, words) => {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toContain(words)
    expect(answer.body).not.toContain('which may hold a name')
  })

  test('a body that is not of a form is refused', async () => {
    const answer = await app.inject({ method: 'POST', url: '/team', payload: { name: 'x' } })
    expect(answer.statusCode).toBe(415)
  })

  test('a body that is too large is refused', async () => {
    const { cookies, token } = await opened('/team')
    const answer = await post({ _csrf: token, name: 'x'.repeat(1_100_000) }, cookies)
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('too large')
  })
})

describe('a form', () => {
  test('has none of the one character that no database keeps', async () => {
    expect(withoutNul({ words: 'a\0b', list: ['\0', 'c'], name: undefined })).toEqual({
      words: 'ab',
      list: ['', 'c'],
      name: undefined,
    })
    expect(withoutNul(null)).toBe(null)
  })

  test('goes on with 303', async () => {
    const { cookies, token } = await opened('/team')
    const answer = await post({ _csrf: token, name: 'West' }, cookies)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/team/1'])
  })

  test.each([
    ['  ', 'Enter the name of the team'],
    ['North', 'There is a team of that name'],
  ])('with %j says what is wrong and keeps what was typed', async (name, message) => {
    const { cookies, token } = await opened('/team')
    const answer = await post({ _csrf: token, name }, cookies)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('<title>Error: Name a team – Sightline</title>')
    expect(answer.body).toContain(`<a href="#name">${message}</a>`)
    expect(answer.body).toContain('aria-describedby="name-error"')
    expect(answer.body).toContain(`value="${name}"`)
  })

  test('each of two forms on somebody’s very first page is taken', async () => {
    const { body, cookies } = await app.inject('/two-forms')
    const known = Object.fromEntries(cookies.map(each => [each.name, each.value]))
    const tokens = [...body.matchAll(/name="_csrf" value="([^"]+)"/g)].map(([, token]) => token)
    expect(tokens).toHaveLength(2)
    for (const token of tokens)
      expect((await post({ _csrf: token ?? '', name: 'West' }, known)).statusCode).toBe(303)
  })

  test('from elsewhere is refused: without token, with another one, without cookie', async () => {
    const { cookies, token } = await opened('/team')
    const other = await opened('/team')
    for (const answer of [
      await post({ name: 'West' }, cookies),
      await post({ name: 'West', _csrf: other.token }, cookies),
      await post({ name: 'West', _csrf: token }),
      await post({ name: 'West', _csrf: token }, { csrf: 'made-up' }),
    ]) {
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('This form is no longer valid')
    }
  })
})

describe('files', () => {
  const upload = async (
    parts: readonly (readonly [string, string | File])[],
    cookies: Record<string, string>,
    url = '/files',
  ) => {
    const form = new FormData()
    for (const [name, value] of parts) form.append(name, value)
    const request = new Request('http://x.example/', { method: 'POST', body: form })
    arrived.length = 0
    return app.inject({
      method: 'POST',
      url,
      cookies,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }
  const file = (name: string, size: number): File => new File(['x'.repeat(size)], name)

  test('come one after another, with the fields before them', async () => {
    const { cookies, token } = await opened('/files')
    const answer = await upload(
      [
        ['_csrf', token],
        ['note', 'October'],
        ['files', file('a.csv', 10)],
        ['files', file('b.csv', 20)],
      ],
      cookies,
    )
    expect(answer.statusCode).toBe(303)
    expect(arrived).toEqual(['October a.csv 10', 'October b.csv 20'])
  })

  test('are not read without a token before them', async () => {
    const { cookies, token } = await opened('/files')
    const late = await upload(
      [
        ['files', file('a.csv', 10)],
        ['_csrf', token],
      ],
      cookies,
    )
    expect([late.statusCode, arrived]).toEqual([403, []])
  })

  test('that are too large are refused, and do not look whole', async () => {
    const { cookies, token } = await opened('/files')
    const answer = await upload(
      [
        ['_csrf', token],
        ['files', file('a.csv', 5000)],
      ],
      cookies,
    )
    expect([answer.statusCode, arrived]).toEqual([413, []])
    expect(answer.body).toContain('The file is too large')
    expect(answer.body).toContain('“a.csv” is 5 kB, and a file here may be 1 kB at most')
  })

  test.each([
    ['October', 1001, '“a.csv” is 1,001 bytes, and a file here may be 1 kB at most', 413],
    ['October', 400_000, '“a.csv” is 400 kB, and a file here may be 1 kB at most', 413],
    ['refuse', 400_000, 'Not this note', 422],
  ])('refused (%s, %i) keep what was typed before and after them', async (...row) => {
    const [note, size, message, status] = row
    const { cookies, token } = await opened('/files')
    const answer = await upload(
      [
        ['_csrf', token],
        ['note', note],
        ['files', file('C:\\papers\\a.csv', size)],
        ['after', 'Typed below the file'],
        ['last', 'and again'],
      ],
      cookies,
      '/papers',
    )
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toContain(message)
    const typed = JSON.stringify({ note, after: 'Typed below the file', last: 'and again' })
    expect(answer.body.replaceAll('&quot;', '"').replaceAll('&#34;', '"')).toContain(typed)
    expect(answer.body).not.toContain(token)
  })

  test('that are too many are refused with the number that may be sent', async () => {
    const { cookies, token } = await opened('/files')
    const answer = await upload(
      [
        ['_csrf', token],
        ['files', file('a.csv', 5)],
        ['files', file('b.csv', 5)],
        ['note', 'October'],
      ],
      cookies,
      '/papers',
    )
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('Send 1 file at most at one time.')
  })

  test('may be left out', async () => {
    const { cookies, token } = await opened('/files')
    const answer = await upload(
      [
        ['_csrf', token],
        ['files', new File([], '')],
      ],
      cookies,
    )
    expect([answer.statusCode, arrived]).toEqual([303, []])
  })
})

describe('for machines', () => {
  test('/ping, /info and /health answer in JSON', async () => {
    expect((await app.inject('/ping')).json()).toEqual({ status: 'UP' })
    expect((await app.inject('/info')).json()).toMatchObject({ version: '0' })
    expect((await app.inject('/health')).json()).toEqual({
      status: 'UP',
      components: { database: { status: 'UP' } },
    })
  })

  test('health says what is down', async () => {
    const ill = await createServer({
      site: { product: 'Sightline', council: 'Example Council', navigation: [], footer: [] },
      brand: { colour: '#14505c' },
      secret: 'a secret of at least thirty-two characters',
      https: true,
      log: openLog('silent'),
      health: { checks: { database: () => Promise.reject(new Error('gone')) }, info: {} },
      routes,
      requestsPerMinute: 2,
    })
    const answer = await ill.inject('/health')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ status: 'DOWN', components: { database: { status: 'DOWN' } } })
    expect(answer.headers['strict-transport-security']).toContain('max-age')
    const pages = [await ill.inject('/team'), await ill.inject('/team'), await ill.inject('/team')]
    expect(pages.map(page => page.statusCode)).toEqual([200, 200, 429])
    expect(pages[0]?.headers['set-cookie']).toMatch(
      /^__Host-csrf=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    )
    expect((await ill.inject('/ping')).statusCode).toBe(200)
    await ill.close()
  })
})

test('the log names routes and faults, never addresses', async () => {
  lines.length = 0
  await app.inject('/team/7?month=2026-10&name=Mary')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    method: 'GET',
    route: '/team/:id',
    status: 200,
  })
  expect(lines[0]).not.toMatch(/Mary|2026-10|team\/7/)
})
