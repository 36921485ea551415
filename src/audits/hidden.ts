import { hideFindings } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { Audit } from './audit.ts'
import { foundByAudits } from './loop/store.ts'
import { allAudits } from './store/index.ts'

// What an audit found tells its grade to whoever grades the same work a second time, blind.

/** Keeps what an audit found from somebody for now, or no longer. */
export async function hideFound(
  trx: Trx,
  auditId: string,
  personId: string,
  isHidden: boolean,
): Promise<void> {
  const found = await foundByAudits(trx, auditId)
  const ids = found.map(each => each.findingId)
  await hideFindings(trx, ids, personId, isHidden)
}

/** Once a second look is handed in or stopped, its grader reads what the first one found. */
export async function showFoundAfter(
  trx: Trx,
  { reason, ofAudit, auditorId }: Pick<Audit, 'reason' | 'ofAudit' | 'auditorId'>,
): Promise<void> {
  if (reason === 'blind second' && ofAudit !== null) await hideFound(trx, ofAudit, auditorId, false)
}

/** Keeps a new finding of an audit from those who are grading its work now. */
export async function hideNewFound(trx: Trx, auditId: string, findingId: string): Promise<void> {
  for (const grader of await gradersNow(trx, auditId))
    await hideFindings(trx, [findingId], grader, true)
}

/** Who grades the work of an audit a second time and has not handed that in. */
export async function gradersNow(trx: Trx, auditId: string): Promise<readonly string[]> {
  return (await secondsOf(trx, auditId))
    .filter(({ state }) => state === 'begun')
    .map(({ auditorId }) => auditorId)
}

/** The second looks at the work of an audit, whatever has become of them. */
export async function secondsOf(trx: Trx, auditId: string): Promise<readonly Audit[]> {
  return (await allAudits(trx)).filter(
    ({ reason, ofAudit }) => reason === 'blind second' && ofAudit === auditId,
  )
}
