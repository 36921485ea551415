import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import { counted } from '../figures.ts'
import { exemplars } from '../learning/store.ts'
import { loopOf } from '../loop/gather.ts'
import { programmeOf } from '../programme/gather.ts'
import { doubledOf, gradedWorks } from '../reliability/gather.ts'
import { outsideGrades } from '../reliability/store.ts'
import { samples } from '../sampling/store.ts'
import { blindFor, sightOfAudit } from '../sight.ts'
import { allAlerts, allAudits, invitedTo } from '../store/index.ts'
import type { HeldForReport } from './report.ts'

/**
 * All that a report is read from. Whoever is yet to be asked about an audit, or grades its work
 * blind, must not learn its grade from the difference of two numbers: it is in none of theirs.
 */
export async function heldForReport(trx: Trx, viewer: Viewer, today: Day): Promise<HeldForReport> {
  const all = await allAudits(trx)
  const invited = await invitedTo(trx, { userId: viewer.id })
  const blind = blindFor(viewer, all)
  const audits = all.filter(audit => {
    const sight = sightOfAudit(viewer, audit, invited, blind)
    return sight !== 'own' && sight !== 'blind'
  })
  const ids = new Set(audits.map(({ id }) => id))
  return {
    audits,
    alerts: (await allAlerts(trx)).filter(({ auditId }) => ids.has(auditId)),
    loops: (await loopOf(trx, today)).loops.filter(({ audit }) => ids.has(audit.id)),
    owed: (await programmeOf(trx, today)).owed,
    samples: await samples(trx),
    exemplars: (await exemplars(trx)).filter(({ auditId }) => ids.has(auditId)),
    doubled: doubledOf(audits),
    works: gradedWorks(audits, await outsideGrades(trx)),
    later: counted(all).length - counted(audits).length,
  }
}
