import { longDay } from '#calendar'
import { definition, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Refusal } from '../extract.ts'
import type { FrozenExtract } from '../frozen.ts'
import type { DestroyedExtract } from '../store.ts'
import { effects, reportView } from './report.view.ts'

export interface ExtractModel {
  readonly extract: FrozenExtract
  readonly refusals: readonly Refusal[]
}

const MOST_ROWS = 300

export function extractView({ extract, refusals }: ExtractModel): Html {
  return html`${heading({ title: extract.title, caption: 'Extract', lead: `It describes ${longDay(extract.asOf)}. ${extract.asOfBecause}` })}
${definition([
  { term: 'Known by', says: html`<code class="app-hash">${extract.id}</code>` },
  {
    term: 'Loaded',
    says: `${loadedOn(extract.loadedAt)}, ${loaders[extract.loadedBy] ?? `by ${extract.loadedBy}`}`,
  },
  { term: 'Files', says: extract.files.join(', ') },
])}
${reportView(extract)}
${refusals.length > 0 && refusalsView(extract.id, refusals)}`
}

/** An extract of which nothing is left but that it was, and the figures that were counted from it. */
export function destroyedView({ id, title, asOf, rule, destroyedAt }: DestroyedExtract): Html {
  return html`${heading({ title, caption: 'Extract', lead: `Its records were destroyed on ${loadedOn(destroyedAt)}, because the time for which they are kept was over.` })}
${definition([
  { term: 'By which rule', says: rule },
  { term: 'It described', says: longDay(asOf) },
  { term: 'Known by', says: html`<code class="app-hash">${id}</code>` },
  {
    term: 'What is left',
    says: 'The figures that were counted from it. They cannot be counted again, and the children behind them cannot be shown.',
  },
])}`
}

function refusalsView(extract: string, refusals: readonly Refusal[]): Html {
  const total = new Intl.NumberFormat('en-GB').format(refusals.length)
  return html`<h2 class="govuk-heading-m">Row by row</h2>
<p class="govuk-body"><a class="govuk-link" href="/data/${extract}/refusals.csv">Download every refused or doubtful row (CSV)</a></p>
<p class="govuk-body">Put these right in the case system, and the next extract will be better.${refusals.length > MOST_ROWS && ` The first ${MOST_ROWS} of ${total} are shown.`}</p>
${dataTable({
  caption: 'Refused and doubtful rows',
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'List', cell: each => each.sourceList || each.file },
    { heading: 'Row', numeric: true, cell: each => each.row },
    { heading: 'Column', cell: each => each.column },
    { heading: 'Value', cell: each => each.value },
    { heading: 'Why', cell: each => each.message },
    { heading: 'What was done', cell: each => effects[each.effect] },
  ],
  rows: refusals.slice(0, MOST_ROWS),
})}`
}

/** Where it was loaded, as long as nobody signs in. */
const loaders: Readonly<Record<string, string>> = {
  browser: 'in the browser',
  'command line': 'on the command line',
  demonstration: 'for the demonstration',
}

function loadedOn(at: Date): string {
  return longDay(Math.floor(at.getTime() / 86_400_000))
}
