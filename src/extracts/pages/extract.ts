import { z } from 'zod'
import type { Rooms } from '#council'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import type { ExtractStore } from '../freeze.ts'
import { type FrozenExtract, refusalsFromBytes } from '../frozen.ts'
import { seeRefusedRows } from '../policy.ts'
import { destroyedExtracts, frozenExtracts } from '../store.ts'
import { destroyedView, extractView } from './extract.view.ts'

/** `/data/<id>`: one extract, what was read of it and what was refused, row by row. */
export function extractPage(
  { db, here }: Rooms,
  storeOf: (authority: string) => ExtractStore,
): Route {
  return route({
    method: 'GET',
    url: '/data/:id',
    params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
    handler: async ({ request, params }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const [extracts, gone] = await db.as(place.council.code, async trx => [
        await frozenExtracts(trx),
        await destroyedExtracts(trx),
      ])
      const destroyed = gone.find(each => each.id === params.id)
      if (destroyed !== undefined) {
        const body = destroyedView(destroyed)
        return show({ title: destroyed.title, current: '/data', breadcrumbs, body })
      }
      const extract = extracts.find(each => each.id === params.id)
      if (extract === undefined) throw notFound()
      const mayRows = permits(seeRefusedRows, viewerOf(request))
      const refusals = mayRows ? await refusalsOf(storeOf(place.council.code), extract) : []
      const body = extractView({ extract, refusals })
      return show({
        title: extract.title,
        current: '/data',
        breadcrumbs,
        body,
      })
    },
  })
}

const breadcrumbs = [{ text: 'Data', href: '/data' }]

async function refusalsOf({ vault }: ExtractStore, extract: FrozenExtract) {
  return refusalsFromBytes(await vault.get(extract.refusalsSha256))
}
