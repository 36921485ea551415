import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { keepBoard, recordInspections, seeBoard, seeInspections } from '../policy.ts'
import { boardPages } from './board.ts'
import { bringPages } from './bring.ts'
import { deadlinePages } from './deadlines.ts'
import { inspectionPages, stepPages } from './inspection.ts'
import { inspectionsPage } from './inspections.ts'
import { interventionPages } from './interventions.ts'
import { libraryPages } from './library.ts'
import { changePages, newPages } from './record.ts'
import type { InspectionsRooms } from './rooms.ts'

/** Every page of this room with its guard. */
export function inspectionsPages(rooms: InspectionsRooms): readonly Route[] {
  const deadlines = deadlinePages(rooms)
  const interventions = interventionPages(rooms)
  const library = libraryPages(rooms)
  const board = boardPages(rooms)
  return [
    behind(
      allow(seeInspections),
      inspectionsPage(rooms),
      ...inspectionPages(rooms),
      ...deadlines.see,
      ...interventions.see,
      ...library.see,
    ),
    behind(
      allow(recordInspections),
      ...bringPages(rooms),
      ...newPages(rooms),
      ...changePages(rooms),
      ...stepPages(rooms),
      ...deadlines.change,
      ...interventions.change,
      ...library.change,
    ),
    behind(allow(seeBoard), ...board.see),
    behind(allow(keepBoard), ...board.keep),
  ]
}
