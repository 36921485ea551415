import { longDay } from '#calendar'
import type { Definition } from '#indicators'
import { chartFigure, emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { button, dataTable, insetText, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { DAYS_LATER } from '../looking.ts'
import { correlationInWords, type TeamPoint, type UseAndPerformance, warning } from '../use.ts'
import { scatter } from './scatter.view.ts'
import { teamLookingPath } from './words.ts'

export type Against = 'level' | 'improvement'

export interface CountyModel {
  readonly use: UseAndPerformance
  readonly definition: Definition
  readonly against: Against
  /** The figures to choose from, with how many teams have each. */
  readonly choices: readonly { readonly definition: Definition; readonly teams: number }[]
  /** How many teams have not looked for two weeks. */
  readonly quiet: number
}

const againstWords: Readonly<Record<Against, string>> = {
  level: 'How it stands: the newest three months',
  improvement: 'How it moved: the newest three months, less the same a year before',
}

export function countyView(model: CountyModel): Html {
  const { use, definition, against, quiet } = model
  const shown = use.points.filter(point => point.performance !== null)
  const pages = use.points.reduce((sum, point) => sum + point.pages, 0)
  return html`${heading({
    title: 'Who looks, and who does well',
    caption: 'Who looks',
    lead: `Use of Sightline by team from ${longDay(use.from)} to ${longDay(use.to)}, beside one of its figures. Each team sees its own looking at once; this page ends ${DAYS_LATER} days ago, so that no team is asked about what it has not seen.`,
  })}
${keyFigures([
  { label: 'Pages opened', value: pages.toLocaleString('en-GB'), note: 'in twelve weeks' },
  {
    label: 'Teams that looked',
    value: `${use.points.filter(point => point.pages > 0).length}`,
    note: `of ${use.points.length}`,
  },
  {
    label: 'Teams that have not looked for two weeks',
    value: `${quiet}`,
    note: html`<a class="govuk-link" href="/looking/quiet">See which, and what was agreed</a>`,
  },
])}
<section class="app-section"><h2 class="govuk-heading-m">Use beside performance</h2>
${chooser(model)}
${
  shown.length === 0
    ? emptyState({
        title: 'There is nothing to compare yet',
        text: 'A team is shown once its looking is recorded and the figure is known for it.',
      })
    : html`${chartFigure({
        caption: correlationInWords(use.correlation, shown.length),
        chart: scatter({
          title: `Pages for each person and week, and ${definition.name}, by team`,
          description: `${shown.length} teams. The table below has their names and numbers.`,
          xLabel: 'Pages for each person and week',
          yLabel: against === 'level' ? 'Share of children' : 'Percentage points in a year',
          points: shown.map(point => ({ x: point.use, y: point.performance ?? 0 })),
          ceiling: against === 'level' ? 100 : undefined,
          yText: value => (against === 'level' ? `${value}%` : signed(value)),
        }),
        table: teamsTable(use.points, model),
        tableSummary: 'Show the teams in a table',
        note: `Each dot is a team. ${definition.name}, ${againstWords[against].toLowerCase()}. Teams with fewer than five children in the figure are left out of the picture.`,
      })}${insetText({ text: warning })}`
}</section>`
}

function chooser({ definition, against, choices }: CountyModel): Html {
  return html`<form method="get" action="/looking">
${select({
  name: 'indicator',
  id: 'indicator',
  label: { text: 'Figure' },
  items: choices.map(each => ({
    value: each.definition.code,
    text: `${each.definition.name} (${each.teams} ${each.teams === 1 ? 'team' : 'teams'})`,
    selected: each.definition.code === definition.code,
  })),
})}
${select({
  name: 'against',
  id: 'against',
  label: { text: 'What of it' },
  items: Object.entries(againstWords).map(([value, text]) => ({
    value,
    text,
    selected: value === against,
  })),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`
}

function teamsTable(points: readonly TeamPoint[], { against }: CountyModel): Html {
  const figure = ({ performance }: TeamPoint) => {
    if (performance === null) return 'Too few children'
    return against === 'level' ? `${performance.toFixed(1)}%` : signed(performance)
  }
  return dataTable({
    caption: 'Use and performance by team',
    captionHidden: true,
    compact: true,
    rows: points,
    columns: [
      {
        heading: 'Team',
        cell: point =>
          html`<a class="govuk-link" href="${teamLookingPath(point.team)}">${point.team}</a>`,
      },
      { heading: 'People', numeric: true, cell: point => point.people },
      { heading: 'Pages', numeric: true, cell: point => point.pages.toLocaleString('en-GB') },
      { heading: 'For each person and week', numeric: true, cell: point => point.use.toFixed(1) },
      { heading: 'Figure', numeric: true, cell: figure },
    ],
  })
}

function signed(points: number): string {
  const text = Math.abs(points).toFixed(Number.isInteger(points) ? 0 : 1)
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${text}`
}
