import { z } from 'zod'
import { type Month, monthOf, parseIsoMonth } from '#calendar'
import { placeOf } from '#findings'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { type Audit, isDone } from '../../audit.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits } from '../../policy.ts'
import { allAudits } from '../../store/index.ts'
import { heldForReport } from '../gather.ts'
import { reportOf } from '../report.ts'
import { readerKeys, versionFor } from '../version.ts'
import { monthsView } from './months.view.ts'
import { REPORTS, reportView, titleOf } from './report.view.ts'

/** `/audits/report`: the months that can be reported on, and the list for inspectors. */
export function reportsPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: REPORTS,
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const audits = await rooms.db.as(council.code, allAudits)
      const body = monthsView({
        now: monthOf(today),
        first: firstMonth(audits),
        today,
        mayList: permits(doAudits, viewerOf(request)),
      })
      return show({
        title: 'Quality assurance reports',
        current: CURRENT,
        breadcrumbs: auditCrumbs,
        body,
      })
    },
  })
}

/** `/audits/report/2026-10?for=board`: the report of a month for one of its readers. */
export function reportPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: `${REPORTS}/:month`,
    params: z.object({ month: z.string().max(10) }),
    query: z.object({ for: z.enum(readerKeys).catch('service').default('service') }),
    handler: async ({ request, params, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const month = parseIsoMonth(params.month)
      if (month === null || month > monthOf(today)) throw notFound()
      const held = await rooms.db.as(council.code, trx =>
        heldForReport(trx, viewerOf(request), today),
      )
      // Before the first audit there is nothing to report, and no page that says so month by month.
      const first = firstMonth(held.audits)
      if (first === null || month < first) throw notFound()
      const version = versionFor(reportOf(held, month, today), query.for)
      return show({
        title: titleOf(version),
        current: CURRENT,
        breadcrumbs: [...auditCrumbs, { text: 'Quality assurance reports', href: REPORTS }],
        body: reportView(version, { council: council.name, today }),
      })
    },
  })
}

/** The month of the first audit that is handed in; null for none. */
function firstMonth(audits: readonly Audit[]): Month | null {
  const days = audits.filter(isDone).map(({ auditedOn }) => auditedOn)
  return days.length === 0 ? null : monthOf(days.reduce((a, b) => Math.min(a, b)))
}
