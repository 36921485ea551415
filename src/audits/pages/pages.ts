import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { figureOfAuditsPages } from '../counting/pages/figure.ts'
import { programmePages } from '../programme/index.ts'
import { answerAlerts, doAudits, leadAudits, reviewLanguage, sayOwn, seeAudits } from '../policy.ts'
import { reliabilityPages } from '../reliability/index.ts'
import { reportPages } from '../reports/index.ts'
import { samplingPages } from '../sampling/index.ts'
import { alertPages, clockPage } from './alerts.ts'
import { auditPage } from './audit.ts'
import { auditsPage } from './audits.ts'
import { formPages } from './form.ts'
import { jargonPages, languagePages } from './language.ts'
import { moderationPages } from './moderate.ts'
import { newPages } from './new.ts'
import { ownPages } from './own.ts'
import type { AuditsRooms } from './rooms.ts'
import { stepPages } from './steps.ts'
import { toolPages } from './tools.ts'

/** Every page of this room with its guard. */
export function auditsPages(rooms: AuditsRooms): readonly Route[] {
  const tools = toolPages(rooms)
  return [
    behind(allow(seeAudits), auditsPage(rooms), auditPage(rooms), ...tools.see),
    behind(allow(doAudits), ...newPages(rooms), ...formPages(rooms), ...stepPages(rooms)),
    behind(allow(answerAlerts), ...alertPages(rooms)),
    behind(
      allow(leadAudits),
      clockPage(rooms),
      ...moderationPages(rooms),
      ...jargonPages(rooms),
      ...tools.change,
    ),
    behind(allow(sayOwn), ...ownPages(rooms)),
    behind(allow(reviewLanguage), ...languagePages(rooms)),
    ...figureOfAuditsPages(rooms),
    ...programmePages(rooms),
    ...samplingPages(rooms),
    ...reliabilityPages(rooms),
    ...reportPages(rooms),
  ]
}
