import { z } from 'zod'
import { isoMonth, parseIsoMonth } from '#calendar'
import type { Rooms } from '#council'
import { type Definition, membersOf } from '#indicators'
import { csvText } from '#kit/files/csv-write.ts'
import { download, notFound, type Route, route, seeOther } from '#kit/http/index.ts'
import { viewerOf } from '#people'
import { childColumns } from '../child-columns.ts'
import type { Shelf } from '../history.ts'
import { sightOf } from '../sight.ts'
import { standardsIn } from '../standards.ts'
import { isCounted, restsOnDestroyed } from './children.ts'
import { SliceQuery, sliceOf } from './indicator.ts'
import { childrenPath } from './paths.ts'

/**
 * `/indicators/AS01/children/2026-03/all.csv`: everybody behind a figure, counted or not, in one file
 * for a spreadsheet. Neither its address nor its name says who is in it.
 */
export function childrenDownload(
  { db, here }: Rooms,
  definitions: readonly Definition[],
  shelf: Shelf,
): Route {
  return route({
    method: 'GET',
    url: '/indicators/:code/children/:month/all.csv',
    params: z.object({ code: z.string(), month: z.string() }),
    query: SliceQuery,
    handler: async ({ request, params, query }) => {
      const place = await here(request)
      const definition = definitions.find(each => each.code === params.code)
      const month = parseIsoMonth(params.month)
      if (place === null || definition?.kind !== 'record' || month === null) throw notFound()
      const slice = sliceOf(query)
      const isThere = await db.as(place.council.code, trx => isCounted(trx, month, slice))
      if (!isThere) throw notFound()
      const destroyed = await db.as(place.council.code, trx =>
        restsOnDestroyed(trx, definition, month),
      )
      // The page says by which rule there is nobody to hand over.
      if (destroyed !== null) return seeOther(childrenPath(definition.code, month, slice))
      const standards = await db.as(place.council.code, standardsIn)
      const history = await shelf.history(place.council.code)
      const all = membersOf(history, definition, month, slice, standards)
      const members = sightOf(viewerOf(request), all).seen
      const columns = childColumns(definition, members, 'iso')
      const text = csvText(
        [...columns.map(each => each.heading), 'Counted'],
        members.map(member => [
          ...columns.map(each => each.cell(member)),
          member.counted ? 'Yes' : 'No',
        ]),
      )
      const name = `${definition.code} ${isoMonth(month)} children.csv`
      return download(name, 'text/csv; charset=utf-8', text)
    },
  })
}
