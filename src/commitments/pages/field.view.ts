import { input } from '#kit/html/components/index.ts'
import type { Html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'

export type Field = (name: string, label: string, hint?: string, classes?: string) => Html

/** A line to type in, with what was typed and what is wrong with it. */
export const fieldsOf =
  (values: FormValues, errors: readonly FieldError[]): Field =>
  (name, label, hint, classes) =>
    input({
      id: name,
      name,
      label: { text: label },
      ...(hint !== undefined && { hint: { text: hint } }),
      ...(classes !== undefined && { classes }),
      value: typed(values, name),
      errorMessage: errorOf(errors, name),
    })
