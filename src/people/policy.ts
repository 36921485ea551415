import { type Role, roles } from './roles.ts'
import { hasRole, type Viewer } from './viewer.ts'

/**
 * Who may do one thing. A module keeps its own in its `policy.ts`; every address names one, and the
 * table of roles and addresses that an administrator reads is made from them.
 */
export interface Policy {
  readonly name: string
  /** What it lets a person do, as the table says it: 'See the children behind a figure'. */
  readonly says: string
  readonly roles: readonly Role[]
}

export function policy(name: string, says: string, allowed: readonly Role[]): Policy {
  return { name, says, roles: allowed }
}

export function permits({ roles: allowed }: Policy, viewer: Viewer): boolean {
  return hasRole(viewer, ...allowed)
}

export const everyone: readonly Role[] = roles

/** All who work with or answer for these children, and see figures but not necessarily children. */
export const signedIn: readonly Role[] = roles.filter(role => role !== 'public')
