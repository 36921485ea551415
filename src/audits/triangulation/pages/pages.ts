import { placeOf } from '#findings'
import { type Route, route, show } from '#kit/http/index.ts'
import { seeLooking } from '#looking'
import { allow, behind, permits, viewerOf } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { leadAudits } from '../../policy.ts'
import { triangulationOf } from '../gather.ts'
import { triangulationView } from './triangulation.view.ts'

/** `/audits/triangulation`: audits of each team beside its other figures, where they disagree first. */
export function triangulationPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(
      allow(leadAudits),
      route({
        method: 'GET',
        url: '/audits/triangulation',
        handler: async ({ request }) => {
          const { council, today } = await placeOf(rooms, request)
          const colleagues = permits(seeLooking, viewerOf(request))
            ? await rooms.colleagues(council.code)
            : null
          const found = await rooms.db.as(council.code, trx =>
            triangulationOf(trx, today, colleagues),
          )
          return show({
            title: 'Do the views of a team agree?',
            current: CURRENT,
            breadcrumbs: auditCrumbs,
            body: triangulationView(found),
          })
        },
      }),
    ),
  ]
}
