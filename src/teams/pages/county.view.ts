import type { TeamRename } from '#indicators'
import { emptyState, heading, keyFigures, signalList } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords, signalRow } from '#performance'
import { freshnessInWords, type Window } from './freshness.ts'
import { joinInWords } from './joined.view.ts'
import { localityPath, teamPath } from './paths.ts'
import { chanceInWords, type PartSignals } from './team-signals.ts'

/** A team as a line among others. */
export interface TeamLine {
  readonly team: string
  readonly locality: string
  readonly children: number
  readonly overdue: number
  readonly soon: number
}

export interface CountyModel {
  readonly localities: readonly string[]
  readonly lines: readonly TeamLine[]
  /** The teams that the viewer belongs to. */
  readonly own: readonly string[]
  readonly window: Window
  readonly renames: readonly TeamRename[]
  readonly mayName: boolean
}

const title = 'Teams and localities'

export function countyView(model: CountyModel): Html {
  const { localities, lines, own, window, renames, mayName } = model
  if (lines.length === 0) {
    return html`${heading({ title })}${emptyState({
      title: 'No extract names a team',
      text: 'Annex A and the Standard Safeguarding Dataset hold the team of each child. The SSDA903 return and the children in need census do not.',
      action: { text: 'Load an extract', href: '/data' },
    })}`
  }
  const mine = own.filter(team => lines.some(each => each.team === team))
  // A team that holds nobody now and is owed nothing stood before; its history can still be read.
  const [now, past] = [lines.filter(isAtWork), lines.filter(each => !isAtWork(each))]
  return html`${heading({
    title,
    lead: 'What is due in each team, and every indicator for one team or one locality.',
  })}
${mine.length > 0 && html`<p class="govuk-body">Your own: ${mine.map((team, at) => html`${at > 0 && ', '}<a class="govuk-link govuk-!-font-weight-bold" href="${teamPath(team)}">${team}</a>`)}</p>`}
<p class="govuk-body app-muted">${freshnessInWords(window)}</p>
${figuresView(now)}
${
  localities.length > 0 &&
  html`<h2 class="govuk-heading-m">Localities</h2>
<ul class="govuk-list app-columns">${localities.map(
    name => html`<li><a class="govuk-link" href="${localityPath(name)}">${name}</a></li>`,
  )}</ul>`
}
<h2 class="govuk-heading-m">Teams</h2>
${teamsTable(now, 'Teams')}
${
  past.length > 0 &&
  html`<h2 class="govuk-heading-m">Teams with no child allocated now</h2>
<ul class="govuk-list app-columns">${past.map(
    ({ team }) => html`<li><a class="govuk-link" href="${teamPath(team)}">${team}</a></li>`,
  )}</ul>`
}
${
  (renames.length > 0 || mayName) &&
  html`<h2 class="govuk-heading-m">Teams that were renamed or became one</h2>
${renames.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${renames.map(each => html`<li>${joinInWords(each)}</li>`)}</ul>`}
${mayName && html`<p class="govuk-body"><a class="govuk-link" href="/team-names">Say that a team was renamed or merged</a></p>`}`
}`
}

const isAtWork = ({ children, overdue, soon }: TeamLine): boolean => children + overdue + soon > 0

function figuresView(lines: readonly TeamLine[]): Html {
  const sum = (of: (line: TeamLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return keyFigures([
    { label: 'Overdue', value: countInWords(sum(each => each.overdue)) },
    { label: 'Due this week', value: countInWords(sum(each => each.soon)) },
  ])
}

function teamsTable(lines: readonly TeamLine[], caption: string): Html {
  return dataTable({
    caption,
    captionHidden: true,
    compact: true,
    columns: [
      {
        heading: 'Team',
        cell: ({ team }) => html`<a class="govuk-link" href="${teamPath(team)}">${team}</a>`,
      },
      { heading: 'Overdue', numeric: true, cell: each => countInWords(each.overdue) },
      { heading: 'This week', numeric: true, cell: each => countInWords(each.soon) },
      { heading: 'Children', numeric: true, cell: each => countInWords(each.children) },
    ],
    rows: lines.toSorted((a, b) => b.overdue - a.overdue || a.team.localeCompare(b.team)),
  })
}

export interface LocalityModel {
  readonly locality: string
  readonly window: Window
  readonly lines: readonly TeamLine[]
  readonly signals: PartSignals
}

const FIRST_SIGNALS = 8

export function localityView({ locality, window, lines, signals }: LocalityModel): Html {
  const shown = signals.ranked.slice(0, FIRST_SIGNALS)
  const now = lines.filter(isAtWork)
  return html`${heading({ title: locality, caption: 'Locality', lead: chanceInWords(signals) })}
<p class="govuk-body app-muted">${freshnessInWords(window)}</p>
${now.length > 0 && html`${figuresView(now)}${teamsTable(now, `Teams of ${locality}`)}`}
${
  shown.length > 0 &&
  html`<h2 class="govuk-heading-m">What has changed, strongest first</h2>
${signalList(shown.map(signalRow), 'What has changed')}`
}
<p class="govuk-body"><a class="govuk-link" href="${localityPath(locality)}/indicators">See every indicator of this locality</a></p>`
}
