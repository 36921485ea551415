// The blocks of our own brand, beside the components of the design system. Each says in words what
// its colour, shape or length says too.
import { type Content, type Html, attributes, html } from './html.ts'
import type { Link } from './page.ts'

export type Direction = 'better' | 'worse' | 'same' | 'unknown'

const directionWords: Readonly<Record<Direction, string>> = {
  better: 'Improving',
  worse: 'Getting worse',
  same: 'No change',
  unknown: 'Not enough data',
}

const icon = (path: Html): Html =>
  html`<svg class="app-change__icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${path}</svg>`

const directionIcons: Readonly<Record<Direction, Html>> = {
  better: icon(
    html`<path d="M2 11l4-4 3 3 5-6M10 4h4v4" fill="none" stroke="currentColor" stroke-width="2"/>`,
  ),
  worse: icon(
    html`<path d="M8 1.5L15 14H1z" fill="currentColor"/><path d="M8 6v4M8 11v1.6" stroke="#fff" stroke-width="1.6"/>`,
  ),
  same: icon(html`<path d="M2 6h12M2 10h12" stroke="currentColor" stroke-width="2"/>`),
  unknown: icon(
    html`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.3"/>`,
  ),
}

/** Which way something moves: a word and an icon, never colour alone. */
export const change = (direction: Direction, words = directionWords[direction]): Html =>
  html`<span class="app-change app-change--${direction}">${directionIcons[direction]}${words}</span>`

export type Heading = {
  readonly title: string
  /** Small words above: which section, which code. */
  readonly caption?: string | undefined
  /** The answer of the page in a sentence or two, before anything else. */
  readonly lead?: Content
}

export const heading = ({ title, caption, lead }: Heading): Html => html`<div class="app-heading">
${caption && html`<p class="app-heading__caption">${caption}</p>`}
<h1 class="govuk-heading-l app-heading__title">${title}</h1>
${lead && html`<p class="app-lead">${lead}</p>`}
</div>`

export type KeyFigure = {
  readonly label: string
  readonly value: string
  /** What the value means: "of 412 assessments, October 2026". */
  readonly note?: Content
  readonly direction?: Direction | undefined
}

/** One to four figures, large. */
export const keyFigures = (figures: readonly KeyFigure[]): Html =>
  html`<dl class="app-figures">${figures.map(
    figure => html`<div class="app-figure">
<dt class="app-figure__label">${figure.label}</dt>
<dd class="app-figure__value">${figure.value}</dd>
${(figure.note || figure.direction) && html`<dd class="app-figure__note">${figure.direction && change(figure.direction)}${figure.note && html` <span>${figure.note}</span>`}</dd>`}
</div>`,
  )}</dl>`

export type SignalRow = {
  readonly name: string
  readonly href: string
  readonly direction: Direction
  /** The direction in words; those of `change` where it is left out. */
  readonly verdict?: string | undefined
  /** What the chart says, in a sentence. */
  readonly sentence?: Content
  readonly value: string
  /** The value's period or base, small. */
  readonly note?: string | undefined
  /** A small chart; it needs no words of its own, the sentence has them. */
  readonly chart?: Html | undefined
  /** How strong the evidence is, from 0 to 1, and in words. */
  readonly strength?: { readonly of: number; readonly words: string } | undefined
}

const strengthMeter = ({ of, words }: { readonly of: number; readonly words: string }): Html => {
  const filled = Math.max(0, Math.min(5, Math.round(of * 5)))
  const steps = [0, 1, 2, 3, 4].map(
    step =>
      html`<rect x="${step * 9}" y="0" width="7" height="7" class="app-strength__step${step < filled && ' app-strength__step--on'}"/>`,
  )
  return html`<span class="app-strength"><svg class="app-strength__meter" viewBox="0 0 43 7" width="43" height="7" aria-hidden="true" focusable="false">${steps}</svg>${words}</span>`
}

/**
 * Lines ranked by the caller: name, sentence, small chart, value.
 * @param compact for lists that are looked through and not read: low lines
 */
export const signalList = (rows: readonly SignalRow[], label?: string, compact = false): Html =>
  html`<ul class="app-signals${compact && ' app-signals--compact'}"${attributes({ 'aria-label': label })}>${rows.map(
    row => html`<li class="app-signal app-signal--${row.direction}">
<div class="app-signal__words">
<h3 class="app-signal__name"><a class="govuk-link" href="${row.href}">${row.name}</a></h3>
${row.sentence && html`<p class="app-signal__sentence">${row.sentence}</p>`}
<p class="app-signal__verdict">${change(row.direction, row.verdict)}${row.strength && strengthMeter(row.strength)}</p>
</div>
<div class="app-signal__chart">${row.chart}</div>
<p class="app-signal__value"><span class="app-signal__number">${row.value}</span>${row.note && html` <span class="app-signal__note">${row.note}</span>`}</p>
</li>`,
  )}</ul>`

export type ChartFigure = {
  /** The sentence that says what the chart says. */
  readonly caption: Content
  readonly chart: Html
  /** The same numbers as a table. */
  readonly table: Html
  readonly tableSummary?: string | undefined
  /** Source, extract, definition version. */
  readonly note?: Content
}

/** A chart with its sentence above and its numbers below, folded away on screen. */
export const chartFigure = (figure: ChartFigure): Html => html`<figure class="app-chart">
<figcaption class="app-chart__caption">${figure.caption}</figcaption>
<div class="app-chart__picture">${figure.chart}</div>
${figure.note && html`<p class="app-chart__note">${figure.note}</p>`}
<details class="govuk-details app-chart__details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${figure.tableSummary ?? 'Show the numbers in a table'}</span></summary>
<div class="govuk-details__text">${figure.table}</div>
</details>
</figure>`

export type Bar = {
  readonly name: string
  readonly href?: string | undefined
  /** The length of the bar, in the unit of `max`. Nothing draws no bar: there is no such number. */
  readonly value: number | undefined
  /** How far chance alone could have moved the value, drawn as a whisker. */
  readonly lower?: number | undefined
  readonly upper?: number | undefined
  /** The value as people read it: "64%". */
  readonly text: string
  readonly note?: Content
}

export type Bars = {
  readonly caption: string
  readonly nameHeading: string
  readonly valueHeading: string
  readonly noteHeading?: string | undefined
  readonly rows: readonly Bar[]
  /** The value of a bar of full width; the largest value, if unsaid. */
  readonly max?: number | undefined
  /** A mark on every bar to compare with, such as the whole county. */
  readonly reference?: { readonly value: number; readonly words: string } | undefined
  readonly captionHidden?: boolean | undefined
}

/** A breakdown as a table whose rows have bars. */
export function barTable(bars: Bars): Html {
  const largest = Math.max(bars.reference?.value ?? 0, ...bars.rows.map(row => row.value ?? 0))
  const max = bars.max ?? (largest || 1)
  const across = (value: number): string =>
    String(Math.round(Math.max(0, Math.min(1, value / max)) * 1000) / 10)
  const { reference } = bars
  const mark = (value: number): Html => {
    const at = attributes({ x1: across(value), x2: across(value), y1: 0, y2: 20 })
    return html`<line class="app-bar__reference"${at} vector-effect="non-scaling-stroke"/>`
  }
  const whisker = (lower: number, upper: number): Html => {
    const path = `M${across(lower)} 10H${across(upper)}M${across(lower)} 6v8M${across(upper)} 6v8`
    return html`<path class="app-bar__whisker" d="${path}" vector-effect="non-scaling-stroke"/>`
  }
  const bar = ({ value, lower, upper }: Bar): Html =>
    html`<svg class="app-bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="app-bar__track" x="0" y="3" width="100" height="14"/>${
      value !== undefined &&
      html`<rect class="app-bar__value" x="0" y="3" width="${across(value)}" height="14"/>`
    }${lower !== undefined && upper !== undefined && whisker(lower, upper)}${reference && mark(reference.value)}</svg>`
  return html`<table class="govuk-table app-bars">
<caption class="${bars.captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}">${bars.caption}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">
<th scope="col" class="govuk-table__header">${bars.nameHeading}</th>
<th scope="col" class="govuk-table__header app-bars__number">${bars.valueHeading}</th>
<td class="govuk-table__header app-bars__bar">${reference && html`<span class="app-bars__key"><svg viewBox="0 0 4 14" width="4" height="14" aria-hidden="true" focusable="false"><line class="app-bar__reference" x1="2" x2="2" y1="0" y2="14"/></svg>${reference.words}</span>`}</td>
${bars.noteHeading && html`<th scope="col" class="govuk-table__header app-bars__note">${bars.noteHeading}</th>`}
</tr></thead>
<tbody class="govuk-table__body">${bars.rows.map(
    row => html`<tr class="govuk-table__row">
<th scope="row" class="govuk-table__header app-bars__name">${row.href ? html`<a class="govuk-link" href="${row.href}">${row.name}</a>` : row.name}</th>
<td class="govuk-table__cell app-bars__number">${row.text}</td>
<td class="govuk-table__cell app-bars__bar">${bar(row)}</td>
${bars.noteHeading && html`<td class="govuk-table__cell app-bars__note">${row.note}</td>`}
</tr>`,
  )}</tbody>
</table>`
}

export type Term = { readonly term: string; readonly says: Content }

/** What something means: a list of terms beside what they say. */
export const definition = (terms: readonly Term[]): Html =>
  html`<dl class="app-definition">${terms.map(
    ({ term, says }) =>
      html`<div class="app-definition__row"><dt>${term}</dt><dd>${says}</dd></div>`,
  )}</dl>`

export type EmptyState = {
  readonly title: string
  readonly text: Content
  readonly action?: Link | undefined
}

/** Where there is nothing yet: says so, and what to do next. */
export const emptyState = ({
  title,
  text,
  action,
}: EmptyState): Html => html`<div class="app-empty">
<h2 class="govuk-heading-m app-empty__title">${title}</h2>
<p class="govuk-body">${text}</p>
${action && html`<p class="govuk-body app-empty__action"><a class="govuk-link govuk-!-font-weight-bold" href="${action.href}">${action.text}</a></p>`}
</div>`

export type Progress = {
  readonly title: string
  /** What is being done now. */
  readonly words: string
  /** Steps done of steps in all; without a total the bar only says that work goes on. */
  readonly done?: number | undefined
  readonly total?: number | undefined
  readonly steps?:
    | readonly { readonly text: string; readonly state: 'done' | 'now' | 'todo' }[]
    | undefined
  /** Work that goes on is asked after every two seconds; without JavaScript there is a link. */
  readonly running: boolean
}

const stateWords = { done: 'Done', now: 'Now', todo: 'To do' } as const

export const progress = (
  work: Progress,
): Html => html`<div class="app-progress"${attributes({ 'data-app-live': work.running })}>
<h2 class="govuk-heading-m">${work.title}</h2>
<progress class="app-progress__bar"${attributes({ max: work.total, value: work.total === undefined ? undefined : work.done, 'aria-label': work.title })}></progress>
<p class="govuk-body app-progress__words" role="status">${work.words}</p>
${
  work.steps &&
  html`<ol class="app-steps">${work.steps.map(
    step =>
      html`<li class="app-step app-step--${step.state}"><span class="app-step__text">${step.text}</span> <span class="app-step__state">${stateWords[step.state]}</span></li>`,
  )}</ol>`
}
${work.running && html`<noscript><p class="govuk-body"><a class="govuk-link" href="">Show how far it has come</a></p></noscript>`}
</div>`
