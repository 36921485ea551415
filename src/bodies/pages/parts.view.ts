import { type Day, longDay } from '#calendar'
import { button, input } from '#kit/html/components/index.ts'
import { type Fields, lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { fullName, type Holder, type Person } from '../body.ts'

// What the pages of this room are made of.

export const date = (form: Fields, name: string, label: string, hint?: string): Html =>
  lineField(form, name, label, { hint: hint ?? 'For example, 18 September 2017', width: 20 })

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
