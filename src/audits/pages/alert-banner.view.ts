import { momentInWords } from '#looking'
import { insetText, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Alert, alertReasons, lateSince, nextDue, nextStep } from '../alert.ts'
import { alertPath } from './rooms.ts'

/** That an alert stands, and what comes next with it. */
export function alertBanner(alert: Alert, now: Date): Html {
  const says = html`${alertReasons[alert.because]}. ${alertState(alert, now)} <a class="govuk-link" href="${alertPath(alert.id)}">See the alert</a>`
  return nextStep(alert) === null
    ? insetText({ html: says })
    : warningText({ html: says, iconFallbackText: 'At once' })
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
