import type { Check, Found } from './fault.ts'
import { matchesIn } from './text.ts'

const address = /\b(?:https?|ftp|file):\/\/[^\s<>"'`|)\]}]{1,2000}/gi
// Without http:// before it: only what can be nothing else than an address inside a building.
const bare =
  /(?<![\d./@])(?:192\.168\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}|127\.0\.0\.1|10\.\d{1,3}\.\d{1,3}\.\d{1,3}(?=[:/]))(?![\d.])(?:[:/][^\s<>"')\]]{0,2000})?/g
const share = /(?<![\\\w])\\\\[A-Za-z][\w.-]{1,60}\\[^\s<>"']{1,400}/g

const reachable =
  'Members and the public must be able to open what a paper refers to: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (text unverified) and the duty to make agendas and papers open to inspection, Local Government Act 1972 section 100B (unverified)'

export const links: Check = {
  id: 'links',
  title: 'Addresses that readers cannot open',
  looksFor:
    'Links to addresses inside the council’s own network, to other computers’ folders, with port numbers, or without encryption (http)',
  rule: reachable,
  find: ({ text }) => {
    const found: Found[] = []
    for (const match of matchesIn(text, address)) {
      const link = match[0].replace(/[.,;:!?]{1,5}$/, '')
      const fault = faultOf(link)
      if (fault !== null)
        found.push({ ...fault, start: match.index, end: match.index + link.length })
    }
    for (const match of matchesIn(text, bare)) {
      if (found.some(each => each.start <= match.index && each.end > match.index)) continue
      found.push({
        ...privateAddress(match[0]),
        start: match.index,
        end: match.index + match[0].length,
      })
    }
    for (const match of matchesIn(text, share))
      found.push({
        ...privateAddress(match[0].slice(0, 60)),
        start: match.index,
        end: match.index + match[0].length,
      })
    return found.toSorted((a, b) => a.start - b.start)
  },
}

type Said = Omit<Found, 'start' | 'end'>

const privateAddress = (host: string): Said => ({
  kind: 'private address',
  says: `The address ${host} works only inside the council’s own network, so nobody outside can open it.`,
  severity: 'stops publication',
  suggestion: 'Publish the document and link to its public address.',
})

function faultOf(link: string): Said | null {
  const parts = partsOf(link)
  if (parts === null) return null
  if (parts.scheme === 'file' || isPrivateHost(parts.host))
    return privateAddress(parts.host === '' ? link.slice(0, 60) : parts.host)
  if (parts.secret)
    return {
      kind: 'private address',
      says: `The address of ${parts.host} has a user’s name and a password in it.`,
      severity: 'stops publication',
      suggestion: 'Take the name and password out, and have the password changed.',
    }
  if (parts.port !== null && parts.port !== 80 && parts.port !== 443)
    return {
      kind: 'address with a port',
      says: `The address of ${parts.host} has the port number ${parts.port}, which many networks do not let through.`,
      severity: 'look again',
      suggestion: 'Use the address at which the public sees the document.',
    }
  if (parts.scheme === 'http')
    return {
      kind: 'address without encryption',
      says: `The address of ${parts.host} begins with http, so what is read there can be seen and changed on the way.`,
      severity: 'look again',
      suggestion: `Try whether https://${parts.host} opens the same page, and use it.`,
      rule: 'Links go to encrypted pages: good practice of the Government Service Standard (unverified), no duty of law',
    }
  return null
}

interface Parts {
  readonly scheme: string
  readonly host: string
  readonly port: number | null
  readonly secret: boolean
}

function partsOf(link: string): Parts | null {
  const scheme = link.slice(0, link.indexOf(':')).toLowerCase()
  const rest = link.slice(scheme.length + 3)
  const authority = rest.split(/[/?#]/, 1)[0] ?? ''
  const at = authority.lastIndexOf('@')
  const secret = at > 0 && authority.slice(0, at).includes(':')
  const hostAndPort = authority.slice(at + 1)
  // `[fe80::1]:8080` has colons in its host. The pattern of an address ends before `]`.
  if (hostAndPort.startsWith('['))
    return { scheme, host: hostAndPort.replaceAll(/[[\]]/g, '').toLowerCase(), port: null, secret }
  const colon = hostAndPort.indexOf(':')
  const host = (colon === -1 ? hostAndPort : hostAndPort.slice(0, colon)).toLowerCase()
  const port = colon === -1 ? null : Number(hostAndPort.slice(colon + 1))
  if (scheme !== 'file' && host === '') return null
  return { scheme, host, port: port === null || Number.isNaN(port) ? null : port, secret }
}

const inside =
  /(?:^|\.)(?:localhost|local|lan|internal|intranet|intra|corp|home|localdomain|private)$/

/** RFC 1918, 6598, 3927 and 4193, loopback, and names that only one network knows. */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/\.$/, '')
  const numbers = ipNumbers(name)
  if (numbers !== null) {
    const [a = 0, b = 0] = numbers
    return (
      a === 10 ||
      a === 127 ||
      a === 0 ||
      (a === 172 && b >= 16 && b <= 31) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254) ||
      (a === 100 && b >= 64 && b <= 127)
    )
  }
  if (name.includes(':'))
    return name === '::1' || /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(name)
  return inside.test(name) || (!name.includes('.') && /^[a-z][a-z\d_-]*$/.test(name))
}

/** The four numbers of 192.168.0.1, also when they are written as one. */
function ipNumbers(host: string): readonly number[] | null {
  if (/^\d{8,10}$/.test(host)) {
    const whole = Number(host)
    return [whole >>> 24, (whole >>> 16) & 255, (whole >>> 8) & 255, whole & 255]
  }
  const parts = host.split('.')
  if (parts.length !== 4 || parts.some(part => !/^\d{1,3}$/.test(part))) return null
  return parts.map(Number)
}
