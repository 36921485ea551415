import { type Route, route, show } from '#kit/http/index.ts'
import { behind } from '#people'
import { seeOwnLooking } from '../policy.ts'
import type { LookingRooms } from '../rooms.ts'
import { conversations, countViewsOf, openingsBy, viewsOf } from '../store/index.ts'
import { mineView } from './mine.view.ts'

const SHOWN = 200

/** `/me/looking`: everything that is recorded of the person who asks. */
export function ownLookingPage(rooms: LookingRooms): Route {
  return behind(
    rooms.guardOf(seeOwnLooking),
    route({
      method: 'GET',
      url: '/me/looking',
      handler: async ({ request }) => {
        const viewer = rooms.viewerOf(request)
        const colleagues = await rooms.colleagues(viewer.authority)
        const recorded = await rooms.db.as(viewer.authority, async trx => ({
          views: await viewsOf(trx, viewer.id, SHOWN),
          viewCount: await countViewsOf(trx, viewer.id),
          openings: await openingsBy(trx, viewer.id, SHOWN),
          conversations: await conversations(trx),
        }))
        const managed = viewer.roles.includes('team-manager') ? viewer.teams : []
        const mine = recorded.conversations.filter(
          ({ with: other, recordedBy, team }) =>
            other === viewer.id || recordedBy === viewer.id || managed.includes(team),
        )
        const model = { ...recorded, conversations: mine, colleagues, teams: viewer.teams }
        return show({ title: 'What is recorded about you', body: mineView(model) })
      },
    }),
  )
}
