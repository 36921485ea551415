import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

// The addresses of those who follow, and the links in letters to them. Everything is made with a key
// of its own from the installation's secret.

const keyFor = (secret: string, what: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `sightline published ${what}`, 32))

/** The same for the same address of a council, and says nothing about it without the secret. */
export function markOf(secret: string, authority: string, address: string): string {
  return createHmac('sha256', keyFor(secret, 'mark'))
    .update(`${authority}\0${address.trim().toLowerCase()}`)
    .digest('base64url')
}

const NONCE = 12
const TAG = 16

export function hideAddress(secret: string, id: string, address: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, 'address'), nonce)
  cipher.setAAD(Buffer.from(id))
  const hidden = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

/** Null where the secret is another than it was, or the row was changed. */
export function showAddress(secret: string, id: string, hidden: Uint8Array): string | null {
  try {
    const key = keyFor(secret, 'address')
    const decipher = createDecipheriv('aes-256-gcm', key, hidden.subarray(0, NONCE))
    decipher.setAAD(Buffer.from(id))
    decipher.setAuthTag(hidden.subarray(NONCE, NONCE + TAG))
    const shown = [decipher.update(hidden.subarray(NONCE + TAG)), decipher.final()]
    return Buffer.concat(shown).toString('utf8')
  } catch {
    return null
  }
}

/** What a link in a letter says, with the proof that we wrote it. */
export function signed(secret: string, purpose: string, said: object): string {
  const words = Buffer.from(JSON.stringify(said)).toString('base64url')
  return `${words}.${proofOf(secret, purpose, words)}`
}

/** What a link says; null where it was not written by us for this purpose. */
export function readSigned(secret: string, purpose: string, token: string): unknown {
  const [words = '', proof = ''] = token.split('.')
  const expected = Buffer.from(proofOf(secret, purpose, words))
  const given = Buffer.from(proof)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return JSON.parse(Buffer.from(words, 'base64url').toString('utf8'))
}

const proofOf = (secret: string, purpose: string, words: string): string =>
  createHmac('sha256', keyFor(secret, 'link')).update(`${purpose}\0${words}`).digest('base64url')
