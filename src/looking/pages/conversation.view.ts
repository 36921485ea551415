import { heading } from '#kit/html/blocks.ts'
import { button, dateInput, select, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { Colleague } from '../looking.ts'
import { teamLookingPath } from './words.ts'

export interface ConversationModel {
  readonly team: string
  readonly people: readonly Colleague[]
  readonly csrf: Html
  readonly errors: readonly FieldError[]
  readonly values: FormValues
}

export function conversationView({ team, people, csrf, errors, values }: ConversationModel): Html {
  const dateError = errorOf(errors, 'held-day')
  const part = (name: string, label: string, width: number) => ({
    name,
    id: `held-${name}`,
    label,
    value: typed(values, `held-${name}`),
    classes: `govuk-input--width-${width}${dateError ? ' govuk-input--error' : ''}`,
  })
  return html`${heading({
    title: 'Record a conversation',
    caption: team,
    lead: 'About what the team looks at, what gets in the way, and what you agreed. The manager of the team sees this too.',
  })}
<form method="post" action="${teamLookingPath(team)}/conversation" novalidate>${csrf}
${dateInput({
  id: 'held',
  namePrefix: 'held',
  fieldset: { legend: { text: 'When did you speak?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'For example, 27 3 2026' },
  errorMessage: dateError,
  items: [part('day', 'Day', 2), part('month', 'Month', 2), part('year', 'Year', 4)],
})}
${select({
  name: 'with',
  id: 'with',
  label: { text: 'With whom?' },
  errorMessage: errorOf(errors, 'with'),
  items: [
    ...people.map(each => ({
      value: each.id,
      text: each.name,
      selected: typed(values, 'with') === each.id,
    })),
    {
      value: '',
      text: 'The whole team',
      selected: typed(values, 'with') === '' && people.length === 0,
    },
  ],
})}
${textarea({
  name: 'agreed',
  id: 'agreed',
  label: { text: 'What did you agree?' },
  hint: { text: 'Do not name a child.' },
  errorMessage: errorOf(errors, 'agreed'),
  value: typed(values, 'agreed'),
  rows: 6,
})}
${button({ text: 'Record the conversation' })}
</form>`
}
