import { type Html, html } from '#kit/html/html.ts'
import { saying } from '#performance'
import { type LineMeasure, measureName, measurePath } from '#plan'
import type { Suggested } from '../assurance.ts'
import { verdicts } from '../commitment.ts'

/** What the measure of an assurance says now, and which verdict that leads to. */
export function measureSays(measure: LineMeasure | null, suggested: Suggested): Html {
  if (measure === null)
    return html`<p class="govuk-body app-muted">No measure is named to check it against. An audit can be.</p>`
  return html`<p class="govuk-body"><a class="govuk-link" href="${measurePath(measure.measure)}">${measureName(measure.measure)}</a>: ${measure.reading === null ? 'there are no figures.' : saying(measure.reading)}</p>
<p class="govuk-body app-muted">Since it was said: ${suggested.words} So the measure says: ${verdicts[suggested.verdict].toLowerCase()}. A person decides.</p>`
}
