import { oldAuditors, oldAudits } from '#audits'
import { countOldInterests, forgetOldInterests } from '#declarations'
import { countOldSheets, forgetOldSheets } from '#findings'
import { library } from '#indicators'
import type { Database, Trx } from '#kit/db/index.ts'
import { countOld, deleteOld, type OldLooking } from '#looking'
import { oldSignIns } from '#people'
import { type By, type Due, extractHolding, type Holding } from '#retention'
import { countUnconfirmed, deleteUnconfirmed } from '#published'
import { countOldAskers, forgetOldAskers } from '#questions'
import { countOldTokens, forgetOldTokens } from '#supply'
import type { App } from '../app.ts'

/** Everything of an installation that is kept for a time and not for good. */
export function holdingsOf(app: App): readonly Holding[] {
  const { db } = app
  return [
    extractHolding(app.storeOf, library),
    signIns(db, 'sessions', 'Sessions and invitations that were over'),
    signIns(db, 'attempts', 'Counts of failed sign-ins'),
    looking(db, 'looking', 'Pages that people looked at'),
    subscriptions(db),
    looking(db, 'openings', 'Openings of children’s records, and conversations about looking'),
    ...ofRooms(db),
  ]
}

const ofRooms = (db: Database): readonly Holding[] => [
  rows(db, {
    kind: 'audits',
    words: 'Words, names and references of practice audits and samples',
    count: oldAudits.count,
    forget: (authority, before, by, log) => oldAudits.forget(db, authority, before, by.at, log),
  }),
  rows(db, {
    kind: 'auditors',
    words: 'Records of what auditors owed, were excused from and read',
    count: oldAuditors.count,
    forget: (authority, before, by, log) => oldAuditors.forget(db, authority, before, by.at, log),
  }),
  rows(db, {
    kind: 'askers',
    words: 'Addresses of people who asked a meeting, and questions that were not taken',
    count: countOldAskers,
    forget: (authority, before, _by, log) => forgetOldAskers(db, authority, before, log),
  }),
  rows(db, {
    kind: 'interests',
    words: 'Registered interests that were over',
    count: (trx, before) => countOldInterests(trx, dayOf(before)),
    forget: (authority, before, _by, log) => forgetOldInterests(db, authority, dayOf(before), log),
  }),
  rows(db, {
    kind: 'tokens',
    words: 'Tokens for programs that were good no longer',
    count: countOldTokens,
    forget: (authority, before, _by, log) => forgetOldTokens(db, authority, before, log),
  }),
  rows(db, {
    kind: 'sheets',
    words: 'Rows of tables that were brought',
    count: countOldSheets,
    forget: (authority, before, _by, log) => forgetOldSheets(db, authority, before, log),
  }),
]

const dayOf = (instant: Date): number => Math.floor(instant.getTime() / 86_400_000)

interface Rows {
  readonly kind: Holding['kind']
  readonly words: string
  count(trx: Trx, before: Date): Promise<number>
  forget(authority: string, before: Date, by: By, log: (trx: Trx) => Promise<void>): Promise<void>
}

/** Rows of a room that it counts and takes away by itself. */
const rows = (db: Database, { kind, words, count, forget }: Rows): Holding => ({
  kind,
  due: async (authority, before) =>
    rowsDue(words, await db.as(authority, trx => count(trx, before))),
  destroy: (authority, _due, before, by, log) => forget(authority, before, by, log),
})

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

const looking = (db: Database, kind: OldLooking, words: string): Holding =>
  rows(db, {
    kind,
    words,
    count: (trx, before) => countOld(trx, kind, before),
    forget: (authority, before, _by, log) => deleteOld(db, authority, kind, before, log),
  })

const subscriptions = (db: Database): Holding =>
  rows(db, {
    kind: 'subscriptions',
    words: 'Addresses of people who asked for news and did not confirm it',
    count: countUnconfirmed,
    forget: (authority, before, _by, log) =>
      db.as(authority, async trx => {
        if ((await deleteUnconfirmed(trx, before)) > 0) await log(trx)
      }),
  })

/** Rows that have no name of their own are one thing, with how many they are. */
function rowsDue(words: string, things: number): readonly Due[] {
  return things === 0
    ? []
    : [{ thing: 'many', words: `${words}: ${things.toLocaleString('en-GB')}`, things, hash: null }]
}
