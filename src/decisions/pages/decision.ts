import { z } from 'zod'
import { constitutionOn } from '#bodies'
import { inLondon } from '#calendar'
import { placeOf } from '#findings'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { itemById, meetingById } from '#meetings'
import { permits, viewerOf } from '#people'
import { hindrancesOf } from '../change.ts'
import { callInUntil, nameOf, standingOn } from '../decision.ts'
import { draftDecisions, keepDecisions } from '../policy.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { callInsOf, decisionById, delegationsOf, noticeById } from '../store/index.ts'
import { decisionView } from './decision.view.ts'
import { decisionCrumbs } from './paths.ts'

/** `/decisions/<id>`: one decision with its reasons, its notice and what became of it. */
export function decisionPage(rooms: DecisionsRooms): Route {
  return route({
    method: 'GET',
    url: '/decisions/:id',
    params: z.object({ id: z.uuid() }),
    handler: async ({ request, params }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const seesDrafts = permits(draftDecisions, viewer)
      const model = await rooms.db.as(council.code, async trx => {
        const decision = await decisionById(trx, params.id)
        if (decision === null) throw notFound()
        if (!seesDrafts && (decision.publishedAt === null || decision.exemptWords !== ''))
          throw notFound()
        const callIns = await callInsOf(trx, decision.id)
        const publishedOn =
          decision.publishedAt === null ? null : inLondon(decision.publishedAt).day
        const until =
          publishedOn === null
            ? null
            : callInUntil(await constitutionOn(trx, publishedOn), publishedOn)
        return {
          decision,
          callIns,
          until,
          standing: standingOn(decision, callIns, until, today),
          delegations: await delegationsOf(trx, decision.id),
          notice: decision.noticeId === null ? null : await noticeById(trx, decision.noticeId),
          meeting: decision.meetingId === null ? null : await meetingById(trx, decision.meetingId),
          item: decision.itemId === null ? null : await itemById(trx, decision.itemId),
          hindrances: decision.publishedAt === null ? await hindrancesOf(trx, decision) : [],
        }
      })
      const body = decisionView({ ...model, today, mayKeep: permits(keepDecisions, viewer) })
      const { decision } = model
      return show({
        title: `${nameOf(decision)}: ${decision.title}`,
        current: '/meetings',
        breadcrumbs: decisionCrumbs,
        body,
      })
    },
  })
}
