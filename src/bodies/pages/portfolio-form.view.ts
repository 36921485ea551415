import { formView } from '#findings'
import { lineField, type Fields } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Person } from '../body.ts'
import { date, personPath } from './parts.view.ts'

export function portfolioForm({ id }: Person, csrf: Html, form: Fields): Html {
  const fields = html`<p class="govuk-body">The one before ends the day before. A new title for the same work is a new portfolio.</p>
${lineField(form, 'title', 'Title, as it is called now')}
${date(form, 'fromOn', 'First day')}
${date(form, 'untilOn', 'Last day', 'Leave it empty while it is held')}`
  return formView(`${personPath(id)}/portfolios`, csrf, fields, 'Save the portfolio')
}
