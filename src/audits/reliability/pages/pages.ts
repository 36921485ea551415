import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { doAudits, leadAudits, seeAudits, seeSeverity } from '../../policy.ts'
import { reliabilityForms } from './forms.ts'
import { auditorsPage, drawRoute, mySeverityPage, reliabilityPage } from './reliability.ts'
import { vignetteForms, vignettePages, vignettesPage } from './vignettes.ts'

/** The pages of reliability with their guards. */
export function reliabilityPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(allow(seeAudits), reliabilityPage(rooms), vignettesPage(rooms)),
    behind(allow(doAudits), mySeverityPage(rooms), ...vignettePages(rooms)),
    behind(allow(seeSeverity), auditorsPage(rooms)),
    behind(
      allow(leadAudits),
      drawRoute(rooms),
      ...reliabilityForms(rooms),
      ...vignetteForms(rooms),
    ),
  ]
}
