import { z } from 'zod'
import { isoDay, longDay } from '#calendar'
import { placeOf, type Rooms, settings as settingsOf } from '#council'
import { changingOf, dayFrom } from '#findings'
import {
  type Answer,
  type Asked,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import type { FormValues } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { recordDated } from '../bring.ts'
import { ownCode } from '../own.ts'
import { bringComparators } from '../policy.ts'
import { allPlaces, dateNeighbourSet, neighboursInSet, neighbourSets } from '../store/index.ts'
import { neighboursView } from './neighbours.view.ts'

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

const url = '/comparators/neighbours/:id'

async function setAnswer(
  rooms: Rooms,
  { request, params, csrf }: Request,
  values: FormValues | null = null,
  errors: Refused['errors'] = [],
): Promise<Answer> {
  const { council, today } = await placeOf(rooms, request)
  const model = await rooms.db.as(council.code, async trx => {
    const sets = await neighbourSets(trx)
    const at = sets.findIndex(each => each.id === params.id)
    const set = sets[at]
    if (set === undefined) return null
    const before = sets[at - 1] ?? null
    const places = await allPlaces(trx)
    return {
      set,
      before,
      own: ownCode(await settingsOf(trx), council, places, today),
      rows: await neighboursInSet(trx, set.id),
      rowsBefore: before === null ? [] : await neighboursInSet(trx, before.id),
      places,
    }
  })
  if (model === null) throw notFound()
  return show({
    title: `Statistical neighbours from ${longDay(model.set.from)}`,
    breadcrumbs: [
      { text: 'Indicators', href: '/indicators' },
      { text: 'Other authorities', href: '/comparators' },
    ],
    current: '/indicators',
    body: neighboursView({
      ...model,
      mayBring: permits(bringComparators, viewerOf(request)),
      values: values ?? { from: longDay(model.set.from) },
      errors,
      csrf: csrf(),
    }),
  })
}

/** `/comparators/neighbours/:id`: who is whose neighbour in one set, and what changed. */
export function neighboursPage(rooms: Rooms): Route {
  return route({ method: 'GET', url, params: Params, handler: asked => setAnswer(rooms, asked) })
}

/** The first day on which a set holds, put right. */
export function dateSetPage(rooms: Rooms): Route {
  return route({
    method: 'POST',
    url,
    params: Params,
    body: z.looseObject({ from: z.string().default('') }),
    handler: async ({ request, params, body }) => {
      const by = await changingOf(rooms, request)
      const from = dayFrom(body.from)
      if (from === null)
        throw invalid([{ field: 'from', message: 'Enter a date such as 1 May 2025.' }])
      await rooms.db.as(by.authority, async trx => {
        const sets = await neighbourSets(trx)
        const set = sets.find(each => each.id === params.id)
        if (set === undefined) throw notFound()
        if (set.from === from) return
        const other = sets.find(each => each.from === from)
        if (other !== undefined)
          throw invalid([
            {
              field: 'from',
              message: `Another set, ${other.fileName}, holds from ${isoDay(from)}.`,
            },
          ])
        await dateNeighbourSet(trx, set.id, from)
        await recordDated(trx, by, set.id, { before: set.from, after: from })
      })
      return seeOther(`/comparators/neighbours/${params.id}`)
    },
    refused: ({ values, errors, ...asked }) => setAnswer(rooms, asked, values, errors),
  })
}
