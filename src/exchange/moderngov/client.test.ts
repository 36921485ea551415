import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { type FetchLimits, fetchPublic, type Network } from '#kit/http/fetch-public.ts'
import { modernGovClient } from './client.ts'

const committees =
  '<committees><committeescount>1</committeescount><committee><committeeid>1</committeeid><committeetitle>Audit</committeetitle></committee></committees>'

let answers: RequestListener[] = []
const seen: string[] = []
const agents = new Set<string | undefined>()
let atOnce = 0
let mostAtOnce = 0
const server = createServer((request, reply) => {
  seen.push(request.url ?? '')
  agents.add(request.headers['user-agent'])
  mostAtOnce = Math.max(mostAtOnce, ++atOnce)
  reply.on('close', () => atOnce--)
  const answer = answers.length > 1 ? answers.shift() : answers[0]
  answer?.(request, reply)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** A world in which this machine is on the internet and has a neighbour who is not. */
const network: Network = {
  lookup: host =>
    Promise.resolve([
      { address: host === 'inside.test' ? '169.254.169.254' : '127.0.0.1', family: 4 },
    ]),
  isPublic: address => address === '127.0.0.1',
}

let pauses: number[] = []
function client(limits: FetchLimits = {}, baseUrl = `http://council.test:${port}/democracy/`) {
  return modernGovClient({
    baseUrl,
    agent: 'Sightline (https://council.example)',
    fetch: (address, given) =>
      fetchPublic(address, { ...given, ...limits, allowHttp: true }, network),
    pause: milliseconds => {
      pauses.push(milliseconds)
      return Promise.resolve()
    },
  })
}

beforeEach(() => {
  answers = []
  seen.length = 0
  pauses = []
  mostAtOnce = 0
})

const say =
  (body: string, status = 200): RequestListener =>
  (_, reply) => {
    reply.writeHead(status).end(body)
  }

test('a question is asked as the service wants it, by somebody who says who it is', async () => {
  answers = [say('<getmeetings></getmeetings>')]
  const from = parseIsoDay('2026-01-01') ?? 0
  expect(await client().meetings('144', from, from + 30)).toMatchObject({ kind: 'read' })
  expect(seen).toEqual([
    '/democracy/mgWebService.asmx/GetMeetings?lCommitteeId=144&sFromDate=01%2F01%2F2026&sToDate=31%2F01%2F2026',
  ])
  expect([...agents]).toEqual(['Sightline (https://council.example)'])
})

test('the address of the service itself will do', async () => {
  answers = [say(committees)]
  const base = `http://council.test:${port}/mgWebService.asmx?op=GetCommittees`
  expect(await client({}, base).committees()).toMatchObject({ kind: 'read' })
  expect(seen).toEqual(['/mgWebService.asmx/GetCommittees'])
})

test('a service that stumbles is asked again after a while, and three times at most', async () => {
  answers = [say('busy', 503), say('busy', 429), say(committees)]
  expect(await client().committees()).toMatchObject({ kind: 'read', faults: [] })
  expect(pauses).toEqual([5_000, 10_000])
  answers = [say('<html>error</html>', 500)]
  expect(await client().committees()).toEqual({
    kind: 'refused',
    reason: 'The service answered three times with an error of its own (500).',
  })
  expect(seen).toHaveLength(6)
})

test('a parameter that one service wants and others do not know is given', async () => {
  answers = [say('Missing parameter: lDummy.\r\n', 500), say(committees)]
  expect(await client().committees()).toMatchObject({ kind: 'read' })
  expect(seen[1]).toBe('/democracy/mgWebService.asmx/GetCommittees?lDummy=0')
})

test('a host that refuses is not asked again', async () => {
  answers = [say('<html>no</html>', 403)]
  expect(await client().committees()).toEqual({
    kind: 'refused',
    reason:
      'This council’s website does not let programs read its service. Ask the council to allow it.',
  })
  expect(seen).toHaveLength(1)
})

test('a host that never ends, sends too much or leads inside is left', async () => {
  answers = [(_, reply) => reply.write('<committees>')]
  expect(await client({ milliseconds: 100 }).committees()).toMatchObject({
    reason: 'The service did not answer within a minute, three times.',
  })
  answers = [say('x'.repeat(5_000))]
  expect(await client({ mostBytes: 1_000 }).committees()).toMatchObject({
    reason: 'The service sent more than 20 MB, so nothing of it was read.',
  })
  answers = [(_, reply) => reply.writeHead(302, { location: 'http://inside.test/meta' }).end()]
  expect(await client().committees()).toMatchObject({
    reason: 'The address of this service does not lead to a public website.',
  })
})

test('a redirect to a public address is followed', async () => {
  answers = [
    (_, reply) => reply.writeHead(301, { location: '/elsewhere/GetCommittees' }).end(),
    say(committees),
  ]
  expect(await client().committees()).toMatchObject({ kind: 'read' })
  expect(seen[1]).toBe('/elsewhere/GetCommittees')
})

test('questions that are put at once are asked one after the other', async () => {
  answers = [say(committees)]
  const one = client()
  await Promise.all([one.committees(), one.committees(), one.committees()])
  expect(mostAtOnce).toBe(1)
  expect(pauses).toEqual([500, 500])
})
