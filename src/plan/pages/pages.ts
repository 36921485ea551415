import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { decidePlans, seePlans, seeWholePlans, writePlans } from '../policy.ts'
import { actPages } from './acts.ts'
import { answerPages } from './answer.ts'
import { carryPages } from './carry.ts'
import { coveragePage } from './coverage.ts'
import { fundingPages } from './funding.ts'
import { importPages } from './import.ts'
import { linePage } from './line.ts'
import { lineFormPages } from './line-form.ts'
import { planPage } from './plan.ts'
import { planFormPages, plansPage } from './plans.ts'
import type { PlanRooms } from './rooms.ts'
import { updatesPage } from './updates.ts'
import { decidePages, versionPages } from './versions.ts'

/** Every page of this room with its guard. */
export function planPages(rooms: PlanRooms): readonly Route[] {
  const funding = fundingPages(rooms)
  return [
    behind(
      allow(seePlans),
      plansPage(rooms),
      planPage(rooms),
      linePage(rooms),
      coveragePage(rooms),
      updatesPage(rooms),
    ),
    // A version holds every line, so it is not for those who see only some.
    behind(allow(seeWholePlans), ...versionPages(rooms), funding.see),
    behind(
      allow(writePlans),
      ...planFormPages(rooms),
      ...lineFormPages(rooms),
      ...answerPages(rooms),
      ...importPages(rooms),
      ...funding.write,
    ),
    behind(allow(decidePlans), ...decidePages(rooms), ...carryPages(rooms)),
    ...actPages(rooms),
  ]
}
