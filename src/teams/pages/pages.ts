import type { Route } from '#kit/http/index.ts'
import { behind } from '#people'
import { partPage, seeChildren, seeParts } from '#performance'
import { nameTeams, seeWorkers } from '../policy.ts'
import type { TeamsRooms } from '../rooms.ts'
import { countyPage, localityPage } from './county.ts'
import { dueListPage } from './due-list.ts'
import { namesPages } from './names.ts'
import { teamPage } from './team.ts'
import { teamDataPage } from './team-data.ts'
import { workersPage } from './workers.ts'

/** Every page of this room. Which child something is about is a further question, asked within. */
export function teamsPages(rooms: TeamsRooms): readonly Route[] {
  const { guardOf, definitions } = rooms
  return [
    behind(
      guardOf(seeParts),
      countyPage(rooms),
      localityPage(rooms),
      teamPage(rooms),
      partPage(rooms, definitions, 'team'),
      partPage(rooms, definitions, 'locality'),
    ),
    // Which teams' children somebody sees is asked within.
    behind(guardOf(seeChildren), dueListPage(rooms), teamDataPage(rooms)),
    behind(guardOf(seeWorkers), workersPage(rooms)),
    behind(guardOf(nameTeams), ...namesPages(rooms)),
  ]
}
