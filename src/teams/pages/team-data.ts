import { z } from 'zod'
import { recordDoubtsOf } from '#data-quality'
import { placeOf } from '#findings'
import { forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import { sliceNames } from '#performance'
import { caseloadsOf } from '../caseloads.ts'
import { seesChildrenIn } from '../policy.ts'
import type { TeamsRooms } from '../rooms.ts'
import { teamPath } from './paths.ts'
import { linkTo, PartName, teamsCrumb } from './team.ts'
import { teamDataView } from './team-data.view.ts'

/** `/teams/<name>/data`: what of this team’s children is to be put right in the case system. */
export function teamDataPage(rooms: TeamsRooms): Route {
  return route({
    method: 'GET',
    url: '/teams/:team/data',
    params: z.object({ team: PartName }),
    handler: async ({ request, params: { team } }) => {
      const place = await placeOf(rooms, request)
      const authority = place.council.code
      const isThere = await rooms.db.as(authority, async trx =>
        (await sliceNames(trx, 'team')).includes(team),
      )
      if (!isThere) throw notFound()
      if (!seesChildrenIn(rooms.viewerOf(request), team)) throw forbidden()
      const history = await rooms.shelf.history(authority)
      const { children } = caseloadsOf(history, team)
      return show({
        title: `Data to put right: ${team}`,
        current: '/teams',
        breadcrumbs: [teamsCrumb, { text: team, href: teamPath(team) }],
        body: teamDataView({
          team,
          refused: await rooms.putRight.ofTeam(authority, team),
          doubts: recordDoubtsOf(history, team, children),
          childOf: linkTo(rooms, authority, history),
          recordOf: child => rooms.recordOf(authority, child),
          isKnown: new Set(history.childIds),
        }),
      })
    },
  })
}
