import { type Day, longDay } from '#calendar'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { details, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { cycleAt } from '../cycle.ts'
import type { Standing } from '../gather.ts'
import { isGood } from '../impact.ts'
import { linePath } from '../in-thread.ts'
import { accountable, isOpenLine, isWork, lineKinds, type Plan } from '../line.ts'
import type { FundingCheck } from '../money.ts'
import { type Version, versionKinds } from '../version.ts'
import { deliveryMark, dueWords, updateWords, verdictMark } from './marks.view.ts'

export interface PlanModel {
  readonly plan: Plan
  readonly fromPlan: Plan | null
  readonly lines: readonly Standing[]
  readonly shown: readonly Standing[]
  readonly filter: { readonly show: string; readonly owner: string }
  /** Null for those who are shown only some of its lines. */
  readonly funding: FundingCheck | null
  readonly version: Version | null
  readonly isChanged: boolean
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  readonly today: Day
}

export function planView(model: PlanModel): Html {
  const { plan, lines, funding, version, fromPlan, mayWrite, mayDecide, today } = model
  const at = `/plans/${plan.id}`
  const alarms = lines.filter(each => each.slidBack.length > 0)
  return html`${heading({ title: plan.title, caption: 'Plan', lead: leadOf(lines) })}
${keyFigures(figuresOf(lines))}
<p class="govuk-body app-muted">${versionWords(version, model.isChanged)} Next updates are due on ${longDay(cycleAt(plan, today).next)}, then every ${plan.cycleWeeks} weeks.${plan.resourceWords !== null && html` Paid from: ${plan.resourceWords}.`}${fromPlan !== null && html` It goes on from <a class="govuk-link" href="/plans/${fromPlan.id}">${fromPlan.title}</a>.`}</p>
${funding !== null && !funding.agrees && warningText({ text: funding.words, iconFallbackText: 'Warning' })}
${alarms.map(({ line, slidBack }) => warningText({ html: html`<a class="govuk-link" href="${linePath(line.id)}">${line.title}</a> was closed, and it slides back: ${slidBack.join(', ')}.`, iconFallbackText: 'Warning' }))}
<nav class="app-choices" aria-label="This plan"><ul class="app-choices__list">
<li><a class="govuk-link" href="${at}/updates">Updates of this cycle</a></li>
<li><a class="govuk-link" href="${at}/coverage">What answers what</a></li>
${
  funding !== null &&
  html`<li><a class="govuk-link" href="${at}/versions">Versions</a></li>
<li><a class="govuk-link" href="${at}/funding">Funding</a></li>`
}
<li><a class="govuk-link" href="/gaps">Gaps</a></li>
${mayWrite && html`<li><a class="govuk-link" href="${at}/lines/new">Add a line</a></li><li><a class="govuk-link" href="${at}/import">Bring lines from a spreadsheet</a></li><li><a class="govuk-link" href="${at}/change">Change title and cycle</a></li>`}
${mayDecide && html`<li><a class="govuk-link" href="${at}/carry">Carry open lines into the next plan</a></li>`}
</ul></nav>
${
  lines.length === 0
    ? emptyState({
        title: 'The plan has no lines yet',
        text: 'Bring them in from a spreadsheet, or add a theme and go on from there.',
        ...(mayWrite && { action: { text: 'Add the first line', href: `${at}/lines/new` } }),
      })
    : html`${filterView(model)}${treeView(model)}`
}`
}

function leadOf(lines: readonly Standing[]): string {
  const work = lines.filter(each => isWork(each.line))
  const done = work.filter(each => each.line.closedOn !== null)
  const better = work.filter(each => isGood(each.impact.verdict))
  if (work.length === 0)
    return 'What will be done, by whom, and what will be different for children.'
  return `${done.length} of ${work.length} projects and actions are closed. For ${better.length} of ${work.length} there is evidence that something is better for children.`
}

function figuresOf(lines: readonly Standing[]) {
  const work = lines.filter(each => isWork(each.line))
  const open = work.filter(each => isOpenLine(each.line))
  const late = open.filter(each => each.isLate)
  const silent = open.filter(each => each.update.kind === 'late')
  const count = (...verdict: readonly string[]) =>
    work.filter(each => verdict.includes(each.impact.verdict)).length
  return [
    { label: 'Open', value: String(open.length), note: `${late.length} past their date` },
    {
      label: 'Better for children',
      value: String(count('improving', 'achieved', 'sustained')),
      note: `${count('achieved', 'sustained')} of them achieved or sustained`,
    },
    {
      label: 'No evidence of a difference',
      value: String(count('no evidence')),
      note: `${count('not yet measurable')} more not yet measurable, ${count('regressed')} regressed`,
    },
    { label: 'Updates late', value: String(silent.length), note: `of ${open.length} open` },
  ]
}

function versionWords(version: Version | null, isChanged: boolean): string {
  if (version === null) return 'No version has been recorded yet.'
  const words = `Version ${version.number}, ${versionKinds[version.kind].toLowerCase()} on ${longDay(version.decidedOn)} by ${version.decidedBy}.`
  return isChanged ? `${words} It has been changed since.` : words
}

export const showChoices: readonly (readonly [string, string])[] = [
  ['', 'Every line'],
  ['open', 'Open'],
  ['late', 'Past their date'],
  ['silent', 'Updates late'],
  ['no-owner', 'Without an owner'],
  ['no-measure', 'Without a measure'],
  ['no-evidence', 'Without evidence of a difference'],
  ['regressed', 'Regressed'],
  ['closed', 'Closed'],
]

function filterView({ plan, lines, filter }: PlanModel): Html {
  const owners = [...new Set(lines.flatMap(each => accountable(each.line) ?? []))].toSorted()
  return details({
    summaryText: 'Choose which lines to show',
    open: `${filter.show}${filter.owner}` !== '',
    html: html`<form method="get" action="/plans/${plan.id}" class="app-filter">
<div class="govuk-form-group"><label class="govuk-label" for="show">Which lines</label>
<select class="govuk-select" id="show" name="show">${showChoices.map(
      ([value, words]) =>
        html`<option value="${value}"${value === filter.show && html` selected`}>${words}</option>`,
    )}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="owner">Owner</label>
<select class="govuk-select" id="owner" name="owner"><option value="">Everybody</option>${owners.map(
      owner =>
        html`<option value="${owner}"${owner === filter.owner && html` selected`}>${owner}</option>`,
    )}</select></div>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show these</button>
</form>`,
  })
}

const depths = ['', 'govuk-!-padding-left-3', 'govuk-!-padding-left-6', 'govuk-!-padding-left-8']
const setIn = (depth: number): string => depths[Math.min(depth, depths.length - 1)] ?? ''

/** A hundred projects on one screen: a row each, set in by how deep it stands. */
function treeView({ plan, shown, today }: PlanModel): Html {
  if (shown.length === 0)
    return emptyState({
      title: 'No line is like that',
      text: 'Choose other lines or another owner.',
    })
  const caption = `${shown.length} ${shown.length === 1 ? 'line' : 'lines'} of ${plan.title}`
  const heads = ['No.', 'Line', 'Owner', 'Due', 'Delivery', 'Is it better?', 'Update']
  return html`<div class="app-table" role="region" aria-label="${caption}" tabindex="0">
<table class="govuk-table app-table--compact">
<caption class="govuk-table__caption govuk-table__caption--s">${caption}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${heads.map(head => html`<th scope="col" class="govuk-table__header">${head}</th>`)}</tr></thead>
<tbody class="govuk-table__body">${shown.map(
    each => html`<tr class="govuk-table__row">
<td class="govuk-table__cell">${each.number}</td>
<th scope="row" class="govuk-table__header ${setIn(each.depth)}"><span class="govuk-visually-hidden">${lineKinds[each.line.kind]} </span><a class="govuk-link${each.depth === 0 && ' govuk-!-font-weight-bold'}" href="${linePath(each.line.id)}">${each.line.title}</a></th>
<td class="govuk-table__cell">${accountable(each.line) ?? html`<span class="app-muted">Nobody</span>`}</td>
<td class="govuk-table__cell">${each.line.dueOn === null && !isWork(each.line) ? '' : dueWords(each)}</td>
<td class="govuk-table__cell">${isWork(each.line) || each.line.kind === 'milestone' || each.line.closedOn !== null ? deliveryMark(each.line) : ''}</td>
<td class="govuk-table__cell">${each.line.kind === 'milestone' ? '' : verdictMark(each.impact.verdict)}</td>
<td class="govuk-table__cell">${updateWords(each, today)}</td>
</tr>`,
  )}</tbody></table></div>`
}
