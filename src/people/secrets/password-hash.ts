import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What one guess costs: 128 × 2^logN × r bytes of memory, p times over. */
export interface PasswordCost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** OWASP Password Storage Cheat Sheet, scrypt (unverified: known, not read on the day). */
export const passwordCost: PasswordCost = { logN: 17, r: 8, p: 1 }

// Each takes 128 MB for a third of a second: more than a few at once would starve the rest.
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place goes to whoever waits longest.
    if (next) next()
    else running -= 1
  }
}

function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        const options = { N, r, p, maxmem: 256 * N * r }
        // The same word typed on two keyboards can be different code points.
        scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}

export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  const { logN, r, p } = cost
  return ['scrypt', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether this is the password. Without a hash it takes as long, and is not. */
export async function isPassword(
  password: string,
  hash: string | undefined,
  cost: PasswordCost,
): Promise<boolean> {
  const [kind, logN, r, p, salt = '', key = ''] = (hash ?? '').split('$')
  if (kind !== 'scrypt') {
    await derive(password, Buffer.alloc(16), cost)
    return false
  }
  const made = { logN: Number(logN), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), made)
  const known = Buffer.from(key, 'base64url')
  return known.length === derived.length && timingSafeEqual(known, derived)
}

/** Whether the hash was made more cheaply than hashes are made now. */
export function isCheaper(hash: string, cost: PasswordCost): boolean {
  return !hash.startsWith(`scrypt$${cost.logN}$${cost.r}$${cost.p}$`)
}
