import { type Line, placeOf } from './lines.ts'
import { markOf } from './numbering.ts'
import { isUsual } from './titles.ts'
import type { Slide } from './paper-read.ts'

/** Where papers bound in behind an agenda may begin: at a heading of the first level after the word "Agenda". */
export function attachedFrom(lines: readonly Line[]): number | null {
  const agenda = lines.findIndex(line => /^agenda\b/iu.test(line.text) && line.text.length < 160)
  const at = lines.findIndex(
    (line, index) =>
      index > agenda && line.heading === 1 && markOf(line.text) === null && !isUsual(line.text),
  )
  return at < 0 ? null : at
}

/** Headings with what stands below each: bullets, table rows, and lines set in bold. */
export function slidesOf(lines: readonly Line[]): readonly Slide[] {
  const starts = lines.flatMap((line, index) => (line.heading > 0 ? [index] : []))
  return starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1] ?? lines.length)
    const below = own.slice(1).filter(line => !line.blank)
    return {
      heading: own[0]?.text ?? '',
      level: own[0]?.heading ?? 1,
      points: below
        .filter(
          line => line.cells.length === 1 && (line.bullet !== null || markOf(line.text) !== null),
        )
        .map(line => line.text),
      subheadings: below
        .filter(line => line.bold && line.bullet === null && line.cells.length === 1)
        .map(line => line.text),
      rows: below.filter(line => line.cells.length > 1).map(line => line.cells),
      place: placeOf(own),
    }
  })
}
