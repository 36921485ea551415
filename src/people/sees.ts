import type { Role } from './roles.ts'
import { hasRole, type Viewer } from './viewer.ts'

/** Whose children somebody may see: all, those of some teams, or none. */
export type SeesChildren = 'all' | { readonly teams: readonly string[] } | 'none'

const all: readonly Role[] = ['director', 'leadership', 'quality-lead', 'auditor', 'analyst']
const ofTheirTeams: readonly Role[] = ['team-manager', 'practitioner']

/**
 * A member of the council or of a committee never sees a child, whatever else they are. Who only
 * runs the system, or looks after its papers or plans, does not need to and does not.
 */
export function seesChildrenOf(viewer: Viewer): SeesChildren {
  if (hasRole(viewer, 'member', 'co-optee', 'young-reviewer')) return 'none'
  if (hasRole(viewer, ...all)) return 'all'
  return hasRole(viewer, ...ofTheirTeams) ? { teams: viewer.teams } : 'none'
}
