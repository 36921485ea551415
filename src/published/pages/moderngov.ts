import { modernGovAnswer, papersOf, type Published } from '#exchange'
import type { Route } from '#kit/http/index.ts'
import { numberKey, numbersFor, type Numbered } from '../store/index.ts'
import { feedRoute, given } from './feed.ts'
import { askedOf } from './feeds.ts'
import { type PublicRooms, readingOf } from './reading.ts'

/**
 * `/public/mgWebService.asmx/…`: what is published in the shape of ModernGov's service, for programs
 * that were made for it. Numbers are given once and stay.
 */
export function modernGovRoutes(rooms: PublicRooms): readonly Route[] {
  return [
    feedRoute('/public/mgWebService.asmx/:method', async request => {
      const asked = await askedOf(rooms, request)
      if (asked === null) return null
      const { published } = asked
      const { council, today } = await readingOf(rooms, request)
      const numbers = await rooms.db.as(council.code, trx =>
        numbersFor(trx, council.code, thingsIn(published)),
      )
      // as: the router gives an object of the named parts, each a text.
      const { method = '' } = request.params as Record<string, string>
      const numberOf = (kind: string, id: string): string =>
        String(numbers.get(numberKey(kind, id)) ?? 0)
      return modernGovAnswer({ method, given: given(request) }, published, { today, numberOf })
    }),
  ]
}

function thingsIn(published: Published): readonly Numbered[] {
  const of = (kind: string, all: readonly { readonly id: string }[]): readonly Numbered[] =>
    all.map(({ id }) => ({ kind, id }))
  const wards = [...new Set(published.people.flatMap(({ ward }) => ward ?? []))]
  return [
    ...of('body', published.bodies),
    ...of('person', published.people),
    ...of('meeting', published.meetings),
    ...published.meetings.flatMap(({ items }) => of('item', items)),
    ...of(
      'paper',
      papersOf(published.meetings).map(({ paper }) => paper),
    ),
    ...wards.map(id => ({ kind: 'ward', id })),
  ]
}
