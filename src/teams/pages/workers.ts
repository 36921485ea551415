import { z } from 'zod'
import { type Month, monthOf, parseIsoMonth } from '#calendar'
import { placeOf } from '#findings'
import { forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import {
  indicatorPath,
  isCounted,
  restsOnDestroyed,
  SliceQuery,
  sliceOf,
  standardsIn,
} from '#performance'
import { byWorker, isOfWorkers } from '../by-worker.ts'
import { seesWorkersIn } from '../policy.ts'
import type { TeamsRooms } from '../rooms.ts'
import { workersView } from './workers.view.ts'

/** `/indicators/AS01/workers/2026-03?by=team&part=North`: one figure by worker, for those allowed. */
export function workersPage(rooms: TeamsRooms): Route {
  return route({
    method: 'GET',
    url: '/indicators/:code/workers/:month',
    params: z.object({ code: z.string().max(10), month: z.string().max(7) }),
    query: SliceQuery,
    handler: async ({ request, params, query }) => {
      const place = await placeOf(rooms, request)
      const authority = place.council.code
      const definition = rooms.definitions.find(each => each.code === params.code)
      const month: Month | null = parseIsoMonth(params.month)
      if (definition?.kind !== 'record' || !isOfWorkers(definition) || month === null)
        throw notFound()
      const slice = sliceOf(query)
      const viewer = rooms.viewerOf(request)
      // A manager’s own team is theirs; the whole county is for who leads it.
      if (slice.dimension === 'team' && !seesWorkersIn(viewer, slice.name)) throw forbidden()
      const [isThere, destroyed, standards] = await rooms.db.as(authority, async trx => [
        await isCounted(trx, month, slice),
        await restsOnDestroyed(trx, definition, month),
        await standardsIn(trx),
      ])
      if (!isThere || destroyed !== null) throw notFound()
      const history = await rooms.shelf.history(authority)
      const parts = byWorker(history, definition, month, slice, standards, member =>
        seesWorkersIn(viewer, member.team),
      )
      return show({
        title: `By worker: ${definition.name}`,
        current: '/indicators',
        breadcrumbs: [
          { text: 'Indicators', href: '/indicators' },
          { text: definition.name, href: indicatorPath(definition.code, slice) },
        ],
        body: workersView({
          definition,
          slice,
          month: Math.min(month, monthOf(history.asOf)),
          parts,
        }),
      })
    },
  })
}
