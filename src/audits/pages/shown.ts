import type { FastifyRequest } from 'fastify'
import { placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { forbidden, notFound } from '#kit/http/index.ts'
import { hasRole, permits, type Viewer, viewerOf } from '#people'
import type { Tool } from '#practice'
import type { Audit } from '../audit.ts'
import { leadAudits } from '../policy.ts'
import type { Invited } from '../sides.ts'
import { type AuditSight, blindFor, sightOfAudit } from '../sight.ts'
import { auditById, invitedTo, secondsBegunBy } from '../store/index.ts'
import { toolAt } from '../toolbox.ts'
import type { AuditsRooms } from './rooms.ts'

export interface AuditShown {
  readonly audit: Audit
  readonly tool: Tool
  readonly sight: Exclude<AuditSight, 'none'>
  readonly invited: readonly Invited[]
  readonly viewer: Viewer
}

/** The audit of an address, for whoever sees any of it; for others there is no such page. */
export async function withAudit<T>(
  rooms: AuditsRooms,
  request: FastifyRequest,
  id: string,
  work: (trx: Trx, shown: AuditShown) => Promise<T>,
): Promise<T> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return rooms.db.as(place.council.code, async trx => {
    const audit = await auditById(trx, id)
    const tool = audit && (await toolAt(trx, audit.toolKey, audit.toolVersion))
    if (audit === null || tool === null) throw notFound()
    const invited = await invitedTo(trx, { auditId: id })
    const sight = sightOfAudit(viewer, audit, invited, await blindSeconds(trx, viewer))
    if (sight === 'none') throw notFound()
    return work(trx, { audit, tool, sight, invited, viewer })
  })
}

/** The audits whose grades somebody must not see yet, because they grade the same work blind. */
export async function blindSeconds(trx: Trx, viewer: Viewer): Promise<ReadonlySet<string>> {
  if (!hasRole(viewer, 'auditor', 'quality-lead', 'team-manager', 'leadership', 'director'))
    return new Set()
  return blindFor(viewer, await secondsBegunBy(trx, viewer.id))
}

/** Who may write on an audit that is begun: whoever does it, and whoever leads the programme. */
export function mayWrite(viewer: Viewer, audit: Pick<Audit, 'auditorId' | 'state'>): boolean {
  return audit.state === 'begun' && (audit.auditorId === viewer.id || permits(leadAudits, viewer))
}

/** Who asks the practitioner for their own view: whoever does or did the audit, and whoever leads. */
export function mayAsk(viewer: Viewer, audit: Pick<Audit, 'auditorId' | 'state'>): boolean {
  if (audit.state === 'stopped') return false
  return audit.auditorId === viewer.id || permits(leadAudits, viewer)
}

export function refuseOthers(viewer: Viewer, audit: Pick<Audit, 'auditorId' | 'state'>): void {
  if (audit.state === 'begun' && !mayWrite(viewer, audit))
    throw forbidden('Somebody else does this audit. Only they and the quality lead write on it.')
}
