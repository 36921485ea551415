import { longDay } from '#calendar'
import { emptyState, heading, signalList } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords, type Reading, signalRow, smallChart, verdictInWords } from '#performance'
import { chanceSignals, rankSignals } from '#signals'
import type { TeamLine } from '../of-teams.ts'
import { type KindQuality, kindWords, type ProblemKind } from '../of-files.ts'

export interface QualityModel {
  readonly files: readonly KindQuality[]
  readonly records: readonly Reading[]
  readonly teams: readonly TeamLine[]
}

const MOST_PROBLEMS = 15

export function qualityView({ files, records, teams }: QualityModel): Html {
  if (files.length === 0) {
    return html`${heading({ title: 'How good the data is' })}${emptyState({
      title: 'Nothing has been loaded yet',
      text: 'What was refused, doubtful or missing is counted from the files that are loaded.',
      action: { text: 'Load an extract', href: '/data' },
    })}`
  }
  const all = [...files.flatMap(each => each.readings), ...records]
  return html`${heading({
    title: 'How good the data is',
    caption: 'Data',
    lead: leadOf(all),
  })}
<p class="govuk-body">A figure is worth what its data is worth. These measures are judged as indicators are, and are not among them.</p>
<h2 class="govuk-heading-m">What the records lack</h2>
${signalList(records.map(rowOf), 'What the records lack')}
${files.map(fileView)}
${teamsView(teams)}`
}

/** A measure of the data leads to its own page, where it has one. */
function rowOf(reading: Reading) {
  return { ...signalRow(reading), href: `/data/quality/${reading.definition.code}` }
}

export function leadOf(readings: readonly Reading[]): string {
  const signals = readings.map(each => each.signal)
  const { expected, judged } = chanceSignals(signals)
  if (judged === 0) return 'There are not yet enough months to say whether the data gets better.'
  const ranked = rankSignals(readings)
  const better = ranked.filter(({ signal }) => signal.verdict === 'improving').length
  const worse = ranked.filter(({ signal }) => signal.verdict === 'worse').length
  const chance = expected < 0.5 ? 'fewer than one' : `about ${countInWords(Math.round(expected))}`
  return `Of ${judged} measures of the data, ${better} ${better === 1 ? 'is' : 'are'} getting better and ${worse} ${worse === 1 ? 'is' : 'are'} getting worse. Chance alone would show ${chance} change.`
}

function fileView({ kind, readings, newest, problems }: KindQuality): Html {
  const shown = problems.slice(0, MOST_PROBLEMS)
  return html`<section class="app-section"><h2 class="govuk-heading-m">What the files brought: ${kindWords[kind]}</h2>
${signalList(
  readings.map(reading => ({ ...signalRow(reading), href: `/data/${newest.id}` })),
  `What the files of ${kindWords[kind]} brought`,
)}
${
  shown.length > 0 &&
  html`<h3 class="govuk-heading-s">Kinds of problem in the newest, of ${longDay(newest.asOf)}</h3>
${problemsTable(shown, kindWords[kind])}
${problems.length > shown.length && html`<p class="govuk-body"><a class="govuk-link" href="/data/${newest.id}">See all ${problems.length} kinds with this extract</a></p>`}`
}</section>`
}

function problemsTable(problems: readonly ProblemKind[], of: string): Html {
  return dataTable({
    caption: `Kinds of problem in ${of}, beside the extract before`,
    captionHidden: true,
    compact: true,
    columns: [
      { heading: 'What', names: true, cell: each => each.message },
      {
        heading: 'Where',
        cell: each => (each.column === null ? each.list : `${each.list}, ${each.column}`),
      },
      { heading: 'Before', numeric: true, cell: ({ before }) => numberOrNone(before) },
      { heading: 'Now', numeric: true, cell: each => countInWords(each.now) },
    ],
    rows: problems,
  })
}

function teamsView(teams: readonly TeamLine[]): Html | false {
  if (teams.length === 0) return false
  return html`<section class="app-section"><h2 class="govuk-heading-m">By team</h2>
<p class="govuk-body">Rows and values of the newest extract that were refused or are doubtful, by the team that the child is with. Each team’s page lists its own, with what to do.</p>
${dataTable({
  caption: 'Refused and doubtful, by team',
  captionHidden: true,
  compact: true,
  columns: [
    {
      heading: 'Team',
      cell: ({ team }) =>
        team === ''
          ? 'No team: the row names no child, or a child with no team'
          : html`<a class="govuk-link" href="/teams/${encodeURIComponent(team)}">${team}</a>`,
    },
    { heading: 'Now', numeric: true, cell: ({ now }) => countInWords(now) },
    { heading: 'What the chart says', cell: ({ reading }) => verdictInWords(reading.signal) },
    {
      heading: 'Extract by extract',
      cell: ({ reading }) => (reading.points.length > 1 ? smallChart(reading.signal) : ''),
    },
  ],
  rows: teams,
})}</section>`
}

function numberOrNone(count: number | null): string {
  return count === null ? 'None' : countInWords(count)
}
