import { type Line, placeOf } from './lines.ts'
import type { Passage } from './paper-read.ts'

export type Furnished = { readonly lines: readonly Line[]; readonly repeated: readonly Passage[] }

const PAGE_NUMBER =
  /^(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:\s*\|?\s*page)?$/iu

/**
 * The lines without what every page repeats: running heads and feet, page numbers between pages.
 * Without page breaks in the text a line repeated word for word, alone between blank lines and
 * interrupting prose, is taken for one; labels that minutes repeat under each item are not.
 */
export function withoutFurniture(lines: readonly Line[]): Furnished {
  const counts = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (mayRepeat(lines, index)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  }
  const paged = (lines.at(-1)?.page ?? 1) > 1
  const edges = paged ? pageEdges(lines) : null
  const kept: Line[] = []
  const repeated: Passage[] = []
  const seen = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (!isFurniture(line, index)) {
      kept.push(line)
      continue
    }
    repeated.push({ text: line.text, place: placeOf([line]) })
  }
  return { lines: regapped(kept), repeated }

  function isFurniture(line: Line, index: number): boolean {
    if (line.blank || line.text.length > 160) return false
    if (edges?.has(index) === true && PAGE_NUMBER.test(line.text)) return true
    // Without page breaks a lone figure set far in is the page's number.
    if (line.indent > 20 && /^[-–]?\s*\d{1,3}\s*[-–]?$/u.test(line.text)) return true
    if (/^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/iu.test(line.text)) return true
    if (!mayRepeat(lines, index)) return false
    const key = keyOf(line)
    const times = counts.get(key) ?? 0
    if (times < (paged ? 2 : 3) || (paged && edges?.has(index) !== true)) return false
    // The first of them is said for itself: it may be the title, or the status of the minutes.
    const first = !seen.has(key)
    seen.add(key)
    return !first
  }
}

/** A head or foot is known by its words, whatever the numbers and spaces in it. */
const keyOf = (line: Line): string =>
  line.text.toLowerCase().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ')

/** Labels that stand under every item, and answers that several items give. */
const OWN_WORDS =
  /^(?:minutes?|decisions?|resolved|recommend|agreed|agenda item|item|additional documents|supporting documents|reasons?|action|response|question|supplementary|answer|none|noted|nil|share this item|there (?:were|was) none|councillor|cllr|no |[a-z] ?[.)])/iu

function mayRepeat(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || line.blank || line.text.length > 160 || line.cells.length > 2)
    return false
  if (line.bullet !== null || line.heading > 0 || line.text.length < 12) return false
  if (OWN_WORDS.test(line.text) && !/\bsubject to\b|^page\b/iu.test(line.text)) return false
  if (/[.?!]$/u.test(line.text)) return false
  const after = lines[index + 1]
  return line.gap > 0 && (after === undefined || after.blank)
}

/** The three written lines at the head and at the foot of each page. */
function pageEdges(lines: readonly Line[]): ReadonlySet<number> {
  const edges = new Set<number>()
  let written: number[] = []
  let page = 1
  const close = (): void => {
    for (const index of [...written.slice(0, 3), ...written.slice(-3)]) edges.add(index)
    written = []
  }
  for (const [index, line] of lines.entries()) {
    if (line.page !== page) close()
    page = line.page
    if (!line.blank) written.push(index)
  }
  close()
  return edges
}

function regapped(lines: readonly Line[]): readonly Line[] {
  let gap = 0
  return lines.map(line => {
    const now = line.gap === gap ? line : { ...line, gap }
    gap = line.blank ? gap + 1 : 0
    return now
  })
}
