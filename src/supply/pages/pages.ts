import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { seeFigures } from '#performance'
import { apiRoutes } from '../api/api.ts'
import {
  approveIssues,
  ownTokens,
  prepareIssues,
  readDocumentation,
  readIssues,
} from '../policy.ts'
import type { SupplyRooms } from '../rooms.ts'
import { apiPage } from './api.ts'
import { downloadRoutes } from './downloads.ts'
import { publicFiguresPages } from './public-figures.ts'
import { approvingPages, preparingPages } from './publish.ts'
import { tokenPages } from './tokens.ts'

/** Every address of this room with its guard. */
export function supplyPages(rooms: SupplyRooms): readonly Route[] {
  return [
    behind(allow(seeFigures), ...downloadRoutes(rooms)),
    behind(allow(ownTokens), ...tokenPages(rooms)),
    behind(allow(readDocumentation), apiPage(rooms)),
    behind(allow(prepareIssues), ...preparingPages(rooms)),
    behind(allow(approveIssues), ...approvingPages(rooms)),
    behind(allow(readIssues), ...publicFiguresPages(rooms)),
    ...apiRoutes(rooms),
  ]
}
