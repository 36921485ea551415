import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { doAudits, leadAudits, seeAudits } from '../../policy.ts'
import { programmeForms } from './forms.ts'
import { minePage, programmePage } from './programme.ts'

/** The pages of the programme with their guards. */
export function programmePages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(allow(seeAudits), programmePage(rooms)),
    behind(allow(doAudits), minePage(rooms)),
    behind(allow(leadAudits), ...programmeForms(rooms)),
  ]
}
