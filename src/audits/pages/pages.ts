import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { answerAlerts, doAudits, leadAudits, seeAudits } from '../policy.ts'
import { alertPages, clockPage } from './alerts.ts'
import { auditPage } from './audit.ts'
import { auditsPage } from './audits.ts'
import { formPages } from './form.ts'
import { newPages } from './new.ts'
import type { AuditsRooms } from './rooms.ts'
import { stepPages } from './steps.ts'

/** Every page of this room with its guard. */
export function auditsPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(allow(seeAudits), auditsPage(rooms), auditPage(rooms)),
    behind(allow(doAudits), ...newPages(rooms), ...formPages(rooms), ...stepPages(rooms)),
    behind(allow(answerAlerts), ...alertPages(rooms)),
    behind(allow(leadAudits), clockPage(rooms)),
  ]
}
