import { z } from 'zod'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits } from '#people'
import { threadOf } from '#thread'
import { mayTellLine } from '../in-thread.ts'
import { lineThing } from '../measure.ts'
import { closeLines, tellPlans, writePlans } from '../policy.ts'
import { disputesOf, linesById, planEvents, updatesOf } from '../store/index.ts'
import { lineView } from './line.view.ts'
import { lineIn, linesIn, planCrumbs, type PlanRooms, seenBy } from './rooms.ts'

/** `/plan-lines/<id>`: one line, whether it makes a difference, and every word about it. */
export function linePage(rooms: PlanRooms): Route {
  return route({
    method: 'GET',
    url: '/plan-lines/:id',
    params: z.object({ id: z.uuid() }),
    handler: async ({ request, params }) => {
      const seen = await seenBy(rooms, request)
      const standing = lineIn(seen, params.id)
      const { line, plan } = standing
      const { viewer } = seen
      const model = await rooms.db.as(seen.authority, async trx => ({
        updates: await updatesOf(trx, [line.id]),
        disputes: await disputesOf(trx, [line.id]),
        events: await planEvents(trx, plan.id, line.id),
        thread: await threadOf(trx, rooms.thread, lineThing(line.id), viewer),
        carriedFrom: (await linesById(trx, line.carriedFrom === null ? [] : [line.carriedFrom]))[0],
      }))
      const body = lineView({
        ...model,
        carriedFrom: model.carriedFrom ?? null,
        standing,
        below: linesIn(seen, plan.id).filter(each => each.line.parentId === line.id),
        may: {
          write: permits(writePlans, viewer),
          tell: permits(tellPlans, viewer) && mayTellLine(viewer, line),
          close: permits(closeLines, viewer),
        },
        today: seen.today,
      })
      return show({ title: line.title, wide: true, breadcrumbs: planCrumbs(plan), body })
    },
  })
}
