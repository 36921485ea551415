import { z } from 'zod'
import type { Definition } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { behind } from '#people'
import { latestCount, pointsOf, seriesOfIndicator } from '#performance'
import { sharedUntil } from '../looking.ts'
import { seeLooking } from '../policy.ts'
import type { LookingRooms } from '../rooms.ts'
import { useByTeam } from '../store/index.ts'
import { improvementOf, levelOf, USE_DAYS, useAndPerformance } from '../use.ts'
import { type Against, countyView } from './county.view.ts'
import { nudgesNow } from './quiet.ts'

/** `/looking`: use beside performance by team, for who leads the service. */
export function lookingPage(rooms: LookingRooms): Route {
  const choices = choicesAmong(rooms.definitions)
  return behind(
    rooms.guardOf(seeLooking),
    route({
      method: 'GET',
      url: '/looking',
      query: z.object({
        indicator: z.string().catch('').default(''),
        against: z.enum(['level', 'improvement']).catch('level').default('level'),
      }),
      handler: async ({ request, query }) => {
        const viewer = rooms.viewerOf(request)
        const place = await rooms.here(request)
        const definition =
          choices.find(each => each.code === query.indicator) ??
          choices.find(each => each.code === 'AS01') ??
          choices[0]
        if (place === null || definition === undefined) throw notFound()
        const to = sharedUntil(place.today)
        const from = to - USE_DAYS + 1
        const colleagues = await rooms.colleagues(viewer.authority)
        const [uses, performance] = await rooms.db.as(viewer.authority, async trx => [
          await useByTeam(trx, from, to),
          await performanceByTeam(trx, definition, query.against),
        ])
        const use = useAndPerformance({ from, to }, uses, colleagues, performance)
        const quiet = (await nudgesNow(rooms, viewer.authority, place.today)).length
        const body = countyView({ use, definition, against: query.against, choices, quiet })
        return show({ title: 'Who looks, and who does well', current: '/looking', body })
      },
    }),
  )
}

/** Shares of which more is better: timeliness and the like. */
function choicesAmong(definitions: readonly Definition[]): readonly Definition[] {
  return definitions.filter(each => each.unit === 'percentage' && each.good === 'high')
}

/** Each team's share, or how far it moved in a year; teams with too few children are not in it. */
export async function performanceByTeam(
  trx: Trx,
  definition: Definition,
  against: Against,
): Promise<ReadonlyMap<string, number>> {
  const count = await latestCount(trx)
  if (count === null) return new Map()
  const series = await seriesOfIndicator(trx, definition.code)
  return new Map(
    series
      .filter(each => each.slice.dimension === 'team')
      .flatMap(each => {
        const points = pointsOf(definition, count.firstMonth, each)
        const figure = against === 'level' ? levelOf(points) : improvementOf(points)
        return figure === null ? [] : [[each.slice.name, figure] as const]
      }),
  )
}
