import { z } from 'zod'
import type { Rooms } from '#council'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { jobProgress } from '#kit/jobs/index.ts'
import { LoadResult } from '../jobs.ts'
import { frozenExtracts } from '../store.ts'
import { loadingView } from './loading.view.ts'

/** `/data/loading/<job>`: how far a load has come, and what became of it. */
export function loadingPage({ db, here }: Rooms): Route {
  return route({
    method: 'GET',
    url: '/data/loading/:job',
    params: z.object({ job: z.uuid() }),
    handler: async ({ request, params }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const [job, extracts] = await db.as(place.council.code, async trx => [
        await jobProgress(trx, params.job),
        await frozenExtracts(trx),
      ])
      if (job === undefined) throw notFound()
      const result = LoadResult.safeParse(job.result)
      const body = loadingView({ job, result: result.success ? result.data : null, extracts })
      return show({
        title: 'Loading files',
        current: '/data',
        breadcrumbs: [{ text: 'Data', href: '/data' }],
        body,
      })
    },
  })
}
