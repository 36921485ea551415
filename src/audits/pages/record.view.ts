import { button } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Audit } from '../audit.ts'
import { auditPath } from './rooms.ts'

/** The way to the record of the child whom an audit is about; false where it is about no one child. */
export function recordView({ id, childRef }: Audit, csrf: Html): Html | false {
  if (childRef === null) return false
  return html`<form method="post" action="${auditPath(id)}/record" target="_blank" novalidate>${csrf}${button({ text: 'Open the child’s record', classes: 'govuk-button--secondary' })}<p class="govuk-body-s app-muted">It opens in a window of its own. That you opened it for this audit is written down.</p></form>`
}
