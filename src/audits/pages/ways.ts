import { type Viewer, type Way, waysOpenTo } from '#people'
import { answerAlerts, doAudits, leadAudits, reviewLanguage, seeAudits } from '../policy.ts'

/** Where one goes from the list of audits. Other parts of this room add theirs. */
const ways: readonly Way[] = [
  { text: 'Does audit change practice?', href: '/audits/loop', needs: seeAudits },
  { text: 'Alerts', href: '/audits/alerts', needs: answerAlerts },
  { text: 'Programme', href: '/audits/programme', needs: seeAudits },
  { text: 'Audits I owe', href: '/audits/programme/mine', needs: doAudits },
  { text: 'Samples', href: '/audits/samples', needs: doAudits },
  { text: 'To moderate', href: '/audits/moderation', needs: leadAudits },
  { text: 'How reliable our grades are', href: '/audits/reliability', needs: seeAudits },
  { text: 'Tools', href: '/audits/tools', needs: seeAudits },
  { text: 'Quality assurance reports', href: '/audits/report', needs: seeAudits },
  { text: 'What audits teach', href: '/audits/learning', needs: seeAudits },
  { text: 'Mock inspections', href: '/audits/mock', needs: seeAudits },
  { text: 'Do the views of a team agree?', href: '/audits/triangulation', needs: leadAudits },
  { text: 'Bring audits done elsewhere', href: '/audits/import', needs: leadAudits },
  { text: 'Language', href: '/audits/language', needs: reviewLanguage },
]

export const waysOf = (viewer: Viewer) => waysOpenTo(viewer, ways)
