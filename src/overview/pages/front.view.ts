import { longDay } from '#calendar'
import type { Council } from '#council'
import { emptyState, heading, signalList } from '#kit/html/blocks.ts'
import { warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords, type Readings, signalRow } from '#performance'
import { type Front, sentenceOfFront, type Wanting } from '../front.ts'
import type { Need } from '../need.ts'

export interface FrontModel {
  readonly council: Council
  readonly needs: readonly Need[]
  readonly readings: Readings
  readonly front: Front
  /** How many days old the newest data is. */
  readonly daysOld: number
}

/** Rows that stand on the first screen; the rest are behind one more click. */
const FIRST = 8

/** Lines that stand on the first screen. */
const MOST_NEEDS = 6

export function frontView({ council, needs, readings, front, daysOld }: FrontModel): Html {
  const { signals, plateaus } = front
  return html`${heading({
    title: council.name,
    caption: 'Line of sight',
    lead: sentenceOfFront(front),
  })}
<p class="govuk-body app-muted">${freshness(readings, daysOld)}</p>
${needsView(needs)}
${
  signals.length > 0
    ? html`<h2 class="govuk-heading-m">What has changed, strongest first</h2>
${signalList(signals.slice(0, FIRST).map(signalRow), 'What has changed')}
${signals.length > FIRST && html`<p class="govuk-body"><a class="govuk-link" href="/indicators?show=changed">Show all ${signals.length} changes</a></p>`}`
    : front.counted > 0
      ? html`<p class="govuk-body">Nothing stands out from its usual range. <a class="govuk-link" href="/indicators">See every indicator</a>.</p>`
      : soFarView(readings)
}
${
  plateaus.length > 0 &&
  html`<h2 class="govuk-heading-m">Where improvement has stopped</h2>
${signalList(plateaus.slice(0, 6).map(signalRow), 'Where improvement has stopped')}`
}
${missingView(front)}`
}

function needsView(needs: readonly Need[]): Html | false {
  if (needs.length === 0) return false
  const urgent = needs.filter(each => each.isUrgent)
  const rest = needs.filter(each => !each.isUrgent).slice(0, MOST_NEEDS)
  return html`${urgent.map(each =>
    warningText({
      html: html`<a class="govuk-link" href="${each.href}">${each.title}</a>. ${each.words}`,
      iconFallbackText: 'At once',
    }),
  )}
${
  rest.length > 0 &&
  html`<h2 class="govuk-heading-m">What waits for somebody</h2>
<ul class="govuk-list govuk-list--bullet">${rest.map(
    each =>
      html`<li><a class="govuk-link" href="${each.href}">${each.title}</a>. ${each.words}</li>`,
  )}</ul>`
}`
}

/** Before there are months enough to say that something has changed, the figures themselves. */
function soFarView({ readings }: Readings): Html | false {
  const known = readings.filter(({ latest }) => latest !== null && latest.value !== null)
  if (known.length === 0) return false
  return html`<h2 class="govuk-heading-m">The figures so far</h2>
${signalList(known.slice(0, FIRST).map(signalRow), 'The figures so far')}
<p class="govuk-body"><a class="govuk-link" href="/indicators">See every indicator</a></p>`
}

function freshness({ count }: Readings, daysOld: number): string {
  const extracts = countInWords(count.extracts.length)
  const from = count.extracts.length === 1 ? 'one extract' : `${extracts} extracts`
  const age =
    daysOld === 0 ? '' : `, ${countInWords(daysOld)} ${daysOld === 1 ? 'day' : 'days'} ago`
  return `Counted from ${from}. The newest describes ${longDay(count.asOf)}${age}.`
}

function missingView({ wanting, tooFew }: Front): Html | false {
  if (wanting.length === 0 && tooFew === 0) return false
  return html`<h2 class="govuk-heading-m">What is missing</h2>
${tooFew > 0 && html`<p class="govuk-body">${tooFew} ${tooFew === 1 ? 'indicator has' : 'indicators have'} fewer than the 13 points that a chart needs. <a class="govuk-link" href="/indicators?show=too-few">See which</a>.</p>`}
${
  wanting.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${wanting.map(wantingView)}</ul>
<p class="govuk-body"><a class="govuk-link" href="/data">Load an extract</a> that holds these lists.</p>`
}`
}

function wantingView({ list, indicators }: Wanting): Html {
  const many = indicators.length === 1 ? '1 indicator' : `${indicators.length} indicators`
  return html`<li>No extract holds <strong>${list}</strong>: ${many} cannot be counted.</li>`
}

/** Before anything was loaded. */
export function nothingYetView(council: Council | null): Html {
  return html`${heading({ title: council?.name ?? 'Sightline', caption: 'Line of sight' })}
${emptyState({
  title: 'There are no figures yet',
  text: 'Load a file that your council already makes: an SSDA903 return, a children in need census, or an Annex A workbook. Every figure, chart and list of children follows from it.',
  action: { text: 'Load your first file', href: '/data' },
})}`
}
