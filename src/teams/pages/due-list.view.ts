import type { StandardKey } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { pageOf, pager } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords } from '#performance'
import { type Due, type DutyKey, dutyOf, groundOf } from '../due/duty.ts'
import { dueTable } from './due-table.view.ts'
import { freshnessInWords, type Window } from './freshness.ts'
import { duePath } from './paths.ts'
import type { ChildLink } from './team.ts'

export const PAGE_ROWS = 100

export interface DueListModel {
  readonly team: string
  /** One kind, or null for all. */
  readonly duty: DutyKey | null
  readonly window: Window
  readonly all: readonly Due[]
  readonly page: number
  readonly standardOf: (key: StandardKey) => number
  readonly childOf: (child: number) => ChildLink
}

export function dueListView(model: DueListModel): Html {
  const { team, duty, window, all, childOf } = model
  const title = duty === null ? 'What is due' : dutyOf(duty).what
  const { rows, page, pages } = pageOf(all, model.page, PAGE_ROWS)
  const at = (number: number) =>
    `${duePath(team, duty ?? undefined)}${duty === null ? '?' : '&'}page=${number}`
  const late = all.filter(each => each.on < window.asOf).length
  return html`${heading({
    title,
    caption: team,
    lead: `${countInWords(late)} overdue and ${countInWords(all.length - late)} due this week, the longest overdue first.`,
  })}
<p class="govuk-body app-muted">${freshnessInWords(window)}</p>
${duty !== null && ruleView(model, duty)}
${rows.length === 0 ? html`<p class="govuk-body">There is nothing of this kind.</p>` : dueTable({ due: rows, asOf: window.asOf, childOf, caption: title })}
${pager({ page, pages, hrefOf: at })}
${duty !== null && html`<p class="govuk-body"><a class="govuk-link" href="${duePath(team)}">See everything that is due</a></p>`}`
}

function ruleView({ standardOf }: DueListModel, key: DutyKey): Html {
  const duty = dutyOf(key)
  const days = duty.standard === undefined ? 0 : standardOf(duty.standard)
  return html`<p class="govuk-body">${duty.rule(days)} ${groundOf(duty)}${
    duty.indicator !== null &&
    html` The indicator <a class="govuk-link" href="/indicators/${duty.indicator}">${duty.indicator}</a> counts it.`
  }</p>`
}
