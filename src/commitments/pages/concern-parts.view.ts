import { longDay } from '#calendar'
import { type Html, html } from '#kit/html/html.ts'
import type { ConcernThread } from '../concerns.ts'
import { commitmentPath } from '../in-thread.ts'
import { timesWords } from '../steps.ts'
import { originLink } from './marks.view.ts'

/** Every time that a concern was raised and answered, in the order of the days. */
export function raisingsView(thread: ConcernThread, hereId: string): Html {
  const raised = thread.raisings.map(one => ({
    on: one.origin.on,
    order: 0,
    html: html`<strong>${longDay(one.origin.on)}: raised</strong> at ${originLink(one)}${one.id === hereId ? html` <span class="app-muted">(this one)</span>` : html` <a class="govuk-link" href="${commitmentPath(one.id)}">Open<span class="govuk-visually-hidden"> the raising of ${longDay(one.origin.on)}</span></a>`}<br>${one.words}`,
  }))
  const answered = thread.answers.map(each => ({
    on: each.on,
    order: 1,
    html: html`<strong>${longDay(each.on)}: answered</strong> by ${each.respondent}<br>${each.words}`,
  }))
  const steps = [...raised, ...answered].toSorted((a, b) => a.on - b.on || a.order - b.order)
  return html`<h2 class="govuk-heading-m">Raised ${timesWords(thread.raisings.length)}</h2>
<ol class="govuk-list govuk-list--number">${steps.map(each => html`<li>${each.html}</li>`)}</ol>
${thread.isUnanswered && html`<p class="govuk-body"><strong>Nobody has answered since it was last raised.</strong></p>`}`
}
