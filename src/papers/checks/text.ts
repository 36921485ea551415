import type { Block, Line, Where } from './fault.ts'

// A line longer than this is no line that somebody wrote: it is cut, so that no pattern meets more.
const LONGEST_LINE = 8_000

/** The lines of a text with their places; a very long one comes in pieces, cut at spaces. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const stop = feed === -1 ? text.length : feed
    // A form feed stands where a PDF's page began, before its first word.
    let from = text[start] === '\f' ? start + 1 : start
    while (stop - from > LONGEST_LINE) {
      const space = text.lastIndexOf(' ', from + LONGEST_LINE)
      const cut = space > from ? space : from + LONGEST_LINE
      lines.push({ start: from, end: cut, text: text.slice(from, cut) })
      from = cut
    }
    const end = stop > from && text[stop - 1] === '\r' ? stop - 1 : stop
    lines.push({ start: from, end, text: text.slice(from, end) })
    start = stop + 1
  }
  return lines
}

const marker =
  /^[ \t>]{0,12}(?:[-–—*•·◼▪■●o]{1,2}[ \t]|#{1,6} |\*\*|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,4})[.)](?:\*\*)?[ \t]|\d{1,3}(?:\.\d{1,3}){1,3}[ \t])/
const numberAlone = /^[ \t]{0,12}\d{1,3}(?:\.\d{1,3}){0,3}\.?[ \t]{0,12}$/

/**
 * Paragraphs, items of lists, rows and headings. Lines that follow each other are one block, as in
 * text taken from a PDF, until a blank line or the mark of a list.
 */
export function blocksOf(text: string, lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  let open: Line[] = []
  let size = 0
  const close = (): void => {
    const first = open[0]
    const last = open.at(-1)
    if (first !== undefined && last !== undefined)
      blocks.push(blockOf(text, first.start, last.end, open.length))
    open = []
    size = 0
  }
  for (const line of lines) {
    if (line.text.trim() === '') {
      close()
      continue
    }
    const row = isRow(line.text)
    if (row || size > LONGEST_LINE || marker.test(line.text) || startsAnew(open.at(-1), line))
      close()
    open.push(line)
    size += line.text.length
    if (row || numberAlone.test(line.text)) close()
  }
  close()
  return blocks
}

/** A row of a table: a tab or a pipe between words, not only before them. */
function isRow(line: string): boolean {
  const trimmed = line.trim()
  return (
    (trimmed.includes('\t') && !/^\S{1,8}\t[^\t]*$/.test(trimmed)) || /\S ?\| ?\S/.test(trimmed)
  )
}

/** A short line that ends its sentence, or a heading, before a line that begins another. */
function startsAnew(before: Line | undefined, line: Line): boolean {
  if (before === undefined) return false
  const short = before.text.trimEnd().length < 60
  return short && /[.?!:;]["”’')]?$/.test(before.text.trimEnd()) && /^\s{0,12}[A-Z]/.test(line.text)
}

function blockOf(whole: string, start: number, end: number, lines: number): Block {
  const text = whole.slice(start, end)
  return { start, end, text, kind: kindOf(text, lines) }
}

function kindOf(text: string, lines: number): Block['kind'] {
  if (isRow(text)) return 'row'
  if (isHeading(text, lines)) return 'heading'
  return /^\s{0,12}[-–—*•·◼▪■●][ \t]/.test(text) ? 'item' : 'paragraph'
}

function isHeading(text: string, lines: number): boolean {
  const bare = bareOf(text)
  if (lines > 2 || bare.length === 0 || bare.length > 110) return false
  if (/^#{1,6} /.test(text.trimStart())) return true
  if (/^\*\*[^*]{1,110}\*\*$/.test(text.trim())) return true
  return /^[A-Z(\d]/.test(bare) && !/[.;,?!]["”’')]?$/.test(bare) && bare.split(/\s+/).length <= 14
}

/** The matches of a pattern, and not more than a clerk would read: a hostile text has millions. */
export function matchesIn(text: string, pattern: RegExp, most = 500): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) {
    found.push(match)
    if (found.length >= most) break
  }
  return found
}

/** A block's words without the marks of lists, headings and bold type. */
export function bareOf(text: string): string {
  return text
    .trim()
    .replace(/^[-–—*•·◼▪■●#>\s]{1,12}/, '')
    .replaceAll('**', '')
    .trim()
}

/** The block in which a place stands, by search. */
export function blockAt(blocks: readonly Block[], place: number): Block | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  const block = blocks[low]
  return block !== undefined && block.start <= place && place <= block.end ? block : undefined
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

const abbreviations =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Prof|Rev|St|No|Nos|Ref|e\.g|i\.e|etc|para|paras|pp?|vs|approx|[A-Z])$/

/** The sentences of a block, with their places in the whole text. */
export function sentencesOf(block: {
  readonly start: number
  readonly text: string
}): readonly Sentence[] {
  const sentences: Sentence[] = []
  const text = block.text
  let from = 0
  const push = (to: number): void => {
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    if (raw.trim() !== '')
      sentences.push({
        start: block.start + from + lead,
        end: block.start + from + raw.trimEnd().length,
        text: raw.trim(),
      })
    from = to
  }
  for (const match of text.matchAll(/[.?!]["”’')*]{0,3}(?=\s)/g)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (
      match[0].startsWith('.') &&
      (abbreviations.test(before) || /^\s{0,9}\d{1,3}$/.test(text.slice(from, match.index)))
    )
      continue
    push(match.index + match[0].length)
  }
  push(text.length)
  return sentences
}

/** A line without its figures, so that feet of pages with rising numbers are alike. */
const alike = (text: string): string => text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim()

/** Heads and feet of pages: short lines that stand at least three times, figures apart. */
export function isFurniture(lines: readonly Line[]): (line: Line) => boolean {
  const counts = new Map<string, number>()
  for (const line of lines)
    if (line.text.length <= 160)
      counts.set(alike(line.text), (counts.get(alike(line.text)) ?? 0) + 1)
  return line => line.text.length <= 160 && (counts.get(alike(line.text)) ?? 0) >= 3
}

/** Where a place stands: its line by search, and the words with a little around them. */
export function placeIn(
  text: string,
  lines: readonly Line[],
): (start: number, end: number) => Where {
  const numbers: number[] = []
  let number = 0
  for (const line of lines) {
    // A piece of a long line belongs to the line it was cut from.
    if (line.start === 0 || /[\n\f]/.test(text[line.start - 1] ?? '')) number++
    numbers.push(number)
  }
  return (start, end) => {
    let low = 0
    let high = lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lines[middle]?.start ?? 0) <= start) low = middle
      else high = middle - 1
    }
    return { line: numbers[low] ?? 1, start, end, excerpt: excerptOf(text, start, end) }
  }
}

const MOST = 240

function excerptOf(text: string, start: number, end: number): string {
  if (end - start >= MOST) return `${tidy(text.slice(start, start + MOST))}…`
  const from = Math.max(0, start - 60)
  const to = Math.min(text.length, end + 60)
  const left = text.slice(from, start)
  const right = text.slice(end, to)
  const head = left.includes('\n\n') ? left.slice(left.lastIndexOf('\n\n')) : left
  const tail = right.includes('\n\n') ? right.slice(0, right.indexOf('\n\n')) : right
  return tidy(
    `${head.replace(/^\S{1,60}(?=\s)/, '')}${text.slice(start, end)}${tail.replace(/(?<=\s)\S{1,60}$/, '')}`,
  )
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Straight quotation marks and plain spaces, each letter in its place, so that patterns are short. */
export function plain(text: string): string {
  return text
    .replaceAll(/[‘’‛′]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[\n\t\r\u00A0]/g, ' ')
}
