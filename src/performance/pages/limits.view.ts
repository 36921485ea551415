import { inLondon, isoMonth, longDay, longMonth, type Month } from '#calendar'
import { formView } from '#findings'
import { definitionOf } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { controlChart } from '#kit/html/charts/index.ts'
import { dataTable, select } from '#kit/html/components/index.ts'
import { lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { limitsPath, type Place, type Rebasing, undoPath } from '#marks'
import { periodInWords, type Signal } from '#signals'
import type { Reading } from '../reading.ts'
import { digitsOf, saying } from '../saying.ts'
import { valueInWords } from '../words.ts'
import { chartPoints } from './marks.view.ts'
import { indicatorPath } from './paths.ts'

export interface LimitsModel {
  readonly reading: Reading
  readonly place: Place
  /** The month that is looked at, and what the signal would be; null where none is. */
  readonly from: Month | null
  readonly would: Signal | null
  /** Every decision on this figure, undone ones too. */
  readonly decisions: readonly Rebasing[]
  readonly explainers: readonly {
    readonly thing: { readonly id: string }
    readonly title: string
  }[]
  readonly mayDecide: boolean
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

/** Why the limits might begin anew, what they would become, and the decision. */
export function limitsView(model: LimitsModel): Html {
  const { reading, place, from, would, decisions, mayDecide } = model
  const { definition, slice } = reading
  const where = slice.dimension === 'county' ? 'Whole county' : slice.name
  return html`${heading({
    title: 'Limits of the chart',
    caption: `${definition.name} · ${where}`,
    lead: saying(reading),
  })}
${offer(reading)}
${from !== null && would !== null && comparison(reading, from, would)}
${mayDecide ? decisionForm(model) : html`<p class="govuk-body">An analyst, the quality lead or the director decides on it.</p>`}
${decisions.length > 0 && decisionsTable(decisions, mayDecide)}
<p class="govuk-body"><a class="govuk-link" href="${indicatorPath(place.indicator, place.slice)}">Back to the chart</a></p>`
}

function offer(reading: Reading): Html {
  const { signal, definition } = reading
  const offered = signal.proposedRebase
  if (offered === null)
    return html`<p class="govuk-body">The figures hold no step that is clear and has lasted for ${signal.needed} points, so nothing is proposed. Limits are made anew where something is known to have changed for good, and never to make a chart look better.</p>`
  const level = valueInWords(definition, offered.level, digitsOf(reading))
  return html`<p class="govuk-body">Proposed, because the figures moved to a new level in <strong>${periodInWords(offered.since)}</strong> and have kept near ${level} for at least ${signal.needed} points: the averages before and since lie more than four standard errors apart, which chance does in fewer than 1 of 200 charts. Somebody who knows what happened then decides.</p>`
}

function comparison(reading: Reading, from: Month, would: Signal): Html {
  const { signal, definition } = reading
  const digits = digitsOf(reading)
  const word = (value: number | null) =>
    value === null ? 'None yet' : valueInWords(definition, value, digits)
  const rows = [
    { name: 'As they are', lines: drawnLines(signal), judged: signal },
    { name: `From 1 ${longMonth(from)}`, lines: drawnLines(would), judged: would },
  ]
  const points = would.stretches.at(-1)?.points ?? 0
  return html`${dataTable({
    caption: 'What the limits would become',
    columns: [
      { heading: 'Limits', cell: ({ name }) => name },
      { heading: 'Average', numeric: true, cell: ({ lines }) => word(lines.centre) },
      { heading: 'Usual from', numeric: true, cell: ({ lines }) => word(lines.lower) },
      { heading: 'to', numeric: true, cell: ({ lines }) => word(lines.upper) },
      {
        heading: 'The chart would say',
        cell: ({ judged }) => saying({ ...reading, signal: judged }),
      },
    ],
    rows,
  })}
${points < would.needed && html`<div class="govuk-inset-text">There ${points === 1 ? 'is 1 point' : `are ${points} points`} from then on. Until there are ${would.needed}, the chart would have no limits and say “not enough data yet”.</div>`}
<div class="app-chart__picture">${controlChart({
    id: 'chart-would',
    title: `${definition.name}, with limits from 1 ${longMonth(from)}`,
    description: 'The chart with the limits of the second row of the table above.',
    points: chartPoints(would),
    format: value => valueInWords(definition, value, digits),
    ...(definition.unit === 'percentage' ? { floor: 0, ceiling: 100 } : { floor: 0 }),
    rebases: [{ at: isoMonth(from), text: `Limits from 1 ${longMonth(from)}` }],
  })}</div>`
}

/** The lines that the chart draws at its newest point. */
function drawnLines({ points }: Signal) {
  const last = points.findLast(({ value }) => value !== null)
  return { centre: last?.centre ?? null, lower: last?.lower ?? null, upper: last?.upper ?? null }
}

function decisionForm({ place, explainers, values, errors, csrf }: LimitsModel): Html {
  const fields = { values, errors }
  return html`<h2 class="govuk-heading-m">Decide</h2>
<p class="govuk-body">Both views stay: whoever looks at the chart can turn back to the limits as before.</p>
${formView(
  limitsPath(place),
  csrf,
  html`${lineField(fields, 'from', 'First month of the new limits', { width: 20, hint: 'For example, March 2024' })}
${wordsField(fields, 'reason', 'What changed then?', { rows: 3, hint: 'What was done, not what the figure did' })}
${
  explainers.length > 0 &&
  select({
    id: 'explains',
    name: 'explains',
    label: { text: 'Line of a plan that explains it' },
    items: [
      { value: '', text: 'None' },
      ...explainers.map(({ thing, title }) => ({
        value: thing.id,
        text: title,
        selected: typed(values, 'explains') === thing.id,
      })),
    ],
    errorMessage: errorOf(errors, 'explains'),
  })
}`,
  'Begin the limits anew',
  indicatorPath(place.indicator, place.slice),
)}`
}

function decisionsTable(decisions: readonly Rebasing[], mayDecide: boolean): Html {
  return dataTable({
    caption: 'Decisions on these limits',
    columns: [
      { heading: 'From', cell: ({ from }) => `1 ${longMonth(from)}` },
      {
        heading: 'Why',
        cell: ({ reason, wasOffered }) =>
          html`${reason}${wasOffered && html` <span class="app-muted">As was proposed.</span>`}`,
      },
      {
        heading: 'Who and when',
        cell: ({ decidedByName, decidedAt }) =>
          `${decidedByName}, ${longDay(inLondon(decidedAt).day)}`,
      },
      {
        heading: 'Now',
        cell: ({ undone, id, from }) =>
          undone !== null
            ? `Undone by ${undone.byName} on ${longDay(inLondon(undone.at).day)}: ${undone.why}`
            : mayDecide
              ? html`In force. <a class="govuk-link" href="${undoPath(id)}">Undo<span class="govuk-visually-hidden"> the limits from 1 ${longMonth(from)}</span></a>`
              : 'In force',
      },
    ],
    rows: decisions,
  })
}

export function undoView(model: {
  readonly rebasing: Rebasing
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}): Html {
  const { rebasing, errors, csrf } = model
  const { indicator, slice, from, reason, undone } = rebasing
  const caption = `${definitionOf(indicator)?.name ?? indicator} · ${slice.dimension === 'county' ? 'Whole county' : slice.name}`
  return html`${heading({ title: `Undo the limits from 1 ${longMonth(from)}`, caption, lead: reason })}
${
  undone === null
    ? formView(
        undoPath(rebasing.id),
        csrf,
        wordsField({ values: {}, errors }, 'why', 'Why is it undone?', {
          rows: 3,
          hint: 'The decision and this reason stay to be read',
        }),
        'Undo the decision',
        limitsPath(rebasing),
      )
    : html`<p class="govuk-body">It was undone by ${undone.byName} on ${longDay(inLondon(undone.at).day)}: ${undone.why}</p>`
}`
}
