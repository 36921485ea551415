import type { Rooms } from '#council'
import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { bringComparators, seeComparators } from '../policy.ts'
import { authorityPages } from './authority.ts'
import { bringPage, broughtPages } from './bring.ts'
import { comparatorsPage } from './comparators.ts'
import { dateSetPage, neighboursPage } from './neighbours.ts'

/** Every page of this room with its guard. */
export function comparatorsPages(rooms: Rooms): readonly Route[] {
  return [
    behind(allow(seeComparators), comparatorsPage(rooms), neighboursPage(rooms)),
    behind(
      allow(bringComparators),
      bringPage(rooms),
      dateSetPage(rooms),
      ...broughtPages(rooms),
      ...authorityPages(rooms),
    ),
  ]
}
