import { library } from '#indicators'
import type { Database } from '#kit/db/index.ts'
import { countOld, deleteOld, type OldLooking } from '#looking'
import { oldSignIns } from '#people'
import { type Due, extractHolding, type Holding } from '#retention'
import { countUnconfirmed, deleteUnconfirmed } from '#published'
import type { App } from '../app.ts'

/** Everything of an installation that is kept for a time and not for good. */
export function holdingsOf(app: App): readonly Holding[] {
  return [
    extractHolding(app.storeOf, library),
    signIns(app.db, 'sessions', 'Sessions and invitations that were over'),
    signIns(app.db, 'attempts', 'Counts of failed sign-ins'),
    looking(app.db, 'looking', 'Pages that people looked at'),
    subscriptions(app.db),
    looking(app.db, 'openings', 'Openings of children’s records, and conversations about looking'),
  ]
}

function signIns(db: Database, kind: 'sessions' | 'attempts', words: string): Holding {
  const forget = kind === 'sessions' ? oldSignIns.forgetSessions : oldSignIns.forgetAttempts
  return {
    kind,
    due: async (authority, before) => {
      const old = await db.as(authority, trx => oldSignIns.count(trx, before))
      return rowsDue(words, old[kind])
    },
    destroy: (authority, _due, before, _by, log) =>
      db.as(authority, async trx => {
        if ((await forget(trx, before)) > 0) await log(trx)
      }),
  }
}

function looking(db: Database, kind: OldLooking, words: string): Holding {
  return {
    kind,
    due: async (authority, before) =>
      rowsDue(words, await db.as(authority, trx => countOld(trx, kind, before))),
    destroy: (authority, _due, before, _by, log) => deleteOld(db, authority, kind, before, log),
  }
}

function subscriptions(db: Database): Holding {
  return {
    kind: 'subscriptions',
    due: async (authority, before) =>
      rowsDue(
        'Addresses of people who asked for news and did not confirm it',
        await db.as(authority, trx => countUnconfirmed(trx, before)),
      ),
    destroy: (authority, _due, before, _by, log) =>
      db.as(authority, async trx => {
        if ((await deleteUnconfirmed(trx, before)) > 0) await log(trx)
      }),
  }
}

/** Rows that have no name of their own are one thing, with how many they are. */
function rowsDue(words: string, things: number): readonly Due[] {
  return things === 0
    ? []
    : [{ thing: 'many', words: `${words}: ${things.toLocaleString('en-GB')}`, things, hash: null }]
}
