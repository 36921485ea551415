import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { longDay } from '#calendar'
import type { Comparison } from '../compare.ts'
import type { Pair, Series } from '../reconcile.ts'
import { subjectOf } from '../subject.ts'
import { comparedInWords, sourceInWords, whenInWords } from './words.ts'

export interface ReconciliationRow {
  readonly series: Series
  readonly pair: Pair
  readonly now: Comparison
  /** On the day before it on which they could be compared; null where there is none. */
  readonly before: Comparison | null
}

export interface ReconciliationModel {
  readonly rows: readonly ReconciliationRow[]
  readonly mayChildren: boolean
}

export const differencesPath = ({ subject, kinds }: Series): string =>
  `/data/reconciliation/${subject}/${kinds[0]}/${kinds[1]}`

export function reconciliationView({ rows, mayChildren }: ReconciliationModel): Html {
  const title = 'The same count from two sources'
  if (rows.length === 0) {
    return html`${heading({ title, caption: 'Data' })}${emptyState({
      title: 'No two sources answer the same question yet',
      text: 'When files of two kinds are loaded that speak for the same day, such as Annex A lists and an SSDA903 return, their counts stand here beside each other.',
      action: { text: 'Load another file', href: '/data' },
    })}`
  }
  const agreeing = rows.filter(
    ({ now }) => now.onlyFirst.length + now.onlySecond.length === 0,
  ).length
  return html`${heading({
    title,
    caption: 'Data',
    lead: `${agreeing} of ${rows.length} counts agree child by child. Where they do not, one of the two files is wrong.`,
  })}
${rows.map(row => rowView(row, mayChildren))}`
}

function rowView(row: ReconciliationRow, mayChildren: boolean): Html {
  const { series, pair, now, before } = row
  const { title } = subjectOf(series.subject)
  return html`<section class="app-section"><h2 class="govuk-heading-m">${title} ${whenInWords(pair)}</h2>
<p class="govuk-body">${comparedInWords(now)} ${before !== null && sinceInWords(now, before)}</p>
${dataTable({
  caption: `${title}, source by source`,
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'Source', cell: each => each.source },
    { heading: 'Count', numeric: true, cell: each => each.count.toLocaleString('en-GB') },
    { heading: 'Only there', numeric: true, cell: each => each.only.toLocaleString('en-GB') },
  ],
  rows: [
    { source: sourceInWords(pair.first, pair), count: now.first, only: now.onlyFirst.length },
    { source: sourceInWords(pair.second, pair), count: now.second, only: now.onlySecond.length },
  ],
})}
${mayChildren && html`<p class="govuk-body"><a class="govuk-link" href="${differencesPath(series)}">See what differs, and how that has changed<span class="govuk-visually-hidden">: ${title}, ${sourceInWords(pair.first, pair)} and ${sourceInWords(pair.second, pair)}</span></a></p>`}</section>`
}

/** Whether they have come nearer to each other. */
function sinceInWords(now: Comparison, before: Comparison): string {
  const [apart, was] = [now, before].map(each => each.onlyFirst.length + each.onlySecond.length)
  if (apart === undefined || was === undefined) return ''
  const day = longDay(before.on)
  if (apart === was)
    return apart === 0 ? `They agreed on ${day} too.` : `As many differed on ${day}.`
  return was === 0
    ? `They agreed on ${day}.`
    : `${apart < was ? 'Fewer' : 'More'} than the ${was} that differed on ${day}.`
}
