import { z } from 'zod'
import type { Rooms } from '#council'
import { type Definition, wholeCounty } from '#indicators'
import { notFound, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { permits, viewerOf, type Way, waysOpenTo } from '#people'
import { seeSeries } from '#series'
import { byChanceInWords } from '../by-chance.ts'
import { type AskedOf, groupsOf } from '../grouped.ts'
import { readingsOf } from '../reading.ts'
import { comparePath } from './compare.ts'
import { shows } from '../shown.ts'
import { indicatorsView } from './indicators.view.ts'

export const ShowQuery = z.object({
  show: z
    .enum(shows.map(({ show }) => show))
    .catch('all')
    .default('all'),
  by: z.enum(['theme', 'question']).catch('theme').default('theme'),
})

export interface IndicatorsRooms extends Rooms {
  /** The questions that the list can be parted by. */
  readonly askedOf?: readonly AskedOf[]
  /** Ways to what other rooms say of figures. */
  readonly waysFromIndicators?: readonly Way[]
}

/** `/indicators`: every indicator of the county, by theme or by key question. */
export function indicatorsPage(
  { db, here, askedOf = [], waysFromIndicators = [] }: IndicatorsRooms,
  definitions: readonly Definition[],
): Route {
  return route({
    method: 'GET',
    url: '/indicators',
    query: ShowQuery,
    handler: async ({ request, query }) => {
      const place = await here(request)
      const found = place && (await db.as(place.council.code, trx => readingsOf(trx, definitions)))
      if (found === null) return seeOther('/')
      if (place === null) throw notFound()
      const viewer = viewerOf(request)
      const body = indicatorsView({
        ...query,
        title: 'Indicators',
        caption: place.council.name,
        lead: 'Every indicator for the whole county. A change is only called one where the statistics bear it.',
        path: '/indicators',
        ...(permits(seeSeries, viewer) && {
          files: listFiles,
          more: { text: 'Figures that are entered, and how to enter one', href: '/series' },
        }),
        ways: [
          { text: 'Compare two dates', href: comparePath(wholeCounty) },
          { text: 'Targets, and whether they will be met', href: '/indicators/targets' },
          ...waysOpenTo(viewer, waysFromIndicators),
        ],
        byChance: byChanceInWords(found.readings.map(({ signal }) => signal)),
        all: found.readings,
        groups: groupsOf(found.readings, query.show, query.by, askedOf),
        hasQuestions: askedOf.length > 0,
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
