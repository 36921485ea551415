import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import makeQr from 'qrcode-generator'
import { fingerprint } from './seal.ts'

// Six digits of HMAC-SHA-1 every 30 seconds: RFC 6238, as every authenticator app reads it.
const PERIOD_SECONDS = 30
// A phone's clock may be half a minute off.
const WINDOW = 1

const totpOf = (secret: string, account: string, issuer: string): TOTP =>
  new TOTP({
    issuer,
    label: account,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  })

/** 160 random bits in base 32, as people type them. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The link that an authenticator app opens. */
export function codeLink(secret: string, account: string, issuer: string): string {
  return totpOf(secret, account, issuer).toString()
}

/** The step whose code this is, within half a minute of now; null where it is none of them. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = at.getTime()
  const delta = totpOf(secret, '', '').validate({ token, timestamp, window: WINDOW })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

/** The squares of a QR code as an SVG path, one unit a square, with the width of the whole. */
export function qrPath(text: string): { readonly path: string; readonly width: number } {
  const code = makeQr(0, 'M')
  code.addData(text)
  code.make()
  const quiet = 4
  const size = code.getModuleCount()
  let path = ''
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
  return { path, width: size + 2 * quiet }
}

// Without letters and digits that look alike.
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const HOW_MANY = 8
const LENGTH = 10

/** Codes to write down, each good once in place of the phone: 49 bits each. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
  })
}

export function looksLikeRecoveryCode(code: string): boolean {
  return plain(code).length === LENGTH
}

export function hashOfRecoveryCode(key: Buffer, userId: string, code: string): string {
  return fingerprint(key, `recovery\0${userId}\0${plain(code)}`)
}

const plain = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
