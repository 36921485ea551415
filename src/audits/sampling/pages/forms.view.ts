import { namesField } from '#findings'
import { input, radios, select } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import type { Tool } from '#practice'
import { riskThemes } from '../population.ts'
import { type MethodKind, methodKinds } from '../sample.ts'

export function sampleFields(fields: Fields & { readonly tools: readonly Tool[] }): Html {
  const { values, errors, tools } = fields
  const is = (id: string, value: string) => typed(values, id) === value
  // as: the keys of a record are its own.
  const methods = Object.keys(methodKinds) as MethodKind[]
  return html`${lineField(fields, 'title', 'What is it for?', { hint: 'For example, ‘Neglect, November 2026’' })}
${select({
  id: 'toolKey',
  name: 'toolKey',
  label: { text: 'With which tool is it audited?' },
  items: [
    { value: '', text: 'Choose one' },
    ...tools.map(({ key, title }) => ({ value: key, text: title, selected: is('toolKey', key) })),
  ],
  errorMessage: errorOf(errors, 'toolKey'),
})}
${radios({
  idPrefix: 'method',
  name: 'method',
  fieldset: { legend: { text: 'How is it drawn?' } },
  items: methods.map(key => ({ value: key, text: methodKinds[key], checked: is('method', key) })),
  errorMessage: errorOf(errors, 'method'),
})}
${select({
  id: 'theme',
  name: 'theme',
  label: { text: 'Theme' },
  hint: { text: 'Only for a draw by theme' },
  items: [
    { value: '', text: 'None' },
    ...Object.entries(riskThemes).map(([key, { title }]) => ({
      value: key,
      text: title,
      selected: is('theme', key),
    })),
  ],
  errorMessage: errorOf(errors, 'theme'),
})}
${input({
  id: 'size',
  name: 'size',
  label: { text: 'How many children?' },
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  value: typed(values, 'size'),
  errorMessage: errorOf(errors, 'size'),
})}
${lineField(fields, 'asOf', 'Open to the service on', { hint: 'For example, 31 October 2026', width: 20 })}`
}

export function replacementFields(fields: Fields): Html {
  return html`${wordsField(fields, 'words', 'Why is this record not audited?', { rows: 3, hint: 'For example, ‘The file is with the court’. Never a name.' })}
${namesField(fields.errors)}`
}
