import type { Rooms } from '#council'
import type { Definition } from '#indicators'
import { type Route, route, seeOther, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { ageOfData, readingsOf } from '#performance'
import { frontOf } from '../front.ts'
import type { NeedsOf } from '../need.ts'
import { seeOverview } from '../policy.ts'
import { frontView, nothingYetView } from './front.view.ts'

export interface OverviewRooms extends Rooms {
  readonly needs: NeedsOf
  /** Where those begin who do not see the overview: the address of a page. */
  readonly elsewhere: string
}

/** `/`: what waits and what has changed, in one screen. */
export function frontPage(
  { db, here, needs, elsewhere }: OverviewRooms,
  definitions: readonly Definition[],
): Route {
  return route({
    method: 'GET',
    url: '/',
    handler: async ({ request }) => {
      if (!permits(seeOverview, viewerOf(request))) return seeOther(elsewhere)
      const place = await here(request)
      const readings =
        place && (await db.as(place.council.code, trx => readingsOf(trx, definitions)))
      if (place === null || readings === null) {
        const body = nothingYetView(place?.council ?? null)
        return show({ title: 'Overview', current: '/', body })
      }
      const asked = { viewer: viewerOf(request), today: place.today }
      const model = {
        needs: await db.as(place.council.code, trx => needs(trx, asked)),
        council: place.council,
        readings,
        front: frontOf(readings.readings),
        daysOld: ageOfData(readings.count, place.today),
      }
      return show({ title: 'Overview', current: '/', body: frontView(model) })
    },
  })
}
