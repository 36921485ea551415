import type { Line } from './lines.ts'
import { plain } from './lines.ts'
import { markerOf } from './list.ts'

export type SectionKind = 'recommendations' | 'board recommendations' | 'strengths'

export type Section = {
  readonly kind: SectionKind
  readonly heading: Line
  readonly lines: readonly Line[]
}

const asks: readonly RegExp[] = [
  /^priority and immediate action$/,
  /^recommendations?( for .{0,40})?$/,
  /^what needs to improve\b.{0,60}$/,
  /^what (does|do|the) .{0,50}\bneeds? to improve\b.{0,40}$/,
  /^areas? for (improvement|development|priority action)\b.{0,40}$/,
  /^areas? (of|where) .{0,20}priority action.{0,40}$/,
  /^areas? requiring (improvement|priority action)$/,
]
const asksTheBoard =
  /^what does the (lscb|local safeguarding children('s)? board|safeguarding board) need to improve$/
const strengths: readonly RegExp[] = [
  /^(the )?local authority's strengths$/,
  /^(the )?local authority has the following strengths$/,
  /^(key |main |areas of )?strengths( include)?$/,
  /^areas of strength$/,
  /^what (is|are) working well$/,
]

/** Headings that end a list of recommendations wherever they stand. */
const stops: readonly RegExp[] = [
  /^summary\b/,
  /^(the )?(key |main )?(local authority|authority|lscb|board)?('s)? ?strengths/,
  /^(the )?(local authority|authority|lscb|board) has the following strengths/,
  /^what (does|do|needs)\b.{0,50} (needs? )?(to )?improve\b/,
  /^recommendations$/,
  /^progress since/,
  /^information about/,
  /^inspection (findings|judgements?|judgments?)\b/,
  /^section \d/,
  /^what the inspection/,
  /^executive summary/,
  /^(main |key |headline )?findings( and evaluation.*)?$/,
  /^next steps$/,
  /^local area partnership details$/,
  /^(background|contextual facts|domain (one|two|three)\b.*)$/,
  /^yours sincerely/,
  /^the office for standards/,
  /^(the )?local safeguarding children('s)? board\b.{0,12}$/,
  /^about this inspection/,
  /^contents$/,
]

/** Chapters that end it too, but in 2014 and 2015 stood within the list, above numbers that run on. */
const chapters: readonly RegExp[] = [
  /^(the )?experiences? and progress of\b/,
  /^the impact of leaders/,
  /^(the )?effectiveness of\b/,
  /^leadership management and governance$/,
  /^overall effectiveness$/,
  /^safeguarding (services|outcomes)/,
  /^outcomes for\b/,
  /^(services for )?looked after children/,
  /^(help and protection|children in care|care leavers)$/,
]

const contentsLine = /^(?!section \d$).*\S\s+\d{1,3}$|\.{4,}/i

const headingWords = (line: Line): string | null => {
  const words = line.text.trim()
  if (line.blank || words.length > 95 || !/^[\p{Lu}\d]/u.test(words) || markerOf(line) !== null)
    return null
  return contentsLine.test(line.text.trim()) ? null : plain(words).replace(/(?<=[a-z])\d$/, '')
}

export function endsList(line: Line): boolean {
  return isHeading(line, stops)
}

/** Does a line begin a list of what must improve? Such a heading ends a list of strengths. */
export function beginsAsking(line: Line): boolean {
  return isHeading(line, asks)
}

export function beginsChapter(line: Line): boolean {
  return isHeading(line, chapters)
}

function isHeading(line: Line, shapes: readonly RegExp[]): boolean {
  const words = headingWords(line)
  return words !== null && !/[.,;]$/.test(line.text) && shapes.some(shape => shape.test(words))
}

const isBoardHeading = (words: string): boolean =>
  /^(section 2 )?(the )?((effectiveness of the )?local safeguarding children('s)? board( lscb)?)$/.test(
    words,
  ) || /^section 2 .{0,20}effectiveness (of )?(the )?local safeguarding/.test(words)

/**
 * The sections of a report that list what must improve, or what is strong, each with all the lines
 * below its heading. What stands under the heading of the Local Safeguarding Children Board is the board's.
 */
export function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const sections: Section[] = []
  let board = false
  for (const [index, line] of lines.entries()) {
    const words = headingWords(line)
    if (words === null) continue
    if (isBoardHeading(words) && line.page > 2) board = true
    const kind = kindOf(words, board)
    if (kind === null || !standsAlone(lines, index) || inContents(lines, index)) continue
    sections.push({ kind, heading: line, lines: lines.slice(index + 1) })
  }
  return sections
}

function kindOf(words: string, board: boolean): SectionKind | null {
  if (asksTheBoard.test(words)) return 'board recommendations'
  if (asks.some(ask => ask.test(words))) return board ? 'board recommendations' : 'recommendations'
  return strengths.some(each => each.test(words)) ? 'strengths' : null
}

/** A table of contents names the sections too, and its lines end with the numbers of pages. */
function inContents(lines: readonly Line[], index: number): boolean {
  const below = lines.slice(index + 1, index + 8).filter(line => !line.blank)
  return below
    .slice(0, 2)
    .some(line => markerOf(line) === null && /\S\s{3,}\d{1,3}$|^\D{4,80} \d{1,3}$/.test(line.text))
}

/** Not a line of running text: it follows a blank line, a page's head or a finished sentence. */
function standsAlone(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const before = lines[index - 1]
  if (line === undefined || /[.,;]$/.test(line.text)) return false
  return (
    before === undefined ||
    before.blank ||
    before.page !== line.page ||
    /[.?!:]$/.test(before.text) ||
    before.text.trim().length < 60
  )
}
