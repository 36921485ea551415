import { randomUUID } from 'node:crypto'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { type Role, roles } from '../roles.ts'
import type { DatedRole, DatedTeam, User } from '../user.ts'
import type { Tables } from './tables.ts'

export interface NewUser {
  readonly name: string
  readonly email: string | null
  readonly issuer: string | null
  readonly subject: string | null
}

/** @returns the new user's id; null where somebody was quicker to add the same person */
export async function addUser(
  trx: Trx,
  authority: string,
  user: NewUser,
  at: Date,
): Promise<string | null> {
  const added = await trx
    .withTables<Tables>()
    .insertInto('people.users')
    .values({ authority, id: randomUUID(), ...user, state: 'active', made_at: at })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

/** Everybody, by name. */
export async function allUsers(trx: Trx): Promise<readonly User[]> {
  const db = trx.withTables<Tables>()
  const users = await db.selectFrom('people.users').selectAll().orderBy('name').execute()
  const given = await db.selectFrom('people.roles').selectAll().orderBy('from_day').execute()
  const teams = await db.selectFrom('people.teams').selectAll().orderBy('from_day').execute()
  const rolesOf = Map.groupBy(given, row => row.user_id)
  const teamsOf = Map.groupBy(teams, row => row.user_id)
  return users.map(row => toUser(row, rolesOf.get(row.id) ?? [], teamsOf.get(row.id) ?? []))
}

export async function userById(trx: Trx, id: string): Promise<User | null> {
  const db = trx.withTables<Tables>()
  const row = await db
    .selectFrom('people.users')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : withDates(trx, row)
}

/** The local account of an e-mail address, whatever its state. */
export async function localUser(trx: Trx, email: string): Promise<User | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('people.users')
    .selectAll()
    .where('email', '=', email)
    .where('issuer', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : withDates(trx, row)
}

export async function userOfIssuer(
  trx: Trx,
  issuer: string,
  subject: string,
): Promise<User | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('people.users')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row === undefined ? null : withDates(trx, row)
}

/** From now on the identity provider vouches for this user, under this name. */
export async function bindUser(
  trx: Trx,
  id: string,
  by: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.users')
    .set({ issuer: by.issuer, subject: by.subject })
    .where('id', '=', id)
    .execute()
}

export async function renameUser(
  trx: Trx,
  id: string,
  to: { readonly name: string; readonly email: string | null },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.users')
    .set({ name: to.name, email: to.email })
    .where('id', '=', id)
    .execute()
}

export async function setState(trx: Trx, id: string, state: User['state']): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.users')
    .set({ state })
    .where('id', '=', id)
    .execute()
}

export interface Span {
  readonly from: Day
  readonly until: Day | null
}

export async function giveRole(
  trx: Trx,
  authority: string,
  userId: string,
  role: Role,
  span: Span,
  source: DatedRole['source'] = 'given',
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('people.roles')
    .values({
      authority,
      id: randomUUID(),
      user_id: userId,
      role,
      ...spanRow(span),
      source,
    })
    .execute()
}

/** Ends a role on a day, or before it began where it has not begun. */
export async function endRole(trx: Trx, id: string, until: Day): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.roles')
    .set(eb => ({ until_day: eb.fn<string>('greatest', ['from_day', eb.val(isoDay(until))]) }))
    .where('id', '=', id)
    .execute()
}

export async function joinTeam(
  trx: Trx,
  authority: string,
  userId: string,
  team: string,
  span: Span,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('people.teams')
    .values({ authority, id: randomUUID(), user_id: userId, team, ...spanRow(span) })
    .execute()
}

export async function leaveTeam(trx: Trx, id: string, until: Day): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.teams')
    .set(eb => ({ until_day: eb.fn<string>('greatest', ['from_day', eb.val(isoDay(until))]) }))
    .where('id', '=', id)
    .execute()
}

/**
 * Lets no other change of who is an administrator run beside this one, so that two of them cannot
 * each take away the other's role.
 */
export async function lockUsers(trx: Trx): Promise<void> {
  await trx.withTables<Tables>().selectFrom('people.users').select('id').forUpdate().execute()
}

async function withDates(trx: Trx, row: Tables['people.users']): Promise<User> {
  const db = trx.withTables<Tables>()
  const given = await db
    .selectFrom('people.roles')
    .selectAll()
    .where('user_id', '=', row.id)
    .orderBy('from_day')
    .execute()
  const teams = await db
    .selectFrom('people.teams')
    .selectAll()
    .where('user_id', '=', row.id)
    .orderBy('from_day')
    .execute()
  return toUser(row, given, teams)
}

function toUser(
  row: Tables['people.users'],
  given: readonly Tables['people.roles'][],
  teams: readonly Tables['people.teams'][],
): User {
  const { id, issuer, name, email, state } = row
  return { id, issuer, name, email, state, roles: given.flatMap(toRole), teams: teams.map(toTeam) }
}

/** A role that this release does not know gives nothing. */
function toRole(row: Tables['people.roles']): DatedRole[] {
  const role = roles.find(each => each === row.role)
  return role === undefined ? [] : [{ id: row.id, role, source: row.source, ...toSpan(row) }]
}

function toTeam(row: Tables['people.teams']): DatedTeam {
  return { id: row.id, team: row.team, ...toSpan(row) }
}

function toSpan(row: { from_day: string; until_day: string | null }): Span {
  return {
    from: parseIsoDay(row.from_day) ?? 0,
    until: row.until_day === null ? null : parseIsoDay(row.until_day),
  }
}

function spanRow({ from, until }: Span) {
  return { from_day: isoDay(from), until_day: until === null ? null : isoDay(until) }
}
