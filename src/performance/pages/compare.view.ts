import { isoMonth, longMonth, type Month } from '#calendar'
import type { Slice } from '#indicators'
import { change, type Direction, emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { expectedInWords } from '../by-chance.ts'
import { changeInWords, type ComparedAs, type Comparison, expectedByChance } from '../compare.ts'
import { valueInWords } from '../words.ts'
import { indicatorPath } from './paths.ts'

export interface CompareModel {
  readonly council: string
  readonly slice: Slice
  readonly from: Month
  readonly to: Month
  readonly newest: Month
  readonly errors: readonly FieldError[]
  /** Strongest first. */
  readonly comparisons: readonly Comparison[]
  readonly moments: readonly { readonly words: string; readonly month: Month }[]
  /** What stands in the two fields. */
  readonly typed: { readonly from: string; readonly to: string }
}

export const comparedInWords: Readonly<Record<ComparedAs, string>> = {
  better: 'Better',
  worse: 'Worse',
  changed: 'Changed',
  noise: 'No more than chance',
  unknown: 'Cannot be said',
}

const directions: Readonly<Record<ComparedAs, Direction>> = {
  better: 'better',
  worse: 'worse',
  changed: 'same',
  noise: 'same',
  unknown: 'unknown',
}

export function compareView(model: CompareModel): Html {
  const { council, slice, errors } = model
  const where = slice.dimension === 'county' ? council : slice.name
  return html`${heading({ title: 'Compare two dates', caption: where, ...(errors.length === 0 && { lead: summary(model) }) })}
${momentsView(model)}
${formView(model)}
${errors.length === 0 && comparisonTable(model)}`
}

/** Before anything was counted. */
export function nothingToCompare(): Html {
  return html`${heading({ title: 'Compare two dates' })}${emptyState({
    title: 'There are no figures yet',
    text: 'Two dates can be compared once an extract is loaded.',
    action: { text: 'Load your first file', href: '/data' },
  })}`
}

function summary({ comparisons, from, to }: CompareModel): string {
  const count = (is: ComparedAs): number => comparisons.filter(each => each.is === is).length
  const [better, worse, changed] = [count('better'), count('worse'), count('changed')]
  const judged = comparisons.length - count('unknown')
  const found = better + worse + changed
  const both = comparisons.filter(each => each.change !== null).length
  const told = `From ${longMonth(from)} to ${longMonth(to)}: of ${both} indicators with figures at both dates, ${better} got better, ${worse} got worse${changed === 0 ? '' : `, ${changed} changed where neither way is better`} and ${count('noise')} moved no more than chance would move them`
  return found === 0 ? `${told}.` : `${told}; ${expectedInWords(expectedByChance(judged), found)}.`
}

function momentsView({ moments, slice, newest, from, to }: CompareModel): Html | false {
  if (moments.length === 0) return false
  return html`<nav class="app-choices" aria-label="Dates to compare with"><ul class="app-choices__list">${moments.map(
    ({ words, month }) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${hrefOf(slice, month, newest)}"${from === month && to === newest && html` aria-current="page"`}>${words} (${longMonth(month)})</a></li>`,
  )}</ul></nav>`
}

function hrefOf(slice: Slice, from: Month, to: Month, file = ''): string {
  const query = new URLSearchParams({
    from: isoMonth(from),
    to: isoMonth(to),
    ...(slice.dimension !== 'county' && { by: slice.dimension, part: slice.name }),
  })
  return `/indicators/compare${file}?${query}`
}

function formView({ typed, errors, slice }: CompareModel): Html {
  const fields = { values: typed, errors }
  return html`<form method="get" action="/indicators/compare" novalidate>
${slice.dimension !== 'county' && html`<input type="hidden" name="by" value="${slice.dimension}"><input type="hidden" name="part" value="${slice.name}">`}
${lineField(fields, 'from', 'Then', { width: 20, hint: 'For example, March 2025 or 18 September 2025. Of a day, the last month that was over is taken.' })}
${lineField(fields, 'to', 'Now', { width: 20 })}
${button({ text: 'Compare', classes: 'govuk-button--secondary' })}
</form>`
}

function comparisonTable({ comparisons, from, to, slice }: CompareModel): Html {
  return html`${dataTable({
    caption: 'Strongest change first',
    compact: true,
    columns: [
      {
        heading: 'Indicator',
        cell: ({ reading }) =>
          html`<a class="govuk-link" href="${indicatorPath(reading.definition.code, reading.slice)}">${reading.definition.name}</a>`,
      },
      { heading: longMonth(from), numeric: true, cell: each => figure(each, 'earlier') },
      { heading: longMonth(to), numeric: true, cell: each => figure(each, 'later') },
      { heading: 'Change', numeric: true, cell: changeInWords },
      { heading: 'What it is', cell: ({ is }) => change(directions[is], comparedInWords[is]) },
      { heading: 'To know', cell: ({ know }) => know.join(' ') },
    ],
    rows: comparisons,
  })}
<p class="govuk-body"><a class="govuk-link" href="${hrefOf(slice, from, to, '/all.csv')}">Download as a file for a spreadsheet</a></p>
<p class="govuk-body-s app-muted">A change counts where the six months up to each date lie more than three standard errors apart, by the spread of the chart’s own limits: a single month says little. With fewer children the limits are wider.</p>`
}

function figure({ reading, ...compared }: Comparison, when: 'earlier' | 'later'): string {
  const found = compared[when]
  return found === null ? 'No figure' : valueInWords(reading.definition, found.value)
}
