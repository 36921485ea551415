import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'

import { conditionPage } from './pages/condition.ts'
import { heldPages } from './pages/held.ts'
import { jobsAgain, jobsPage } from './pages/jobs.ts'
import { journalPages } from './pages/journal.ts'
import { overviewPage } from './pages/overview.ts'
import { populationPages } from './pages/population.ts'
import { settingsPages } from './pages/settings.ts'
import { storagePage } from './pages/storage.ts'
import { themePages } from './pages/theme.ts'
import { doJobsAgain, exportHeld, readTheJournal, seeAdministration, setUp } from './policy.ts'
import type { AdministrationRooms } from './rooms.ts'

/** Every page for administrators, behind who may see and do what. */
export function administrationPages(rooms: AdministrationRooms): readonly Route[] {
  return [
    behind(
      allow(seeAdministration),
      overviewPage(),
      jobsPage(rooms),
      storagePage(rooms),
      conditionPage(rooms),
    ),
    behind(allow(setUp), ...settingsPages(rooms), ...themePages(rooms), ...populationPages(rooms)),
    behind(allow(doJobsAgain), ...jobsAgain(rooms)),
    behind(allow(readTheJournal), ...journalPages(rooms)),
    behind(allow(exportHeld), ...heldPages(rooms)),
  ]
}
