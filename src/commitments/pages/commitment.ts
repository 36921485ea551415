import { z } from 'zod'
import { bringFindings } from '#findings'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits } from '#people'
import { measureNow } from '#plan'
import { threadOf } from '#thread'
import { suggestedVerdict } from '../assurance.ts'
import { commitmentThing } from '../change.ts'
import { kinds } from '../commitment.ts'
import { concernThreads, likelyTheSameConcern } from '../concerns.ts'
import { measuresNow } from '../measures.ts'
import { keepCommitments, mayTake } from '../policy.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { stepsOf } from '../steps.ts'
import { commitmentEvents } from '../store/index.ts'
import { commitmentView } from './commitment.view.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'

/** `/commitments/<id>`: one commitment, what became of it, and what was done. */
export function commitmentPage(rooms: CommitmentsRooms): Route {
  return route({
    method: 'GET',
    url: '/commitments/:id',
    params: z.object({ id: z.uuid() }),
    handler: async ({ request, params }) => {
      const seen = await seenBy(rooms, request)
      const one = commitmentIn(seen, params.id)
      const { viewer, today } = seen
      const model = await rooms.db.as(seen.authority, async trx => ({
        events: await commitmentEvents(trx, one.id),
        thread: await threadOf(trx, rooms.thread, commitmentThing(one.id), viewer),
        measure:
          one.measure === null
            ? null
            : ((await measuresNow(trx, [one.measure])).get(one.measure) ?? null),
      }))
      const mayKeep = permits(keepCommitments, viewer)
      const concern =
        one.kind === 'concern'
          ? (concernThreads(seen.all).find(each => each.raisings.some(({ id }) => id === one.id)) ??
            null)
          : null
      const body = commitmentView({
        ...model,
        one,
        today,
        concern,
        alike:
          one.kind === 'concern' && one.joinedTo === null && mayKeep
            ? likelyTheSameConcern(one.words, one.origin.on, seen.all, one.id)
            : [],
        suggested:
          one.kind === 'assurance'
            ? suggestedVerdict(
                model.measure === null ? null : measureNow(model.measure),
                one.origin.on,
              )
            : null,
        steps: stepsOf(one).filter(step => mayTake(viewer, step, one)),
        mayKeep,
        mayBring: permits(bringFindings, viewer),
      })
      return show({
        title: `${kinds[one.kind]}: ${one.title}`,
        breadcrumbs: [commitmentsCrumb],
        current: '/meetings',
        body,
      })
    },
  })
}
