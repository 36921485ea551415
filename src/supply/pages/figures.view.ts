import { longDay, longMonth, parseIsoMonth } from '#calendar'
import { signOf, signWords, type Shown } from '#disclosure'
import { emptyState, definition as definitionList } from '#kit/html/blocks.ts'
import { chartFigure } from '#kit/html/blocks.ts'
import { controlChart, periodName } from '#kit/html/charts/index.ts'
import { type Column, dataTable, details, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { chartPoints, dimensionInWords, verdictInWords } from '#performance'
import { sentenceOf, type Signal, signalOf } from '#signals'
import {
  type Issue,
  type IssueContents,
  type IssueFigure,
  type IssueIndicator,
  type IssuePart,
  kindOf,
  pointsShown,
} from '../issue/contents.ts'
import { shownInWords, unitOfIssue, valueInWordsOf } from '../issue/words.ts'
import { publicIssuePath } from '../paths.ts'

// What everybody sees of published figures. A view is given what is shown and never what is behind it.

/** What process control says of what is shown: a month that is kept back is a month without a figure. */
export function signalShown({ months }: IssueContents, indicator: IssueIndicator): Signal {
  const points = pointsShown(months, indicator.county)
  return signalOf({ points, kind: kindOf(indicator), good: indicator.good })
}

export function sentenceShown(signal: Signal, indicator: IssueIndicator): string {
  return sentenceOf(signal, { format: value => valueInWordsOf(indicator, value) })
}

/** 'April 2025 to March 2026'. */
export function periodOf(months: readonly string[]): string {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  return first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`
}

const monthName = (month: string): string => longMonth(parseIsoMonth(month) ?? 0)

/** The newest month in which the county has something to say. */
function newestOf(
  months: readonly string[],
  figures: readonly IssueFigure[],
): { readonly month: string; readonly place: number } | null {
  const place = figures.findLastIndex(({ value }) => value.kind !== 'not-available')
  const month = months[place]
  return month === undefined ? null : { month, place }
}

/** Every indicator of an issue with its newest figure, in families. */
export function indicatorsShown(contents: IssueContents, pathOf: (code: string) => string): Html {
  const { indicators, months } = contents
  if (indicators.length === 0)
    return emptyState({
      title: 'No indicator has figures',
      text: 'None of those that were chosen has a figure in these months.',
    })
  const families = [...Map.groupBy(indicators, ({ family }) => family)]
  return html`${families.map(([family, members]) => {
    const columns: Column<IssueIndicator>[] = [
      {
        heading: 'Indicator',
        cell: each => html`<a class="govuk-link" href="${pathOf(each.code)}">${each.name}</a>`,
      },
      {
        heading: 'Newest figure',
        numeric: true,
        cell: each => {
          const newest = newestOf(months, each.county)
          const figure = newest === null ? undefined : each.county[newest.place]
          return figure === undefined ? 'x' : shownInWords(figure.value, each)
        },
      },
      {
        heading: 'In',
        cell: each => monthName(newestOf(months, each.county)?.month ?? months.at(-1) ?? ''),
      },
      { heading: 'What the chart says', cell: each => verdictInWords(signalShown(contents, each)) },
    ]
    return html`<h2 class="govuk-heading-m">${family}</h2>
${dataTable({ caption: family, captionHidden: true, columns, rows: members })}`
  })}`
}

/** One indicator of an issue: the chart of what is shown, and each breakdown. */
export function indicatorShown(contents: IssueContents, indicator: IssueIndicator): Html {
  const { months } = contents
  return html`${chartShown(contents, indicator)}
${indicator.breakdowns.map(
  ({ by, parts }) => html`<section class="app-section">
<h2 class="govuk-heading-m">By ${dimensionInWords(by).toLowerCase()}</h2>
${parts.length === 0 ? html`<p class="govuk-body">This was not counted by ${dimensionInWords(by).toLowerCase()}.</p>` : partsShown(months, indicator, dimensionInWords(by), parts)}
</section>`,
)}
<h2 class="govuk-heading-m">What this counts</h2>
${definitionList([
  { term: 'In plain words', says: indicator.means },
  ...(indicator.caution === '' ? [] : [{ term: 'Read with care', says: indicator.caution }]),
  { term: 'Code and version', says: `${indicator.code}, version ${indicator.version}` },
  {
    term: 'Rests on',
    says:
      indicator.extracts.length === 0
        ? 'No extract: somebody entered the figures'
        : html`<ul class="govuk-list">${indicator.extracts.map(each => html`<li>${each}</li>`)}</ul>`,
  },
])}`
}

function chartShown(contents: IssueContents, indicator: IssueIndicator): Html {
  const { months } = contents
  const signal = signalShown(contents, indicator)
  const table = dataTable({
    caption: `${indicator.name}, whole county, newest first`,
    captionHidden: true,
    compact: true,
    columns: [
      { heading: 'Month', cell: ({ month }) => periodName(month) },
      ...figureColumns(indicator, false).map(column => ({
        ...column,
        cell: ({ figure }: { readonly figure: IssueFigure }) => column.cell(figure),
      })),
    ],
    rows: months
      .flatMap((month, place) => {
        const figure = indicator.county[place]
        return figure === undefined ? [] : [{ month, figure }]
      })
      .toReversed(),
  })
  if (signal.points.filter(({ value }) => value !== null).length < 2) return table
  const sentence = sentenceShown(signal, indicator)
  return chartFigure({
    caption: 'Whole county, month by month',
    chart: controlChart({
      id: `chart-${indicator.code.toLowerCase()}`,
      title: `${indicator.name}, month by month`,
      description: `${sentence} The numbers are in the table below the chart.`,
      points: chartPoints(signal),
      format: value => valueInWordsOf(indicator, value),
      floor: 0,
      ...(indicator.unit === 'percentage' && { ceiling: 100 }),
    }),
    table,
    note: 'Months that are kept back are not drawn, and the lines are worked out from the months that are.',
  })
}

interface FigureColumn {
  readonly heading: string
  readonly numeric: true
  readonly cell: (figure: IssueFigure) => string
}

/** The columns that a unit has. A rate of a part has no number of children to be over. */
function figureColumns(indicator: IssueIndicator, isPart: boolean): readonly FigureColumn[] {
  const number = (heading: string, of: (figure: IssueFigure) => Shown): FigureColumn => ({
    heading,
    numeric: true,
    cell: figure => shownInWords(of(figure), { unit: 'count', measure: '' }),
  })
  const counted = number('Number', ({ counted }) => counted)
  const outOf = number('Out of', figure => figure.outOf)
  const value: FigureColumn = {
    heading: { percentage: 'Share', count: 'Number', rate: 'Rate', average: 'Average' }[
      indicator.unit
    ],
    numeric: true,
    cell: ({ value: shown }) => shownInWords(shown, indicator),
  }
  switch (indicator.unit) {
    case 'percentage':
      return [counted, outOf, value]
    case 'average':
      return [outOf, value]
    case 'rate':
      return isPart ? [counted] : [counted, value]
    case 'count':
      return [counted]
  }
}

function partsShown(
  months: readonly string[],
  indicator: IssueIndicator,
  heading: string,
  parts: readonly IssuePart[],
): Html {
  const newest = newestOf(months, indicator.county)
  const name: Column<IssuePart> = { heading, cell: part => part.name }
  const inMonth = (place: number, column: FigureColumn) => (part: IssuePart) => {
    const figure = part.figures[place]
    return figure === undefined ? 'x' : column.cell(figure)
  }
  const columns = figureColumns(indicator, true)
  const last = columns.at(-1)
  return html`${
    newest !== null &&
    html`<p class="govuk-body">${monthName(newest.month)}</p>${dataTable({
      caption: `${indicator.name} by ${heading.toLowerCase()}, ${monthName(newest.month)}`,
      captionHidden: true,
      columns: [
        name,
        ...columns.map(column => ({ ...column, cell: inMonth(newest.place, column) })),
      ],
      rows: parts,
    })}`
  }${
    months.length > 1 &&
    last !== undefined &&
    details({
      summaryText: `${last.heading} in every month`,
      html: dataTable({
        caption: `${indicator.name} by ${heading.toLowerCase()}, every month`,
        captionHidden: true,
        compact: true,
        columns: [
          name,
          ...months.map((month, place) => ({
            heading: periodName(month),
            numeric: true,
            cell: inMonth(place, last),
          })),
        ],
        rows: parts,
      }),
    })
  }`
}

/** What the signs mean; only those that occur, where they are given. */
export function signsShown(): Html {
  return html`<h2 class="govuk-heading-m">Signs in the tables</h2>
${definitionList(signWords.map(({ sign, says }) => ({ term: sign, says })))}
<p class="govuk-body">A number that is 0 is shown as 0. Shares and rates are rounded to one decimal.</p>`
}

/** What an issue is, and whether a later one corrects it. */
export function factsOf(issue: Issue, correctedBy: Issue | null): Html {
  const day = longDay(Math.floor(issue.publishedAt.getTime() / 86_400_000))
  return html`${
    correctedBy !== null &&
    insetText({
      html: html`These figures were corrected. Use <a class="govuk-link" href="${publicIssuePath(correctedBy.number)}">issue ${correctedBy.number}, ${correctedBy.title}</a>: ${correctedBy.reason}`,
    })
  }${definitionList([
    { term: 'Published', says: `${day}, as issue ${issue.number}` },
    { term: 'Months', says: periodOf(issue.contents.months) },
    { term: 'Chosen by', says: issue.preparedBy },
    { term: 'Approved by', says: issue.approvedBy },
    ...(issue.corrects === null
      ? []
      : [
          {
            term: 'Corrects',
            says: html`<a class="govuk-link" href="${publicIssuePath(issue.corrects)}">Issue ${issue.corrects}</a>: ${issue.reason}`,
          },
        ]),
  ])}`
}

/** The rows of the file of an issue: numbers as numbers, and signs in their place. */
export function rowsOfIssue(contents: IssueContents, indicator: IssueIndicator) {
  const cell = (shown: Shown): string | number =>
    shown.kind === 'number' ? shown.value : signOf(shown)
  const lines = [
    { by: dimensionInWords('county'), part: { name: 'Whole county', figures: indicator.county } },
    ...indicator.breakdowns.flatMap(({ by, parts }) =>
      parts.map(part => ({ by: dimensionInWords(by), part })),
    ),
  ]
  return lines.flatMap(({ by, part }) =>
    part.figures.map((figure, place) => [
      indicator.code,
      indicator.name,
      by,
      part.name,
      contents.months[place] ?? '',
      cell(figure.counted),
      cell(figure.outOf),
      cell(figure.value),
      unitOfIssue(indicator),
      indicator.version,
    ]),
  )
}

export const issueHeadings: readonly string[] = [
  'Code',
  'Indicator',
  'By',
  'Part',
  'Month',
  'Counted',
  'Out of',
  'Value',
  'Unit',
  'Definition version',
]
