import { isoDay } from '#calendar'
import type { Database } from '#kit/db/index.ts'
import { credentialsOf } from './store/credentials.ts'
import { countOlder, deleteOlderAttempts, deleteOlderSessions } from './store/old.ts'
import { sessionsOf } from './store/sessions.ts'
import { userById } from './store/users.ts'
import type { Dated } from './user.ts'

/**
 * All that this room holds about a user, to hand over to them; null where there is no such user.
 * Passwords and codes are not held in a form that could be handed over.
 */
export async function heldAboutUser(db: Database, authority: string, userId: string) {
  return db.as(authority, async trx => {
    const user = await userById(trx, userId)
    if (user === null) return null
    const credentials = await credentialsOf(trx, userId)
    return {
      name: user.name,
      email: user.email,
      state: user.state,
      signsInWith: user.issuer ?? (credentials === null ? 'not yet' : 'password and app'),
      recoveryCodesLeft: credentials?.recoveryCodes.length ?? 0,
      roles: user.roles.map(each => ({ role: each.role, ...days(each) })),
      teams: user.teams.map(each => ({ team: each.team, ...days(each) })),
      sessions: (await sessionsOf(trx, userId)).map(
        ({ way, browser, madeAt, lastSeenAt, expiresAt }) => ({
          way,
          browser,
          madeAt,
          lastSeenAt,
          expiresAt,
        }),
      ),
    }
  })
}

/** For retention: what is over since before an instant, and the ways to take it away within a transaction. */
export const oldSignIns = {
  count: countOlder,
  forgetSessions: deleteOlderSessions,
  forgetAttempts: deleteOlderAttempts,
}

const days = ({ from, until }: Dated) => ({
  from: isoDay(from),
  until: until === null ? null : isoDay(until),
})
