import { unmark, withoutTags } from './markup.ts'
import type { Passage, Place } from './paper-read.ts'

/** A line of the source, cleaned. One source line gives several where HTML blocks stand on it. */
export type Line = {
  /** Line of the source, from 1. */
  readonly number: number
  readonly start: number
  readonly end: number
  /** Words without marks; cells are joined by a tab. */
  readonly text: string
  readonly cells: readonly string[]
  /** Blank lines above it. */
  readonly gap: number
  readonly blank: boolean
  readonly heading: number
  readonly bold: boolean
  readonly bullet: string | null
  /** Columns of white space before the first letter. */
  readonly indent: number
  readonly page: number
}

const BREAK = /\r\n|[\n\r\f\u2028\u2029]/gu

/** The lines of a text in one pass, blank ones too: place and order are those of the source. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let number = 1
  let gap = 0
  let page = 1
  const add = (end: number): void => {
    for (const line of cleaned(text.slice(start, end), number, start, page)) {
      lines.push({ ...line, gap })
      gap = line.blank ? gap + 1 : 0
    }
  }
  for (const match of text.matchAll(BREAK)) {
    add(match.index)
    start = match.index + match[0].length
    if (match[0] === '\f') page++
    else number++
  }
  add(text.length)
  return lines
}

type Cleaned = Omit<Line, 'gap'>

function cleaned(raw: string, number: number, start: number, page: number): readonly Cleaned[] {
  const end = start + raw.length
  const at = { number, start, end, page }
  const bare = withoutTags(raw)
  const row = cellsOf(bare)
  if (row.length > 1) {
    const cells = row.map(cell => cellText(cell))
    const text = cells.join('\t').trim()
    const first = unmark(row[0] ?? '')
    const bold = /^<(?:b|strong)>/iu.test(raw.trim())
    return [
      {
        ...at,
        text,
        cells,
        blank: text === '' || RULE.test(text),
        heading: 0,
        bold: bold || first.bold,
        bullet: null,
        indent: indentOf(bare),
      },
    ]
  }
  const parts = bare.includes('\n') ? bare.split('\n').filter(part => part.trim() !== '') : [bare]
  if (parts.length === 0) parts.push('')
  return parts.map((part, index) => {
    const { text, heading, bold, bullet } = unmark(part)
    const marked = index === 0 ? unmark(raw) : null
    return {
      ...at,
      text,
      cells: [text],
      blank: text === '' || RULE.test(text),
      heading: Math.max(heading, marked?.heading ?? 0),
      bold: bold || (parts.length === 1 && (marked?.bold ?? false)),
      bullet,
      indent: indentOf(part),
    }
  })
}

/** A line that only draws: the rule under a table's head, or between slides. */
const RULE = /^[-–—_=*+\s|]{2,}$/u

const indentOf = (text: string): number => text.length - text.trimStart().length

/** Cells stand between tabs, or between the bars of a markdown row. */
function cellsOf(bare: string): readonly string[] {
  const trimmed = bare.trim()
  if (trimmed.startsWith('|') && trimmed.length > 1)
    return trimmed.slice(1, trimmed.endsWith('|') ? -1 : undefined).split('|')
  // White space before the first letter is an indent and no empty cell, unless more cells follow.
  const inner = trimmed.includes('\t') ? bare.trimEnd() : trimmed
  return inner.includes('\t') ? inner.split('\t') : [inner]
}

/** A cell keeps the breaks between its blocks and between bullets that stand in one breath. */
function cellText(cell: string): string {
  return cell
    .replaceAll(/[ \t]*([•▪●\uf0b7])[ \t]*/gu, '\n')
    .split('\n')
    .map(part => unmark(part).text)
    .filter(part => part !== '')
    .join('\n')
}

/** The place of lines that stand together. */
export function placeOf(lines: readonly Line[]): Place {
  const first = lines[0]
  const last = lines.at(-1)
  return first === undefined || last === undefined
    ? { firstLine: 1, lastLine: 1, start: 0, end: 0 }
    : { firstLine: first.number, lastLine: last.number, start: first.start, end: last.end }
}

/** Blank lines at either end left out. */
export function trimBlank(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(line => !line.blank)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(line => !line.blank) + 1)
}

export function blockOf(lines: readonly Line[]): Passage {
  return {
    text: trimBlank(lines)
      .map(line => line.text)
      .join('\n'),
    place: placeOf(lines),
  }
}

/** Words alone, lower case, for comparing labels and headings whatever their quotes, dashes and spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u2018\u2019\u02bc`]/gu, "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Lines of one breath: hyphens at line ends mended, white space made single. */
export function joined(texts: readonly string[]): string {
  const out: string[] = []
  for (const text of texts) {
    const next = text.replaceAll(/\s+/gu, ' ').trim()
    if (next === '') continue
    const last = out.at(-1)
    // "chil-" / "dren": a word cut at the line's end goes on in small letters.
    if (last !== undefined && /\p{L}[-\u2010]$/u.test(last) && /^\p{Ll}/u.test(next))
      out[out.length - 1] =
        (/^(?:and|or|to|in|by|the|of|up|based|term|year|led|making)\b/u.test(next)
          ? last
          : last.slice(0, -1)) + next
    else out.push(next)
  }
  return out.join(' ')
}

/** The text with something at its end changed; only the end is looked at, so that it takes no time. */
export const atEnd = (text: string, shape: RegExp, by = ''): string =>
  text.slice(0, -80) + text.slice(-80).replace(shape, by)

/** What stands before the first bracket. */
export function beforeBracket(text: string): string {
  const at = text.indexOf('(')
  return (at < 0 ? text : text.slice(0, at)).trim()
}

/** Words that are a label, a heading or a name may be long, but never this long. */
export const SHORT = 240
