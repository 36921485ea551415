import type { RecordDoubt, ToPutRight } from '#data-quality'
import type { TeamRename } from '#indicators'
import { heading, keyFigures, signalList } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords, signalRow, workersPath } from '#performance'
import type { TeamAction } from '../actions.ts'
import { medianCaseload, type TeamCaseloads } from '../caseloads.ts'
import type { Pressing } from '../due/due-book.ts'
import type { DutyKey } from '../due/duty.ts'
import { actionsView } from './actions.view.ts'
import { dutiesTable, dueTable, unsaidView } from './due-table.view.ts'
import { freshnessInWords, type Window } from './freshness.ts'
import { joinedView } from './joined.view.ts'
import { duePath, teamDataPath, teamPath } from './paths.ts'
import type { ChildLink } from './team.ts'
import { chanceInWords, type PartSignals } from './team-signals.ts'

export interface TeamModel {
  readonly team: string
  readonly window: Window
  readonly due: Pressing
  readonly unsaid: readonly DutyKey[]
  readonly caseloads: TeamCaseloads
  /** How many children a worker holds at most, by the council's own standard. */
  readonly ceiling: number
  readonly mayWorkers: boolean
  /** Null for who may not see which children they are. */
  readonly childOf: ((child: number) => ChildLink) | null
  readonly signals: PartSignals
  readonly refused: readonly ToPutRight[]
  readonly doubts: readonly RecordDoubt[]
  readonly actions: readonly TeamAction[]
  readonly parts: readonly Html[]
  readonly before: readonly TeamRename[]
}

const FIRST = 10
const FIRST_SIGNALS = 5

export function teamView(model: TeamModel): Html {
  const { team, window, before, parts, actions } = model
  return html`${heading({ title: team, caption: 'Team', lead: leadOf(model) })}
<p class="govuk-body app-muted">${freshnessInWords(window)}</p>
${joinedView(team, before)}
${pressingView(model)}
${caseloadsView(model)}
${signalsView(model)}
${dataView(model)}
${actionsView(actions)}
${parts}`
}

function leadOf({ due: { overdue, soon }, window: { isFresh } }: TeamModel): string {
  const late = isFresh ? 'overdue' : 'were overdue'
  const next = isFresh ? 'due in the next seven days' : 'due in the week after'
  if (overdue.length === 0 && soon.length === 0) return `Nothing is ${late} or ${next}.`
  const is = (count: number) => (count === 1 ? 'thing is' : 'things are')
  const first =
    overdue.length === 0
      ? 'Nothing is overdue'
      : isFresh
        ? `${countInWords(overdue.length)} ${is(overdue.length)} overdue`
        : `${countInWords(overdue.length)} ${overdue.length === 1 ? 'thing was' : 'things were'} overdue`
  return `${first} and ${soon.length === 0 ? 'nothing' : countInWords(soon.length)} ${next}.`
}

function pressingView({ team, due, unsaid, window, childOf }: TeamModel): Html {
  const all = [...due.overdue, ...due.soon]
  return html`<section class="app-section"><h2 class="govuk-heading-m">What is due</h2>
${all.length > 0 && dutiesTable(team, due)}
${
  childOf !== null &&
  due.overdue.length > 0 &&
  html`<h3 class="govuk-heading-s">Overdue for the longest</h3>
${dueTable({ due: due.overdue.slice(0, FIRST), asOf: window.asOf, childOf, caption: 'Overdue for the longest' })}
${due.overdue.length > FIRST && html`<p class="govuk-body"><a class="govuk-link" href="${duePath(team)}">See all ${countInWords(all.length)} that are overdue or due this week</a></p>`}`
}
${
  childOf !== null &&
  due.soon.length > 0 &&
  html`<h3 class="govuk-heading-s">Due next</h3>
${dueTable({ due: due.soon.slice(0, FIRST), asOf: window.asOf, childOf, caption: 'Due next' })}
${due.soon.length > FIRST && html`<p class="govuk-body"><a class="govuk-link" href="${duePath(team)}">See all that is due this week</a></p>`}`
}
${unsaidView(unsaid)}</section>`
}

function caseloadsView(model: TeamModel): Html {
  const { caseloads, ceiling, mayWorkers } = model
  const { children, byStanding, workers } = caseloads
  if (children.length === 0) {
    return html`<section class="app-section"><h2 class="govuk-heading-m">Caseloads</h2>
<p class="govuk-body">No child is allocated to a worker of this team in the newest extract.</p></section>`
  }
  const median = medianCaseload(caseloads)
  const above = workers.filter(each => each.children.length > ceiling).length
  return html`<section class="app-section"><h2 class="govuk-heading-m">Caseloads</h2>
${keyFigures([
  {
    label: 'Children',
    value: countInWords(children.length),
    note: `${byStanding.care} in care, ${byStanding.protection} on a protection plan, ${byStanding.need} in need`,
  },
  {
    label: 'Workers',
    value: countInWords(workers.length),
    note: median === null ? '' : `Half hold ${median} children or fewer`,
  },
  {
    label: `Above ${ceiling} children`,
    value: countInWords(above),
    note: 'The ceiling that the council has set itself',
  },
])}
${
  mayWorkers &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Caseloads by worker</span></summary><div class="govuk-details__text">
<p class="govuk-body">That you saw this is recorded, as every page is. A caseload says nothing of how hard the work is.</p>
${dataTable({
  caption: 'Caseloads by worker',
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'Worker', cell: each => each.worker },
    { heading: 'Children', numeric: true, cell: each => String(each.children.length) },
    { heading: 'Ceiling', cell: each => (each.children.length > ceiling ? 'Above' : 'Within') },
  ],
  rows: workers,
})}
${timelinessByWorker(model)}</div></details>`
}</section>`
}

/** Of what is owed in time, those of which this team has figures. */
function timelinessByWorker({ team, signals }: TeamModel): Html | false {
  const own = signals.all.filter(
    ({ definition, latest }) => timely.includes(definition.code) && (latest?.denominator ?? 0) > 0,
  )
  if (own.length === 0) return false
  return html`<p class="govuk-body">In time, by worker:</p>
<ul class="govuk-list govuk-list--bullet">${own.map(
    ({ definition, latest }) =>
      html`<li><a class="govuk-link" href="${workersPath(definition.code, latest?.month ?? 0, { dimension: 'team', name: team })}">${definition.name}</a></li>`,
  )}</ul>`
}

const timely = ['AS01', 'CN03', 'CP04', 'CP14', 'CP15', 'CA13', 'CA15', 'HE02', 'LC07']

function signalsView({ team, signals }: TeamModel): Html {
  const shown = signals.ranked.slice(0, FIRST_SIGNALS)
  return html`<section class="app-section"><h2 class="govuk-heading-m">What has changed, strongest first</h2>
<p class="govuk-body">${chanceInWords(signals)}</p>
${shown.length > 0 && signalList(shown.map(signalRow), 'What has changed')}
<p class="govuk-body"><a class="govuk-link" href="${teamPath(team)}/indicators">See every indicator of this team</a></p></section>`
}

function dataView({ team, refused, doubts, childOf }: TeamModel): Html {
  const values = refused.filter(each => each.effect !== 'doubtful').length
  const doubtful = refused.length - values
  const none = refused.length + doubts.length === 0
  return html`<section class="app-section"><h2 class="govuk-heading-m">Data to put right</h2>
${
  none
    ? html`<p class="govuk-body">Nothing of this team’s children was refused or looks wrong in the newest extracts.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">
<li>${countInWords(values)} ${values === 1 ? 'row or value' : 'rows or values'} of this team’s children could not be read in the newest extracts</li>
<li>${countInWords(doubtful)} ${doubtful === 1 ? 'was' : 'were'} kept and ${doubtful === 1 ? 'is' : 'are'} worth a look</li>
<li>${countInWords(doubts.length)} ${doubts.length === 1 ? 'gap or contradiction stands' : 'gaps or contradictions stand'} in the records themselves</li>
</ul>
${childOf !== null && html`<p class="govuk-body"><a class="govuk-link" href="${teamDataPath(team)}">See each of them, with what to do</a></p>`}`
}</section>`
}
