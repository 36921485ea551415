import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { doAudits, leadAudits, seeAudits } from '../../policy.ts'
import { judgingRoutes } from './judging.ts'
import { mockRoutes } from './mocks.ts'

/** The pages of mock inspections with their guards. */
export function mockPages(rooms: AuditsRooms): readonly Route[] {
  const pages = mockRoutes(rooms)
  return [
    behind(allow(seeAudits), ...pages.see),
    behind(allow(doAudits), ...pages.write, ...judgingRoutes(rooms)),
    behind(allow(leadAudits), ...pages.lead),
  ]
}
