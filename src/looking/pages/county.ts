import { z } from 'zod'
import { placeOf } from '#council'
import { type Definition, notRecorded } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { behind } from '#people'
import { latestCount, pointsOf, seriesOfDimension } from '#performance'
import { sharedUntil } from '../looking.ts'
import { seeLooking } from '../policy.ts'
import type { LookingRooms } from '../rooms.ts'
import { useByTeam } from '../store/index.ts'
import { improvementOf, levelOf, standing, USE_DAYS, useAndPerformance } from '../use.ts'
import { type Against, type Choice, countyView, TOGETHER } from './county.view.ts'
import { nudgesNow } from './quiet.ts'

/** `/looking`: use beside performance by team, for who leads the service. */
export function lookingPage(rooms: LookingRooms): Route {
  const possible = sharesIn(rooms.definitions)
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
        const place = await placeOf(rooms, request)
        const to = sharedUntil(place.today)
        const from = to - USE_DAYS + 1
        const colleagues = await rooms.colleagues(viewer.authority)
        const { against } = query
        const [uses, figures] = await rooms.db.as(viewer.authority, async trx => [
          await useByTeam(trx, from, to),
          await performanceByTeam(trx, possible, against),
        ])
        const choices = choicesAmong(possible, figures)
        const chosen = choices.find(each => each.code === query.indicator) ?? choices[0]
        if (chosen === undefined) throw notFound()
        const performance =
          chosen.code === TOGETHER
            ? new Map([...standing(figures)].map(([team, share]) => [team, 100 * share]))
            : (figures.get(chosen.code) ?? new Map<string, number>())
        const use = useAndPerformance({ from, to }, uses, colleagues, performance)
        const quiet = (await nudgesNow(rooms, viewer.authority, place.today)).length
        const body = countyView({ use, chosen, against, choices, quiet })
        return show({ title: 'Who looks, and who does well', current: '/looking', body })
      },
    }),
  )
}

/** Shares of which more is better: timeliness and the like. */
export function sharesIn(definitions: readonly Definition[]): readonly Definition[] {
  return definitions.filter(each => each.unit === 'percentage' && each.good === 'high')
}

/** All figures together first, then each that any team has. */
function choicesAmong(
  definitions: readonly Definition[],
  figures: Awaited<ReturnType<typeof performanceByTeam>>,
): readonly Choice[] {
  const teams = new Set([...figures.values()].flatMap(ofTeams => [...ofTeams.keys()]))
  return [
    { code: TOGETHER, name: 'All figures together', teams: teams.size },
    ...definitions.flatMap(({ code, name }) => {
      const ofTeams = figures.get(code)
      return ofTeams === undefined ? [] : [{ code, name, teams: ofTeams.size }]
    }),
  ]
}

/**
 * For each indicator by its code, each team's share or how far it moved in a year. Teams with too few
 * children are not in it.
 */
export async function performanceByTeam(
  trx: Trx,
  definitions: readonly Definition[],
  against: Against,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const count = await latestCount(trx)
  const byCode = new Map(definitions.map(each => [each.code, each]))
  const figures = new Map<string, Map<string, number>>()
  for (const series of count === null ? [] : await seriesOfDimension(trx, 'team')) {
    const definition = byCode.get(series.indicator)
    if (count === null || definition === undefined || series.slice.name === notRecorded) continue
    const points = pointsOf(definition, count.firstMonth, series)
    const figure = against === 'level' ? levelOf(points) : improvementOf(points)
    if (figure === null) continue
    const ofTeams = figures.get(definition.code) ?? new Map<string, number>()
    figures.set(definition.code, ofTeams.set(series.slice.name, figure))
  }
  return figures
}
