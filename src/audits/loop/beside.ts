import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { permits, type Viewer } from '#people'
import { type Audit, isDone } from '../audit.ts'
import { auditPath } from '../pages/rooms.ts'
import { doAudits } from '../policy.ts'
import { loopOf } from './gather.ts'
import { aboveView } from './pages/loop.view.ts'
import { foundByAudits } from './store.ts'

/** Above the grades of all audits: how much of what they found has come round, and in how many days. */
export async function loopAbove(trx: Trx, today: Day): Promise<Html> {
  return html`${aboveView(await loopOf(trx, today))}`
}

/** On the page of an audit: what it found, and the way to write it down. */
export async function foundBeside(trx: Trx, audit: Audit, viewer: Viewer): Promise<Html> {
  if (!isDone(audit) || !permits(doAudits, viewer)) return html``
  const found = await foundByAudits(trx, audit.id)
  const many = found.length === 1 ? 'One thing stands' : `${found.length} things stand`
  return html`<h2 class="govuk-heading-m">What it found</h2>
<p class="govuk-body">${found.length === 0 ? 'Nothing stands in the inbox of findings yet.' : `${many} in the inbox of findings.`} <a class="govuk-link" href="${auditPath(audit.id)}/found">Write down what it found, or look again</a></p>`
}
