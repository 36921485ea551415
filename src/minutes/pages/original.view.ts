import { type Html, html } from '#kit/html/html.ts'
import type { Mark } from '../bring/proposal.ts'

/** Lines that are shown together before a new sheet of the original begins. */
const LINES_A_SHEET = 200

/** The original, line by line, with what was read in each marked. */
export function originalView(text: string, marks: readonly Mark[]): Html {
  const lines = text.split('\n')
  const onLine = new Map<number, string[]>()
  for (const { what, place } of marks)
    for (let line = place.firstLine; line <= Math.min(place.lastLine, place.firstLine + 20); line++)
      onLine.set(line, [...new Set([...(onLine.get(line) ?? []), what])])
  const sheets = Array.from({ length: Math.ceil(lines.length / LINES_A_SHEET) }, (_, nth) => ({
    nth,
    lines: lines.slice(nth * LINES_A_SHEET, (nth + 1) * LINES_A_SHEET),
  }))
  return html`<section class="app-beside__document" aria-label="The original" tabindex="0">
${sheets.map(
  sheet => html`<div class="app-sheet">
<h2 class="app-sheet__number">${sheets.length === 1 ? 'The original' : `The original, part ${sheet.nth + 1} of ${sheets.length}`}</h2>
<pre class="app-sheet__text">${sheet.lines.map((line, at) => lineView(line, onLine.get(sheet.nth * LINES_A_SHEET + at + 1) ?? []))}</pre>
</div>`,
)}
</section>`
}

const lineView = (line: string, what: readonly string[]): Html =>
  what.length === 0
    ? html`${line}
`
    : html`<mark class="app-sheet__found"><span class="govuk-visually-hidden">${what.join(', ')}: </span>${line}</mark>
`
