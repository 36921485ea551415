import { findingsById, mayReadFinding, placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, type Viewer, viewerOf } from '#people'
import { foundByAudits } from '../../loop/store.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { blindSeconds } from '../../pages/shown.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import { allAudits } from '../../store/index.ts'
import { type Exemplar, themesFound } from '../learned.ts'
import { briefings, exemplars } from '../store.ts'
import { LEARNING, learningView } from './learning.view.ts'

/** `/audits/learning`: themes, strong work and briefings. */
export function learningPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: LEARNING,
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const body = await rooms.db.as(council.code, async trx =>
        learningView({
          found: themesFound(await allAudits(trx), await foundWithAudits(trx, viewer), today),
          exemplars: await exemplarsFor(trx, viewer),
          briefings: await briefings(trx),
          mayWrite: permits(doAudits, viewer),
          mayLead: permits(leadAudits, viewer),
        }),
      )
      return show({ title: 'What audits teach', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

/** Strong work, but not that of an audit whose work the viewer is grading blind. */
export async function exemplarsFor(trx: Trx, viewer: Viewer): Promise<readonly Exemplar[]> {
  const blind = await blindSeconds(trx, viewer)
  return (await exemplars(trx)).filter(({ auditId }) => !blind.has(auditId))
}

/** What audits found, each with its audit and the finding that it became. */
export async function foundWithAudits(trx: Trx, viewer: Viewer) {
  const kept = await foundByAudits(trx)
  const audits = new Map((await allAudits(trx)).map(audit => [audit.id, audit]))
  const ids = kept.map(each => each.findingId)
  const findings = new Map((await findingsById(trx, ids)).map(each => [each.id, each]))
  return kept.flatMap(({ auditId, findingId }) => {
    const [audit, finding] = [audits.get(auditId), findings.get(findingId)]
    if (audit === undefined || finding === undefined || !mayReadFinding(viewer, finding)) return []
    return [{ audit, finding }]
  })
}
