import type { Day } from '#calendar'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { button, dataTable, details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Commitment, kindKeys, kinds } from '../commitment.ts'
import type { Counts } from '../counts.ts'
import { type Alarm, alarmKinds } from '../entry.ts'
import { commitmentLink, dueCell, kindCell, originLink, stateTag, whoWords } from './marks.view.ts'

export const shows = {
  open: 'All that are open',
  overdue: 'Overdue',
  unowned: 'Nobody answers for it',
  done: 'Done, not yet verified',
  ended: 'Ended',
  all: 'All',
} as const
export type Show = keyof typeof shows
// as: the keys of a constant.
export const showKeys = Object.keys(shows) as [Show, ...Show[]]

export interface Filter {
  readonly show: Show
  readonly kind: string
  readonly body: string
  readonly owner: string
  readonly q: string
}

export interface CommitmentsModel {
  readonly counts: Counts
  readonly shown: readonly Commitment[]
  readonly bodies: readonly string[]
  readonly owners: readonly string[]
  readonly alarms: readonly Alarm[]
  readonly filter: Filter
  readonly query: string
  readonly today: Day
  readonly mayKeep: boolean
}

export function commitmentsView(model: CommitmentsModel): Html {
  const { counts, mayKeep, alarms } = model
  return html`${heading({ title: 'Commitments', caption: 'What meetings asked for, and what became of it', lead: leadOf(counts) })}
<div class="govuk-button-group">${mayKeep && button({ text: 'Raise a commitment', href: '/commitments/new' })}<a class="govuk-link" href="/workplan">Workplan</a><a class="govuk-link" href="/commitments/concerns">Concerns that return</a><a class="govuk-link" href="/commitments/assurances">Assurances</a><a class="govuk-link" href="/commitments/who">Who asks and who answers</a></div>
${
  counts.all === 0
    ? emptyState({
        title: 'Nothing has been raised yet',
        text: 'What a meeting asks for, is promised or is assured becomes one line here, from the paragraph of its minutes, and stays until there is evidence of what became of it.',
        ...(mayKeep && { action: { text: 'Raise the first one', href: '/commitments/new' } }),
      })
    : html`${alarmsView(alarms)}${keyFigures(figuresOf(counts))}${filterView(model)}${listView(model)}`
}`
}

export function leadOf({ all, open, overdue, unowned }: Counts): string {
  if (all === 0) return 'Actions, recommendations, questions, assurances, concerns, recognition.'
  const rest = [
    overdue === 0 ? 'none is overdue' : `${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`,
    ...(unowned === 0 ? [] : [`nobody answers for ${unowned}`]),
  ]
  const said = all === 1 ? 'One commitment was made' : `${all} commitments were made`
  return `${said} in meetings. ${open === 0 ? 'None is open.' : `${open} ${open === 1 ? 'is' : 'are'} open: ${rest.join(', and ')}.`}`
}

const figuresOf = (counts: Counts) => [
  {
    label: 'Open',
    value: String(counts.open),
    note: counts.overdue === 0 ? 'None is overdue.' : `${counts.overdue} overdue.`,
  },
  {
    label: 'Done, with evidence',
    value: String(counts.verified),
    note: `Somebody other than the owner has seen it. ${counts.unverified} more ${counts.unverified === 1 ? 'is' : 'are'} said to be done.`,
  },
  {
    label: 'Assurances checked',
    value: counts.assurances === 0 ? 'None given' : `${counts.checked} of ${counts.assurances}`,
    note:
      counts.checked === 0
        ? 'Nobody has looked yet.'
        : `${counts.borneOut} ${counts.borneOut === 1 ? 'was' : 'were'} borne out.`,
  },
]

/** The alarms, for this page and for the front page. */
export function alarmsView(alarms: readonly Alarm[], most = 5): Html | false {
  if (alarms.length === 0) return false
  const more = alarms.length - most
  return html`<section class="govuk-inset-text" aria-labelledby="alarms">
<h2 class="govuk-heading-m" id="alarms">${alarms.length === 1 ? '1 promise' : `${alarms.length} promises`} to meetings ${alarms.length === 1 ? 'needs' : 'need'} attention</h2>
<ul class="govuk-list govuk-list--bullet">${alarms
    .slice(0, most)
    .map(
      each =>
        html`<li><a class="govuk-link" href="${each.href}">${each.title}</a>. ${each.words}</li>`,
    )}</ul>
${more > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/workplan">${more} more on the workplan</a></p>`}
</section>`
}

/** All alarms by kind, for the workplan. */
export function alarmsByKind(alarms: readonly Alarm[]): Html | false {
  if (alarms.length === 0) return false
  // as: the keys of a constant are its kinds.
  const keys = Object.keys(alarmKinds) as (keyof typeof alarmKinds)[]
  return html`<section aria-labelledby="alarms"><h2 class="govuk-heading-m" id="alarms">Alarms</h2>
${keys.map(kind => {
  const mine = alarms.filter(each => each.kind === kind)
  return (
    mine.length > 0 &&
    html`<h3 class="govuk-heading-s">${alarmKinds[kind]}</h3>
<ul class="govuk-list govuk-list--bullet">${mine.map(each => html`<li><a class="govuk-link" href="${each.href}">${each.title}</a>. ${each.words}</li>`)}</ul>`
  )
})}</section>`
}

function filterView({ filter, bodies, owners, query }: CommitmentsModel): Html {
  const choice = (
    name: 'show' | 'kind' | 'body' | 'owner',
    label: string,
    items: readonly (readonly [string, string])[],
  ): Html => html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${label}</label>
<select class="govuk-select" id="${name}" name="${name}">${items.map(
    ([value, words]) =>
      html`<option value="${value}"${filter[name] === value && html` selected`}>${words}</option>`,
  )}</select></div>`
  return html`${details({
    summaryText: 'Choose which to show',
    open: filter.show !== 'open' || `${filter.kind}${filter.body}${filter.owner}${filter.q}` !== '',
    html: html`<form method="get" action="/commitments" class="app-filter">
${choice(
  'show',
  'State',
  showKeys.map(key => [key, shows[key]]),
)}
${choice('kind', 'Kind', [['', 'All kinds'], ...kindKeys.map(key => [key, kinds[key]] as const)])}
${choice('body', 'Asked by', [['', 'All bodies'], ...bodies.map(each => [each, each] as const)])}
${choice('owner', 'Who answers', [['', 'Everybody'], ...owners.map(each => [each, each] as const)])}
<div class="govuk-form-group"><label class="govuk-label" for="q">Words</label><input class="govuk-input" id="q" name="q" type="search" value="${filter.q}"></div>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show these</button>
</form>`,
  })}
<p class="govuk-body"><a class="govuk-link" href="/commitments.csv${query}">Download these as a table (CSV)</a></p>`
}

function listView({ shown, today }: CommitmentsModel): Html {
  if (shown.length === 0)
    return emptyState({
      title: 'No commitment is like that',
      text: 'Choose another state, kind, body or owner.',
    })
  return dataTable({
    caption: `${shown.length} ${shown.length === 1 ? 'commitment' : 'commitments'}`,
    columns: [
      { heading: 'No.', numeric: true, cell: each => each.number },
      {
        heading: 'What',
        names: true,
        cell: each =>
          html`${commitmentLink(each)}<br><span class="app-muted">${kindCell(each)}</span>`,
      },
      { heading: 'From', cell: originLink },
      { heading: 'Who answers', cell: whoWords },
      { heading: 'Due', cell: each => dueCell(each, today) },
      { heading: 'State', cell: stateTag },
    ],
    rows: shown,
  })
}
