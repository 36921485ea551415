import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { doAudits, seeAudits } from '../../policy.ts'
import { listDownloads } from './list.ts'
import { reportPage, reportsPage } from './report.ts'

/** The reports of each month and the list for inspectors, with their guards. */
export function reportPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(allow(seeAudits), reportsPage(rooms), reportPage(rooms)),
    behind(allow(doAudits), ...listDownloads(rooms)),
  ]
}
