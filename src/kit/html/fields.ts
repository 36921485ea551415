import { errorOf, type FormValues, typed } from '../http/form.ts'
import { input, select, textarea } from './components/index.ts'
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
    readonly hint?: string | undefined
    readonly width?: 3 | 5 | 10 | 20 | undefined
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
  more: { readonly hint?: string | undefined; readonly rows?: number } = {},
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

/**
 * A list to choose one from, whose name is its id.
 * @param more.none the words of the first choice, which chooses nothing
 */
export function choiceField(
  { values, errors }: Fields,
  id: string,
  label: string,
  choices: readonly (readonly [value: string, words: string])[],
  more: { readonly hint?: string | undefined; readonly none?: string } = {},
): Html {
  const items = more.none === undefined ? choices : [['', more.none] as const, ...choices]
  return select({
    id,
    name: id,
    label: { text: label },
    items: items.map(([value, text]) => ({ value, text, selected: typed(values, id) === value })),
    errorMessage: errorOf(errors, id),
    ...(more.hint !== undefined && { hint: { text: more.hint } }),
  })
}
