import { heading } from '#kit/html/blocks.ts'
import { button, radios, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { User } from '#people'

/** Chosen and not typed, so that no name gets into the journal. */
export const reasons: Readonly<Record<string, string>> = {
  asked: 'The person asked for it',
  lawful: 'A court or a regulator asked for it',
  concern: 'A concern about how records were used is looked into',
}

export interface HeldModel {
  readonly users: readonly User[]
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function heldView({ users, values, errors, csrf }: HeldModel): Html {
  return html`${heading({ title: 'What is held about a user', lead: 'A zip with a page to read, sheets, and a file for machines: the account, roles and teams, sessions, pages that were opened, and lines of the journal.' })}
<p class="govuk-body">Give it to nobody but the person, or whoever has a right to it. That you made it, and why, is in the journal.</p>
<form method="post" action="/administration/held" novalidate>
${csrf}
${select({
  id: 'user',
  name: 'user',
  label: { text: 'Person' },
  items: [
    { value: '', text: 'Choose a person' },
    ...users.map(user => ({
      value: user.id,
      text: user.email === null ? user.name : `${user.name} (${user.email})`,
      selected: typed(values, 'user') === user.id,
    })),
  ],
  errorMessage: errorOf(errors, 'user'),
})}
${radios({
  idPrefix: 'reason',
  name: 'reason',
  fieldset: { legend: { text: 'Why', classes: 'govuk-fieldset__legend--s' } },
  items: Object.entries(reasons).map(([value, text]) => ({
    value,
    text,
    checked: typed(values, 'reason') === value,
  })),
  errorMessage: errorOf(errors, 'reason'),
})}
${button({ text: 'Make the file' })}
</form>`
}
