import { z } from 'zod'
import { isoMonth, monthOf } from '#calendar'
import { placeOf } from '#findings'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, type Viewer, viewerOf } from '#people'
import { type Audit, gradeOf, isDone } from '../audit.ts'
import { counted, spreadBy, spreadByQuarter, spreadOf } from '../figures.ts'
import { doAudits } from '../policy.ts'
import type { Invited } from '../sides.ts'
import { blindFor, sightOfAudit } from '../sight.ts'
import { allAudits, invitedTo } from '../store/index.ts'
import { currentTools } from '../toolbox.ts'
import { type AuditRow, auditsView } from './audits.view.ts'
import { type AuditsRooms, CURRENT } from './rooms.ts'
import { waysOf } from './ways.ts'

const Query = z.object({
  team: z.string().max(120).default(''),
  tool: z.string().max(80).default(''),
  grade: z.string().max(40).default(''),
  month: z.string().max(10).default(''),
})

/** `/audits`: what audits found, by team, tool, month and grade. */
export function auditsPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits',
    query: Query,
    handler: async ({ request, query }) => {
      const place = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const [audits, invited, tools, above] = await rooms.db.as(place.council.code, async trx => [
        await allAudits(trx),
        await invitedTo(trx),
        await currentTools(trx),
        (await rooms.besideAudits?.above?.(trx, place.today)) ?? null,
      ])
      const blind = blindFor(viewer, audits)
      const seen = audits.map(audit => ({
        audit,
        sight: sightOfAudit(viewer, audit, invited, blind),
      }))
      const wanted = (audit: Audit): boolean =>
        (query.team === '' || audit.team === query.team) &&
        (query.tool === '' || audit.toolKey === query.tool) &&
        (query.grade === '' || gradeOf(audit) === query.grade) &&
        (query.month === '' || isoMonth(monthOf(audit.auditedOn)) === query.month)
      // Grades that somebody is yet to be asked about are in no count of theirs that they could tell them from.
      const countable = counted(audits).filter(wanted)
      const titles = new Map(tools.map(({ key, title }) => [key, title]))
      const rowOf = ({ audit, sight }: (typeof seen)[number]): AuditRow => ({
        audit,
        tool: titles.get(audit.toolKey) ?? audit.toolKey,
        grade:
          sight === 'own' || sight === 'blind' ? 'hidden' : isDone(audit) ? gradeOf(audit) : null,
      })
      const body = auditsView({
        above,
        ways: waysOf(viewer),
        mayBegin: permits(doAudits, viewer),
        spread: spreadOf(countable),
        byTeam: spreadBy(countable, audit => audit.team),
        byQuarter: spreadByQuarter(countable),
        mine: seen.filter(({ audit }) => waitsFor(viewer, audit, invited)).map(rowOf),
        rows: seen
          .filter(({ audit, sight }) => sight !== 'none' && wanted(audit))
          .slice(0, MOST_ROWS)
          .map(rowOf),
        all: counted(audits).length,
        provisional: audits.filter(audit => audit.provisional && wanted(audit)).length,
        filter: query,
        teams: [...new Set(audits.map(({ team }) => team))].filter(each => each !== '').toSorted(),
        tools,
      })
      return show({ title: 'Practice audits', current: CURRENT, body })
    },
  })
}

const MOST_ROWS = 200

/** One's own audits that are not handed in, and those of which one has yet to say one's own view. */
function waitsFor(viewer: Viewer, audit: Audit, invited: readonly Invited[]): boolean {
  if (audit.state === 'begun' && audit.auditorId === viewer.id) return true
  return invited.some(
    each => each.auditId === audit.id && each.userId === viewer.id && each.saidAt === null,
  )
}
