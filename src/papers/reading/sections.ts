import { type Line, blockOf, placeOf } from './lines.ts'
import { paragraphOf } from './numbering.ts'
import type { Section } from './paper-read.ts'
import { headingQuality, inCapitals, titleOf } from './titles.ts'

export type SectionLines = { readonly section: Section; readonly lines: readonly Line[] }

/** The sections of a report: headings alone on their lines, plain, numbered, in capitals or bold. */
export function sectionsOf(lines: readonly Line[], from: number): readonly SectionLines[] {
  const heads = lines.flatMap((_, index) =>
    index >= from && isHeading(lines, index) ? [index] : [],
  )
  return heads.map((at, index) => {
    const head = lines.slice(at, at + 1)
    const own = lines.slice(at + 1, heads[index + 1] ?? lines.length)
    const title = titleOf(
      (head[0]?.text ?? '').replace(/^(?:\d{1,2}(?:\.0?)?[.)]?\s+|[a-z][.)]\s+)/iu, ''),
    ).replace(/:$/u, '')
    return { section: { title, place: placeOf(head), body: blockOf(own) }, lines: own }
  })
}

function isHeading(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || line.blank || line.bullet !== null || line.cells.length > 1)
    return false
  if (line.text.length > 110 || /[.,;?!]$|:\s+\S/u.test(line.text)) return false
  const numbered = /^\d{1,2}\.?0?[.)]?\s+(?=\p{Lu})/u.exec(line.text)
  if (paragraphOf(line) !== null && !/^\d{1,2}\.0\s/u.test(line.text)) return false
  const words = numbered === null ? line.text : line.text.slice(numbered[0].length)
  const alone = line.gap > 0 && (lines[index + 1]?.blank ?? true)
  const over =
    (lines[index + 1] !== undefined && paragraphOf(lines[index + 1] ?? line) !== null) ||
    (lines[index + 1]?.bullet ?? null) !== null
  const set = line.heading > 0 || line.bold || inCapitals(words)
  if (!alone && !(line.gap > 0 && over) && !set) return false
  return headingQuality(words, line) >= 1.4 && words.split(' ').length <= 14
}
