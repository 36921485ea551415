import type { Day } from '#calendar'
import { type Role, roles } from './roles.ts'
import type { Viewer } from './viewer.ts'

export { dayIn } from '#calendar'

/** Somebody who may sign in, or could until they were disabled. */
export interface User {
  readonly id: string
  /** The identity provider that vouches for them; null for a local account or before the first sign-in. */
  readonly issuer: string | null
  readonly name: string
  readonly email: string | null
  readonly state: 'active' | 'disabled'
  readonly roles: readonly DatedRole[]
  readonly teams: readonly DatedTeam[]
}

/** From one day until another, which is the first on which it no longer holds; null for no end. */
export interface Dated {
  readonly id: string
  readonly from: Day
  readonly until: Day | null
}

export interface DatedRole extends Dated {
  readonly role: Role
  /** Given by an administrator, or claimed by the identity provider at the last sign-in. */
  readonly source: 'given' | 'claim'
}

export interface DatedTeam extends Dated {
  readonly team: string
}

export function holdsOn({ from, until }: Dated, day: Day): boolean {
  return from <= day && (until === null || day < until)
}

export function rolesOn(user: Pick<User, 'roles'>, day: Day): readonly Role[] {
  return roles.filter(role => user.roles.some(each => each.role === role && holdsOn(each, day)))
}

export function teamsOn(user: Pick<User, 'teams'>, day: Day): readonly string[] {
  return [...new Set(user.teams.filter(each => holdsOn(each, day)).map(each => each.team))].sort()
}

/** What the user is on a day. Whoever signs in may still do what everybody may. */
export function viewerOn(user: User, authority: string, day: Day): Viewer {
  return {
    id: user.id,
    name: user.name,
    authority,
    roles: [...new Set<Role>([...rolesOn(user, day), 'public'])],
    teams: teamsOn(user, day),
  }
}
