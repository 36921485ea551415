import { longDay } from '#calendar'
import { chartFigure, emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { button, dataTable, insetText, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { DAYS_LATER } from '../looking.ts'
import { correlationInWords, type TeamPoint, type UseAndPerformance, warning } from '../use.ts'
import { scatter } from './scatter.view.ts'
import { teamLookingPath } from './words.ts'

export type Against = 'level' | 'improvement'

/** A figure to hold use against, and how many teams have it. */
export interface Choice {
  readonly code: string
  readonly name: string
  readonly teams: number
}

/** All figures together: where a team stands among the teams that have the same figures. */
export const TOGETHER = 'all'

export interface CountyModel {
  readonly use: UseAndPerformance
  readonly chosen: Choice
  readonly against: Against
  readonly choices: readonly Choice[]
  /** How many teams have not looked for two weeks. */
  readonly quiet: number
}

const againstWords: Readonly<Record<Against, string>> = {
  level: 'Its level in the newest three months',
  improvement: 'How far it moved in a year, three months against three',
}

export function countyView(model: CountyModel): Html {
  const { use, chosen, quiet } = model
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
          title: `Pages for each person and week, and ${chosen.name.toLowerCase()}, by team`,
          description: `${shown.length} teams. The table below has their names and numbers.`,
          xLabel: 'Pages for each person and week',
          yLabel: axisWords(model),
          points: shown.map(point => ({ x: point.use, y: point.performance ?? 0 })),
          ceiling: isOfHundred(model) ? 100 : undefined,
          yText: value => figureText(model, value, 0),
        }),
        table: teamsTable(use.points, model),
        tableSummary: 'Show the teams in a table',
        note: `Each dot is a team. ${figureWords(model)}. Teams with fewer than five children in the figure are left out of the picture.`,
      })}${insetText({ text: warning })}`
}</section>`
}

function figureWords({ chosen, against }: CountyModel): string {
  const when = againstWords[against].toLowerCase()
  if (chosen.code !== TOGETHER) return `${chosen.name}, ${when}`
  return `Where a team stands among the teams that have the same figures, from 0 for the last to 100 for the first, on average over its figures; ${when}`
}

function axisWords({ chosen, against }: CountyModel): string {
  if (chosen.code === TOGETHER) return 'Place among like teams, 100 is first'
  return against === 'level' ? 'Share of children' : 'Percentage points in a year'
}

function isOfHundred({ chosen, against }: CountyModel): boolean {
  return chosen.code === TOGETHER || against === 'level'
}

function figureText({ chosen, against }: CountyModel, value: number, digits: number): string {
  if (chosen.code === TOGETHER) return value.toFixed(0)
  return against === 'level' ? `${value.toFixed(digits)}%` : signed(value)
}

function chooser({ chosen, against, choices }: CountyModel): Html {
  return html`<form method="get" action="/looking">
${select({
  name: 'indicator',
  id: 'indicator',
  label: { text: 'Figure' },
  items: choices.map(each => ({
    value: each.code,
    text: `${each.name} (${each.teams} ${each.teams === 1 ? 'team' : 'teams'})`,
    selected: each.code === chosen.code,
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

function teamsTable(points: readonly TeamPoint[], model: CountyModel): Html {
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
      {
        heading: model.chosen.code === TOGETHER ? 'Place of 100' : 'Figure',
        numeric: true,
        cell: ({ performance }) =>
          performance === null ? 'Too few children' : figureText(model, performance, 1),
      },
    ],
  })
}

function signed(points: number): string {
  const text = Math.abs(points).toFixed(Number.isInteger(points) ? 0 : 1)
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${text}`
}
