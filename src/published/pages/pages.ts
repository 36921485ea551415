import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { readPublished } from '../policy.ts'
import type { PublishedRooms } from '../rooms.ts'
import { openPublicShelf } from '../shelf.ts'
import { actionsPage, decisionsPage } from './decisions.ts'
import { feedRoutes } from './feeds.ts'
import { followPages } from './follow.ts'
import { homePage } from './home.ts'
import { meetingPages } from './meeting.ts'
import { meetingsPage } from './meetings.ts'
import { modernGovRoutes } from './moderngov.ts'
import { oparlRoutes } from './oparl.ts'
import { bodyPage, peoplePage } from './people.ts'
import type { PublicRooms } from './reading.ts'
import { searchPage } from './search.ts'

/** Every page of this room with its guard. */
export function publishedPages(given: PublishedRooms): readonly Route[] {
  const rooms: PublicRooms = { ...given, publicShelf: openPublicShelf(given.db) }
  return [
    behind(
      allow(readPublished),
      homePage(rooms),
      meetingsPage(rooms),
      ...meetingPages(rooms),
      decisionsPage(rooms),
      actionsPage(rooms),
      peoplePage(rooms),
      bodyPage(rooms),
      searchPage(rooms),
      ...followPages(rooms),
      ...feedRoutes(rooms),
      ...oparlRoutes(rooms),
      ...modernGovRoutes(rooms),
    ),
  ]
}
