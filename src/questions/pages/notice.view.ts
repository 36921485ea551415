import { type Deadline, explainDeadline, longDay } from '#calendar'
import { details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'

/** 'by 10:00 on 11 September 2017' */
export const noticeWords = ({ due, at }: Pick<Deadline, 'due' | 'at'>): string =>
  at === null ? `by ${longDay(due)}` : `by ${at} on ${longDay(due)}`

/** A time for notice with its working. */
export function noticeView(who: string, notice: Deadline | null): Html {
  if (notice === null)
    return html`<p class="govuk-body">${who}: the council’s constitution sets no time.</p>`
  return html`<p class="govuk-body govuk-!-margin-bottom-1">${who}: <strong>${noticeWords(notice)}</strong></p>
${details({ summaryText: 'How it is worked out', html: html`<ul class="govuk-list">${explainDeadline(notice).map(each => html`<li>${each}</li>`)}</ul>` })}`
}
