import { inLondon, longDay } from '#calendar'
import { type Html, html } from '#kit/html/html.ts'
import type { Ended, MarkEvent } from '#marks'

/** What was done with a mark, newest first: it is never lost. */
export function markHistoryView(events: readonly MarkEvent[]): Html {
  return html`<h2 class="govuk-heading-m">History</h2>
<ul class="govuk-list">${events.map(
    ({ at, actorName, action, words, before }) =>
      html`<li><strong>${action}</strong> by ${actorName}, ${longDay(inLondon(at).day)}. ${words}${before !== '' && html`<br><span class="app-muted">Before: ${before}</span>`}</li>`,
  )}</ul>`
}

export function endedView({ at, byName, why }: Ended, did = 'Withdrawn'): Html {
  return html`<div class="govuk-inset-text">${did} by ${byName} on ${longDay(inLondon(at).day)}: ${why}</div>`
}
