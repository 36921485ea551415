import { lastDayOf, longDay } from '#calendar'
import { chartFigure } from '#kit/html/blocks.ts'
import { yearlyChart } from '#kit/html/charts/index.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { numberInWords, valueInWords } from '#performance'
import type { ComparedYear } from './compare.ts'
import type { Comparison } from './comparison.ts'
import {
  changeInWords,
  comparedInWords,
  knownInWords,
  missingInComparison,
  publishedInWords,
} from './comparison-words.ts'
import type { PublishedValue } from './published-value.ts'

/**
 * The part of an indicator's page that sets it beside other authorities.
 * @param mayBring whether who looks may bring what is missing
 */
export function comparisonView(comparison: Comparison, mayBring: boolean): Html {
  const { compared } = comparison
  const title = html`<h2 class="govuk-heading-m" id="comparison">Beside other authorities</h2>`
  if (compared.years.length === 0)
    return html`${title}<p class="govuk-body">No published figures of other authorities are here yet for this indicator.${mayBring && html` <a class="govuk-link" href="/comparators">Bring published statistics</a>.`}</p>`
  return html`${title}
<p class="govuk-body">${comparedInWords(comparison)}</p>
${figure(comparison)}
${compared.changes.map(each => html`<p class="govuk-body">${changeInWords(comparison, each)}</p>`)}
${missing(comparison)}`
}

const numberOf = (value: PublishedValue | null): number | null =>
  value?.kind === 'number' ? value.value : null

function figure(comparison: Comparison): Html {
  const { compared, definition, own } = comparison
  const { years } = compared
  const format = (value: number) =>
    definition.unit === 'percentage'
      ? valueInWords(definition, value)
      : numberInWords(definition, value)
  const england = years.map(each => numberOf(each.england))
  const best = years.map(each => each.best)
  const further = [
    { name: 'England', shortName: 'England', dashes: '6 4', values: england },
    { name: 'best quarter', shortName: 'best ¼', dashes: '1 3', values: best },
  ].filter(line => line.values.some(value => value !== null))
  const chart = yearlyChart({
    id: `comparison-${definition.code.toLowerCase()}`,
    title: `${definition.name} beside other authorities, year by year`,
    description: `${comparedInWords(comparison)} The numbers are in the table below the chart.`,
    points: years.map(each => ({
      period: String(each.year),
      value: numberOf(each.own),
      centre: each.median,
      lower: each.lower,
      upper: each.upper,
    })),
    valueName: own?.name ?? 'the council',
    valueShortName: 'own',
    centreName: 'neighbours’ median',
    centreShortName: 'neighbours',
    bandName: 'middle half of the neighbours',
    further,
    breaks: compared.changes.map(each => ({ at: String(each.year), text: 'other neighbours' })),
    format,
    floor: 0,
    ...(definition.unit === 'percentage' && { ceiling: 100 }),
  })
  return chartFigure({
    caption: 'Year by year, with the spread of the statistical neighbours',
    chart,
    table: table(comparison),
    note: source(comparison),
  })
}

function table(comparison: Comparison): Html {
  const { compared, definition, counted } = comparison
  const words = (value: number | null) => (value === null ? '–' : valueInWords(definition, value))
  const published = (value: PublishedValue | null) => publishedInWords(comparison, value)
  const hereOf = ({ year }: ComparedYear): string => {
    const found = counted.get(year)
    if (found === undefined) return '–'
    if (found.kind === 'value') return valueInWords(definition, found.value)
    return found.known === 0 ? 'No figure' : `${found.known} of ${found.of} periods`
  }
  const hasBest = compared.years.some(each => each.best !== null)
  return dataTable<ComparedYear>({
    caption: `${definition.name} beside other authorities, newest first`,
    captionHidden: true,
    compact: true,
    columns: [
      { heading: 'Year to', cell: each => longDay(lastDayOf(each.ends)) },
      { heading: 'Published', numeric: true, cell: each => published(each.own) },
      { heading: 'Counted here', numeric: true, cell: hereOf },
      { heading: 'Neighbours’ median', numeric: true, cell: each => words(each.median) },
      {
        heading: 'Middle half',
        numeric: true,
        cell: each => (each.lower === null ? '–' : `${words(each.lower)} to ${words(each.upper)}`),
      },
      { heading: 'England', numeric: true, cell: each => published(each.england) },
      ...(hasBest
        ? [
            {
              heading: 'Best quarter from',
              numeric: true,
              cell: (each: ComparedYear) => words(each.best),
            },
          ]
        : []),
      {
        heading: 'Neighbours with a figure',
        cell: each => (each.neighbours === null ? 'No set' : knownInWords(each.neighbours)),
      },
      {
        heading: 'Set of',
        cell: each => (each.set === null ? '–' : longDay(each.set.from)),
      },
    ],
    rows: compared.years.toReversed(),
  })
}

function missing(comparison: Comparison): Html | false {
  const found = missingInComparison(comparison)
  return (
    found.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${found.map(each => html`<li>${each}</li>`)}</ul>`
  )
}

function source({ brought, measure, dictionary, madeHere, definition }: Comparison): Html {
  const made =
    madeHere.length > 0 &&
    ' The rates were made here of the published numbers, over the estimate of children in the middle of the year before.'
  const inDays =
    measure.column?.kind === 'months' &&
    ' It is published in months; a month is shown as 30.4 days.'
  const sides =
    dictionary?.better != null &&
    definition.good !== 'neutral' &&
    dictionary.better !== definition.good &&
    ' The publisher says that the other way is better.'
  const next =
    dictionary?.nextOn != null && ` New figures were announced for ${longDay(dictionary.nextOn)}.`
  return html`${brought && html`Source: ${brought.source}${brought.source !== '' && ', '}${brought.fileName}; measure “${measure.code}”.`} Published figures follow the publisher’s definition; what is counted here follows the one below.${made}${inDays}${sides}${next} <a class="govuk-link" href="/comparators">What has been brought</a>.`
}
