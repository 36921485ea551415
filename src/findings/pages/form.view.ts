import { dimensions, library } from '#indicators'
import {
  button,
  checkboxes,
  details,
  input,
  radios,
  select,
  textarea,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { severities, severityKeys, sourceKindKeys, sourceKinds } from '../finding.ts'
import { themeKeys, themes } from '../themes.ts'

export interface FormModel {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

/** The fields of a finding, for bringing one and for changing one. */
export function findingFields({ values, errors }: FormModel): Html {
  const chosen = (field: string, value: string) => typed(values, field) === value
  return html`${textarea({ id: 'words', name: 'words', rows: 6, label: { text: 'What was found' }, hint: { text: 'Word for word, as the source says it. Never a child’s name.' }, value: typed(values, 'words'), errorMessage: errorOf(errors, 'words') })}
${select({ id: 'sourceKind', name: 'sourceKind', label: { text: 'Kind of source' }, items: [{ value: '', text: 'Choose one' }, ...sourceKindKeys.map(key => ({ value: key, text: sourceKinds[key], selected: chosen('sourceKind', key) }))], errorMessage: errorOf(errors, 'sourceKind') })}
${input({ id: 'source', name: 'source', label: { text: 'Document or occasion' }, hint: { text: 'For example, ‘ILACS inspection, April 2024, recommendation 3’' }, value: typed(values, 'source'), errorMessage: errorOf(errors, 'source') })}
${input({ id: 'foundOn', name: 'foundOn', label: { text: 'Date found' }, hint: { text: 'For example, 18 September 2017' }, value: typed(values, 'foundOn'), classes: 'govuk-input--width-20', errorMessage: errorOf(errors, 'foundOn') })}
${themeField(values, errors)}
${severityField(values, errors)}
${cohortFields(values, errors)}
${sharedField(values, errors)}
${namesField(errors)}`
}

export function themeField(values: FormValues, errors: readonly FieldError[]): Html {
  return select({
    id: 'theme',
    name: 'theme',
    label: { text: 'Theme' },
    items: [
      { value: '', text: 'Choose one' },
      ...themeKeys.map(key => ({
        value: key,
        text: themes[key],
        selected: typed(values, 'theme') === key,
      })),
    ],
    errorMessage: errorOf(errors, 'theme'),
  })
}

export function severityField(values: FormValues, errors: readonly FieldError[]): Html {
  return radios({
    idPrefix: 'severity',
    name: 'severity',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'How severe is it?' } },
    items: severityKeys.map(key => ({
      value: key,
      text: severities[key],
      checked: typed(values, 'severity') === key,
    })),
    errorMessage: errorOf(errors, 'severity'),
  })
}

export function sharedField(values: FormValues, errors: readonly FieldError[]): Html {
  return input({
    id: 'sharedWith',
    name: 'sharedWith',
    label: { text: 'Partner organisations that see it' },
    hint: { text: 'With commas between them. Leave it empty to keep it within the council.' },
    value: typed(values, 'sharedWith'),
    errorMessage: errorOf(errors, 'sharedWith'),
  })
}

function cohortFields(values: FormValues, errors: readonly FieldError[]): Html {
  const fields = ['cohortIndicator', 'cohortDimension', 'cohortPart', 'cohortWords']
  return details({
    summaryText: 'Which children is it about?',
    open: fields.some(field => typed(values, field) !== '' || errorOf(errors, field) !== undefined),
    html: html`<p class="govuk-body">A group of children, never one child.</p>
${select({ id: 'cohortIndicator', name: 'cohortIndicator', label: { text: 'The children of an indicator' }, items: [{ value: '', text: 'None' }, ...library.map(({ code, name }) => ({ value: code, text: `${code} ${name}`, selected: typed(values, 'cohortIndicator') === code }))], errorMessage: errorOf(errors, 'cohortIndicator') })}
${select({ id: 'cohortDimension', name: 'cohortDimension', label: { text: 'Of which part' }, items: [{ value: '', text: 'The whole county' }, ...dimensions.filter(each => each !== 'county').map(each => ({ value: each, text: `By ${each}`, selected: typed(values, 'cohortDimension') === each }))], errorMessage: errorOf(errors, 'cohortDimension') })}
${input({ id: 'cohortPart', name: 'cohortPart', label: { text: 'Name of that part' }, hint: { text: 'For example, a team or a locality' }, value: typed(values, 'cohortPart'), errorMessage: errorOf(errors, 'cohortPart') })}
${input({ id: 'cohortWords', name: 'cohortWords', label: { text: 'Or in words' }, value: typed(values, 'cohortWords'), errorMessage: errorOf(errors, 'cohortWords') })}`,
  })
}

/** Asked for only where something may be a name. */
export function namesField(errors: readonly FieldError[]): Html | false {
  if (!errors.some(error => error.message.includes('nobody is named'))) return false
  return checkboxes({
    idPrefix: 'names',
    name: 'names',
    items: [{ value: 'none', text: 'I have looked: no child and no family is named' }],
  })
}

/** A form on a page of its own. */
export function formView(
  action: string,
  csrf: Html,
  fields: Html,
  submit: string,
  back?: string,
): Html {
  return html`<form method="post" action="${action}" novalidate>
${csrf}
${fields}
<div class="govuk-button-group">${button({ text: submit, preventDoubleClick: true })}${back && html`<a class="govuk-link" href="${back}">Cancel</a>`}</div>
</form>`
}
