import { z } from 'zod'
import { type Month, monthOf, parseIsoMonth } from '#calendar'
import type { Rooms } from '#council'
import { type DestroyedExtract, destroyedExtracts } from '#extracts'
import { type Definition, membersOf, type Slice } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { viewerOf } from '#people'
import type { Shelf } from '../history.ts'
import { nameOfCount } from '../reading.ts'
import { sightOf } from '../sight.ts'
import { standardsIn } from '../standards.ts'
import { latestCount, sliceNames, sources } from '../store.ts'
import { childrenView, destroyedView } from './children.view.ts'
import { SliceQuery, sliceOf } from './indicator.ts'
import { indicatorPath } from './paths.ts'

/** `/indicators/AS01/children/2026-03`: who is counted in a figure, and who is not. */
export function childrenPage(
  { db, here }: Rooms,
  definitions: readonly Definition[],
  shelf: Shelf,
  /** The address of a child's record, which holds no identifier. */
  recordOf?: (authority: string, child: string) => string,
): Route {
  return route({
    method: 'GET',
    url: '/indicators/:code/children/:month',
    params: z.object({ code: z.string(), month: z.string() }),
    query: SliceQuery.extend({
      show: z.enum(['counted', 'not-counted']).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
    }),
    handler: async ({ request, params, query }) => {
      const place = await here(request)
      const definition = definitions.find(each => each.code === params.code)
      const month = parseIsoMonth(params.month)
      // Of a figure that somebody entered no child is known.
      if (place === null || definition?.kind !== 'record' || month === null) throw notFound()
      const slice = sliceOf(query)
      const isThere = await db.as(place.council.code, trx => isCounted(trx, month, slice))
      if (!isThere) throw notFound()
      const crumbs = [
        { text: 'Indicators', href: '/indicators' },
        { text: nameOfCount(definition), href: indicatorPath(definition.code, slice) },
      ]
      const destroyed = await db.as(place.council.code, trx =>
        restsOnDestroyed(trx, definition, month),
      )
      if (destroyed !== null) {
        const body = destroyedView({ definition, slice, month, destroyed })
        const title = `Children: ${nameOfCount(definition)}`
        return show({ title, current: '/indicators', breadcrumbs: crumbs, body })
      }
      const standards = await db.as(place.council.code, standardsIn)
      const history = await shelf.history(place.council.code)
      const shown = query.show === undefined ? null : { part: query.show, page: query.page }
      const { seen, unseen } = sightOf(
        viewerOf(request),
        membersOf(history, definition, month, slice, standards),
      )
      return show({
        title: `Children: ${nameOfCount(definition)}`,
        current: '/indicators',
        breadcrumbs: crumbs,
        body: childrenView({
          definition,
          slice,
          month,
          members: seen,
          unseen,
          shown,
          recordOf: recordOf && (child => recordOf(place.council.code, child)),
        }),
      })
    },
  })
}

/** The extract that a month's figure rests on, where its records were destroyed; null where they are there. */
export async function restsOnDestroyed(
  trx: Trx,
  { code }: Pick<Definition, 'code'>,
  month: Month,
): Promise<DestroyedExtract | null> {
  const gone = await destroyedExtracts(trx)
  if (gone.length === 0) return null
  const count = await latestCount(trx)
  if (count === null) return null
  const source = (await sources(trx)).find(each => each.indicator === code)
  const id = count.extracts[source?.extracts[month - count.firstMonth] ?? -1]
  return gone.find(each => each.id === id) ?? null
}

/** Whether figures are kept for the month and the part: any other address leads nowhere. */
export async function isCounted(
  trx: Trx,
  month: Month,
  { dimension, name }: Slice,
): Promise<boolean> {
  const count = await latestCount(trx)
  if (count === null || month < count.firstMonth || month > monthOf(count.asOf)) return false
  return (await sliceNames(trx, dimension)).includes(name)
}
