import { errorOf, type FormValues, typed } from '../http/form.ts'
import { input, textarea } from './components/index.ts'
import type { Html } from './html.ts'
import type { FieldError } from './page.ts'

/** What was typed into a form, and what is wrong with it. */
export interface Fields {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

/** A field of one line whose name is its id. */
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

/** A field of several lines whose name is its id. */
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
