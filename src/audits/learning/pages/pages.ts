import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { doAudits, leadAudits, seeAudits } from '../../policy.ts'
import { briefingPages } from './briefings.ts'
import { exemplarPages } from './exemplars.ts'
import { learningPage } from './learning.ts'

/** The pages of what audits teach, with their guards. */
export function learningPages(rooms: AuditsRooms): readonly Route[] {
  const [strong, briefing] = [exemplarPages(rooms), briefingPages(rooms)]
  return [
    behind(allow(seeAudits), learningPage(rooms), ...strong.see, ...briefing.see),
    behind(allow(doAudits), ...strong.write),
    behind(allow(leadAudits), ...strong.lead, ...briefing.lead),
  ]
}
