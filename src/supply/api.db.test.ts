import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isoDay } from '#calendar'
import { readJournal } from '#journal'
import { allUsers, dayIn } from '#people'
import { county, countyApp } from '../../tests/county.ts'
import { type Visitor, visitor } from '../../tests/visitor.ts'
import { buildServer, type Server } from '../app/site.ts'
import { tokensOf } from './store/index.ts'
import { endToken, holderOf, makeToken } from './tokens.ts'

const app = await countyApp()
let server: Server
const seated = new Map<string, Visitor>()
const as = async (key: string, team?: string): Promise<Visitor> => {
  const known = seated.get(key)
  if (known !== undefined) return known
  const person = visitor(server.http, `192.0.2.${seated.size + 1}`)
  await person.become(key, team)
  seated.set(key, person)
  return person
}
/** Asks as a program does: with a token or without, and never with a cookie. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  server.http.inject({ url, headers, remoteAddress: '198.51.100.9' })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
/** A token that somebody makes on their page. */
const tokenFor = async (key: string, months = '3') => {
  const person = await as(key)
  const { text } = await person.post('/account/tokens', { name: 'Workbook', months })
  return /sightline-[\w.-]+/.exec(text)?.[0] ?? ''
}

beforeAll(async () => {
  server = await buildServer(app)
  await server.http.ready()
})
afterAll(() => server.close())

test('nobody gets figures without saying who they are, and is told how', async () => {
  for (const url of ['/api/v1/indicators', '/api/v1/indicators/AS01/series', '/api/v1/signals']) {
    const { statusCode, headers, body } = await ask(url)
    expect(statusCode, url).toBe(401)
    expect(headers['www-authenticate']).toContain('Basic realm="Sightline"')
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status: 401 })
  }
  for (const wrong of ['Bearer sightline-DEMO.x', 'Basic !!!', 'Bearer', 'Digest abc'])
    expect((await ask('/api/v1/indicators', { authorization: wrong })).statusCode).toBe(401)
})

test('a token opens what its holder sees, as a bearer and as the password of any name', async () => {
  const token = await tokenFor('analyst')
  const basic = (text: string) => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  })
  for (const headers of [bearer(token), basic(`anybody:${token}`), basic(`:${token}`)])
    expect((await ask('/api/v1/indicators', headers)).statusCode).toBe(200)
  expect((await ask('/api/v1/indicators', basic(token))).statusCode).toBe(401)
  const page = await (await as('analyst')).get('/account/tokens')
  expect(page.text).not.toContain(token)
  expect(page.text).not.toContain('Never')
})

test('a token is kept so that nobody can read it back, and its life is in the journal', async () => {
  const token = await tokenFor('analyst')
  const user = (await app.db.as(county, allUsers)).find(each => each.name === 'Performance analyst')
  const tokens = await app.db.as(county, trx => tokensOf(trx, user?.id ?? ''))
  expect(JSON.stringify(tokens)).not.toContain(token.split('.')[1])
  const journal = JSON.stringify(await app.db.as(county, trx => readJournal(trx, { limit: 20 })))
  expect(journal).toContain('token.made')
  expect(journal).not.toContain(token.split('.')[1])
})

test('a revoked token is good for nothing, and nobody revokes another’s', async () => {
  const token = await tokenFor('analyst')
  const page = (await (await as('analyst')).get('/account/tokens')).text
  const revoke = /action="(\/account\/tokens\/[\w-]+\/revoke)"/.exec(page)?.[1] ?? ''
  await (await as('director')).post(revoke, {})
  expect((await ask('/api/v1/indicators', bearer(token))).statusCode).toBe(200)
  await (await as('analyst')).post(revoke, {})
  expect((await ask('/api/v1/indicators', bearer(token))).statusCode).toBe(401)
})

test('a token ends after its time, with its person, and with the personas', async () => {
  const at = new Date('2026-11-22T10:00:00Z')
  const users = await app.db.as(county, allUsers)
  const { id = '', name = '' } = users.find(each => each.name === 'Performance analyst') ?? {}
  const viewer = { id, name, authority: county, roles: [], teams: [] }
  const expiresOn = dayIn(at) + 30
  const made = await app.db.as(county, trx =>
    makeToken(trx, viewer, { name: 'Trial', expiresOn, ofPersona: true }, at),
  )
  const holder = (now: Date, personas: 'on' | 'off') =>
    holderOf(
      {
        db: app.db,
        now: () => now,
        people: { councils: app.councils, settings: { ...app.config.people, personas } },
      },
      made.text,
    )
  const day = (days: number) => new Date(at.getTime() + days * 86_400_000)
  expect((await holder(day(29), 'on'))?.id).toBe(id)
  expect(await holder(day(30), 'on'), isoDay(expiresOn)).toBeNull()
  expect(await holder(at, 'off')).toBeNull()
  await app.db.as(county, trx => endToken(trx, viewer, made.id, at))
  expect(await holder(at, 'on')).toBeNull()
})

test('whoever sees no parts of the county on the pages gets none', async () => {
  const token = await tokenFor('member')
  expect((await ask('/api/v1/indicators/AS01/series', bearer(token))).statusCode).toBe(200)
  for (const url of ['/api/v1/indicators/AS01/series?by=team', '/api/v1/signals?by=sex']) {
    const { statusCode, body } = await ask(url, bearer(token))
    expect([statusCode, JSON.parse(body).detail], url).toEqual([
      403,
      'Your role sees the figures of the whole county, and not those of its parts.',
    ])
  }
  const { body } = await ask('/api/v1/indicators/AS01', bearer(token))
  expect(JSON.parse(body).parts).toEqual([{ by: 'county', part: '' }])
})

test('what has not changed is not sent again', async () => {
  const token = await tokenFor('analyst')
  const url = '/api/v1/indicators/AS01/series'
  const first = await ask(url, bearer(token))
  const tag = String(first.headers.etag)
  const again = await ask(url, { ...bearer(token), 'if-none-match': `W/"x", ${tag}` })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const other = await ask(`${url}?from=2026-01`, { ...bearer(token), 'if-none-match': tag })
  expect(other.statusCode).toBe(200)
})

test('pages follow one another to the last, and hold everything once', async () => {
  const token = await tokenFor('analyst')
  const all = JSON.parse((await ask('/api/v1/signals?page_size=1000', bearer(token))).body)
  const codes: string[] = []
  for (let next: string | null = '/api/v1/signals?page_size=40'; next !== null; ) {
    const answer: { items: { code: string }[]; next: string | null } = JSON.parse(
      (await ask(next, bearer(token))).body,
    )
    codes.push(...answer.items.map(({ code }) => code))
    next = answer.next
  }
  expect(codes).toEqual(all.items.map(({ code }: { code: string }) => code))
  expect(codes.length).toBe(all.total)
})

test('what stands on a chart stands with its figure, in the interface and in the file', async () => {
  const analyst = await as('analyst')
  const words = 'New front door, =1+1'
  const answer = await analyst.post('/indicators/AS01/note', { month: '2026-02', words })
  expect(answer.status).toBe(303)
  const token = await tokenFor('analyst')
  const { body } = await ask('/api/v1/indicators/AS01/series?from=2026-01', bearer(token))
  const items: { month: string; marks: { kind: string; words: string }[] }[] =
    JSON.parse(body).items
  const marked = items.filter(({ marks }) => marks.some(mark => mark.words === words))
  expect(marked.map(({ month }) => month)).toEqual(['2026-02'])
  const { text } = await analyst.get('/indicators/AS01/download.csv')
  const lines = text.split('\r\n').filter(line => line.includes(words))
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.every(line => line.includes('2026-02') && line.includes('Note: '))).toBe(true)
})

test('two months compared are what the page says of them', async () => {
  const token = await tokenFor('analyst')
  const url = '/api/v1/comparisons?from=2025-01&to=2026-03&page_size=1000'
  const { items, total } = JSON.parse((await ask(url, bearer(token))).body)
  expect(items).toHaveLength(total)
  const page = await (await as('analyst')).get(
    '/indicators/compare/all.csv?from=2025-01&to=2026-03',
  )
  const rows = page.text.trim().split('\r\n').slice(1)
  expect(items.map(({ code }: { code: string }) => code)).toEqual(
    rows.map(row => row.split(',')[0]),
  )
  const ranks: string[] = items.map(({ is }: { is: string }) => is)
  expect(ranks.lastIndexOf('noise')).toBeLessThan(ranks.indexOf('unknown'))
  const member = await tokenFor('member')
  expect((await ask('/api/v1/comparisons?by=team', bearer(member))).statusCode).toBe(403)
  for (const [query, words] of [
    ['from=2026-03&to=2025-01', 'Put the earlier month first.'],
    ['from=2026-03&to=2026-03', 'Choose two different months'],
    ['from=1990-01', 'They begin in'],
  ] as const) {
    const wrong = await ask(`/api/v1/comparisons?${query}`, bearer(token))
    expect([wrong.statusCode, JSON.parse(wrong.body).detail]).toEqual([
      400,
      expect.stringContaining(words),
    ])
  }
})

test('what cannot be asked for is answered with a sentence', async () => {
  const token = await tokenFor('analyst')
  for (const [url, status, words] of [
    ['/api/v1/indicators?page=0', 400, '“page” cannot be read'],
    ['/api/v1/indicators?colour=red', 400, 'There is nothing called “colour” to ask by here.'],
    ['/api/v1/indicators/AS01/series?from=March', 400, '“from” cannot be read'],
    ['/api/v1/indicators/NOTHING', 404, 'There is nothing here.'],
    ['/api/v1/indicators/AS01/series?by=team&part=Nowhere', 404, 'There is nothing here.'],
  ] as const) {
    const { statusCode, headers, body } = await ask(url, bearer(token))
    expect([statusCode, headers['content-type']], url).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    expect(JSON.parse(body).detail, url).toContain(words)
  }
})

/** What OpenAPI 3.1 asks of a description, as far as this one uses it (spec.openapis.org/oas/v3.1.0). */
const shape = {
  type: 'object',
  required: ['openapi', 'info', 'paths'],
  properties: {
    openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
    info: { type: 'object', required: ['title', 'version'] },
    servers: { type: 'array', items: { type: 'object', required: ['url'] } },
    security: { type: 'array', items: { type: 'object' } },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^/' },
      additionalProperties: {
        type: 'object',
        propertyNames: { enum: ['get'] },
        properties: { get: { $ref: '#/$defs/operation' } },
      },
    },
    components: {
      type: 'object',
      propertyNames: { enum: ['schemas', 'securitySchemes'] },
      properties: {
        schemas: {
          type: 'object',
          propertyNames: { pattern: '^[\\w.-]+$' },
          additionalProperties: { type: 'object' },
        },
        securitySchemes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            required: ['type', 'scheme'],
            properties: { type: { const: 'http' } },
          },
        },
      },
    },
  },
  additionalProperties: false,
  $defs: {
    operation: {
      type: 'object',
      required: ['operationId', 'responses'],
      properties: {
        operationId: { type: 'string', pattern: '^[a-z][A-Za-z]+$' },
        parameters: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'in', 'schema', 'description'],
            properties: {
              in: { enum: ['path', 'query'] },
              required: { type: 'boolean' },
              schema: { type: 'object' },
            },
            if: { properties: { in: { const: 'path' } } },
            // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
            then: { properties: { required: { const: true } } },
          },
        },
        responses: {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: '^[1-5]\\d\\d$' },
          additionalProperties: { type: 'object', required: ['description'] },
        },
      },
    },
  },
}

test('the description has the shape of OpenAPI 3.1, and every answer is as it says', async () => {
  const token = await tokenFor('analyst')
  const description = JSON.parse((await ask('/api/v1/openapi.json')).body)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  expect([ajv.validate(shape, description), ajv.errors]).toEqual([true, null])
  const ids = Object.values<{ get: { operationId: string } }>(description.paths).map(
    each => each.get.operationId,
  )
  expect(new Set(ids).size).toBe(ids.length)
  ajv.addSchema({ $id: 'https://sightline.example/api', ...description })
  const faults: unknown[] = []
  for (const [path, { get }] of Object.entries<{ get: { responses: Record<string, unknown> } }>(
    description.paths,
  )) {
    const url = `/api/v1${path.replace('{code}', 'AS01').replace('{number}', '1')}`
    const open = path.startsWith('/issues') || path === '/openapi.json'
    const { statusCode, body } = await ask(url, open ? {} : bearer(token))
    const pointer = `/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
    const check = ajv.compile({
      $ref: `https://sightline.example/api#${pointer.replaceAll('{', '%7B').replaceAll('}', '%7D')}`,
    })
    if (statusCode !== 200 || !check(JSON.parse(body))) faults.push([url, statusCode, check.errors])
    const unsaid = open && '401' in get.responses
    if (unsaid) faults.push([url, 'says that it wants a token'])
  }
  expect(faults).toEqual([])
  const problem = JSON.parse((await ask('/api/v1/indicators')).body)
  const schema = { $ref: 'https://sightline.example/api#/components/schemas/Problem' }
  expect([ajv.validate(schema, problem), ajv.errors]).toEqual([true, null])
})

test('the page for people names every address and field that programs have', async () => {
  const description = JSON.parse((await ask('/api/v1/openapi.json')).body)
  const { text } = await (await as('analyst')).get('/api')
  const paths = Object.keys(description.paths).filter(path => path !== '/openapi.json')
  expect(paths.filter(path => !text.includes(path))).toEqual([])
  const fields = Object.keys(description.components.schemas.Figure.properties)
  expect(fields.filter(field => !text.includes(`>${field}<`))).toEqual([])
})
