import { fingerprint } from './secrets/seal.ts'

// How password guessing is slowed down without giving anybody a way to keep somebody else out.
// What is counted is not the account but the account as tried from one place; a browser in which
// the account has signed in before is a place of its own, whatever the network it is on. This is
// the OWASP "device cookie" plan: https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
// (unverified: not read on the day this was written).

/** How many failures are free, and how long the wait after the next may become. */
export interface Patience {
  readonly free: number
  /** The wait after the first failure that is not free; it doubles with each further one. */
  readonly firstWaitSeconds: number
  readonly longestWaitSeconds: number
}

/** An account as tried from one place. */
export const accountFromPlace: Patience = {
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 3600,
}

/** One place, whatever accounts it tries: a whole council may sit behind one address. */
export const place: Patience = { free: 100, firstWaitSeconds: 30, longestWaitSeconds: 600 }

/** The code after the password, wherever it is tried: only who has the password comes this far. */
export const codeOfAccount: Patience = { free: 10, firstWaitSeconds: 30, longestWaitSeconds: 3600 }

/** Failures older than this count no more. */
export const FORGOTTEN_AFTER_SECONDS = 24 * 3600

/** The wait in seconds after the first failure, the second and so on; the last holds for all further. */
export function waitsOf({
  free,
  firstWaitSeconds,
  longestWaitSeconds,
}: Patience): readonly number[] {
  const waits = Array.from({ length: Math.max(0, free - 1) }, () => 0)
  for (let wait = firstWaitSeconds; wait < longestWaitSeconds; wait *= 2) waits.push(wait)
  return [...waits, longestWaitSeconds]
}

/** Where a request comes from: of an IPv6 address the network of one household, which has 64 bits. */
export function sourceOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  if (!ip.includes(':')) return ip
  const [head = '', tail] = ip.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** Names of buckets hold no address and no e-mail, and cannot be made to without the key. */
export function bucketOf(key: Buffer, ...parts: readonly string[]): string {
  return fingerprint(key, parts.join('\0'))
}
