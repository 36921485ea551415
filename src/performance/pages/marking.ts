import type { Slice } from '#indicators'
import { writeNotes } from '#marks'
import { hasRole, permits, type Viewer } from '#people'

/** Whether somebody may write on the charts of a slice: whoever is of one team only on that team's. */
export function mayNote(viewer: Viewer, slice: Slice): boolean {
  if (!permits(writeNotes, viewer)) return false
  const isOfTeams =
    hasRole(viewer, 'team-manager', 'practitioner') &&
    !hasRole(viewer, 'director', 'leadership', 'quality-lead', 'auditor', 'analyst', 'plan-owner')
  return !isOfTeams || (slice.dimension === 'team' && viewer.teams.includes(slice.name))
}
