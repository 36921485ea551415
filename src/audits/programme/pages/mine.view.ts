import { type Day, dayIn, longDay, longMonth, type Month, monthOf } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Tool } from '#practice'
import type { OwedMonth } from '../completion.ts'
import { type Exemption, lastDayOfExemption } from '../obligation.ts'
import { toolTitle } from './words.ts'

export interface MineModel {
  readonly owed: readonly OwedMonth[]
  readonly tools: readonly Tool[]
  readonly today: Day
  /** What is to be said today, in sentences. */
  readonly reminders: readonly string[]
  readonly written: readonly {
    readonly month: Month
    readonly kind: 'soon' | 'late'
    readonly sentAt: Date
  }[]
  readonly exemptions: readonly Exemption[]
}

const newAuditPath = ({ obligation }: OwedMonth): string =>
  `/audits/new?tool=${encodeURIComponent(obligation.toolKey)}`

/** What one auditor owes, and what they have done. */
export function mineView({ owed, tools, today, reminders, written, exemptions }: MineModel): Html {
  const month = monthOf(today)
  const now = owed.filter(each => each.month === month)
  const toDo = now.reduce(
    (sum, each) => sum + each.asked - each.exempt - each.onTime - each.late,
    0,
  )
  const lead =
    now.length === 0
      ? 'The programme asks nothing of you this month.'
      : toDo > 0
        ? `${toDo} still to do in ${longMonth(month)}.`
        : `Nothing is left to do in ${longMonth(month)}.`
  return html`${heading({ title: 'Audits I owe', lead })}
${reminders.map(words => insetText({ text: words }))}
${
  owed.length === 0
    ? emptyState({
        title: 'Nothing is asked of you',
        text: 'Whoever leads audits asks people for a number of audits each month.',
      })
    : dataTable({
        caption: 'The last 12 months, newest first',
        captionSize: 'm',
        stacked: true,
        columns: [
          { heading: 'Month', cell: each => longMonth(each.month) },
          { heading: 'Tool', cell: each => toolTitle(tools, each.obligation.toolKey) },
          { heading: 'Asked for', numeric: true, cell: each => each.asked },
          { heading: 'Done on time', numeric: true, cell: each => each.onTime },
          { heading: 'Done late', numeric: true, cell: each => each.late },
          {
            heading: 'To do',
            cell: each =>
              each.exempt > 0
                ? 'Let off'
                : each.onTime + each.late >= each.asked
                  ? 'Done'
                  : html`<a class="govuk-link" href="${newAuditPath(each)}">${each.asked - each.onTime - each.late} to do</a>`,
          },
        ],
        rows: owed.filter(each => each.month > month - 12).toReversed(),
      })
}
${
  exemptions.length > 0 &&
  html`<h2 class="govuk-heading-m">When I am or was let off</h2><ul class="govuk-list govuk-list--bullet">${exemptions.map(
    each =>
      html`<li>${longDay(each.fromOn)} to ${longDay(lastDayOfExemption(each))}, approved by ${each.approvedBy}: ${each.reason}${each.withdrawnOn !== null && ` Withdrawn from ${longDay(each.withdrawnOn)}.`}</li>`,
  )}</ul>`
}
${
  written.length > 0 &&
  html`<h2 class="govuk-heading-m">Reminders sent by e-mail</h2><ul class="govuk-list govuk-list--bullet">${written.map(
    each =>
      html`<li>${longDay(dayIn(each.sentAt))}: ${each.kind === 'soon' ? 'before the end of' : 'after'} ${longMonth(each.month)}</li>`,
  )}</ul>`
}`
}
