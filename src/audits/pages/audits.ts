import { z } from 'zod'
import { isoMonth, monthOf } from '#calendar'
import { placeOf } from '#findings'
import { pageOf } from '#kit/html/components/index.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, type Viewer, viewerOf } from '#people'
import { type Audit, gradeOf, isDone } from '../audit.ts'
import { counted, spreadBy, spreadByQuarter, spreadOf } from '../figures.ts'
import { doAudits } from '../policy.ts'
import { isFair, samples } from '../sampling/index.ts'
import type { Invited } from '../sides.ts'
import { blindFor, sightOfAudit } from '../sight.ts'
import { allAudits, invitedTo } from '../store/index.ts'
import { broughtTool } from '../bringing/tool.ts'
import { currentTools } from '../toolbox.ts'
import { type AuditRow, auditsView } from './audits.view.ts'
import { type AuditsRooms, CURRENT } from './rooms.ts'
import { waysOf } from './ways.ts'

const Query = z.object({
  team: z.string().max(120).default(''),
  tool: z.string().max(80).default(''),
  grade: z.string().max(40).default(''),
  month: z.string().max(10).default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

/** `/audits`: what audits found, by team, tool, month and grade. */
export function auditsPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits',
    query: Query,
    handler: async ({ request, query: { page, ...filter } }) => {
      const place = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const [audits, invited, tools, drawn, above] = await rooms.db.as(
        place.council.code,
        async trx => [
          await allAudits(trx),
          await invitedTo(trx),
          await currentTools(trx),
          await samples(trx),
          (await rooms.besideAudits?.above?.(trx, place.today)) ?? null,
        ],
      )
      const blind = blindFor(viewer, audits)
      const seen = audits.map(audit => ({
        audit,
        sight: sightOfAudit(viewer, audit, invited, blind),
      }))
      // To ask for one grade says nothing of how the work was graded: it narrows the list alone.
      const among = (audit: Audit): boolean =>
        (filter.team === '' || audit.team === filter.team) &&
        (filter.tool === '' || audit.toolKey === filter.tool) &&
        (filter.month === '' || isoMonth(monthOf(audit.auditedOn)) === filter.month)
      const wanted = (audit: Audit): boolean =>
        among(audit) && (filter.grade === '' || gradeOf(audit) === filter.grade)
      // Grades that somebody is yet to be asked about are in no count of theirs that they could tell them from.
      const known = seen.filter(({ sight }) => sight !== 'own' && sight !== 'blind')
      const countable = counted(known.map(({ audit }) => audit)).filter(among)
      const fair = new Set(drawn.filter(isFair).map(({ id }) => id))
      const titles = new Map(tools.map(({ key, title }) => [key, title]))
      const rowOf = ({ audit, sight }: (typeof seen)[number]): AuditRow => ({
        audit,
        tool:
          titles.get(audit.toolKey) ??
          (audit.toolKey === broughtTool.key ? broughtTool.title : audit.toolKey),
        grade:
          sight === 'own' || sight === 'blind' ? 'hidden' : isDone(audit) ? gradeOf(audit) : null,
      })
      const listed = seen
        .filter(({ audit, sight }) => sight !== 'none' && wanted(audit))
        // To stand in a list of one grade would tell it.
        .filter(each => filter.grade === '' || known.includes(each))
      const list = pageOf(listed, page, PAGE_ROWS)
      const body = auditsView({
        above,
        ways: waysOf(viewer),
        mayBegin: permits(doAudits, viewer),
        spread: spreadOf(countable),
        byChance: countable.filter(({ sampleId }) => fair.has(sampleId ?? '')).length,
        byTeam: spreadBy(countable, audit => audit.team),
        byQuarter: spreadByQuarter(countable),
        mine: seen.filter(({ audit }) => waitsFor(viewer, audit, invited)).map(rowOf),
        list: { ...list, rows: list.rows.map(rowOf), of: listed.length },
        all: audits.filter(isDone).length,
        provisional: known.filter(({ audit }) => audit.provisional && among(audit)).length,
        filter,
        months: [...new Set(audits.map(each => monthOf(each.auditedOn)))],
        teams: [...new Set(audits.map(({ team }) => team))].filter(each => each !== '').toSorted(),
        tools,
      })
      return show({ title: 'Practice audits', current: CURRENT, body })
    },
  })
}

const PAGE_ROWS = 50

/** One's own audits that are not handed in, and those of which one has yet to say one's own view. */
function waitsFor(viewer: Viewer, audit: Audit, invited: readonly Invited[]): boolean {
  if (audit.state === 'begun' && audit.auditorId === viewer.id) return true
  return invited.some(
    each => each.auditId === audit.id && each.userId === viewer.id && each.saidAt === null,
  )
}
