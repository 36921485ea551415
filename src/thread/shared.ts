import { hasRole, type Viewer } from '#people'

/**
 * Whether a viewer may see something, by the organisations that it is shared with. Whoever is a
 * partner and nothing else sees what is shared with their organisation, which they belong to as
 * others belong to a team.
 */
export function mayRead(viewer: Viewer, sharedWith: readonly string[]): boolean {
  if (!isOnlyPartner(viewer)) return true
  const mine = new Set(viewer.teams.map(plain))
  return sharedWith.some(each => mine.has(plain(each)))
}

export function isOnlyPartner(viewer: Viewer): boolean {
  return hasRole(viewer, 'board-partner') && viewer.roles.every(role => partnerOrPublic.has(role))
}

const partnerOrPublic: ReadonlySet<string> = new Set(['board-partner', 'public'])
const plain = (name: string): string => name.trim().toLowerCase()
