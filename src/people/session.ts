import type { FastifyReply, FastifyRequest } from 'fastify'
import { record } from '#journal'
import type { Database, Trx } from '#kit/db/index.ts'
import { browserName } from './browser-name.ts'
import type { People } from './people.ts'
import { personasOn } from './personas-on.ts'
import { hashOfToken, newToken } from './secrets/seal.ts'
import type { SessionLimits } from './settings.ts'
import {
  addSession,
  endSessions,
  openSession,
  type Session,
  seen,
  type Way,
} from './store/sessions.ts'
import { userById } from './store/users.ts'
import { dayIn, type User, viewerOn } from './user.ts'
import type { Viewer } from './viewer.ts'

/** Somebody who is signed in, with the session they are signed in by. */
export interface Seat {
  readonly viewer: Viewer
  readonly user: User
  readonly session: Session
}

// A page seen within this of the last one is not written down: the idle limit is half an hour.
const SEEN_EVERY_MS = 30_000

/** Whether the limits let a session go on: not too long since it was used, not too long in all. */
export function isLive(session: Session, limits: SessionLimits, at: Date): boolean {
  const idle = at.getTime() - session.lastSeenAt.getTime()
  const age = at.getTime() - session.madeAt.getTime()
  return (
    idle < limits.idleMinutes * 60_000 &&
    age < limits.absoluteHours * 3_600_000 &&
    at < session.expiresAt
  )
}

/**
 * A token as a cookie holds it: the authority, so that it is looked for within its walls, and 256
 * random bits. With another authority before it, it is not found.
 */
export function tokenFor(authority: string): { readonly value: string; readonly hash: string } {
  const token = newToken()
  return { value: `${authority}.${token}`, hash: hashOfToken(token) }
}

export function readToken(
  value: string | undefined,
): { readonly authority: string; readonly hash: string } | null {
  const found = /^([A-Za-z0-9-]{2,16})\.([\w-]{43})$/.exec(value ?? '')
  const [, authority, token] = found ?? []
  if (authority === undefined || token === undefined) return null
  return { authority, hash: hashOfToken(token) }
}

/** Who is signed in by this cookie, read from the database each time so that an end is at once. */
export async function seatOf(
  people: Pick<People, 'db' | 'settings' | 'now' | 'councils'>,
  cookie: string | undefined,
): Promise<Seat | null> {
  const seat = await anySeatOf(people, cookie)
  // A council may have been set up since somebody came in as a persona.
  if (seat?.session.way === 'persona' && !personasOn(await people.councils(), people.settings))
    return null
  return seat
}

async function anySeatOf(
  { db, settings, now }: Pick<People, 'db' | 'settings' | 'now'>,
  cookie: string | undefined,
): Promise<Seat | null> {
  const token = readToken(cookie)
  if (token === null) return null
  const at = now()
  return db.as(token.authority, async trx => {
    const session = await openSession(trx, token.hash)
    if (session === null) return null
    if (!isLive(session, settings.sessions, at)) {
      await endSessions(trx, { userId: session.userId, only: session.id, because: 'too old' }, at)
      return null
    }
    const user = await userById(trx, session.userId)
    if (user === null || user.state !== 'active') return null
    if (at.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY_MS)
      await seen(trx, session.id, at)
    return { viewer: viewerOn(user, token.authority, dayIn(at)), user, session }
  })
}

export interface SignedIn {
  readonly userId: string
  readonly way: Way
}

/** Opens a session within the transaction of the sign-in, with its journal line, and gives the cookie's value. */
export async function openSeat(
  trx: Trx,
  people: Pick<People, 'settings'>,
  authority: string,
  { userId, way }: SignedIn,
  request: FastifyRequest,
  at: Date,
): Promise<string> {
  const token = tokenFor(authority)
  const expiresAt = new Date(at.getTime() + people.settings.sessions.absoluteHours * 3_600_000)
  const browser = browserName(request.headers['user-agent'])
  const id = await addSession(
    trx,
    authority,
    { tokenHash: token.hash, userId, way, browser, expiresAt },
    at,
  )
  await record(
    trx,
    {
      actor: userId,
      action: 'sign-in.succeeded',
      subject: { kind: 'session', id },
      detail: { way },
    },
    at,
  )
  return token.value
}

/** Ends sessions with their journal line, whoever did it. */
export async function endSeats(
  trx: Trx,
  ending: Parameters<typeof endSessions>[1],
  actor: string,
  at: Date,
): Promise<number> {
  const ended = await endSessions(trx, ending, at)
  if (ended > 0) {
    await record(
      trx,
      {
        actor,
        action: 'sessions.ended',
        subject: { kind: 'user', id: ending.userId },
        detail: { sessions: ended, because: ending.because },
      },
      at,
    )
  }
  return ended
}

/** The session that this browser had before is over: nobody who knew it has anything of the new one. */
export async function endEarlier(
  db: Database,
  cookie: string | undefined,
  at: Date,
): Promise<void> {
  const token = readToken(cookie)
  if (token === null) return
  await db.as(token.authority, async trx => {
    const session = await openSession(trx, token.hash)
    if (session === null) return
    const ending = { userId: session.userId, only: session.id, because: 'signed in again' }
    await endSeats(trx, ending, session.userId, at)
  })
}

type Cookie = 'session' | 'sign-in' | 'device'

/** With https a browser takes it from this host alone, for this host alone. */
export function cookieName(cookie: Cookie, https: boolean): string {
  return https ? `__Host-${cookie}` : cookie
}

export function readCookie(
  request: FastifyRequest,
  cookie: Cookie,
  { settings }: Pick<People, 'settings'>,
): string | undefined {
  return request.cookies[cookieName(cookie, settings.https)]
}

export function writeCookie(
  reply: FastifyReply,
  cookie: Cookie,
  value: string,
  { settings }: Pick<People, 'settings'>,
  maxAgeSeconds?: number,
): void {
  void reply.setCookie(cookieName(cookie, settings.https), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.https,
    ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  })
}

export function dropCookie(
  reply: FastifyReply,
  cookie: Cookie,
  { settings }: Pick<People, 'settings'>,
): void {
  void reply.clearCookie(cookieName(cookie, settings.https), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.https,
  })
}

/** After a sign-in: the new session's cookie, and no form of before that is still good. */
export function takeSeat(
  reply: FastifyReply,
  people: Pick<People, 'settings'>,
  value: string,
): void {
  writeCookie(reply, 'session', value, people)
  dropCookie(reply, 'sign-in', people)
  dropFormSecret(reply, people)
}

export function dropFormSecret(
  reply: FastifyReply,
  { settings: { https } }: Pick<People, 'settings'>,
): void {
  void reply.clearCookie(https ? '__Host-csrf' : 'csrf', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
  })
}
