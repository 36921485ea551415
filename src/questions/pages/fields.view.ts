import { input, select, textarea } from '#kit/html/components/index.ts'
import type { Html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { Item } from '#meetings'

export interface Fields {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

export function lineField(
  { values, errors }: Fields,
  id: string,
  label: string,
  more: {
    readonly hint?: string
    readonly width?: 5 | 10 | 20
    readonly autocomplete?: string
  } = {},
): Html {
  return input({
    id,
    name: id,
    label: { text: label },
    value: typed(values, id),
    errorMessage: errorOf(errors, id),
    ...(more.hint !== undefined && { hint: { text: more.hint } }),
    ...(more.width !== undefined && { classes: `govuk-input--width-${more.width}` }),
    ...(more.autocomplete !== undefined && { autocomplete: more.autocomplete }),
  })
}

export function wordsField(
  { values, errors }: Fields,
  id: string,
  label: string,
  more: { readonly hint?: string; readonly rows?: number } = {},
): Html {
  return textarea({
    id,
    name: id,
    rows: more.rows ?? 5,
    label: { text: label },
    value: typed(values, id),
    errorMessage: errorOf(errors, id),
    ...(more.hint !== undefined && { hint: { text: more.hint } }),
  })
}

export function itemField({ values, errors }: Fields, items: readonly Item[]): Html {
  return select({
    id: 'itemId',
    name: 'itemId',
    label: { text: 'Agenda item' },
    hint: { text: 'Choose one if it is about a matter on the agenda' },
    items: [
      { value: '', text: 'None' },
      ...items.map(({ id, number, title }) => ({
        value: id,
        text: `${number}. ${title}`,
        selected: typed(values, 'itemId') === id,
      })),
    ],
    errorMessage: errorOf(errors, 'itemId'),
  })
}
