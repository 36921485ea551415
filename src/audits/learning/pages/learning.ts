import { findingsById, placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { foundByAudits } from '../../loop/store.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import { allAudits } from '../../store/index.ts'
import { themesFound } from '../learned.ts'
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
          found: themesFound(await allAudits(trx), await foundWithAudits(trx), today),
          exemplars: await exemplars(trx),
          briefings: await briefings(trx),
          mayWrite: permits(doAudits, viewer),
          mayLead: permits(leadAudits, viewer),
        }),
      )
      return show({ title: 'What audits teach', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

/** What audits found, each with its audit and the finding that it became. */
export async function foundWithAudits(trx: Trx) {
  const kept = await foundByAudits(trx)
  const audits = new Map((await allAudits(trx)).map(audit => [audit.id, audit]))
  const ids = kept.map(each => each.findingId)
  const findings = new Map((await findingsById(trx, ids)).map(each => [each.id, each]))
  return kept.flatMap(({ auditId, findingId }) => {
    const [audit, finding] = [audits.get(auditId), findings.get(findingId)]
    return audit === undefined || finding === undefined ? [] : [{ audit, finding }]
  })
}
