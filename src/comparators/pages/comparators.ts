import { placeOf, type Rooms, settings as settingsOf } from '#council'
import { type Answer, type Asked, type Refused, type Route, route, show } from '#kit/http/index.ts'
import type { FormValues } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { ownCode } from '../own.ts'
import { bringComparators } from '../policy.ts'
import { allImports, allPlaces, measuresKept, neighbourSets, neighboursOf } from '../store/index.ts'
import { comparatorsView } from './comparators.view.ts'

/** `/comparators`: what is here of other authorities, from when and by whom. */
export function comparatorsPage(rooms: Rooms): Route {
  return route({
    method: 'GET',
    url: '/comparators',
    handler: asked => comparatorsAnswer(rooms, asked),
  })
}

/** The page again, with what was typed and what is wrong with it. */
export async function comparatorsAnswer(
  rooms: Rooms,
  { request, csrf }: Asked,
  values: FormValues = {},
  errors: Refused['errors'] = [],
): Promise<Answer> {
  const { council, today } = await placeOf(rooms, request)
  const model = await rooms.db.as(council.code, async trx => {
    const places = await allPlaces(trx)
    const code = ownCode(await settingsOf(trx), council, places, today)
    return {
      own: code === null ? null : { code, name: places.get(code)?.name ?? null },
      places,
      measures: await measuresKept(trx),
      sets: await neighbourSets(trx),
      ownRows: code === null ? [] : await neighboursOf(trx, code),
      imports: await allImports(trx),
    }
  })
  const mayBring = permits(bringComparators, viewerOf(request))
  return show({
    title: 'Other authorities',
    breadcrumbs: [{ text: 'Indicators', href: '/indicators' }],
    current: '/indicators',
    body: comparatorsView({ ...model, mayBring, values, errors, csrf: csrf() }),
  })
}
