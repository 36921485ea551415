import { type Html, html } from '#kit/html/html.ts'
import type { Marked } from '#practice'

/** A text with the words marked that families would not use, what to say instead, and a reading age. */
export function jargonView(text: string, marked: readonly Marked[], age: number | null): Html {
  return html`<blockquote class="govuk-inset-text app-verbatim">${markedText(text, marked)}</blockquote>
<p class="govuk-body">${age === null ? 'It is too short to say at what age a child could read it.' : `A child of about ${age} could read this with ease. That is worked out from how long the words and sentences are, and not from what they mean.`}</p>
${
  marked.length > 0 &&
  html`<p class="govuk-body">Words that families would not use:</p><ul class="govuk-list govuk-list--bullet">${unique(marked).map(each => html`<li>“${each.words}”: perhaps “${each.instead}”</li>`)}</ul>`
}`
}

function markedText(text: string, marked: readonly Marked[]): readonly (Html | string)[] {
  const parts: (Html | string)[] = []
  let from = 0
  for (const { start, end, instead } of marked) {
    parts.push(text.slice(from, start))
    parts.push(
      html`<mark>${text.slice(start, end)}<span class="govuk-visually-hidden"> (perhaps ${instead})</span></mark>`,
    )
    from = end
  }
  parts.push(text.slice(from))
  return parts
}

const unique = (marked: readonly Marked[]): readonly Marked[] => [
  ...new Map(marked.map(each => [each.words, each])).values(),
]
