import { z } from 'zod'
import type { Rooms } from '#council'
import { type ExtractStore, frozenExtracts } from '#extracts'
import type { Guard } from '#kit/http/guard.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { behind, type Policy } from '#people'
import type { Reading, Shelf } from '#performance'
import { qualityOfFiles } from '../of-files.ts'
import { qualityOfPart, qualityOfRecords } from '../of-records.ts'
import { seeQuality } from '../policy.ts'
import { teamLines } from '../of-teams.ts'
import type { PutRight } from '../put-right.ts'
import { measureView } from './measure.view.ts'
import { qualityView } from './quality.view.ts'

export interface QualityRooms extends Rooms {
  readonly guardOf: (policy: Policy) => Guard
  readonly shelf: Shelf
  readonly putRight: PutRight
  readonly storeOf: (authority: string) => ExtractStore
}

export function qualityPath(code?: string): string {
  return code === undefined ? '/data/quality' : `/data/quality/${code}`
}

const crumbs = [
  { text: 'Data', href: '/data' },
  { text: 'How good the data is', href: qualityPath() },
]

/** `/data/quality`: what the data is worth; `/data/quality/DQ11`: one measure of it. */
export function qualityPages(rooms: QualityRooms): readonly Route[] {
  return [behind(rooms.guardOf(seeQuality), overviewPage(rooms), measurePage(rooms))]
}

function overviewPage({ db, here, shelf, putRight }: QualityRooms): Route {
  return route({
    method: 'GET',
    url: qualityPath(),
    handler: async ({ request }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const authority = place.council.code
      const history = await shelf.history(authority)
      const extracts = await db.as(authority, frozenExtracts)
      const body = qualityView({
        files: qualityOfFiles(extracts),
        records: qualityOfPart(history),
        teams: teamLines(await putRight.counts(authority)),
      })
      return show({
        title: 'How good the data is',
        current: '/data',
        breadcrumbs: crumbs.slice(0, 1),
        body,
      })
    },
  })
}

function measurePage({ here, shelf }: QualityRooms): Route {
  return route({
    method: 'GET',
    url: qualityPath(':code'),
    params: z.object({ code: z.string().regex(/^DQ\d\d$/) }),
    handler: async ({ request, params }) => {
      const place = await here(request)
      if (place === null) throw notFound()
      const all = qualityOfRecords(await shelf.history(place.council.code))
      const own = all.filter(each => each.definition.code === params.code)
      const county = own.find(each => each.slice.dimension === 'county')
      if (county === undefined) throw notFound()
      return show({
        title: county.definition.name,
        current: '/data',
        breadcrumbs: crumbs,
        body: measureView({ county, parts: own.filter(isPart) }),
      })
    },
  })
}

const isPart = ({ slice }: Reading): boolean => slice.dimension !== 'county'
