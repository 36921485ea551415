import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fetchPublic, type Network } from './fetch-public.ts'
import { isPublicAddress } from './public-address.ts'

const seen: string[] = []
const pages: Readonly<Record<string, RequestListener>> = {
  '/page': (_, reply) => reply.setHeader('content-type', 'text/plain').end('found'),
  '/on': (_, reply) => reply.writeHead(302, { location: '/page' }).end(),
  '/round': (_, reply) => reply.writeHead(302, { location: '/round' }).end(),
  '/inside': (_, reply) =>
    reply.writeHead(302, { location: 'http://metadata.test/latest/meta-data' }).end(),
  '/file': (_, reply) => reply.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/large': (_, reply) => reply.end('x'.repeat(5000)),
  '/endless': (_, reply) => {
    reply.write('x')
  },
}
const server = createServer((request, reply) => {
  seen.push(`${request.headers.host} ${request.url}`)
  const page = pages[request.url ?? '']
  if (page === undefined) reply.writeHead(404).end()
  else page(request, reply)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe

/** A world in which this machine is on the internet and has a neighbour who is not. */
const network: Network = {
  lookup: host =>
    host === 'public.test'
      ? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
      : host === 'half.test'
        ? Promise.resolve([
            { address: '127.0.0.1', family: 4 },
            { address: '10.0.0.1', family: 4 },
          ])
        : host === 'metadata.test'
          ? Promise.resolve([{ address: '169.254.169.254', family: 4 }])
          : Promise.reject(new Error('no such name')),
  isPublic: address => address === '127.0.0.1',
}
const at = (path: string, host = 'public.test') => `http://${host}:${port}${path}`
const fetchAt = (path: string, limits = {}, host = 'public.test') =>
  fetchPublic(at(path, host), { allowHttp: true, ...limits }, network)

test('what is public is fetched, after a redirect too', async () => {
  for (const path of ['/page', '/on']) {
    const found = await fetchAt(path)
    expect(found).toMatchObject({ status: 200, type: 'text/plain', url: at('/page') })
    expect(found.bytes.toString()).toBe('found')
  }
  expect(await fetchAt('/nowhere')).toMatchObject({ status: 404 })
})

test.for([
  ['/inside', 'address', 'public.test'],
  ['/file', 'scheme', 'public.test'],
  ['/round', 'redirects', 'public.test'],
  ['/page', 'address', 'metadata.test'],
  ['/page', 'address', 'half.test'],
  ['/page', 'unreachable', 'nobody.test'],
  ['/page', 'address', '[::1]'],
  ['/page', 'address', '0x7f.1.1.1'],
  ['/page', 'address', 'user:password@public.test'],
] as const)('%s is refused: %s, at %s', async ([path, refused, host]) => {
  await expect(fetchAt(path, {}, host)).rejects.toMatchObject({ refused })
})

test('of a redirect to the inside nothing was asked there', () => {
  expect(seen.filter(each => each.includes('metadata'))).toEqual([])
})

test('a redirect is followed three times and no more', async () => {
  seen.length = 0
  await expect(fetchAt('/round')).rejects.toMatchObject({ refused: 'redirects' })
  expect(seen).toHaveLength(4)
})

test('what is too large or never ends is given up', async () => {
  await expect(fetchAt('/large', { mostBytes: 4999 })).rejects.toMatchObject({ refused: 'size' })
  expect((await fetchAt('/large', { mostBytes: 5000 })).bytes).toHaveLength(5000)
  const endless = fetchAt('/endless', { milliseconds: 50 })
  await expect(endless).rejects.toMatchObject({ refused: 'time' })
})

test('http is not fetched unless it was allowed, nor is any other scheme', async () => {
  for (const url of [at('/page'), 'file:///etc/passwd', 'gopher://public.test/', 'data:,x']) {
    await expect(fetchPublic(url, {}, network)).rejects.toMatchObject({ refused: 'scheme' })
  }
  await expect(fetchPublic('//', {}, network)).rejects.toMatchObject({ refused: 'address' })
})

test('on the real network this machine is not public, whatever it is called', async () => {
  const names = ['localhost', '127.1', '2130706433', '0177.0.0.1', '0.0.0.0', '[::ffff:127.0.0.1]']
  for (const name of names) {
    await expect(fetchPublic(at('/page', name), { allowHttp: true })).rejects.toMatchObject({
      refused: 'address',
    })
  }
})

test.for([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::',
  '::1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '2002:a00:1::',
  'localhost',
  '',
])('%j is not public', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test.for(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2a00:1450::1'])(
  '%s is public',
  address => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('no address of a private network is public', () => {
  const byte = fc.nat({ max: 255 })
  const privates = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
  )
  fc.assert(
    fc.property(privates, parts => {
      expect(isPublicAddress(parts.join('.'))).toBe(false)
      expect(isPublicAddress(`::ffff:${parts.join('.')}`)).toBe(false)
    }),
  )
})
