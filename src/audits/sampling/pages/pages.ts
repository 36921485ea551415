import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import {
  coveragePage,
  drawingPages,
  replacementPages,
  samplePages,
  samplesPage,
} from './samples.ts'

/** The pages of samples with their guards. */
export function samplingPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(allow(doAudits), samplesPage(rooms), coveragePage(rooms), ...samplePages(rooms)),
    behind(allow(leadAudits), ...drawingPages(rooms), ...replacementPages(rooms)),
  ]
}
