import { isoMonth } from '#calendar'
import { type Definition, type Dimension, placeOf } from '#indicators'
import { barTable, definition as definitionList, heading, keyFigures } from '#kit/html/blocks.ts'
import { periodName } from '#kit/html/charts/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { fewInWords, partTooFew } from '../few.ts'
import { enteredInWords, sourceInWords } from '../provenance.ts'
import type { PlacedRebasing, Reading } from '../reading.ts'
import { digitsOf, saying } from '../saying.ts'
import {
  basisInWords,
  definitionInWords,
  dimensionInWords,
  goodInWords,
  numberInWords,
  periodInWords,
  sentenceCase,
  valueInWords,
} from '../words.ts'
import { chartView } from './indicator-chart.view.ts'
import {
  limitsSwitch,
  type MarksModel,
  marksView,
  offeredView,
  outlookMark,
  targetView,
  targetWords,
  whyNoOutlook,
} from './indicator-marks.view.ts'
import { verdictInWords } from './marks.view.ts'
import { childrenPath, downloadPath, indicatorPath, workersPath } from './paths.ts'

export interface IndicatorModel extends MarksModel {
  /** Every part of every breakdown that has figures. */
  readonly parts: readonly Reading[]
  /** Whether this person may see which children a figure is about. */
  readonly mayChildren: boolean
  /** Whether this person may see the same figure by worker. */
  readonly mayWorkers: boolean
  /** How far the data behind the newest figure can be relied on, in a sentence. */
  readonly worth: string | null
  /** What the newest figure rests on, in words. */
  readonly extract: { readonly words: string; readonly href: string } | null
  /** It is a rate, and nobody has said yet over how many children. */
  readonly wantsPopulation: boolean
  /** Why there is no figure at all: what was never delivered. */
  readonly wanting: readonly string[]
  /** The county beside other authorities; null where nothing is published of it. */
  readonly beside: Html | null
  /** What the figure is counted from, with the way there; null where it rests on an extract. */
  readonly behind: Html | null
  /** Every decision on its limits, whichever are shown. */
  readonly decisions: readonly PlacedRebasing[]
}

const breakdowns: readonly Dimension[] = [
  'locality',
  'team',
  'age',
  'sex',
  'ethnicity',
  'disability',
  'placement',
  'provider',
]

export function indicatorView(model: IndicatorModel): Html {
  const { reading, parts } = model
  const { definition, slice } = reading
  const where = slice.dimension === 'county' ? 'Whole county' : slice.name
  return html`${heading({ title: definition.name, caption: `${definition.family} · ${where}`, lead: leadOf(reading) })}
${figuresView(model)}
${model.behind}
${model.worth && html`<p class="govuk-body-s app-muted">${model.worth}</p>`}
${model.wantsPopulation && populationWanted}
${model.wanting.length > 0 && wantingView(model.wanting)}
${limitsSwitch(model, model.decisions)}
${chartView(model, restsOn(model))}
${model.reading.points.length > 0 && marksView(model)}
${offeredView(model)}
${targetView(model)}
${slice.dimension === 'county' ? breakdowns.map(dimension => breakdownView(reading, parts, dimension)) : html`<p class="govuk-body"><a class="govuk-link" href="${indicatorPath(definition.code)}">See the whole county</a></p>`}
${model.beside}
${reading.points.length > 0 && downloadsView(reading)}
${definitionView(reading, model.extract)}`
}

/** What the chart says; of a part with few to count that nothing can be told by it. */
function changeInWords(reading: Reading): string {
  const few = partTooFew(reading)
  return few === null ? verdictInWords(reading.signal) : fewInWords(few)
}

function leadOf(reading: Reading): string {
  const few = partTooFew(reading)
  if (few === null) return saying(reading)
  return `${fewInWords(few)} a change from chance in ${periodInWords(reading.definition, reading.latest?.month ?? 0)}.`
}

/** The figures as files. A drawing needs two points. */
function downloadsView({ definition: { code }, slice, points }: Reading): Html {
  const link = (kind: 'csv' | 'xlsx' | 'svg', words: string) =>
    html`<li><a class="govuk-link" href="${downloadPath(code, slice, kind)}">${words}</a></li>`
  return html`<h2 class="govuk-heading-m">Download</h2>
<ul class="govuk-list">${link('csv', 'These figures, every month (CSV)')}${link('xlsx', 'These figures for Excel (XLSX)')}${points.length > 1 && link('svg', 'The chart as a drawing (SVG)')}</ul>`
}

const populationWanted = html`<div class="govuk-inset-text">This is a number and not yet a rate, because Sightline does not know how many children live in the area. An administrator can say so under “Administration”, “Child population”.</div>`

function figuresView({ reading, mayChildren, mayWorkers }: IndicatorModel): Html | false {
  const { definition, latest } = reading
  if (latest === null) return definition.kind === 'series' && nothingEntered(definition.code)
  const list = childrenPath(definition.code, latest.month, reading.slice)
  const basis = basisInWords(definition, latest.numerator, latest.denominator)
  const figures = [
    {
      label: periodInWords(definition, latest.month),
      value: valueInWords(definition, latest.value, digitsOf(reading)),
      note: html`${basis && html`${basis}. `}${mayChildren && definition.kind === 'record' && html`<a class="govuk-link" href="${list}">See the children behind this figure</a>`}${mayWorkers && html`${mayChildren && ' · '}<a class="govuk-link" href="${workersPath(definition.code, latest.month, reading.slice)}">See it by worker</a>`}`,
    },
    {
      label: 'What the chart says',
      value: changeInWords(reading),
      note: goodInWords(definition),
    },
  ]
  return keyFigures([...figures, ...usualRange(reading), ...targetFigure(reading)])
}

function targetFigure(reading: Reading) {
  const { target } = reading
  if (target === null) return []
  const note = html`${outlookMark(reading)} ${whyNoOutlook(reading)}`
  return [{ label: 'Target', value: sentenceCase(targetWords(reading, target)), note }]
}

function nothingEntered(code: string): Html {
  return html`<p class="govuk-inset-text">No figure has been entered yet: no statutory file holds this one. <a class="govuk-link" href="/series/${code}">See how it is entered</a>.</p>`
}

/** The range that the latest figure is judged by, and of which months it is where not of all. */
function usualRange(reading: Reading) {
  const { definition, signal } = reading
  const { lower, upper, centre, basis } = signal
  if (lower === null || upper === null || centre === null) return []
  const digits = digitsOf(reading)
  const range = `${numberInWords(definition, lower, digits)} to ${valueInWords(definition, upper, digits)}`
  const average = `Around an average of ${valueInWords(definition, centre, digits)}.`
  if (basis === null) return [{ label: 'Usual range', value: range, note: average }]
  const months = `${periodName(basis.from)} to ${periodName(basis.to)}`
  const note = `${average} The latest figures are judged by the level of these months; the chart’s own lines are of all its months.`
  return [{ label: `Usual range, ${months}`, value: range, note }]
}

/** What a figure rests on: its definition, and an extract or whoever entered it. */
function restsOn({ reading, extract }: IndicatorModel): Content {
  const { definition, version, latest } = reading
  const source =
    extract !== null
      ? html`Source: <a class="govuk-link" href="${extract.href}">${extract.words}</a>.`
      : latest?.entered && html`Newest figure ${enteredInWords(latest.entered)}.`
  return source && html`Definition ${definition.code}, version ${version}. ${source}`
}

function wantingView(lists: readonly string[]): Html {
  return html`<div class="govuk-inset-text">${lists.map(
    list =>
      html`<p class="govuk-body">No extract holds <strong>${list}</strong>, so this cannot be counted.</p>`,
  )}</div>`
}

function breakdownView(
  whole: Reading,
  parts: readonly Reading[],
  dimension: Dimension,
): Html | false {
  const rows = parts
    .filter(part => part.slice.dimension === dimension && part.latest !== null)
    .filter(part => part.latest?.month === whole.latest?.month && someone(part))
    .toSorted((a, b) => placeOf(a.slice) - placeOf(b.slice))
  if (rows.length < 2) return false
  const comparable = whole.definition.unit === 'percentage' || whole.definition.unit === 'average'
  const reference = comparable ? (whole.latest?.value ?? null) : null
  return html`<section class="app-breakdown">${barTable({
    caption: `By ${dimensionInWords(dimension).toLowerCase()}`,
    nameHeading: dimensionInWords(dimension),
    valueHeading: whole.latest ? periodInWords(whole.definition, whole.latest.month) : 'Now',
    noteHeading: 'Over time',
    ...(whole.definition.unit === 'percentage' && { max: 100 }),
    ...(reference !== null && { reference: { value: reference, words: 'Whole county' } }),
    rows: rows.map(part => ({
      name: part.slice.name,
      href: indicatorPath(part.definition.code, part.slice),
      value: part.latest?.value ?? undefined,
      text: valueInWords(part.definition, part.latest?.value ?? null),
      note: changeInWords(part),
    })),
  })}</section>`
}

/** A team that is no more, or an age nobody has, is not a row without a figure: it is no row. */
function someone({ latest }: Reading): boolean {
  return (latest?.denominator ?? latest?.numerator ?? 0) > 0
}

function definitionView(reading: Reading, extract: IndicatorModel['extract']): Html {
  const { definition, version, latest } = reading
  const { law, words, source } = definition
  return html`<h2 class="govuk-heading-m">What this counts</h2>
${definitionList([
  { term: 'In plain words', says: definitionInWords(definition) },
  { term: 'Which way is better', says: goodInWords(definition) },
  ...(words.caution === undefined ? [] : [{ term: 'Read with care', says: words.caution }]),
  ...(law === undefined
    ? []
    : [
        {
          term: 'The standard',
          says: html`${law.says}. ${law.document}${law.paragraph !== 'unverified' && `, ${law.paragraph}`}. ${law.read === 'unverified' ? html`<strong>We have not yet checked this against the text.</strong>` : `Read on ${readOn(law.read)}.`}`,
        },
      ]),
  { term: 'Where the data come from', says: source.map(sourceInWords).join('; ') },
  ...halvesOf(definition),
  { term: 'Code and version', says: `${definition.code}, version ${version}` },
  ...(definition.changes ?? []).map(change => ({
    term: `Version ${change.version}`,
    says: `From ${periodName(change.from)}: ${change.says}`,
  })),
  ...reading.joins.map(({ words: says }) => ({ term: 'Counted otherwise', says: `${says}.` })),
  ...(extract === null
    ? enteredTerms(definition, latest)
    : [
        {
          term: 'Newest figure rests on',
          says: html`<a class="govuk-link" href="${extract.href}">${extract.words}</a>`,
        },
      ]),
])}`
}

/** Of a figure that is entered, what is entered above and below the line. */
function halvesOf(definition: Definition) {
  if (definition.kind !== 'series') return []
  const { numerator, denominator } = definition
  const says = denominator === undefined ? numerator : `${numerator}, over: ${denominator}`
  return [{ term: 'What is entered', says }]
}

function enteredTerms(definition: Definition, latest: Reading['latest']) {
  if (definition.kind !== 'series') return []
  const link = html`<a class="govuk-link" href="/series/${definition.code}">See every figure that was entered</a>`
  const says = latest?.entered
    ? html`${sentenceCase(enteredInWords(latest.entered))}. ${link}`
    : link
  return [{ term: 'Newest figure', says }]
}

function readOn(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${Number(day)} ${periodName(isoMonth(Number(year) * 12 + Number(month) - 1))}`
}
