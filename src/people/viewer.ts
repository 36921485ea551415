import type { Role } from './roles.ts'

/** Who is asking: a person who has signed in, or anybody. */
export interface Viewer {
  /** The user's identifier; '' for somebody who has not signed in. */
  readonly id: string
  readonly name: string
  /** The council whose pages they see. */
  readonly authority: string
  readonly roles: readonly Role[]
  /** The teams whose children they may see, for those who see only their own. */
  readonly teams: readonly string[]
}

/** Somebody who has not signed in. */
export function anybody(authority: string): Viewer {
  return { id: '', name: 'Anybody', authority, roles: ['public'], teams: [] }
}

export function isSignedIn(viewer: Viewer): boolean {
  return viewer.id !== ''
}

export function hasRole(viewer: Viewer, ...wanted: readonly Role[]): boolean {
  return viewer.roles.some(role => wanted.includes(role))
}
