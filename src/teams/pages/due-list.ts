import { z } from 'zod'
import { placeOf } from '#findings'
import { forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import { sliceNames, standardsIn } from '#performance'
import { dueBookOf, pressing } from '../due/due-book.ts'
import { isDutyKey } from '../due/duty.ts'
import { seesChildrenIn } from '../policy.ts'
import type { TeamsRooms } from '../rooms.ts'
import { dueListView, PAGE_ROWS } from './due-list.view.ts'
import { windowOf } from './freshness.ts'
import { teamPath } from './paths.ts'
import { linkTo, PartName, teamsCrumb } from './team.ts'

/** `/teams/<name>/due`: everything that is overdue or due this week, child by child. */
export function dueListPage(rooms: TeamsRooms): Route {
  return route({
    method: 'GET',
    url: '/teams/:team/due',
    params: z.object({ team: PartName }),
    query: z.object({
      duty: z.string().max(40).default(''),
      page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
    }),
    handler: async ({ request, params: { team }, query }) => {
      const place = await placeOf(rooms, request)
      const authority = place.council.code
      const [standards, isThere] = await rooms.db.as(authority, async trx => [
        await standardsIn(trx),
        (await sliceNames(trx, 'team')).includes(team),
      ])
      if (!isThere) throw notFound()
      const history = await rooms.shelf.history(authority)
      if (!seesChildrenIn(rooms.viewerOf(request), team)) throw forbidden()
      const book = dueBookOf(history, standards)
      const window = windowOf(book.on, place.today)
      const { overdue, soon } = pressing(book.ofTeam(team), window.asOf, window.until)
      const duty = isDutyKey(query.duty) ? query.duty : null
      const all = [...overdue, ...soon].filter(each => duty === null || each.duty === duty)
      const page = Math.min(query.page, Math.max(1, Math.ceil(all.length / PAGE_ROWS)))
      return show({
        title: `What is due: ${team}`,
        current: '/teams',
        breadcrumbs: [teamsCrumb, { text: team, href: teamPath(team) }],
        body: dueListView({
          team,
          duty,
          window,
          all,
          page,
          standardOf: key => standards.on(key, book.on),
          childOf: linkTo(rooms, authority, history),
        }),
      })
    },
  })
}
