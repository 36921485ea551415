import type { Member } from '#indicators'
import { seesChildrenOf, type Viewer } from '#people'

/** The children of a figure whom somebody may see, and how many they may not. */
export interface Sight {
  readonly seen: readonly Member[]
  /** How many belong to teams that are not theirs: counted in the figure, and not shown. */
  readonly unseen: number
}

export function sightOf(viewer: Viewer, members: readonly Member[]): Sight {
  const sees = seesChildrenOf(viewer)
  if (sees === 'all') return { seen: members, unseen: 0 }
  const teams = sees === 'none' ? [] : sees.teams
  const seen = members.filter(member => teams.includes(member.team))
  return { seen, unseen: members.length - seen.length }
}
