import { z } from 'zod'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits } from '#people'
import type { Standing } from '../gather.ts'
import { accountable, isOpenLine, isWork } from '../line.ts'
import { snapshotNow } from '../decide.ts'
import { fundingCheck } from '../money.ts'
import { decidePlans, seeWholePlans, writePlans } from '../policy.ts'
import { fundingOf, versionsOf } from '../store/index.ts'
import { differenceOf, isPlanChanged } from '../version.ts'
import { planView } from './plan.view.ts'
import { linesIn, planCrumbs, planIn, type PlanRooms, seenBy } from './rooms.ts'

/** `/plans/<id>`: the whole plan on one screen. */
export function planPage(rooms: PlanRooms): Route {
  return route({
    method: 'GET',
    url: '/plans/:id',
    params: z.object({ id: z.uuid() }),
    query: z.object({
      show: z.string().max(20).default(''),
      owner: z.string().max(200).default(''),
    }),
    handler: async ({ request, params, query }) => {
      const seen = await seenBy(rooms, request)
      const plan = planIn(seen, params.id)
      const { funding, versions, now } = await rooms.db.as(seen.authority, async trx => ({
        funding: await fundingOf(trx, plan.id),
        versions: await versionsOf(trx, plan.id),
        now: await snapshotNow(trx, plan.id),
      }))
      const [version = null] = versions
      const lines = linesIn(seen, plan.id)
      const body = planView({
        plan,
        fromPlan: seen.gathered.plans.find(each => each.id === plan.fromPlan) ?? null,
        lines,
        shown: lines.filter(each => passes(each, query)),
        filter: query,
        // What it costs is for the council; partners see the lines that are shared with them.
        funding: !permits(seeWholePlans, seen.viewer)
          ? null
          : fundingCheck(
              funding.map(line => line.pence),
              plan.headlinePence,
            ),
        version,
        isChanged: version !== null && isPlanChanged(differenceOf(version.snapshot, now)),
        mayWrite: permits(writePlans, seen.viewer),
        mayDecide: permits(decidePlans, seen.viewer),
        today: seen.today,
      })
      return show({
        title: plan.title,
        current: '/plans',
        wide: true,
        breadcrumbs: planCrumbs(),
        body,
      })
    },
  })
}

function passes(
  each: Standing,
  filter: { readonly show: string; readonly owner: string },
): boolean {
  const { line } = each
  if (filter.owner !== '' && accountable(line) !== filter.owner) return false
  const work = isWork(line)
  switch (filter.show) {
    case 'open':
      return isOpenLine(line)
    case 'late':
      return each.isLate
    case 'silent':
      return each.update.kind === 'late'
    case 'no-owner':
      return work && isOpenLine(line) && accountable(line) === null
    case 'no-measure':
      return work && isOpenLine(line) && each.measures.length === 0
    case 'no-evidence':
      return work && each.impact.verdict === 'no evidence'
    case 'regressed':
      return work && each.impact.verdict === 'regressed'
    case 'closed':
      return line.closedOn !== null
    default:
      return true
  }
}
