import { hasRole, type Viewer } from '#people'
import type { Audit } from './audit.ts'
import type { Invited } from './sides.ts'

/**
 * How much of an audit somebody sees. 'whole': all of it. 'own': whose work it is, before they have
 * said what they make of it: that there is an audit, and nothing of it. 'blind': who grades the same
 * work a second time. 'outline': grades by standard, without a child, a worker or what was written.
 */
export type AuditSight = 'whole' | 'own' | 'blind' | 'outline' | 'none'

/**
 * @param invited those who are asked for their own view of this audit
 * @param blind the audits that the viewer is grading a second time and has not handed in
 */
export function sightOfAudit(
  viewer: Viewer,
  audit: Pick<Audit, 'id' | 'auditorId' | 'team' | 'state'>,
  invited: readonly Pick<Invited, 'auditId' | 'userId' | 'saidAt'>[],
  blind: ReadonlySet<string> = new Set(),
): AuditSight {
  if (audit.auditorId === viewer.id) return 'whole'
  if (blind.has(audit.id)) return 'blind'
  const own = invited.find(each => each.auditId === audit.id && each.userId === viewer.id)
  // Whoever manages the work and is asked about it says so first too.
  if (own !== undefined && own.saidAt === null) return 'own'
  if (hasRole(viewer, 'director', 'leadership', 'quality-lead')) return 'whole'
  if (hasRole(viewer, 'team-manager') && viewer.teams.includes(audit.team)) return 'whole'
  const isDone = audit.state !== 'begun' && audit.state !== 'stopped'
  if (own !== undefined) return isDone ? 'whole' : 'own'
  return isDone && hasRole(viewer, ...outlineReaders) ? 'outline' : 'none'
}

// Partners see how many and which grades, and no single audit.
const outlineReaders = [
  'administrator',
  'auditor',
  'analyst',
  'plan-owner',
  'clerk',
  'adviser',
] as const

/** The audits that somebody grades a second time, blind, and has not handed in. */
export function blindFor(
  viewer: Pick<Viewer, 'id'>,
  audits: readonly Pick<Audit, 'reason' | 'ofAudit' | 'auditorId' | 'state'>[],
): ReadonlySet<string> {
  return new Set(
    audits.flatMap(({ reason, ofAudit, auditorId, state }) =>
      reason === 'blind second' && state === 'begun' && auditorId === viewer.id && ofAudit !== null
        ? [ofAudit]
        : [],
    ),
  )
}
