import { checkboxes, details, input, select, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { attendances, itemKinds } from '#meetings'
import { MOST } from '../bring/said.ts'

interface Rows {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

type Field = (field: string, label: string, classes?: string) => Html

/** The rows that were read, each with a tick: those without it are not kept. */
export function rowsView(model: Rows): Html {
  const count = (kind: keyof typeof kinds) => rowsOf(model.values, kind).length
  return html`${peopleView(model)}
${itemsView(model)}
${declarationsView(model)}
${count('question') > 0 && questionsView(model)}
${count('action') > 0 && actionsView(model)}`
}

const kinds = {
  person: MOST.people,
  item: MOST.items,
  declaration: MOST.declarations,
  question: MOST.questions,
  action: MOST.actions,
} as const

/** The numbers of the rows that were read or typed. */
function rowsOf(values: FormValues, kind: keyof typeof kinds): readonly number[] {
  const own = Object.keys(values).flatMap(name => {
    const match = new RegExp(`^${kind}-(\\d+)-`).exec(name)
    return match === null ? [] : [Number(match[1])]
  })
  return [...new Set(own)].filter(nth => nth < kinds[kind]).toSorted((a, b) => a - b)
}

function fieldsOf({ values, errors }: Rows, kind: string, nth: number) {
  const name = (field: string) => `${kind}-${nth}-${field}`
  const value = (field: string) => typed(values, name(field))
  const text: Field = (field, label, classes) =>
    input({
      id: name(field),
      name: name(field),
      label: { text: label },
      ...(classes !== undefined && { classes }),
      value: value(field),
      errorMessage: errorOf(errors, name(field)),
    })
  const area = (field: string, label: string, rows: number) =>
    textarea({
      id: name(field),
      name: name(field),
      rows,
      label: { text: label },
      value: value(field),
    })
  const choice = (
    field: string,
    label: string,
    items: readonly (readonly [value: string, text: string])[],
  ) =>
    select({
      id: name(field),
      name: name(field),
      label: { text: label },
      items: items.map(([key, words]) => ({
        value: key,
        text: words,
        selected: value(field) === key,
      })),
    })
  const tick = (field: string, words: string) =>
    checkboxes({
      idPrefix: name(field),
      name: name(field),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: words, checked: value(field) === 'yes' }],
    })
  return { text, area, choice, tick, value }
}

const seatChoices = [
  ['chair', 'Chair'],
  ['vice-chair', 'Vice-chair'],
  ['member', 'Member'],
  ['statutory co-optee', 'Statutory co-opted member'],
  ['co-optee', 'Co-opted member'],
  ['none', 'No seat'],
] as const

/** A few empty rows behind a fold, for what was not read. */
const withMore = (found: readonly number[], most: number, more: number): readonly number[] => {
  const next = (found.at(-1) ?? -1) + 1
  return Array.from({ length: Math.min(more, most - next) }, (_, nth) => next + nth)
}

function peopleView(model: Rows): Html {
  const found = rowsOf(model.values, 'person')
  const row = (nth: number) => {
    const { text, choice, tick } = fieldsOf(model, 'person', nth)
    return html`<div class="app-point">${tick('take', 'Keep')}<div class="app-row">${text('name', 'Name')}${text('capacity', 'As')}</div><div class="app-row">${choice('how', 'Was', Object.entries(attendances))}${choice('seat', 'Seat', seatChoices)}${text('standsInFor', 'For')}</div></div>`
  }
  return html`<h2 class="govuk-heading-m">Who was there</h2>
${found.length === 0 && html`<p class="govuk-body">The document names nobody as present or absent.</p>`}
${found.map(row)}
${details({ summaryText: 'Add somebody', html: html`${withMore(found, MOST.people, 4).map(row)}` })}`
}

function itemsView(model: Rows): Html {
  const found = rowsOf(model.values, 'item')
  const row = (nth: number) => {
    const { text, area, choice, tick, value } = fieldsOf(model, 'item', nth)
    const rows = Math.min(24, Math.max(4, Math.ceil(value('words').length / 90)))
    return html`<div class="app-point">${tick('take', 'Keep')}<div class="app-row">${text('number', 'Number', 'govuk-input--width-4')}${choice('kind', 'Kind', Object.entries(itemKinds))}</div>${text('title', 'Title')}${text('presenter', 'Presented by')}${value('pages') !== '' && html`<p class="govuk-body app-muted">${value('pages')} of the pack</p><input type="hidden" name="item-${nth}-pages" value="${value('pages')}">`}${area('words', 'Words: a blank line between paragraphs, a printed number in front', rows)}</div>`
  }
  return html`<h2 class="govuk-heading-m">Items</h2>
${found.length === 0 && html`<p class="govuk-body">No item could be told apart.</p>`}
${found.map(row)}
${details({ summaryText: 'Add an item', html: html`${withMore(found, MOST.items, 2).map(row)}` })}`
}

const declarationChoices = [
  ['other interest', 'Other interest'],
  ['disclosable pecuniary', 'Disclosable pecuniary interest'],
  ['party whip', 'Party whip'],
] as const

function declarationsView(model: Rows): Html {
  const nil = (field: string, words: string) =>
    checkboxes({
      idPrefix: field,
      name: field,
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: words, checked: typed(model.values, field) === 'yes' }],
    })
  return html`<h2 class="govuk-heading-m">Declarations</h2>
${nil('nilInterests', 'Nobody declared an interest')}
${nil('nilWhip', 'Nobody declared a party whip')}
${rowsOf(model.values, 'declaration').map(nth => {
  const { text, choice, tick } = fieldsOf(model, 'declaration', nth)
  return html`<div class="app-point">${tick('take', 'Keep')}${text('by', 'By')}${text('words', 'What was declared')}<div class="app-row">${choice('kind', 'Kind', declarationChoices)}${text('item', 'Item', 'govuk-input--width-4')}</div></div>`
})}`
}

function questionsView(model: Rows): Html {
  return html`<h2 class="govuk-heading-m">Questions</h2>
${rowsOf(model.values, 'question').map(nth => {
  const { text, area, choice, tick } = fieldsOf(model, 'question', nth)
  return html`<div class="app-point">${tick('take', 'Keep')}<div class="app-row">${choice(
    'kind',
    'Asked',
    [
      ['question', 'In writing'],
      ['supplementary', 'In the room'],
    ],
  )}${choice('category', 'By', [
    ['member', 'A member'],
    ['public', 'The public'],
  ])}</div>${text('asker', 'Who asked')}<div class="app-row">${text('item', 'Item', 'govuk-input--width-4')}${text('packPage', 'Page of the pack', 'govuk-input--width-4')}</div>${area('words', 'What was asked', 4)}${text('respondent', 'Who answered')}${text('onBehalfOf', 'On behalf of')}${area('answer', 'The answer', 4)}${area('second', 'Second part, where it was split', 2)}${area('secondAnswer', 'The answer to that', 2)}${tick('later', 'More was promised for after the meeting')}</div>`
})}`
}

function actionsView(model: Rows): Html {
  return html`<h2 class="govuk-heading-m">Actions</h2>
${rowsOf(model.values, 'action').map(nth => {
  const { text, area, tick } = fieldsOf(model, 'action', nth)
  return html`<div class="app-point">${tick('take', 'Keep')}${area('words', 'What is to be done', 3)}<div class="app-row">${text('owner', 'By whom')}${text('due', 'By when', 'govuk-input--width-10')}${text('item', 'Item', 'govuk-input--width-4')}</div>${tick('done', 'The minutes say that it has been done')}</div>`
})}
<p class="govuk-body">What else the minutes ask for or promise is listed once they are kept.</p>`
}
