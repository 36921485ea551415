import { z } from 'zod'
import type { Rooms } from '#council'
import type { Trx } from '#kit/db/index.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { allow, behind, type Viewer, viewerOf } from '#people'
import type { Day } from '#calendar'
import { type Gap, type GapKind, gapKinds, groupGaps } from '../gaps.ts'
import type { Thread } from '../kinds.ts'
import { describeAll, threadOf } from '../looking-up.ts'
import { seeThread } from '../policy.ts'
import { keyOf } from '../thread.ts'
import { gapsView } from './gaps.view.ts'
import { threadPageView } from './thread.view.ts'

export interface ThreadRooms extends Rooms {
  readonly thread: Thread
}

// as: the keys of a constant are its kinds.
const kinds = Object.keys(gapKinds) as [GapKind, ...GapKind[]]

const Filter = z.object({
  kind: z.union([z.literal(''), z.enum(kinds)]).default(''),
  owner: z.string().max(200).default(''),
})

/** `/gaps`, and the thread of any one thing. */
export function threadPages(rooms: ThreadRooms): readonly Route[] {
  const { db, here, thread } = rooms
  const gapsPage = route({
    method: 'GET',
    url: '/gaps',
    query: Filter,
    handler: async ({ request, query }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const viewer = viewerOf(request)
      const gaps = await db.as(place.council.code, trx => allGaps(trx, thread, place.today, viewer))
      const shown = gaps.filter(
        gap =>
          (query.kind === '' || gap.kind === query.kind) &&
          (query.owner === '' || (gap.owner ?? 'nobody') === query.owner),
      )
      const body = gapsView({
        groups: groupGaps(shown),
        counts: groupGaps(gaps).map(group => ({ kind: group.kind, count: group.gaps.length })),
        owners: [...new Set(gaps.flatMap(gap => gap.owner ?? []))].toSorted(),
        kind: query.kind === '' ? null : query.kind,
        owner: query.owner,
        today: place.today,
      })
      return show({ title: 'Gaps', current: '/gaps', wide: true, body })
    },
  })
  const threadPage = route({
    method: 'GET',
    url: '/thread/:kind/:id',
    params: z.object({ kind: z.string().max(60), id: z.string().max(300) }),
    handler: async ({ request, params }) => {
      const place = await here(request)
      const kind = thread.kinds.get(params.kind)
      if (place === null || kind === undefined) throw notFound()
      const viewer = viewerOf(request)
      const { described, model } = await db.as(place.council.code, async trx => ({
        described: (await describeAll(trx, thread, [params], viewer)).get(keyOf(params)),
        model: await threadOf(trx, thread, params, viewer, 8),
      }))
      if (described === undefined) throw notFound()
      const body = threadPageView(model, kind.name, described)
      return show({ title: described.title, body })
    },
  })
  return [behind(allow(seeThread), gapsPage, threadPage)]
}

/** What every room says is missing, as far as the viewer may see it. */
export async function allGaps(
  trx: Trx,
  thread: Thread,
  today: Day,
  viewer: Viewer,
): Promise<readonly Gap[]> {
  const found: Gap[] = []
  for (const source of thread.gaps) found.push(...(await source(trx, { today, viewer })))
  return found
}
