import { z } from 'zod'
import type { Rooms } from '#council'
import { type Definition, wholeCounty } from '#indicators'
import { notFound, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { seeSeries } from '#series'
import { byChanceInWords } from '../by-chance.ts'
import { readingsOf } from '../reading.ts'
import { comparePath } from './compare.ts'
import { familiesOf, indicatorsView } from './indicators.view.ts'

export const ShowQuery = z.object({
  show: z.enum(['all', 'changed', 'too-few']).catch('all').default('all'),
})

/** `/indicators`: every indicator of the county, family by family. */
export function indicatorsPage({ db, here }: Rooms, definitions: readonly Definition[]): Route {
  return route({
    method: 'GET',
    url: '/indicators',
    query: ShowQuery,
    handler: async ({ request, query }) => {
      const place = await here(request)
      const found = place && (await db.as(place.council.code, trx => readingsOf(trx, definitions)))
      if (found === null) return seeOther('/')
      if (place === null) throw notFound()
      const body = indicatorsView({
        show: query.show,
        title: 'Indicators',
        caption: place.council.name,
        lead: 'Every indicator for the whole county. A change is only called one where the statistics bear it.',
        path: '/indicators',
        ...(permits(seeSeries, viewerOf(request)) && {
          files: listFiles,
          more: { text: 'Figures that are entered, and how to enter one', href: '/series' },
        }),
        ways: [
          { text: 'Compare two dates', href: comparePath(wholeCounty) },
          { text: 'Targets, and whether they will be met', href: '/indicators/targets' },
        ],
        byChance: byChanceInWords(found.readings.map(({ signal }) => signal)),
        families: familiesOf(found.readings, query.show),
      })
      return show({ title: 'Indicators', current: '/indicators', body })
    },
  })
}

const listFiles = [
  { text: 'Every figure that you may see (CSV)', href: '/indicators/download.csv' },
  { text: 'The whole county for Excel (XLSX)', href: '/indicators/download.xlsx' },
  { text: 'Figures for Excel, Power BI and other programs', href: '/api' },
  { text: 'Figures that were published for everybody', href: '/public/figures' },
]
