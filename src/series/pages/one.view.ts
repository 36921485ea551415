import { longDay, type Month } from '#calendar'
import {
  exampleOfPeriod,
  nameOfPeriod,
  type SeriesDefinition,
  type Slice,
  valueOf,
} from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import {
  button,
  checkboxes,
  dataTable,
  input,
  select,
  textarea,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { figureInWords } from '../bring.ts'
import { written } from '../check.ts'
import type { SeriesValue } from '../value.ts'

export interface OneSeriesModel {
  readonly definition: SeriesDefinition
  /** Every figure ever entered, newest period first. */
  readonly values: readonly SeriesValue[]
  readonly missing: readonly Month[]
  readonly proposed: Month
  /** The form, for whoever may enter. */
  readonly form: {
    readonly values: FormValues
    readonly errors: readonly FieldError[]
    readonly csrf: Html
    /** The figure that is to be corrected; null for a new one. */
    readonly of: SeriesValue | null
  } | null
}

export function oneSeriesView(model: OneSeriesModel): Html {
  const { definition, values, form } = model
  const standing = values.filter(each => each.supersededBy === null)
  return html`${heading({ title: definition.name, caption: `${definition.code} · ${definition.family}`, lead: `Who holds the figures: ${definition.source.join('; ')}.` })}
<p class="govuk-body"><a class="govuk-link" href="/indicators/${definition.code}">See what they say over time</a></p>
${missingView(model)}
${form !== null && formView(model, form)}
${standing.length === 0 ? html`<p class="govuk-body">No figure has been entered yet.</p>` : standingView(definition, standing, form !== null)}
${historyView(definition, values)}`
}

function missingView({ definition, missing }: OneSeriesModel): Html | false {
  if (missing.length === 0) return false
  const names = missing.slice(-6).map(month => nameOfPeriod(definition, month))
  const more = missing.length - names.length
  return html`<p class="govuk-inset-text">No figure of the whole county for ${names.join(', ')}${more > 0 && `, and for ${more} earlier`}. A period without a figure is a gap on the chart, and never a zero.</p>`
}

function formView(
  { definition, proposed }: OneSeriesModel,
  { values, errors, csrf, of }: NonNullable<OneSeriesModel['form']>,
): Html {
  const shown = (field: string): string => typed(values, field)
  const field = (name: string, label: string, hint = '', classes = 'govuk-input--width-10') =>
    input({
      id: name,
      name,
      label: { text: label },
      ...(hint !== '' && { hint: { text: hint } }),
      classes,
      value: shown(name),
      errorMessage: errorOf(errors, name),
    })
  const { denominator } = definition
  return html`<h2 class="govuk-heading-m">${of === null ? 'Enter a figure' : 'Correct this figure'}</h2>
<form method="post" action="/series/${definition.code}" novalidate>
${csrf}
${field('period', 'Period', `Like ${exampleOfPeriod(definition, proposed)}`, 'govuk-input--width-20')}
${definition.by.length > 0 && partFields(definition, values, errors)}
${field('numerator', definition.numerator)}
${denominator !== undefined && field('denominator', denominator, definition.overChildren === true ? 'Leave it empty to use the number of children that is set under Administration.' : '')}
${field('source', 'Source', 'The record or report that the figure is from', '')}
${textarea({ id: 'note', name: 'note', rows: 2, label: { text: 'Note' }, hint: { text: 'What a reader has to know about it. Never a child’s name.' }, value: shown('note'), errorMessage: errorOf(errors, 'note') })}
${field('because', 'Reason for the change', 'Only where another figure of the same period and part stands already', '')}
<div class="govuk-button-group">${button({ text: of === null ? 'Enter the figure' : 'Correct the figure', name: 'do', value: 'enter', preventDoubleClick: true })}${of !== null && button({ text: 'Take the figure back', name: 'do', value: 'take-back', classes: 'govuk-button--warning' })}<a class="govuk-link" href="/series/${definition.code}/template.csv">Download a table to fill in</a> <a class="govuk-link" href="/series/import">Bring a table</a></div>
</form>`
}

function partFields(
  definition: SeriesDefinition,
  values: FormValues,
  errors: readonly FieldError[],
): Html {
  const chosen = typed(values, 'dimension')
  const unknown = errors.some(
    error => error.field === 'part' && error.message.includes('is to be kept'),
  )
  return html`${select({
    id: 'dimension',
    name: 'dimension',
    label: { text: 'For' },
    items: [
      { value: '', text: 'The whole county' },
      ...definition.by.map(each => ({
        value: each,
        text: `One ${each === 'team' || each === 'locality' ? each : `part by ${each}`}`,
        selected: chosen === each,
      })),
    ],
    errorMessage: errorOf(errors, 'dimension'),
  })}
${input({ id: 'part', name: 'part', label: { text: 'Name of that part' }, hint: { text: 'Leave it empty for the whole county.' }, classes: 'govuk-input--width-20', value: typed(values, 'part'), errorMessage: errorOf(errors, 'part') })}
${unknown && checkboxes({ idPrefix: 'keep', name: 'keep', items: [{ value: 'yes', text: 'Keep this name as it is' }] })}`
}

function standingView(
  definition: SeriesDefinition,
  values: readonly SeriesValue[],
  mayEnter: boolean,
): Html {
  return dataTable({
    caption: 'What stands, newest first',
    captionSize: 'm',
    compact: true,
    columns: [
      { heading: 'Period', cell: value => nameOfPeriod(definition, value.month) },
      { heading: 'Part', cell: value => partInWords(value.slice) },
      {
        heading: 'Entered',
        numeric: true,
        cell: value => figureInWords(value.numerator, value.denominator),
      },
      { heading: 'Figure', numeric: true, cell: value => resultInWords(definition, value) },
      {
        heading: 'Source',
        cell: value => html`${value.source}${value.note !== '' && html`<br>${value.note}`}`,
      },
      { heading: 'Who says so', cell: saidBy },
      ...(mayEnter
        ? [
            {
              heading: 'Change',
              cell: (value: SeriesValue) =>
                html`<a class="govuk-link" href="/series/${definition.code}?of=${value.id}">Correct<span class="govuk-visually-hidden"> ${nameOfPeriod(definition, value.month)}, ${partInWords(value.slice)}</span></a>`,
            },
          ]
        : []),
    ],
    rows: values,
  })
}

/** What stood before stays to be read, with who took its place and why. */
function historyView(definition: SeriesDefinition, values: readonly SeriesValue[]): Html | false {
  const byId = new Map(values.map(each => [each.id, each]))
  const before = values.filter(each => each.supersededBy !== null)
  if (before.length === 0) return false
  const after = (value: SeriesValue) => byId.get(value.supersededBy ?? '')
  return dataTable({
    caption: 'What stood before',
    captionSize: 'm',
    compact: true,
    columns: [
      { heading: 'Period', cell: value => nameOfPeriod(definition, value.month) },
      { heading: 'Part', cell: value => partInWords(value.slice) },
      {
        heading: 'It said',
        numeric: true,
        cell: value => figureInWords(value.numerator, value.denominator),
      },
      { heading: 'By', cell: saidBy },
      {
        heading: 'Then it said',
        numeric: true,
        cell: value => {
          const next = after(value)
          return next === undefined ? '' : figureInWords(next.numerator, next.denominator)
        },
      },
      {
        heading: 'Changed by',
        cell: value => {
          const next = after(value)
          return next === undefined ? '' : saidBy(next)
        },
      },
      { heading: 'Why', cell: value => after(value)?.because ?? '' },
    ],
    rows: before,
  })
}

function resultInWords(definition: SeriesDefinition, value: SeriesValue): string {
  if (value.numerator === null) return 'No figure'
  if (value.denominator === 0) return 'No denominator'
  if (value.denominator === null && definition.unit !== 'count') return ''
  const result = valueOf(definition, value.numerator, value.denominator ?? Number.NaN)
  if (result === null) return 'No figure'
  const number = written(Math.round(result * 10) / 10)
  return definition.unit === 'percentage' ? `${number}%` : number
}

export function partInWords({ dimension, name }: Slice): string {
  return dimension === 'county' ? 'Whole county' : name
}

export function saidBy({ enteredByName, enteredByPost, enteredAt }: SeriesValue): string {
  const on = longDay(Math.floor(enteredAt.getTime() / 86_400_000))
  return `${enteredByName}${enteredByPost === '' ? '' : `, ${enteredByPost}`}, ${on}`
}
