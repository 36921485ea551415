import { type Line, placeOf, atEnd } from './lines.ts'
import type { LinkRead, Place } from './paper-read.ts'

const FULL_TEXT = /(?:\.{3}|…)?\s*\bview the full (?:minutes|text|decision)\b/iu

export type Cuts = { readonly cuts: readonly Place[]; readonly doubts: readonly string[] }

/** Where the paper breaks off: a page that shows only the start of a minute, or a last line without an end. */
export function cutsOf(lines: readonly Line[]): Cuts {
  const said = lines.filter(
    line =>
      FULL_TEXT.test(line.text.slice(-400)) ||
      (line.text.length < 400 && FULL_TEXT.test(line.text)),
  )
  const last = lines.findLast(line => !line.blank)
  const broken =
    last !== undefined &&
    last.cells.length === 1 &&
    last.text.length > 120 &&
    /[\p{Ll},]$/u.test(last.text) &&
    !/https?:\S+$/iu.test(last.text)
      ? [last]
      : []
  const cut = [...new Set([...said, ...broken])]
  return {
    cuts: cut.map(line => placeOf([line])),
    doubts: [
      ...said.map(
        line => `Line ${line.number} is cut off: the page shows only the beginning of the minute.`,
      ),
      ...broken
        .filter(line => !said.includes(line))
        .map(line => `Line ${line.number}, the last, stops in the middle of a sentence.`),
    ],
  }
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"”’)\]]{3,2000}/giu

/** Web addresses with their lines. */
export function linksOf(lines: readonly Line[]): readonly LinkRead[] {
  return lines.flatMap(line =>
    line.text.includes('://') || line.text.includes('www.')
      ? [...line.text.matchAll(LINK)].map(match => ({
          url: atEnd(match[0], /[.,;:]+$/u),
          place: placeOf([line]),
        }))
      : [],
  )
}
