import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import ical from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  readModernGovCommittees,
  readModernGovCouncillors,
  readModernGovMeeting,
  readModernGovMeetings,
} from '#exchange'
import { oparlSchemas } from '../../conformance/oparl/schema.ts'
import { draft03 } from '../../conformance/popolo/draft-03.ts'
import { countyApp } from '../../tests/county.ts'
import { buildServer, type Server } from '../app/site.ts'

// What programs are answered of the demonstration, by the schemas that nobody here wrote, where they
// are at hand.
const cases = env['SIGHTLINE_CASES'] ?? join(import.meta.dirname, '../../../shared/data')
const has = (folder: string) => existsSync(join(cases, folder))

const app = await countyApp()
let site: Server
let base = ''

beforeAll(async () => {
  site = await buildServer(app)
  await site.http.ready()
  return () => site.close()
})

const ask = (url: string) => site.http.inject({ method: 'GET', url: url.replace(base, '') })
const jsonAt = async (url: string): Promise<Readonly<Record<string, unknown>>> =>
  (await ask(url)).json()

describe.skipIf(!has('oparl/schema'))('OParl, where its schemas are at hand', () => {
  test('every thing is valid, stands at its own address, and names what is there', async () => {
    const schemas = oparlSchemas(join(cases, 'oparl/schema'))
    const system = await jsonAt('/public/oparl')
    base = String(system['id']).replace('/public/oparl', '')
    const faults: string[] = []
    const waiting = [String(system['id'])]
    const asked = new Set(waiting)
    const things = new Set(waiting)
    const named = new Set<string>()
    const perKind = new Map<string, number>()
    for (const url of waiting) {
      const answer = await ask(url)
      if (answer.statusCode !== 200) {
        faults.push(`${url}: ${answer.statusCode}`)
        continue
      }
      const found = answer.json<Readonly<Record<string, unknown>>>()
      const list = found['data']
      const objects: readonly unknown[] = Array.isArray(list) ? list : [found]
      const next = Array.isArray(list) ? Reflect.get(Object(found['links']), 'next') : undefined
      const to = typeof next === 'string' ? [next] : []
      if (!Array.isArray(list) && found['id'] !== url) faults.push(`${url} is not its own id`)
      for (const object of objects) {
        faults.push(...schemas.faultsOf(object).map(fault => `${url}: ${fault}`))
        things.add(idOf(object))
        to.push(...schemas.referencesOf(object).map(each => each.url))
      }
      for (const each of to.filter(one => one.startsWith(base) && !asked.has(one))) {
        asked.add(each)
        // Every list, and of each kind of thing the first few; the others have to be in a list.
        const kind = /\/things\/(\w+)\//.exec(each)?.[1] ?? ''
        const before = perKind.get(kind) ?? 0
        perKind.set(kind, before + 1)
        if (kind === '' || before < 5) waiting.push(each)
        named.add(each)
      }
    }
    const lost = [...named].filter(url => url.includes('/things/') && !things.has(url))
    expect(lost).toEqual([])
    expect(faults).toEqual([])
    for (const kind of ['Body', 'Organization', 'Person', 'Membership', 'Meeting', 'AgendaItem'])
      expect(
        [...things].some(id => id.includes(`/things/${kind}/`)),
        kind,
      ).toBe(true)
    expect([...things].some(id => id.includes('/things/File/'))).toBe(true)
  })
})

const idOf = (object: unknown): string => String(Reflect.get(Object(object), 'id'))

describe.skipIf(!has('popolo/schemas'))('Popolo, where its schemas are at hand', () => {
  test('every list holds what its schema asks for', async () => {
    const folder = join(cases, 'popolo/schemas')
    const validate = draft03(
      readdirSync(folder)
        .filter(name => name.endsWith('.json'))
        .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    )
    const lists = await jsonAt('/public/feeds/popolo.json')
    const faults = Object.entries(lists).flatMap(([name, all]) =>
      (Array.isArray(all) ? all : []).flatMap(each =>
        validate(
          `http://www.popoloproject.com/schemas/${name.replace(/(?<=ch)es$|s$/, '')}.json#`,
          each,
        ).map(fault => `${name}: ${fault}`),
      ),
    )
    expect(faults).toEqual([])
    expect(Object.keys(lists)).toContain('memberships')
  })
})

describe('in the shape of ModernGov', () => {
  const get = async (question: string) => {
    const answer = await ask(`/public/mgWebService.asmx/${question}`)
    return { status: answer.statusCode, bytes: answer.rawPayload, text: answer.body }
  }

  test('what is written is read again without a fault, and numbers stay', async () => {
    const committees = readModernGovCommittees((await get('GetCommittees')).bytes)
    const people = readModernGovCouncillors((await get('GetCouncillorsByWard')).bytes)
    const list = await get('GetMeetings?lCommitteeId=0&sFromDate=01/01/2025&sToDate=31/12/2026')
    const meetings = readModernGovMeetings(list.bytes)
    for (const each of [committees, people, meetings])
      expect([each.kind, each.kind === 'read' ? each.faults : each.reason]).toEqual(['read', []])
    const ids = [...list.text.matchAll(/<meetingid>(\d+)</g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(10)
    for (const id of ids) {
      const one = readModernGovMeeting((await get(`GetMeeting?lMeetingId=${id}`)).bytes)
      expect([one.kind, one.kind === 'read' ? one.faults : one.reason], id).toEqual(['read', []])
    }
    const again = await get('GetMeetings?lCommitteeId=0&sFromDate=01/01/2025&sToDate=31/12/2026')
    expect(again.text).toBe(list.text)
  })

  test('a question without its parameter is refused as the service refuses it', async () => {
    const { status, text } = await get('GetMeeting')
    expect([status, text]).toEqual([400, 'Missing parameter: lMeetingId.\r\n'])
    expect((await get('GetMeetings')).text).toBe('Missing parameter: lCommitteeId.\r\n')
  })
})

test('a calendar reads the meetings, each with an identity of its own', async () => {
  const { body, headers } = await ask('/public/feeds/meetings.ics')
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  const calendar = new ical.Component(ical.parse(body))
  const events = calendar.getAllSubcomponents('vevent')
  const ids = events.map(each => String(each.getFirstPropertyValue('uid')))
  expect(ids.length).toBeGreaterThan(10)
  expect(new Set(ids).size).toBe(ids.length)
})

test('feeds are open to other sites, and not sent again where nothing has changed', async () => {
  for (const url of ['/public/feeds/all.atom', '/public/oparl', '/public/feeds/decisions.csv']) {
    const first = await ask(url)
    expect(first.headers['access-control-allow-origin'], url).toBe('*')
    expect(first.headers['cache-control'], url).toBe('no-cache')
    const again = await site.http.inject({
      url,
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    expect([again.statusCode, again.body], url).toEqual([304, ''])
  }
  expect((await ask('/public/feeds/meetings.ics?body=nobody')).statusCode).toBe(404)
})
