import { heading } from '#kit/html/blocks.ts'
import { button, radios, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { reasons } from '#looking'
import { childPath } from './paths.ts'

export interface ReasonModel {
  readonly ref: string
  readonly team: string
  readonly csrf: Html
  readonly errors: readonly FieldError[]
  readonly values: FormValues
}

export function reasonView({ ref, team, csrf, errors, values }: ReasonModel): Html {
  return html`${heading({
    title: 'Why do you want to open this record?',
    caption: 'A child’s record',
    lead:
      team === ''
        ? 'No team is recorded for this child. You are asked once a day, and your answer is kept.'
        : `This child is with ${team}, which is not a team of yours. You are asked once a day, and your answer is kept.`,
  })}
<form method="post" action="${childPath(ref)}" novalidate>${csrf}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  fieldset: { legend: { text: 'Your reason', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  value: typed(values, 'reason'),
  items: Object.entries(reasons).map(([value, text]) => ({ value, text })),
})}
${textarea({
  name: 'words',
  id: 'words',
  label: { text: 'Say more, if your reason is another one or needs it' },
  hint: { text: 'Do not name the child.' },
  errorMessage: errorOf(errors, 'words'),
  value: typed(values, 'words'),
  rows: 3,
})}
${button({ text: 'Open the record' })}
</form>`
}
