import { isoMonth, longDay, longMonth, type Month } from '#calendar'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { button, type Column, dataTable, details, pager } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { FEWEST, type Grade, grades, gradeWords, shareInWords, type Tool } from '#practice'
import { type Audit, auditName, auditStates, provisionalWords } from '../audit.ts'
import type { PartOfAudits, Spread } from '../figures.ts'
import { auditPath } from './rooms.ts'

export interface AuditRow {
  readonly audit: Audit
  readonly tool: string
  /** What the viewer may see of the grade: nothing before they have said their own. */
  readonly grade: Grade | 'hidden' | null
}

export interface AuditsModel {
  readonly above: Html | null
  readonly ways: readonly { readonly text: string; readonly href: string }[]
  readonly mayBegin: boolean
  readonly spread: Spread
  /** How many of them came from a sample in which no kind of child was sought. */
  readonly byChance: number
  readonly byTeam: readonly PartOfAudits[]
  readonly byQuarter: readonly (PartOfAudits & { readonly from: Month })[]
  readonly mine: readonly AuditRow[]
  /** One page of those that are chosen, the newest first. */
  readonly list: {
    readonly rows: readonly AuditRow[]
    readonly page: number
    readonly pages: number
    /** How many stand on the pages before. */
    readonly from: number
    readonly of: number
  }
  readonly all: number
  /** Of those that are chosen, how many wait for moderation and so are in no figure. */
  readonly provisional: number
  readonly filter: {
    readonly team: string
    readonly tool: string
    readonly month: string
    readonly grade: string
  }
  /** The months with audits, the newest first. */
  readonly months: readonly Month[]
  readonly teams: readonly string[]
  readonly tools: readonly Tool[]
}

export function auditsView(model: AuditsModel): Html {
  const { above, ways, mayBegin, spread, all } = model
  // Whoever turns the page wants the list.
  const isFirst = model.list.page === 1
  return html`${heading({ title: 'Practice audits', caption: 'What the work is like, and what became of it', lead: leadOf(spread) })}
${isFirst && above}
${mayBegin && html`<div class="govuk-button-group">${button({ text: 'Begin an audit', href: '/audits/new' })}</div>`}
<ul class="govuk-list app-row">${ways.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>
${isFirst && model.mine.length > 0 && html`<h2 class="govuk-heading-m">Waiting for you</h2>${rowsView('Audits that wait for you', model.mine)}`}
${
  all === 0
    ? emptyState({
        title: 'No audit has been handed in yet',
        text: 'An audit asks one auditor, with the practitioner, what the work with one child is like. It begins with whether the child is safe now.',
        ...(mayBegin && { action: { text: 'Begin the first audit', href: '/audits/new' } }),
      })
    : html`${isFirst && html`<h2 class="govuk-heading-m">How the work was graded</h2>${figuresView(spread)}${chosenView(model)}${provisionalView(model.provisional)}${partsView(model)}`}${listView(model)}`
}`
}

function leadOf(spread: Spread): string {
  if (spread.count === 0) return 'What auditors, practitioners and families find in the work.'
  return `Of ${spread.count} ${spread.count === 1 ? 'audit' : 'audits'}, ${spread.of.inadequate} found inadequate work.`
}

const figuresView = (spread: Spread): Html =>
  keyFigures([
    { label: 'Audits', value: String(spread.count) },
    {
      label: 'Inadequate',
      value: String(spread.of.inadequate),
      note: shareInWords(spread.inadequate),
    },
    {
      label: 'Good or outstanding',
      value: String(spread.of.good + spread.of.outstanding),
      note: shareInWords(spread.goodOrBetter),
    },
  ])

/** An interval supposes chance; where children were chosen otherwise, the share is of these audits alone. */
const chosenView = ({ byChance, spread: { count } }: AuditsModel): Html | false =>
  count > byChance &&
  html`<p class="govuk-body">${byChance === 0 ? 'None of these came' : `${byChance} of these came`} from a sample that chance drew from all children. The others were chosen in other ways, so the shares are of these audits and may not be those of all the work. An interval says only how far chance could move a share.</p>`

const provisionalView = (many: number): Html | false =>
  many > 0 &&
  html`<p class="govuk-body">${many === 1 ? 'One more waits' : `${many} more wait`} for moderation and ${many === 1 ? 'is' : 'are'} in none of these figures: whoever did ${many === 1 ? 'it' : 'them'} had not passed the vignettes yet.</p>`

function partsView({ byTeam, byQuarter }: AuditsModel): Html {
  const columns = (
    heading: string,
    name: (part: PartOfAudits & { readonly from?: Month }) => string,
  ): readonly Column<PartOfAudits & { readonly from?: Month }>[] => [
    { heading, cell: name },
    ...grades.map(grade => ({
      heading: gradeWords[grade],
      cell: ({ spread }: PartOfAudits) => String(spread.of[grade]),
      numeric: true,
    })),
    {
      heading: 'Inadequate, with its interval',
      cell: ({ spread }) => shareInWords(spread.inadequate),
    },
  ]
  const few = byTeam.some(({ spread }) => spread.count < FEWEST)
  return html`${details({
    summaryText: 'By team',
    html: html`<p class="govuk-body">${few ? `Teams with fewer than ${FEWEST} audits cannot be compared: the interval shows how little they say. ` : ''}Teams stand in the order of their names, not of their results.</p>
${dataTable({ caption: 'Grades by team', captionHidden: true, compact: true, stacked: true, columns: columns('Team', part => part.name || 'No team'), rows: byTeam })}`,
  })}
${details({
  summaryText: 'By quarter',
  html: html`<p class="govuk-body">${byQuarter.length < 4 || byQuarter.some(({ spread }) => spread.count < FEWEST) ? 'Too few audits in a quarter to say whether it gets better or worse.' : 'Each quarter with its interval: where intervals overlap widely, nothing has been shown to change.'}</p>
${dataTable({ caption: 'Grades by quarter', captionHidden: true, compact: true, stacked: true, columns: columns('Quarter from', part => (part.from === undefined ? part.name : longMonth(part.from))), rows: byQuarter })}`,
})}`
}

function listView(model: AuditsModel): Html {
  const { filter, list } = model
  const { page, pages, of, rows, from } = list
  const chosen = Object.entries(filter).filter(([, value]) => value !== '')
  const hrefOf = (to: number): string =>
    `/audits?${new URLSearchParams([...chosen, ['page', String(to)]]).toString()}`
  const title =
    pages === 1
      ? `${of} ${of === 1 ? 'audit' : 'audits'}`
      : `Audits ${from + 1} to ${from + rows.length} of ${of}`
  return html`<h2 class="govuk-heading-m">One by one</h2>
${filterView(model)}
${
  rows.length === 0
    ? chosen.length > 0
      ? html`<p class="govuk-body">No audit that you may open is like that. <a class="govuk-link" href="/audits">See all</a></p>`
      : html`<p class="govuk-body">There is no audit here that you may open. An audit is open to whoever did it, to whoever leads the work, and to those whose work it is once they have been asked what they make of it.</p>`
    : html`<p class="govuk-body"><strong>${title}</strong>, the newest first.${chosen.length > 0 && html` <a class="govuk-link" href="/audits">See all</a>`}</p>
${rowsView('Audits, the newest first', rows)}${pager({ page, pages, hrefOf })}`
}`
}

function rowsView(caption: string, rows: readonly AuditRow[]): Html {
  return dataTable({
    caption,
    captionHidden: true,
    stacked: true,
    columns: [
      {
        heading: 'Audit',
        cell: ({ audit }) =>
          html`<a class="govuk-link" href="${auditPath(audit.id)}">${auditName(audit)}</a>`,
      },
      { heading: 'Tool', cell: ({ tool }) => tool },
      { heading: 'Team', cell: ({ audit }) => audit.team },
      { heading: 'Day', cell: ({ audit }) => longDay(audit.auditedOn) },
      { heading: 'Grade', cell: ({ grade, audit }) => gradeCell(grade, audit) },
      { heading: 'State', cell: ({ audit }) => auditStates[audit.state] },
    ],
    rows,
  })
}

function gradeCell(grade: AuditRow['grade'], audit: Audit): string {
  if (grade === 'hidden') return 'After your own view'
  if (grade === null) return 'Not yet'
  if (audit.provisional) return `${gradeWords[grade]} (${provisionalWords})`
  const moderated = audit.moderatedGrade !== null && audit.moderatedGrade !== audit.grade
  return `${gradeWords[grade]}${moderated ? ' (moderated)' : ''}`
}

function filterView({ filter, teams, tools, months }: AuditsModel): Html {
  const select = (
    name: string,
    label: string,
    items: readonly (readonly [string, string])[],
    chosen: string,
  ): Html =>
    html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${label}</label><select class="govuk-select" id="${name}" name="${name}"><option value="">All</option>${items.map(([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`)}</select></div>`
  return html`<form method="get" action="/audits" class="app-filter" novalidate>
${select(
  'team',
  'Team',
  teams.map(team => [team, team] as const),
  filter.team,
)}
${select(
  'tool',
  'Tool',
  tools.map(({ key, title }) => [key, title] as const),
  filter.tool,
)}
${select(
  'grade',
  'Grade',
  grades.map(grade => [grade, gradeWords[grade]] as const),
  filter.grade,
)}
${select(
  'month',
  'Month',
  months.map(month => [isoMonth(month), longMonth(month)] as const),
  filter.month,
)}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`
}
