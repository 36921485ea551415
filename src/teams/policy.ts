import { hasRole, type Policy, permits, policy, seesChildrenOf, type Viewer } from '#people'

export const seeWorkers: Policy = policy(
  'teams.workers',
  'See caseloads and figures by worker: a team manager for their own team',
  ['director', 'leadership', 'quality-lead', 'team-manager'],
)

export const nameTeams: Policy = policy(
  'teams.names',
  'Say that a team was renamed, or that teams became one',
  ['administrator', 'analyst'],
)

export const teamsPolicies: readonly Policy[] = [seeWorkers, nameTeams]

/** Whether a viewer may see which child something of a team is about. */
export function seesChildrenIn(viewer: Viewer, team: string): boolean {
  const sees = seesChildrenOf(viewer)
  return sees === 'all' || (sees !== 'none' && sees.teams.includes(team))
}

/** Whether a viewer may see the workers of a team: a manager of no other team's. */
export function seesWorkersIn(viewer: Viewer, team: string): boolean {
  if (!permits(seeWorkers, viewer)) return false
  const leads = hasRole(viewer, 'director', 'leadership', 'quality-lead')
  return seesChildrenIn(viewer, team) && (leads || viewer.teams.includes(team))
}
