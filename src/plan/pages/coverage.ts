import { z } from 'zod'
import { type Route, route, show } from '#kit/http/index.ts'
import { allFindings, mayReadFinding, nameOf, sourceKindKeys } from '#findings'
import { coverageOf } from '../coverage.ts'
import { isWork } from '../line.ts'
import { coverageView } from './coverage.view.ts'
import { linesIn, planCrumbs, planIn, type PlanRooms, seenBy } from './rooms.ts'

/** `/plans/<id>/coverage`: what was found × what is done about it, both ways, with the gaps. */
export function coveragePage(rooms: PlanRooms): Route {
  return route({
    method: 'GET',
    url: '/plans/:id/coverage',
    params: z.object({ id: z.uuid() }),
    query: z.object({
      source: z.union([z.literal('all'), z.enum(sourceKindKeys)]).default('inspection'),
      document: z.string().max(300).default(''),
    }),
    handler: async ({ request, params, query }) => {
      const seen = await seenBy(rooms, request)
      const plan = planIn(seen, params.id)
      const findings = (await rooms.db.as(seen.authority, allFindings)).filter(
        each => mayReadFinding(seen.viewer, each) && each.state !== 'merged',
      )
      const asked = findings
        .filter(each => query.source === 'all' || each.sourceKind === query.source)
        .filter(each => query.document === '' || each.source.startsWith(query.document))
        .map(finding => ({ id: finding.id, name: nameOf(finding), finding }))
        .toSorted((a, b) => a.finding.number - b.finding.number)
      const lines = linesIn(seen, plan.id)
        .filter(each => isWork(each.line))
        .map(standing => ({ id: standing.line.id, name: standing.line.title, standing }))
      const links = lines.flatMap(({ id, standing }) =>
        standing.answers.map(finding => ({ line: id, asked: finding })),
      )
      // A line that answers something else than what is shown here is not without a reason.
      const elsewhere = new Set(
        lines.filter(each => each.standing.answers.length > 0).map(each => each.id),
      )
      const body = coverageView({
        plan,
        coverage: coverageOf(asked, lines, links),
        elsewhere,
        source: query.source,
        document: query.document,
      })
      return show({ title: 'What answers what', wide: true, breadcrumbs: planCrumbs(plan), body })
    },
  })
}
