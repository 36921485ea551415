import { fingerprint, newToken, sameText } from './secrets/seal.ts'

// A browser in which an account has signed in before holds a cookie that says so. Guesses from it
// are counted by themselves, so that those of a stranger do not keep its owner out.

const MOST = 5

/** An account, by what its owner types. */
export interface Account {
  readonly authority: string
  readonly email: string
}

/** The id of this browser, if the account has signed in from it; null if not, or if it was forged. */
export function knownDevice(
  key: Buffer,
  cookie: string | undefined,
  account: Account,
): string | null {
  for (const [id, proof] of entries(cookie)) {
    if (sameText(proof, proofOf(key, id, account))) return id
  }
  return null
}

/** The cookie after a sign-in: the newest account first, and those that were there before. */
export function deviceCookie(key: Buffer, cookie: string | undefined, account: Account): string {
  const others = entries(cookie).filter(
    ([id, proof]) => !sameText(proof, proofOf(key, id, account)),
  )
  const id = newToken().slice(0, 22)
  return [[id, proofOf(key, id, account)], ...others]
    .slice(0, MOST)
    .map(entry => entry.join('.'))
    .join('~')
}

function entries(cookie: string | undefined): readonly (readonly [string, string])[] {
  return (cookie ?? '')
    .split('~')
    .slice(0, MOST)
    .flatMap(each => {
      const [, id, proof] = /^([\w-]{22})\.([\w-]{43})$/.exec(each) ?? []
      return id === undefined || proof === undefined ? [] : [[id, proof] as const]
    })
}

function proofOf(key: Buffer, id: string, { authority, email }: Account): string {
  return fingerprint(key, [id, authority, email].join('\0'))
}
