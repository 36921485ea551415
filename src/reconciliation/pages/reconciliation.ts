import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isoDay } from '#calendar'
import type { Rooms } from '#council'
import { teamOfChild } from '#children'
import { frozenExtracts } from '#extracts'
import type { Guard } from '#kit/http/guard.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import {
  behind,
  permits,
  type Policy,
  type SeesChildren,
  seesChildrenOf,
  type Viewer,
} from '#people'
import type { Shelf } from '#performance'
import type { History } from '#records'
import type { Comparison, Only } from '../compare.ts'
import { seeDifferences, seeReconciliation } from '../policy.ts'
import { type Pair, type Reconciler, type Series, seriesIn } from '../reconcile.ts'
import { isSubjectKey } from '../subject.ts'
import { differencesView } from './differences.view.ts'
import { reconciliationView } from './reconciliation.view.ts'

export interface ReconciliationRooms extends Rooms {
  readonly guardOf: (policy: Policy) => Guard
  readonly viewerOf: (request: FastifyRequest) => Viewer
  readonly shelf: Shelf
  readonly reconciler: Reconciler
  /** The address of a child's record, which names nobody. */
  readonly recordOf: (authority: string, child: string) => string
}

const url = '/data/reconciliation'
const data = { text: 'Data', href: '/data' }
const title = 'The same count from two sources'

export function reconciliationPages(rooms: ReconciliationRooms): readonly Route[] {
  return [
    behind(rooms.guardOf(seeReconciliation), overviewPage(rooms)),
    behind(rooms.guardOf(seeDifferences), differencesPage(rooms)),
  ]
}

/** `/data/reconciliation`: each count that two kinds of file answer, on the newest day of both. */
function overviewPage({ db, here, reconciler, viewerOf }: ReconciliationRooms): Route {
  return route({
    method: 'GET',
    url,
    handler: async ({ request }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const authority = place.council.code
      const series = seriesIn(await db.as(authority, frozenExtracts))
      const rows = []
      for (const each of series) {
        const [newest, before] = each.pairs.toReversed()
        if (newest === undefined) continue
        const now = await reconciler.compare(authority, newest)
        if (now.first + now.second === 0) continue
        rows.push({
          series: each,
          pair: newest,
          now,
          before: before === undefined ? null : await reconciler.compare(authority, before),
        })
      }
      const body = reconciliationView({
        rows,
        mayChildren: permits(seeDifferences, viewerOf(request)),
      })
      return show({ title, current: '/data', breadcrumbs: [data], body })
    },
  })
}

/** `/data/reconciliation/care/annex-a/ssda903`: who is in one source and not in the other. */
function differencesPage(rooms: ReconciliationRooms): Route {
  const { db, here, reconciler, viewerOf, shelf, recordOf } = rooms
  return route({
    method: 'GET',
    url: `${url}/:subject/:first/:second`,
    params: z.object({
      subject: z.string().max(40),
      first: z.string().max(20),
      second: z.string().max(20),
    }),
    query: z.object({ on: z.string().max(10).default('') }),
    handler: async ({ request, params, query }) => {
      const place = await here(request)
      if (place === null || !isSubjectKey(params.subject)) throw notFound()
      const authority = place.council.code
      const all = seriesIn(await db.as(authority, frozenExtracts))
      const series = all.find(
        each =>
          each.subject === params.subject &&
          each.kinds[0] === params.first &&
          each.kinds[1] === params.second,
      )
      const pair =
        series?.pairs.find(each => isoDay(each.on) === query.on) ??
        (query.on === '' ? series?.pairs.at(-1) : undefined)
      if (series === undefined || pair === undefined) throw notFound()
      const trend = await trendOf(rooms, authority, series)
      const compared = await reconciler.compare(authority, pair)
      const history = await shelf.history(authority)
      const seen = seenBy(seesChildrenOf(viewerOf(request)), history)
      return show({
        title,
        current: '/data',
        breadcrumbs: [data, { text: title, href: url }],
        body: differencesView({
          series,
          pair,
          compared,
          trend,
          seen,
          recordOf: child => (isKnown(history, child) ? recordOf(authority, child) : null),
        }),
      })
    },
  })
}

export interface TrendPoint {
  readonly pair: Pair
  readonly compared: Comparison
}

async function trendOf(
  { reconciler }: ReconciliationRooms,
  authority: string,
  { pairs }: Series,
): Promise<readonly TrendPoint[]> {
  const points: TrendPoint[] = []
  // One after another: each reads two frozen files, and all at once would be all in memory.
  for (const pair of pairs) {
    points.push({ pair, compared: await reconciler.compare(authority, pair) })
  }
  return points
}

const numbers = new WeakMap<History, ReadonlyMap<string, number>>()

function numberOf(history: History, child: string): number | undefined {
  const known = numbers.get(history) ?? new Map(history.childIds.map((id, number) => [id, number]))
  numbers.set(history, known)
  return known.get(child)
}

const isKnown = (history: History, child: string): boolean => numberOf(history, child) !== undefined

/** Leaves out the children of teams that are not the viewer's. */
function seenBy(sees: SeesChildren, history: History): (only: Only) => boolean {
  if (sees === 'all') return () => true
  if (sees === 'none') return () => false
  return ({ child }) => {
    const number = numberOf(history, child)
    return number !== undefined && sees.teams.includes(teamOfChild(history, number))
  }
}
