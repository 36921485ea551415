import { z } from 'zod'
import type { Rooms } from '#council'
import type { Definition, Dimension } from '#indicators'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { byChanceInWords } from '../by-chance.ts'
import { groupsOf } from '../grouped.ts'
import { readingsOf } from '../reading.ts'
import { ShowQuery } from './indicators.ts'
import { indicatorsView } from './indicators.view.ts'
import { slicePath } from './paths.ts'

/** `/teams/<name>/indicators` and `/localities/<name>/indicators`: every indicator for one part. */
export function partPage(
  { db, here }: Rooms,
  definitions: readonly Definition[],
  dimension: Extract<Dimension, 'team' | 'locality'>,
): Route {
  return route({
    method: 'GET',
    url: `${slicePath({ dimension, name: ':name' }).replace('%3A', ':')}/indicators`,
    // No name holds the character that PostgreSQL's text cannot hold.
    params: z.object({
      name: z
        .string()
        .max(200)
        .regex(/^[^\0]+$/),
    }),
    query: ShowQuery,
    handler: async ({ request, params, query }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const slice = { dimension, name: params.name }
      const found = await db.as(place.council.code, trx => readingsOf(trx, definitions, slice))
      if (found === null || found.readings.length === 0) throw notFound()
      const body = indicatorsView({
        show: query.show,
        by: 'theme',
        title: `Every indicator: ${params.name}`,
        caption: dimension === 'team' ? 'Team' : 'Locality',
        lead: 'Figures of a part of the county rest on fewer children, so they move more by chance. A change is only called one where the statistics bear it.',
        path: `${slicePath(slice)}/indicators`,
        byChance: byChanceInWords(found.readings.map(({ signal }) => signal)),
        all: found.readings,
        groups: groupsOf(found.readings, query.show, 'theme', []),
        hasQuestions: false,
      })
      return show({
        title: `Every indicator: ${params.name}`,
        current: '/teams',
        breadcrumbs: [
          { text: 'Teams and localities', href: '/teams' },
          { text: params.name, href: slicePath(slice) },
        ],
        body,
      })
    },
  })
}
