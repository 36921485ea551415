import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** The keys of this room, each for one use, all from the secret of the installation. */
export interface Keys {
  readonly seal: Buffer
  readonly fingerprint: Buffer
  readonly device: Buffer
}

export function keysFrom(secret: string): Keys {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `sightline ${use}`, 32))
  return {
    seal: key('people seal'),
    fingerprint: key('people fingerprint'),
    device: key('people device'),
  }
}

/**
 * Encrypts and signs with AES-256-GCM.
 * @param bound what it belongs to: it opens for nothing else
 */
export function seal(key: Buffer, text: string, bound: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', iv, cipher.getAuthTag(), sealed]
    .map(part => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** What was sealed; null where it was altered, belongs elsewhere or was sealed with another key. */
export function unseal(key: Buffer, sealed: string, bound: string): string | null {
  const [version, ...parts] = sealed.split('.')
  const [iv, tag, text] = parts.map(part => Buffer.from(part, 'base64url'))
  if (version !== 'v1' || iv === undefined || tag === undefined || text === undefined) return null
  // What was sealed is written in one way only: bits that stand for nothing are not free to change.
  if ([iv, tag, text].map(part => part.toString('base64url')).join('.') !== parts.join('.'))
    return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
      .setAAD(Buffer.from(bound))
      .setAuthTag(tag)
    const parts = [decipher.update(text), decipher.final()]
    return Buffer.concat(parts).toString('utf8')
  } catch {
    return null
  }
}

/** A hash that nobody can make, or try guesses against, without the key. */
export function fingerprint(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** The hash of a token of 256 random bits, which needs no salt and no key. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map(text => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}
