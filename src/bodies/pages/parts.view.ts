import { type Day, longDay } from '#calendar'
import { button, input, select, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { fullName, type Holder, type Person } from '../body.ts'

// What the pages of this room are made of.

export interface Typed {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

type Hinted = { readonly hint?: string; readonly classes?: string }

export function line(
  { values, errors }: Typed,
  name: string,
  label: string,
  { hint, classes }: Hinted = {},
): Html {
  return input({
    id: name,
    name,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    ...(classes !== undefined && { classes }),
    value: typed(values, name),
    errorMessage: errorOf(errors, name),
  })
}

export const date = (form: Typed, name: string, label: string, hint?: string): Html =>
  line(form, name, label, {
    hint: hint ?? 'For example, 18 September 2017',
    classes: 'govuk-input--width-20',
  })

export function area({ values, errors }: Typed, name: string, label: string, hint?: string): Html {
  return textarea({
    id: name,
    name,
    rows: 4,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    value: typed(values, name),
    errorMessage: errorOf(errors, name),
  })
}

/** @param none the words of the first choice, which chooses nothing */
export function choice(
  { values, errors }: Typed,
  name: string,
  label: string,
  items: readonly (readonly [value: string, words: string])[],
  { none, hint }: { readonly none?: string; readonly hint?: string } = {},
): Html {
  return select({
    id: name,
    name,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    items: [...(none === undefined ? [] : [['', none] as const]), ...items].map(
      ([value, text]) => ({ value, text, selected: typed(values, name) === value }),
    ),
    errorMessage: errorOf(errors, name),
  })
}

/** Asks for a day: 'Who sat on' … */
export function dayForm(
  action: string,
  label: string,
  asked: { readonly typed: string; readonly wrong: string | null },
): Html {
  return html`<form method="get" action="${action}" class="app-filter" role="search" aria-label="${label}">
${input({ id: 'on', name: 'on', label: { text: label }, hint: { text: 'For example, 18 September 2017' }, classes: 'govuk-input--width-20', value: asked.typed, ...(asked.wrong !== null && { errorMessage: { text: asked.wrong } }) })}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`
}

/** 'From 3 May 2017 to 4 July 2019', 'since 3 May 2017'. */
export function timeOf({ fromOn, untilOn }: Pick<Holder, 'fromOn' | 'untilOn'>): string {
  return untilOn === null ? `Since ${longDay(fromOn)}` : `${longDay(fromOn)} to ${longDay(untilOn)}`
}

export const personPath = (id: string): string => `/bodies/people/${id}`

export function personLink(person: Person | undefined): Html | string {
  return person === undefined
    ? 'Nobody'
    : html`<a class="govuk-link" href="${personPath(person.id)}">${fullName(person)}</a>`
}

export const onDay = (day: Day, today: Day): string =>
  day === today ? `today, ${longDay(day)}` : longDay(day)
