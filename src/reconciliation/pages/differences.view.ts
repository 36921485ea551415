import { isoDay, longDay } from '#calendar'
import { change, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { directionOf, verdictInWords } from '#performance'
import {
  agreement,
  type Comparison,
  type Entry,
  type Only,
  type Reason,
  reasons,
} from '../compare.ts'
import type { Pair, Series } from '../reconcile.ts'
import { subjectOf } from '../subject.ts'
import { trendInWords, trendSignal } from '../trend.ts'
import type { TrendPoint } from './reconciliation.ts'
import { differencesPath } from './reconciliation.view.ts'
import { comparedInWords, sourceInWords, whenInWords } from './words.ts'

export interface DifferencesModel {
  readonly series: Series
  readonly pair: Pair
  readonly compared: Comparison
  readonly trend: readonly TrendPoint[]
  readonly seen: (only: Only) => boolean
  /** Null for a child whose record Sightline does not hold. */
  readonly recordOf: (child: string) => string | null
}

const MOST = 200

export function differencesView(model: DifferencesModel): Html {
  const { pair, compared } = model
  const { title } = subjectOf(pair.subject)
  return html`${heading({
    title: `${title} ${whenInWords(pair)}`,
    caption: `${sourceInWords(pair.first, pair)} and ${sourceInWords(pair.second, pair)}`,
    lead: comparedInWords(compared),
  })}
${reasonsView(compared)}
${onlyView(model, 'first', compared.onlyFirst)}
${onlyView(model, 'second', compared.onlySecond)}
${trendView(model)}`
}

function reasonsView({ onlyFirst, onlySecond }: Comparison): Html | false {
  const all = Map.groupBy([...onlyFirst, ...onlySecond], each => each.reason)
  if (all.size === 0) return false
  return html`<h2 class="govuk-heading-m">What may explain it</h2>
<ul class="govuk-list govuk-list--bullet">${[...all].map(
    ([reason, found]: [Reason, Only[]]) => html`<li>${reasons[reason]}: ${found.length}</li>`,
  )}</ul>`
}

function onlyView(
  { pair, seen, recordOf }: DifferencesModel,
  which: 'first' | 'second',
  only: readonly Only[],
): Html | false {
  if (only.length === 0) return false
  const [own, other] = which === 'first' ? [pair.first, pair.second] : [pair.second, pair.first]
  const shown = only.filter(seen)
  const hidden = only.length - shown.length
  const name = `Only in ${sourceInWords(own, pair)}`
  return html`<section class="app-section"><h2 class="govuk-heading-m">${name} (${only.length})</h2>
${hidden > 0 && html`<p class="govuk-inset-text">${hidden} of them are with other teams, so they are not shown to you.</p>`}
${
  shown.length === 0
    ? html`<p class="govuk-body">None to show.</p>`
    : dataTable({
        caption: name,
        captionHidden: true,
        compact: true,
        columns: [
          {
            heading: 'Child',
            cell: ({ child }) => {
              const href = recordOf(child)
              return href === null ? child : html`<a class="govuk-link" href="${href}">${child}</a>`
            },
          },
          { heading: 'Here', cell: each => entryInWords(each.here) },
          {
            heading: `In ${sourceInWords(other, pair)}`,
            cell: ({ there }) => (there === null ? 'Nothing' : entryInWords(there)),
          },
          { heading: 'What may explain it', cell: each => reasons[each.reason] },
        ],
        rows: shown.slice(0, MOST),
      })
}
${shown.length > MOST && html`<p class="govuk-body">The first ${MOST} are shown.</p>`}</section>`
}

function entryInWords({ from, to }: Entry): string {
  return to === null ? longDay(from) : `${longDay(from)} to ${longDay(to)}`
}

function trendView({ series, trend }: DifferencesModel): Html | false {
  if (trend.length < 2) return false
  const signal = trendSignal(trend.map(({ compared }) => compared))
  return html`<section class="app-section"><h2 class="govuk-heading-m">How the difference has changed</h2>
<p class="govuk-body">${change(directionOf(signal), verdictInWords(signal))} ${trendInWords(signal)}</p>
${dataTable({
  caption: 'How the difference has changed, newest first',
  captionHidden: true,
  compact: true,
  columns: [
    {
      heading: 'Day',
      cell: ({ pair }) =>
        html`<a class="govuk-link" href="${differencesPath(series)}?on=${isoDay(pair.on)}">${longDay(pair.on)}</a>`,
    },
    { heading: 'First', numeric: true, cell: ({ compared }) => String(compared.first) },
    { heading: 'Second', numeric: true, cell: ({ compared }) => String(compared.second) },
    {
      heading: 'Only in one',
      numeric: true,
      cell: ({ compared }) => String(compared.onlyFirst.length + compared.onlySecond.length),
    },
    {
      heading: 'They agree in',
      numeric: true,
      cell: ({ compared }) => {
        const share = agreement(compared)
        return share === null ? 'Nothing to compare' : `${share.toFixed(1)}%`
      },
    },
  ],
  rows: trend.toReversed(),
})}</section>`
}
