import { type Html, html } from '#kit/html/html.ts'
import { differenceOf, saysTheSame } from '../difference.ts'

/** What was decided beside what was recommended, part by part; what differs is marked and said. */
export function differenceView(recommended: readonly string[], resolved: readonly string[]): Html {
  if (recommended.length === 0) return listOf(resolved)
  const parts = Math.max(recommended.length, resolved.length)
  const rows = Array.from({ length: parts }, (_, index) => ({
    before: recommended[index] ?? '',
    after: resolved[index] ?? '',
  }))
  const differ = rows.filter(({ before, after }) => !saysTheSame(before, after)).length
  if (differ === 0)
    return html`${listOf(resolved)}<p class="govuk-body app-muted">As it was recommended.</p>`
  return html`<p class="govuk-body">${differ === 1 ? 'One part differs' : `${differ} parts differ`} from what was recommended. What was taken out is struck through, and what was put in is underlined.</p>
<ol class="govuk-list govuk-list--number">${rows.map(({ before, after }) => html`<li>${partView(before, after)}</li>`)}</ol>`
}

/** What a text said and what it says now, word by word. */
export function partView(before: string, after: string): Html {
  if (saysTheSame(before, after)) return html`${after}`
  if (before === '')
    return html`<ins>${after}</ins> <span class="app-muted">(not recommended)</span>`
  if (after === '') return html`<del>${before}</del> <span class="app-muted">(not resolved)</span>`
  return html`${differenceOf(before, after).map(({ kind, text }) =>
    kind === 'same'
      ? html`${text}`
      : kind === 'put in'
        ? html`<ins>${text}</ins>`
        : html`<del>${text}</del>`,
  )}`
}

const listOf = (parts: readonly string[]): Html =>
  parts.length === 0
    ? html`<p class="govuk-body">Nothing was resolved.</p>`
    : html`<ol class="govuk-list govuk-list--number">${parts.map(part => html`<li>${part}</li>`)}</ol>`
