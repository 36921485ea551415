import { longDay } from '#calendar'
import { button, dataTable, input, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { SaidRename } from '#performance'

export function namesTable(renames: readonly SaidRename[], csrf: Html): Html | false {
  if (renames.length === 0) return false
  return dataTable({
    caption: 'What is known',
    captionSize: 'm',
    columns: [
      { heading: 'Team', cell: each => each.was },
      { heading: 'Became', cell: each => each.now },
      { heading: 'From', cell: each => longDay(each.from) },
      { heading: 'Why', cell: each => each.reason },
      {
        heading: 'If it is wrong',
        cell: ({ was }) => html`<form method="post" action="/team-names/take-back">${csrf}
<input type="hidden" name="was" value="${was}">
${button({ text: 'Take back', classes: 'govuk-button--secondary govuk-!-margin-bottom-0', attributes: { 'aria-label': `Take back what became of ${was}` } })}</form>`,
      },
    ],
    rows: renames,
  })
}

export function namesFields(
  values: FormValues,
  errors: readonly FieldError[],
  teams: readonly string[],
): Html {
  return html`<h2 class="govuk-heading-m">Say that a team was renamed or merged</h2>
${select({
  id: 'was',
  name: 'was',
  label: { text: 'The team that was' },
  items: [
    { value: '', text: 'Choose one' },
    ...teams.map(team => ({ value: team, text: team, selected: typed(values, 'was') === team })),
  ],
  errorMessage: errorOf(errors, 'was'),
})}
${input({ id: 'now', name: 'now', label: { text: 'What it is now' }, hint: { text: 'The name as the case system writes it' }, value: typed(values, 'now'), errorMessage: errorOf(errors, 'now') })}
${input({ id: 'from', name: 'from', label: { text: 'First day of the new name' }, hint: { text: 'For example, 1 April 2022' }, classes: 'govuk-input--width-20', value: typed(values, 'from'), errorMessage: errorOf(errors, 'from') })}
${input({ id: 'reason', name: 'reason', label: { text: 'Why' }, value: typed(values, 'reason'), errorMessage: errorOf(errors, 'reason') })}`
}
