import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Rooms } from '#council'
import {
  type DestroyedExtract,
  destroyedExtracts,
  type FrozenExtract,
  frozenExtracts,
} from '#extracts'
import { type Definition, dimensions, type Slice, wholeCounty } from '#indicators'
import { forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { seeChildren, seeParts } from '../policy.ts'
import { extractInWords } from '../provenance.ts'
import { type Reading, readingsOfIndicator } from '../reading.ts'
import { type IndicatorModel, indicatorView } from './indicator.view.ts'

export const SliceQuery = z.object({
  by: z.enum(dimensions).default('county'),
  part: z.string().max(200).default(''),
})

export function sliceOf(query: z.output<typeof SliceQuery>): Slice {
  return query.by === 'county' ? wholeCounty : { dimension: query.by, name: query.part }
}

export function sameSlice(a: Slice, b: Slice): boolean {
  return a.dimension === b.dimension && a.name === b.name
}

/** `/indicators/AS01`: one figure now and over time, its parts, and what it means. */
export function indicatorPage(rooms: Rooms, definitions: readonly Definition[]): Route {
  return route({
    method: 'GET',
    url: '/indicators/:code',
    params: z.object({ code: z.string() }),
    query: SliceQuery,
    handler: async ({ request, params, query }) => {
      const model = await indicatorModel(rooms, definitions, request, params.code, sliceOf(query))
      return show({
        title: model.reading.definition.name,
        current: '/indicators',
        breadcrumbs: [
          { text: 'Overview', href: '/' },
          { text: 'Indicators', href: '/indicators' },
        ],
        body: indicatorView(model),
      })
    },
  })
}

/** What the page of an indicator shows to whoever asks: the page itself, and files of it, are made of this. */
export async function indicatorModel(
  { db, here }: Rooms,
  definitions: readonly Definition[],
  request: FastifyRequest,
  code: string,
  slice: Slice,
): Promise<IndicatorModel> {
  const place = await here(request)
  const definition = definitions.find(each => each.code === code)
  if (place === null || definition === undefined) throw notFound()
  const [found, extracts] = await db.as(place.council.code, async trx => [
    await readingsOfIndicator(trx, definition),
    [...(await frozenExtracts(trx)), ...(await destroyedExtracts(trx))],
  ])
  const viewer = viewerOf(request)
  const mayParts = permits(seeParts, viewer)
  if (slice.dimension !== 'county' && !mayParts) throw forbidden()
  const reading = found?.readings.find(each => sameSlice(each.slice, slice))
  if (found === null || reading === undefined) throw notFound()
  return {
    reading,
    parts: mayParts ? found.readings : [],
    mayChildren: permits(seeChildren, viewer),
    extract: extractOf(reading, extracts),
    wantsPopulation:
      definition.unit === 'rate' &&
      reading.definition.unit !== 'rate' &&
      slice.dimension === 'county',
  }
}

function extractOf(reading: Reading, extracts: readonly (FrozenExtract | DestroyedExtract)[]) {
  const extract = extracts.find(each => each.id === reading.latest?.extract)
  return extract === undefined
    ? null
    : { words: extractInWords(extract), href: `/data/${extract.id}` }
}
