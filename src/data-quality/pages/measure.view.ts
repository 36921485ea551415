import { barTable, chartFigure, heading, keyFigures } from '#kit/html/blocks.ts'
import { controlChart, periodName } from '#kit/html/charts/index.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  basisInWords,
  chartPoints,
  definitionInWords,
  goodInWords,
  periodInWords,
  type Reading,
  saying,
  valueInWords,
  verdictInWords,
} from '#performance'

export interface MeasureModel {
  readonly county: Reading
  /** Its localities and teams. */
  readonly parts: readonly Reading[]
}

/** One measure of the data: now, over time, and by team and locality. */
export function measureView({ county, parts }: MeasureModel): Html {
  const { definition, latest, signal } = county
  return html`${heading({
    title: definition.name,
    caption: `Data quality · ${definition.code}`,
    lead: saying(county),
  })}
${
  latest !== null &&
  keyFigures([
    {
      label: periodInWords(definition, latest.month),
      value: valueInWords(definition, latest.value),
      note: basisInWords(definition, latest.numerator, latest.denominator),
    },
    { label: 'What the chart says', value: verdictInWords(signal), note: goodInWords(definition) },
  ])
}
<p class="govuk-body">${definitionInWords(definition)}</p>
${chartView(county)}
${partsView(county, parts, 'team', 'By team', 'Team')}
${partsView(county, parts, 'locality', 'By locality', 'Locality')}`
}

function chartView(reading: Reading): Html | false {
  const { definition, signal, points } = reading
  if (points.length < 2) return false
  return chartFigure({
    caption: 'Month by month, with the usual range',
    chart: controlChart({
      id: `chart-${definition.code.toLowerCase()}`,
      title: `${definition.name}, month by month`,
      description: `${saying(reading)} The numbers are in the table below the chart.`,
      points: chartPoints(signal),
      format: value => valueInWords(definition, value),
      floor: 0,
      ...(definition.unit === 'percentage' && { ceiling: 100 }),
    }),
    table: dataTable({
      caption: `${definition.name}, newest first`,
      captionHidden: true,
      compact: true,
      columns: [
        { heading: 'Month', cell: point => periodName(point.period) },
        {
          heading: 'Figure',
          numeric: true,
          cell: point => valueInWords(definition, point.value),
        },
        { heading: 'Of', numeric: true, cell: point => String(point.denominator ?? '–') },
      ],
      rows: points.toReversed(),
    }),
  })
}

function partsView(
  county: Reading,
  parts: readonly Reading[],
  dimension: 'team' | 'locality',
  caption: string,
  nameHeading: string,
): Html | false {
  const own = parts
    .filter(each => each.slice.dimension === dimension && each.latest !== null)
    .filter(each => each.latest?.month === county.latest?.month)
    .toSorted((a, b) => (b.latest?.value ?? 0) - (a.latest?.value ?? 0))
  if (own.length === 0) return false
  return barTable({
    caption,
    nameHeading,
    valueHeading: 'Now',
    noteHeading: 'What the chart says',
    ...(county.latest?.value !== undefined &&
      county.latest?.value !== null && {
        reference: { value: county.latest.value, words: 'Whole county' },
      }),
    rows: own.map(({ slice, latest, signal, definition }) => ({
      name: slice.name,
      value: latest?.value ?? undefined,
      text: valueInWords(definition, latest?.value ?? null),
      note: verdictInWords(signal),
    })),
  })
}
