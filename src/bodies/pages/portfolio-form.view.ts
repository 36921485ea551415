import { formView } from '#findings'
import { type Html, html } from '#kit/html/html.ts'
import type { Person } from '../body.ts'
import { date, line, personPath, type Typed } from './parts.view.ts'

export function portfolioForm({ id }: Person, csrf: Html, form: Typed): Html {
  const fields = html`<p class="govuk-body">The one before ends the day before. A new title for the same work is a new portfolio.</p>
${line(form, 'title', 'Title, as it is called now')}
${date(form, 'fromOn', 'First day')}
${date(form, 'untilOn', 'Last day', 'Leave it empty while it is held')}`
  return formView(`${personPath(id)}/portfolios`, csrf, fields, 'Save the portfolio')
}
