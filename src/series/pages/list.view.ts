import { longDay, type Month } from '#calendar'
import { nameOfPeriod, type SeriesDefinition } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'

export interface SeriesRow {
  readonly definition: SeriesDefinition
  /** The newest period with a figure; null where nothing was ever entered. */
  readonly newest: Month | null
  readonly missing: number
  /** When anything was last entered, as a day. */
  readonly enteredOn: number | null
}

export interface SeriesListModel {
  readonly rows: readonly SeriesRow[]
  readonly mayEnter: boolean
}

const often = { month: 'Every month', quarter: 'Every quarter', term: 'Every term', year: 'Yearly' }

export function seriesListView({ rows, mayEnter }: SeriesListModel): Html {
  const families = Map.groupBy(rows, ({ definition }) => definition.family)
  return html`${heading({ title: 'Figures that are entered', lead: 'What no statutory file holds: supervision, audits, complaints, education and money. Whoever enters a figure says where it is from, and nothing that stood before is lost.' })}
${mayEnter && html`<div class="govuk-button-group">${button({ text: 'Bring a table of figures', href: '/series/import' })}<a class="govuk-link" href="/series/template.csv">Download a table to fill in</a></div>`}
${[...families].map(([family, members]) => tableOf(family, members))}`
}

function tableOf(family: string, rows: readonly SeriesRow[]): Html {
  return dataTable({
    caption: family,
    captionSize: 'm',
    columns: [
      {
        heading: 'Indicator',
        cell: ({ definition }) =>
          html`<a class="govuk-link" href="/series/${definition.code}">${definition.name}</a> <span class="govuk-hint govuk-!-margin-bottom-0">${definition.code}</span>`,
      },
      { heading: 'How often', cell: ({ definition }) => often[definition.every] },
      {
        heading: 'Newest figure',
        cell: ({ definition, newest }) =>
          newest === null ? 'None yet' : nameOfPeriod(definition, newest),
      },
      {
        heading: 'Missing',
        cell: ({ missing, newest }) =>
          newest === null || missing === 0 ? '' : missing === 1 ? '1 period' : `${missing} periods`,
      },
      {
        heading: 'Last entered',
        cell: ({ enteredOn }) => (enteredOn === null ? '' : longDay(enteredOn)),
      },
    ],
    rows,
  })
}
