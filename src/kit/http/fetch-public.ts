import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** Why nothing was fetched, in a sentence that says nothing about the network that we stand in. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused'
  readonly refused: 'address' | 'scheme' | 'redirects' | 'size' | 'time' | 'unreachable'
  constructor(refused: FetchRefused['refused']) {
    super(SENTENCES[refused])
    this.refused = refused
  }
}

const SENTENCES: Readonly<Record<FetchRefused['refused'], string>> = {
  address: 'This address does not lead to a public website.',
  scheme: 'Only addresses that begin with https:// are looked at.',
  redirects: 'This address leads on too many times.',
  size: 'What stands at this address is too large.',
  time: 'This address did not answer in time.',
  unreachable: 'This address could not be reached.',
}

export interface Fetched {
  readonly status: number
  /** Where it was found after redirects. */
  readonly url: string
  readonly type: string
  readonly bytes: Buffer
}

export interface FetchLimits {
  readonly mostBytes?: number
  /** For all of it, redirects included. */
  readonly milliseconds?: number
  readonly redirects?: number
  /** Also http://; only for what is checked by a signature or a person afterwards. */
  readonly allowHttp?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** What of the world it stands on: tests put their own in. */
export interface Network {
  readonly lookup: (host: string) => Promise<readonly LookupAddress[]>
  readonly isPublic: (address: string) => boolean
}

const internet: Network = {
  lookup: host =>
    new Promise((resolve, reject) => {
      systemLookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)))
    }),
  isPublic: isPublicAddress,
}

/**
 * Fetches an address that somebody typed or a file named, without letting it reach what only we can
 * reach. The name is resolved once, every address it has must be public, and the connection goes to
 * one of exactly those, so that the name cannot mean something else a moment later. Each redirect is
 * looked at like the first address. No cookie, no proxy and no header of ours goes with it.
 * @throws {FetchRefused}
 */
export async function fetchPublic(
  address: string,
  limits: FetchLimits = {},
  network: Network = internet,
): Promise<Fetched> {
  const { milliseconds = 10_000, redirects = 3 } = limits
  const signal = AbortSignal.timeout(milliseconds)
  let url = urlOf(address)
  for (let followed = 0; ; followed++) {
    const answer = await ask(url, limits, network, signal)
    if (answer.to === null) return answer.fetched
    if (followed >= redirects) throw new FetchRefused('redirects')
    url = urlOf(answer.to, url)
  }
}

type Answer =
  | { readonly to: string; readonly fetched: null }
  | { readonly to: null; readonly fetched: Fetched }

async function ask(
  url: URL,
  limits: FetchLimits,
  network: Network,
  signal: AbortSignal,
): Promise<Answer> {
  const isHttp = url.protocol === 'http:' && limits.allowHttp === true
  if (url.protocol !== 'https:' && !isHttp) throw new FetchRefused('scheme')
  if (url.username !== '' || url.password !== '') throw new FetchRefused('address')
  const addresses = await within(signal, publicAddresses(url.hostname, network))
  const response = await open(url, addresses, limits, signal)
  const status = response.statusCode ?? 0
  const to = response.headers.location
  if (status >= 300 && status < 400 && to !== undefined) {
    response.destroy()
    return { to, fetched: null }
  }
  const bytes = await contentOf(response, limits.mostBytes ?? 2_000_000, signal)
  const type = response.headers['content-type'] ?? ''
  return { to: null, fetched: { status, url: url.href, type, bytes } }
}

function urlOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new FetchRefused('address')
  return new URL(text, base)
}

async function publicAddresses(
  hostname: string,
  { lookup, isPublic }: Network,
): Promise<readonly LookupAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found =
    family === 0
      ? await lookup(host).catch(() => {
          throw new FetchRefused('unreachable')
        })
      : [{ address: host, family }]
  if (found.length === 0) throw new FetchRefused('unreachable')
  // One that is not public among several is no accident.
  if (!found.every(each => isPublic(each.address))) throw new FetchRefused('address')
  return found
}

function open(
  url: URL,
  addresses: readonly LookupAddress[],
  { headers = {} }: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, { all }, answer) => {
    const [first] = addresses
    if (all === true) answer(null, [...addresses])
    else answer(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? secureRequest : plainRequest
    const asked: ClientRequest = ask(
      url,
      // No agent: a connection that was kept open could be to another address than was looked at.
      { agent: false, lookup, signal, headers: { accept: '*/*', ...headers } },
      resolve,
    )
    asked.on('error', () => reject(refusalOf(signal)))
    asked.end()
  })
}

async function contentOf(
  response: IncomingMessage,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of response) {
      // Without an encoding set, a response gives buffers.
      const bytes = part as Buffer
      length += bytes.length
      if (length > mostBytes) throw new FetchRefused('size')
      parts.push(bytes)
    }
  } catch (error) {
    response.destroy()
    throw error instanceof FetchRefused ? error : refusalOf(signal)
  }
  return Buffer.concat(parts)
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      if (signal.aborted) reject(new FetchRefused('time'))
      signal.addEventListener('abort', () => reject(new FetchRefused('time')), { once: true })
    }),
  ])
}

function refusalOf(signal: AbortSignal): FetchRefused {
  return new FetchRefused(signal.aborted ? 'time' : 'unreachable')
}
