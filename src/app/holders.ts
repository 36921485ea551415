import { heldInBodies } from '#bodies'
import { childRef } from '#children'
import {
  heldInExtracts,
  heldInJournal,
  heldInTablesOfChild,
  heldInTablesOfNamed,
  heldInTablesOfUser,
  type HeldPart,
  type Holds,
  type HeldValue,
  type Person,
  register,
} from '#held'
import { type Conversation, conversations, openingsBy, openingsOfChild, viewsOf } from '#looking'
import type { Opening } from '#looking'
import { allUsers, heldAboutUser } from '#people'
import { isoDay } from '#calendar'
import { tokensOf } from '#supply'
import { heldInSubscriptions } from '#published'
import type { App } from '../app.ts'

/** Every room that holds something about children or users. */
export function holdersOf(app: App): readonly Holds[] {
  return [
    heldInExtracts(app.storeOf),
    heldInJournal(app.db, 'child'),
    openingsAbout(app),
    heldInTablesOfChild(app.db, register),
    heldInTablesOfNamed(app.db, register),
    accounts(app),
    tokensOfUser(app),
    lookingOf(app),
    seatsOf(app),
    followingOf(app),
    heldInTablesOfUser(app.db, register, ownNameOf(app)),
    heldInJournal(app.db, 'user'),
  ]
}

/** What an account is called, where no other is called so: what is signed with it is theirs. */
const ownNameOf =
  ({ db }: App) =>
  async (authority: string, userId: string): Promise<string | null> => {
    const users = await db.as(authority, allUsers)
    const name = users.find(user => user.id === userId)?.name ?? null
    return users.filter(user => user.name === name).length === 1 ? name : null
  }

export function childPerson(app: App, authority: string, id: string): Person {
  return { kind: 'child', id, ref: childRef(app.config.secret, authority, id) }
}

/** A user's id says nothing about them, so it stands for itself. */
export function userPerson(id: string): Person {
  return { kind: 'user', id, ref: id }
}

/** Whoever is called so, or has this address; in the journal they are not named. */
export function namedPerson(name: string): Person {
  return { kind: 'named', id: name, ref: 'named' }
}

// Of one person there are never so many: pages are kept for months, openings for years.
const ALL = 1_000_000

function openingsAbout({ db }: App): Holds {
  return {
    of: 'child',
    about: async (authority, { ref }) => [
      openingsPart(await db.as(authority, trx => openingsOfChild(trx, ref)), 'who'),
    ],
  }
}

function accounts({ db }: App): Holds {
  return {
    of: 'user',
    about: async (authority, { id }) => {
      const held = await heldAboutUser(db, authority, id)
      if (held === null) return []
      const { roles, teams, sessions, ...about } = held
      const source = 'The account'
      return [
        part(source, 'Account', 'account', Object.keys(about), [Object.values(about)]),
        rowsPart(source, 'Roles over time', 'roles', roles),
        rowsPart(source, 'Teams over time', 'teams', teams),
        rowsPart(
          source,
          'Sessions',
          'sessions',
          sessions.map(each => ({
            ...each,
            madeAt: each.madeAt.toISOString(),
            lastSeenAt: each.lastSeenAt.toISOString(),
            expiresAt: each.expiresAt.toISOString(),
          })),
        ),
      ]
    },
  }
}

/** What lets programs read in somebody’s name, without what opens it: nobody can read that back. */
function tokensOfUser({ db }: App): Holds {
  return {
    of: 'user',
    about: async (authority, { id }) => [
      rowsPart(
        'Tokens for programs',
        'Personal access tokens',
        'tokens',
        (await db.as(authority, trx => tokensOf(trx, id))).map(each => ({
          name: each.name,
          madeAt: each.madeAt.toISOString(),
          expiresAt: isoDay(each.expiresOn),
          lastSeenAt: each.lastUsedAt?.toISOString() ?? '',
          revokedAt: each.revokedAt?.toISOString() ?? '',
        })),
      ),
    ],
  }
}

function lookingOf({ db }: App): Holds {
  return {
    of: 'user',
    about: (authority, { id }) =>
      db.as(authority, async trx => {
        const views = await viewsOf(trx, id, ALL)
        const talks = (await conversations(trx)).filter(
          each => each.with === id || each.recordedBy === id,
        )
        return [
          rowsPart(
            LOOKING,
            'Pages that were opened',
            'pages',
            views.map(each => ({
              at: each.at.toISOString(),
              page: each.route,
              seconds: each.seconds,
              role: each.role,
              teams: each.teams.join(', '),
            })),
          ),
          openingsPart(await openingsBy(trx, id, ALL), 'whose'),
          rowsPart(LOOKING, 'Conversations about looking', 'conversations', talks.map(talkOf)),
        ]
      }),
  }
}

/** Where a user sits, if a clerk has said which person of the register has the account. */
function seatsOf({ db }: App): Holds {
  return {
    of: 'user',
    about: async (authority, { id }) => {
      const held = await db.as(authority, trx => heldInBodies(trx, id))
      if (held === null) return []
      const source = 'The register of bodies and posts'
      return [
        rowsPart(source, 'The person', 'person', [held.person]),
        rowsPart(source, 'Seats', 'seats', held.seats),
        rowsPart(source, 'Posts', 'posts', held.posts),
        rowsPart(source, 'Portfolios', 'portfolios', held.portfolios),
      ]
    },
  }
}

/** News of the public site that a user gets at the address of their account. */
function followingOf({ db, config }: App): Holds {
  return {
    of: 'user',
    about: async (authority, { id }) => {
      const email = (await heldAboutUser(db, authority, id))?.email
      if (typeof email !== 'string' || email === '') return []
      const held = await heldInSubscriptions(db, config.secret, authority, email)
      return held === null
        ? []
        : [rowsPart('News of the public site', 'What is sent by e-mail', 'following', [held])]
    },
  }
}

const LOOKING = 'The record of looking'

function talkOf({ team, heldOn, agreed, recordedAt }: Conversation) {
  return { heldOn: isoDay(heldOn), team, agreed, recordedAt: recordedAt.toISOString() }
}

/** A child is told who looked; a user is told which record, by what stands for the child. */
function openingsPart(openings: readonly Opening[], tells: 'who' | 'whose'): HeldPart {
  return rowsPart(
    LOOKING,
    'Openings of a child’s record',
    'openings',
    openings.map(each => ({
      at: each.at.toISOString(),
      ...(tells === 'who' ? { viewer: each.viewer } : { record: each.childRef }),
      role: each.role,
      team: each.team,
      reason: each.reason,
      words: each.words,
    })),
  )
}

function rowsPart(
  source: string,
  title: string,
  name: string,
  rows: readonly Readonly<Record<string, HeldValue>>[],
): HeldPart {
  return part(source, title, name, Object.keys(rows[0] ?? {}), rows.map(Object.values))
}

const means: Readonly<Record<string, string>> = {
  at: 'When',
  name: 'Name',
  email: 'Email address',
  state: 'State of the account',
  signsInWith: 'Signs in with',
  recoveryCodesLeft: 'Recovery codes left',
  role: 'Role',
  team: 'Team',
  teams: 'Teams',
  from: 'From',
  until: 'Until, the first day on which it no longer held',
  way: 'How they signed in',
  browser: 'Browser',
  madeAt: 'Began',
  lastSeenAt: 'Last seen',
  expiresAt: 'Ends at the latest',
  revokedAt: 'Revoked',
  page: 'Page, by the pattern of its address',
  seconds: 'Seconds until the next page',
  viewer: 'Who opened it, by the id of their account',
  record: 'Which record, by what stands for the child in addresses',
  reason: 'Reason given',
  words: 'In their words',
  heldOn: 'Held on',
  agreed: 'What was agreed',
  recordedAt: 'Recorded',
  title: 'Title',
  body: 'Body',
  kind: 'Kind of seat',
  votes: 'Vote',
  party: 'Political group',
  ward: 'Division',
  organisation: 'Organisation',
  post: 'Post',
  portfolio: 'Portfolio',
  interim: 'For the time being',
  firstDay: 'First day',
  lastDay: 'Last day',
  subjects: 'What they are told of',
  bodies: 'Of which bodies; none means all',
  askedAt: 'Asked last',
  confirmedAt: 'Confirmed',
  toldUntil: 'Told last',
}

function part(
  source: string,
  title: string,
  name: string,
  columns: readonly string[],
  rows: HeldPart['rows'],
): HeldPart {
  return {
    source,
    sourceId: null,
    title,
    name,
    columns: columns.map(column => ({ name: column, means: means[column] ?? column })),
    rows,
  }
}
