import { z } from 'zod'
import { parseIsoMonth } from '#calendar'
import type { Rooms } from '#council'
import { type Definition, membersOf } from '#indicators'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import type { Shelf } from '../history.ts'
import { childrenView } from './children.view.ts'
import { SliceQuery, sliceOf } from './indicator.ts'
import { indicatorPath } from './paths.ts'

/** `/indicators/AS01/children/2026-03`: who is counted in a figure, and who is not. */
export function childrenPage(
  { here }: Rooms,
  definitions: readonly Definition[],
  shelf: Shelf,
): Route {
  return route({
    method: 'GET',
    url: '/indicators/:code/children/:month',
    params: z.object({ code: z.string(), month: z.string() }),
    query: SliceQuery.extend({
      show: z.enum(['counted', 'not-counted']).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
    }),
    handler: async ({ request, params, query }) => {
      const place = await here(request)
      const definition = definitions.find(each => each.code === params.code)
      const month = parseIsoMonth(params.month)
      if (place === null || definition === undefined || month === null) throw notFound()
      const history = await shelf.history(place.council.code)
      const slice = sliceOf(query)
      const shown = query.show === undefined ? null : { part: query.show, page: query.page }
      const members = membersOf(history, definition, month, slice)
      return show({
        title: `Children: ${definition.name}`,
        current: '/indicators',
        breadcrumbs: [
          { text: 'Indicators', href: '/indicators' },
          { text: definition.name, href: indicatorPath(definition.code, slice) },
        ],
        body: childrenView({ definition, slice, month, members, shown }),
      })
    },
  })
}
