import { randomUUID } from 'node:crypto'
import { type Day, isoDay } from '#calendar'
import { record } from '#journal'
import type { Database, Trx } from '#kit/db/index.ts'
import {
  dayIn,
  type People,
  personasOn,
  readToken,
  tokenFor,
  userById,
  type Viewer,
  viewerOn,
} from '#people'
import { insertToken, markUsed, revokeToken, tokenByHash } from './store/index.ts'

/** So that somebody who finds one in a file, or a program that looks for them, knows what it is. */
const PREFIX = 'sightline-'

export interface MadeToken {
  readonly id: string
  /** What is shown once and kept nowhere. */
  readonly text: string
}

/** Makes a token for somebody, with its line in the journal. */
export async function makeToken(
  trx: Trx,
  viewer: Viewer,
  token: { readonly name: string; readonly expiresOn: Day; readonly ofPersona: boolean },
  at: Date,
): Promise<MadeToken> {
  const { value, hash } = tokenFor(viewer.authority)
  const id = randomUUID()
  const { name, expiresOn, ofPersona } = token
  const own = { id, userId: viewer.id, name, hash, ofPersona, expiresOn }
  await insertToken(trx, viewer.authority, own, at)
  const detail = { expiresOn: isoDay(expiresOn) }
  const subject = { kind: 'token', id }
  await record(trx, { actor: viewer.id, action: 'token.made', subject, detail }, at)
  return { id, text: `${PREFIX}${value}` }
}

/** Ends one of somebody’s own tokens, at once. */
export async function endToken(trx: Trx, viewer: Viewer, id: string, at: Date): Promise<void> {
  if (!(await revokeToken(trx, viewer.id, id, at))) return
  const subject = { kind: 'token', id }
  await record(trx, { actor: viewer.id, action: 'token.revoked', subject }, at)
}

// A use within this of the last one is not written down.
const USED_EVERY_MS = 60_000

/**
 * Whom a token stands for, as they are now: with the roles and teams that they have today. Null where
 * the token is unknown, over or revoked, or the person may no longer come in.
 */
export async function holderOf(
  {
    db,
    now,
    people,
  }: {
    readonly db: Database
    readonly now: () => Date
    readonly people: Pick<People, 'councils' | 'settings'>
  },
  text: string,
): Promise<Viewer | null> {
  const sent = text.startsWith(PREFIX) ? readToken(text.slice(PREFIX.length)) : null
  if (sent === null) return null
  const at = now()
  const today = dayIn(at)
  const found = await db.as(sent.authority, async trx => {
    const token = await tokenByHash(trx, sent.hash)
    if (token === null || token.revokedAt !== null || today >= token.expiresOn) return null
    const user = await userById(trx, token.userId)
    if (user === null || user.state !== 'active') return null
    return { token, viewer: viewerOn(user, sent.authority, today) }
  })
  if (found === null) return null
  const { token, viewer } = found
  if (token.ofPersona && !personasOn(await people.councils(), people.settings)) return null
  const last = token.lastUsedAt
  if (last === null || at.getTime() - last.getTime() >= USED_EVERY_MS)
    await db.as(viewer.authority, trx => markUsed(trx, token.id, at))
  return viewer
}

/** The token of a request: as a bearer, or as the password beside any name, as Excel sends it. */
export function tokenIn(authorization: string | undefined): string | null {
  const [, kind = '', sent = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization ?? '') ?? []
  if (kind === '') return null
  if (kind.toLowerCase() === 'bearer') return sent
  const pair = Buffer.from(sent, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? null : pair.slice(colon + 1).trim()
}
