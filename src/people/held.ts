import { isoDay } from '#calendar'
import { record } from '#journal'
import type { Database } from '#kit/db/index.ts'
import { credentialsOf } from './store/credentials.ts'
import { deleteOlder, type Forgotten } from './store/old.ts'
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

/** For retention: takes away sessions, invitations and failed tries that were over before an instant. */
export async function forgetOldSignIns(
  db: Database,
  authority: string,
  before: Date,
  by: { readonly actor: string; readonly at: Date },
): Promise<Forgotten> {
  return db.as(authority, async trx => {
    const gone = await deleteOlder(trx, before)
    if (gone.sessions + gone.invitations + gone.attempts > 0) {
      const subject = { kind: 'sign-ins', id: 'old' }
      await record(
        trx,
        { actor: by.actor, action: 'sign-ins.forgotten', subject, detail: gone },
        by.at,
      )
    }
    return gone
  })
}

const days = ({ from, until }: Dated) => ({
  from: isoDay(from),
  until: until === null ? null : isoDay(until),
})
