import { chartFigure, emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { controlChart } from '#kit/html/charts/index.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { FEWEST, type Tool } from '#practice'
import { toolTitle } from '../../programme/pages/words.ts'
import {
  type GapFigure,
  gapKinds,
  type Measured,
  type Reliability,
  standardTitle,
} from '../reliability.ts'
import type { ReliabilityRules } from '../vignette.ts'
import {
  gapInWords,
  gapSentence,
  kappaInWords,
  measureInWords,
  sinceVignettesInWords,
} from './words.ts'

export interface ReliabilityModel {
  readonly reliability: Reliability
  readonly gaps: readonly GapFigure[]
  readonly rules: ReliabilityRules
  readonly tools: readonly Tool[]
  readonly drawn: number
  readonly chosen: number
  readonly underWay: readonly {
    readonly auditId: string
    readonly number: number
    readonly grader: string | null
  }[]
  readonly mayLead: boolean
  readonly mayDo: boolean
  readonly maySeeSeverity: boolean
  readonly csrf: Html
}

export function reliabilityView(model: ReliabilityModel): Html {
  const { reliability, mayDo, mayLead, maySeeSeverity } = model
  const { overall } = reliability
  const lead =
    overall.agreement === null
      ? `${overall.pairs === 1 ? '1 piece of work was' : `${overall.pairs} pieces of work were`} graded twice. With fewer than ${FEWEST} no agreement is claimed.`
      : `Two auditors who do not see each other give the same grade to ${Math.round((overall.agreement.exact ?? 0) * 100)} of 100 pieces of work. ${kappaInWords(overall.agreement)}`
  return html`${heading({ title: 'How reliable our grades are', lead })}
<p class="govuk-body"><a class="govuk-link" href="/audits/reliability/vignettes">Vignettes</a>${mayDo && html` · <a class="govuk-link" href="/audits/reliability/mine">How I grade</a>`}${maySeeSeverity && html` · <a class="govuk-link" href="/audits/reliability/auditors">How each auditor grades</a>`}${mayLead && html` · <a class="govuk-link" href="/audits/reliability/outside/new">Note an inspector’s grade</a> · <a class="govuk-link" href="/audits/reliability/rules">Change the rules</a>`}</p>
${overallView(overall)}
${standardsView(model)}
${quartersView(reliability)}
${vignettesView(reliability.vignettes)}
${gapsView(model.gaps)}
${secondsView(model)}`
}

function overallView({ agreement, pairs }: Measured): Html | false {
  if (agreement === null) return false
  const { intervals } = agreement
  return html`${keyFigures([
    {
      label: 'Weighted kappa',
      value: measureInWords(agreement.kappa, null, false),
      note: rangeOf(intervals.kappa, false),
    },
    {
      label: 'Gwet’s AC2',
      value: measureInWords(agreement.ac2, null, false),
      note: rangeOf(intervals.ac2, false),
    },
    {
      label: 'The same grade',
      value: measureInWords(agreement.exact, null, true),
      note: rangeOf(intervals.exact, true),
    },
    {
      label: 'At most one grade apart',
      value: measureInWords(agreement.adjacent, null, true),
      note: rangeOf(intervals.adjacent, true),
    },
  ])}
<p class="govuk-body">${pairs} pieces of work. The ranges hold 95 of 100 such samples (bootstrap). Kappa and AC2 count a difference of two grades four times as heavily as one of one; 1 is full agreement and 0 what chance would give. Where almost all work has one grade, kappa is low however well auditors agree, and AC2 is not: so both stand here. A review of 66 comparisons of case-note audits found a kappa of 0.32 to 0.70 (Lilford and others 2007).</p>`
}

const rangeOf = (interval: Parameters<typeof measureInWords>[1], isShare: boolean): string => {
  if (interval === null) return 'No range can be said'
  const write = (each: number) => (isShare ? `${Math.round(each * 100)}%` : each.toFixed(2))
  return `between ${write(interval.low)} and ${write(interval.high)}`
}

function measuredColumns<Row extends Measured>() {
  const cell =
    (measure: 'kappa' | 'ac2' | 'exact' | 'adjacent') =>
    ({ agreement }: Row): string =>
      agreement === null
        ? 'Too few'
        : measureInWords(
            agreement[measure],
            agreement.intervals[measure],
            measure === 'exact' || measure === 'adjacent',
          )
  return [
    { heading: 'Graded twice', numeric: true, cell: (each: Row) => each.pairs },
    { heading: 'Weighted kappa', numeric: true, cell: cell('kappa') },
    { heading: 'AC2', numeric: true, cell: cell('ac2') },
    { heading: 'Same', numeric: true, cell: cell('exact') },
    { heading: 'At most one apart', numeric: true, cell: cell('adjacent') },
  ]
}

/** The least agreed on first: there the words that anchor the grades need work. */
function standardsView({ reliability, tools }: ReliabilityModel): Html | false {
  if (reliability.standards.length === 0) return false
  const known = (measured: Measured) => measured.agreement?.ac2 ?? Infinity
  return dataTable({
    caption: 'By standard, the least agreed on first',
    captionSize: 'm',
    compact: true,
    stacked: true,
    columns: [
      { heading: 'Standard', cell: each => standardTitle(tools, each.toolKey, each.key) },
      { heading: 'Tool', cell: each => toolTitle(tools, each.toolKey) },
      ...measuredColumns<Reliability['standards'][number]>(),
    ],
    rows: reliability.standards.toSorted((a, b) => known(a) - known(b) || b.pairs - a.pairs),
  })
}

function quartersView({ quarters }: Reliability): Html | false {
  if (quarters.length < 2) return false
  const points = quarters.map(({ quarter, agreement }) => ({
    period: quarter,
    value: agreement?.ac2 ?? null,
    centre: null,
    lower: agreement?.intervals.ac2?.low ?? null,
    upper: agreement?.intervals.ac2?.high ?? null,
  }))
  const table = dataTable({
    caption: 'Agreement in the twelve months to the end of each quarter, newest first',
    captionHidden: true,
    compact: true,
    stacked: true,
    columns: [
      { heading: 'Twelve months to', cell: each => each.quarter },
      ...measuredColumns<Reliability['quarters'][number]>(),
    ],
    rows: quarters.toReversed(),
  })
  if (points.filter(each => each.value !== null).length < 2)
    return html`<h2 class="govuk-heading-m">Over time</h2><p class="govuk-body">No twelve months have ${FEWEST} pieces of work that were graded twice beside others that have, so no trend is claimed.</p>${table}`
  return html`<h2 class="govuk-heading-m">Over time</h2>${chartFigure({
    caption:
      'Gwet’s AC2 in the twelve months to the end of each quarter, with the range that 95 of 100 such samples would have',
    chart: controlChart({
      id: 'agreement',
      title: 'Agreement over time',
      description: 'The numbers are in the table below the chart.',
      points,
      format: value => value.toFixed(2),
      ceiling: 1,
      words: { range: '95% interval' },
    }),
    table,
  })}`
}

/** Whether auditors agree more since they grade vignettes; claimed only where the interval bears it. */
function vignettesView(vignettes: Reliability['vignettes']): Html | false {
  return (
    vignettes !== null &&
    html`<h2 class="govuk-heading-m" id="vignettes">Since vignettes began</h2>
<p class="govuk-body">${sinceVignettesInWords(vignettes)}</p>`
  )
}

const besideWords = {
  'own to moderated': ['Practitioners’ own grades', 'the moderated ones'],
  'auditor to moderated': ['Auditors’ grades', 'the moderated ones'],
  'ours to inspectors': ['Our grades', 'the inspectors’'],
} as const

/** How much milder we grade ourselves: one figure over time. */
function gapsView(gaps: readonly GapFigure[]): Html | false {
  const any = gaps.filter(each => each.all.pairs > 0)
  return html`<h2 class="govuk-heading-m" id="milder">How much milder we grade ourselves</h2>
<p class="govuk-body">The same work, graded by ourselves first and by others after. Above 0 our own grade was the milder one; 1 is a whole grade. Near 0 we see our work as others do.</p>
${
  any.length === 0
    ? emptyState({
        title: 'No work has two such grades yet',
        text: 'Practitioners give their own grade, moderators theirs, and inspectors’ grades can be noted.',
      })
    : html`<ul class="govuk-list govuk-list--bullet">${any.map(
        ({ kind, all }) =>
          html`<li>${gapSentence(besideWords[kind][0], besideWords[kind][1], all)}</li>`,
      )}</ul>${any.map(gapChart)}`
}`
}

function gapChart({ kind, periods }: GapFigure): Html {
  const points = periods.map(({ period, gap, interval }) => ({
    period,
    value: gap,
    centre: null,
    lower: interval?.low ?? null,
    upper: interval?.high ?? null,
  }))
  const table = dataTable({
    caption: `${gapKinds[kind]}, newest first`,
    compact: true,
    stacked: true,
    columns: [
      { heading: 'Half-year', cell: each => each.period },
      { heading: 'Audits with both grades', numeric: true, cell: each => each.pairs },
      { heading: 'Ours milder by (95% interval)', numeric: true, cell: gapInWords },
    ],
    rows: periods.toReversed(),
  })
  if (points.filter(each => each.value !== null).length < 2) return table
  return chartFigure({
    caption: `${gapKinds[kind]}: how many grades milder ours were`,
    chart: controlChart({
      id: `gap-${kind.replaceAll(' ', '-')}`,
      title: gapKinds[kind],
      description: 'The numbers are in the table below the chart.',
      points,
      target: 0,
      format: value => value.toFixed(1),
      words: { range: '95% interval', target: 'the same' },
    }),
    table,
  })
}

function secondsView({ rules, drawn, chosen, underWay, mayLead, csrf }: ReliabilityModel): Html {
  return html`<h2 class="govuk-heading-m">Graded a second time</h2>
<p class="govuk-body">Chance chooses ${rules.secondPercent}% of the audits that are handed in. Somebody else grades the same work and sees nothing of the first audit until they have handed in theirs. So far ${chosen} of ${drawn} were chosen.</p>
${
  mayLead &&
  html`<form method="post" action="/audits/reliability/draw" novalidate>${csrf}${button({ text: 'Draw for audits handed in since', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
${
  underWay.length > 0 &&
  dataTable({
    caption: 'Not graded a second time yet',
    stacked: true,
    columns: [
      { heading: 'Audit', cell: each => `Audit ${each.number}` },
      {
        heading: 'Graded again by',
        cell: each =>
          each.grader ??
          html`<a class="govuk-link" href="/audits/reliability/seconds/${each.auditId}">Choose somebody<span class="govuk-visually-hidden"> for audit ${each.number}</span></a>`,
      },
    ],
    rows: underWay,
  })
}`
}
