import { type Line, joined, placeOf } from './lines.ts'
import { markOf, paragraphOf } from './numbering.ts'
import type { Paragraph } from './paper-read.ts'

/**
 * The paragraphs of lines: a gap, a number, a bullet, a mark or a row of a table begins one. Lines
 * of a page set by hand or by a printer go on where no gap stands between them.
 */
export function paragraphsOf(lines: readonly Line[], item: string | null): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Line[] = []
  let number: string | null = null
  const close = (): void => {
    if (open.length === 0) return
    const texts = open.map(line => line.text)
    if (number !== null) texts[0] = paragraphOf(open[0] ?? BLANK)?.text ?? texts[0] ?? ''
    paragraphs.push({ number, item, text: joined(texts), place: placeOf(open) })
    open = []
    number = null
  }
  for (const line of lines) {
    if (line.blank) {
      close()
      continue
    }
    const numbered = paragraphOf(line)
    if (numbered !== null || startsAnew(line, open.at(-1))) close()
    if (numbered !== null && open.length === 0) number = numbered.number
    open.push(line)
  }
  close()
  return numberedAlone(paragraphs)
}

const BLANK: Line = {
  number: 0,
  start: 0,
  end: 0,
  text: '',
  cells: [''],
  gap: 0,
  blank: true,
  heading: 0,
  bold: false,
  bullet: null,
  indent: 0,
  page: 1,
}

function startsAnew(line: Line, before: Line | undefined): boolean {
  if (before === undefined) return false
  return (
    line.gap > 0 ||
    line.bullet !== null ||
    line.heading > 0 ||
    line.cells.length > 1 ||
    before.cells.length > 1 ||
    markOf(line.text) !== null ||
    /^(?:RESOLVED|AGREED|ACTIONS?|RECOMMENDED)\b/u.test(line.text)
  )
}

/** "10.2" alone on its line numbers the paragraph below. */
function numberedAlone(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const out: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const last = out.at(-1)
    if (
      last !== undefined &&
      last.number !== null &&
      last.text === '' &&
      paragraph.number === null
    ) {
      out[out.length - 1] = {
        ...paragraph,
        number: last.number,
        place: { ...paragraph.place, firstLine: last.place.firstLine, start: last.place.start },
      }
    } else out.push(paragraph)
  }
  return out
}
