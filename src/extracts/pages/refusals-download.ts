import { z } from 'zod'
import type { Rooms } from '#council'
import { csvText } from '#kit/files/csv-write.ts'
import { download, notFound, type Route, route } from '#kit/http/index.ts'
import type { ExtractStore } from '../freeze.ts'
import { refusalsFromBytes, shortId } from '../frozen.ts'
import { frozenExtracts } from '../store.ts'
import { effects } from './report.view.ts'

/** `/data/<id>/refusals.csv`: every refused or doubtful row of an extract, for a spreadsheet. */
export function refusalsDownload(
  { db, here }: Rooms,
  storeOf: (authority: string) => ExtractStore,
): Route {
  return route({
    method: 'GET',
    url: '/data/:id/refusals.csv',
    params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
    handler: async ({ request, params }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const extracts = await db.as(place.council.code, frozenExtracts)
      const extract = extracts.find(each => each.id === params.id)
      if (extract === undefined) throw notFound()
      const bytes = await storeOf(place.council.code).vault.get(extract.refusalsSha256)
      const text = csvText(
        ['File', 'List', 'Row', 'Column', 'Value', 'Why', 'What was done'],
        refusalsFromBytes(bytes).map(each => [
          each.file,
          each.sourceList,
          each.row,
          each.column,
          each.value,
          each.message,
          effects[each.effect],
        ]),
      )
      return download(`refused ${shortId(extract.id)}.csv`, 'text/csv; charset=utf-8', text)
    },
  })
}
