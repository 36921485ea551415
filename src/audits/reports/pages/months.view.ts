import { type Day, longDay, longMonth, type Month } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { listFrom } from '../list.ts'
import { reportPath } from '../words.ts'
import { LIST } from './list.ts'

export interface MonthsModel {
  /** The month that is not over. */
  readonly now: Month
  /** The first with an audit; null for none. */
  readonly first: Month | null
  readonly today: Day
  readonly mayList: boolean
}

/** So many months stand one by one; older ones stand behind their year. */
const RECENT = 12

export function monthsView({ now, first, today, mayList }: MonthsModel): Html {
  return html`${heading({ title: 'Quality assurance reports', lead: 'Each month’s audits in one report: for the service, for the improvement board, and for scrutiny and the public. All three have the same numbers.' })}
${
  first === null
    ? emptyState({
        title: 'There is nothing to report yet',
        text: 'The first audit that is handed in begins the first report.',
      })
    : monthList(now, first)
}
${mayList && listView(today)}`
}

function monthList(now: Month, first: Month): Html {
  const newest = Math.max(first, now - 1)
  const older = Array.from({ length: Math.max(0, newest - first) }, (_, nth) => newest - 1 - nth)
  const link = (month: Month) =>
    html`<li><a class="govuk-link" href="${reportPath(month)}">${longMonth(month)}</a></li>`
  const years = [...Map.groupBy(older.slice(RECENT), month => Math.floor(month / 12))]
  return html`<div class="govuk-button-group">${button({ text: `Report of ${longMonth(newest)}`, href: reportPath(newest) })}</div>
<h2 class="govuk-heading-m">Earlier months, and this one so far</h2>
<ul class="govuk-list">${newest < now && html`<li><a class="govuk-link" href="${reportPath(now)}">${longMonth(now)}</a>, which is not over</li>`}${older.slice(0, RECENT).map(link)}</ul>
${years.map(([year, months]) => html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${year}</span></summary><div class="govuk-details__text"><ul class="govuk-list">${months.map(link)}</ul></div></details>`)}`
}

const listView = (
  today: Day,
): Html => html`<h2 class="govuk-heading-m">List of audits for inspectors</h2>
<p class="govuk-body">Every audit from ${longDay(listFrom(today))} to ${longDay(today)} that you may see, one by one: the child, the kind of audit, its day, its grades and which of its actions are open. Children stand in it by the council’s own identifier, where you may see who they are. That you took it is recorded.</p>
<p class="govuk-body"><a class="govuk-link" href="${LIST}.csv" download>As CSV</a> · <a class="govuk-link" href="${LIST}.xlsx" download>As a spreadsheet</a></p>`
