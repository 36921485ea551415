import { record } from '#journal'
import type { Database, Trx } from '#kit/db/index.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import type { Role } from './roles.ts'
import { endSeats } from './session.ts'
import {
  allUsers,
  endRole,
  giveRole,
  joinTeam,
  leaveTeam,
  lockUsers,
  type Span,
  setState,
  userById,
} from './store/users.ts'
import { dayIn, rolesOn, type User } from './user.ts'

/** Who changes it, when, and which user of which council. */
export interface Changing {
  readonly authority: string
  readonly actor: string
  readonly at: Date
  readonly userId: string
}

/** Gives a role from a day on; the user signs in again with it. */
export async function changeRole(
  db: Database,
  change: Changing,
  role: Role,
  span: Span,
): Promise<void> {
  await changed(db, change, 'role.given', { role, ...span }, async trx => {
    await giveRole(trx, change.authority, change.userId, role, span)
  })
}

/** @throws a conflict where nobody would be left to administer */
export async function takeRole(db: Database, change: Changing, roleId: string): Promise<void> {
  await changed(db, change, 'role.ended', { roleId }, async (trx, user) => {
    if (!user.roles.some(each => each.id === roleId)) throw notFound()
    await endRole(trx, roleId, dayIn(change.at))
    await someoneAdministers(trx, change)
  })
}

export async function addTeam(
  db: Database,
  change: Changing,
  team: string,
  span: Span,
): Promise<void> {
  await changed(db, change, 'team.joined', { team, ...span }, async trx => {
    await joinTeam(trx, change.authority, change.userId, team, span)
  })
}

export async function takeTeam(db: Database, change: Changing, teamId: string): Promise<void> {
  await changed(db, change, 'team.left', { teamId }, async (trx, user) => {
    if (!user.teams.some(each => each.id === teamId)) throw notFound()
    await leaveTeam(trx, teamId, dayIn(change.at))
  })
}

/** @throws a conflict where nobody would be left to administer */
export async function changeState(
  db: Database,
  change: Changing,
  state: User['state'],
): Promise<void> {
  await changed(
    db,
    change,
    `user.${state === 'active' ? 'enabled' : 'disabled'}`,
    {},
    async trx => {
      await setState(trx, change.userId, state)
      await someoneAdministers(trx, change)
    },
  )
}

/** Signs a user out everywhere. */
export async function signOutUser(db: Database, change: Changing): Promise<void> {
  const { authority, actor, at, userId } = change
  await db.as(authority, async trx => {
    if ((await userById(trx, userId)) === null) throw notFound()
    await endSeats(trx, { userId, because: 'ended by an administrator' }, actor, at)
  })
}

/** Every change of what somebody may do ends their sessions and is in the journal, or does not happen. */
async function changed(
  db: Database,
  { authority, actor, at, userId }: Changing,
  action: string,
  detail: Readonly<Record<string, string | number | null>>,
  work: (trx: Trx, user: User) => Promise<void>,
): Promise<void> {
  await db.as(authority, async trx => {
    await lockUsers(trx)
    const user = await userById(trx, userId)
    if (user === null) throw notFound()
    await work(trx, user)
    // Whoever changes their own roles stays signed in: what they may do is read anew at each page.
    if (actor !== userId) await endSeats(trx, { userId, because: 'roles changed' }, actor, at)
    await record(trx, { actor, action, subject: { kind: 'user', id: userId }, detail }, at)
  })
}

async function someoneAdministers(trx: Trx, { at }: Changing): Promise<void> {
  const today = dayIn(at)
  const left = (await allUsers(trx)).some(
    user => user.state === 'active' && rolesOn(user, today).includes('administrator'),
  )
  if (!left)
    throw conflict('Nobody would be left to administer. Make somebody else an administrator first.')
}
