import { momentInWords } from '#looking'
import { type Html, html } from '#kit/html/html.ts'
import { type Alert, alertReasons, lateSince, nextDue, nextStep } from '../alert.ts'
import { alertPath } from './rooms.ts'

/** That an alert stands, and what comes next with it. */
export function alertBanner(alert: Alert, now: Date): Html {
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${alertReasons[alert.because]}.</strong> <a class="govuk-link" href="${alertPath(alert.id)}">Alert</a>: ${alertState(alert, now)}</p></div>`
}

/** How an alert stands, in a sentence. */
export function alertState(alert: Alert, now: Date): string {
  const step = nextStep(alert)
  if (step === null) return `Confirmed by ${alert.confirmed?.name ?? 'somebody else'}.`
  const due = nextDue(alert)
  const by = due === null ? '' : momentInWords(due)
  const late = lateSince(alert, now) !== null
  const to = { acknowledge: 'acknowledged', act: 'acted on', confirm: 'confirmed by somebody else' }
  return late
    ? `Late: it was to be ${to[step]} by ${by}. The director is told.`
    : `To be ${to[step]} by ${by}.`
}
