import type { Line } from './lines.ts'

/**
 * How a line is numbered. `sequence` is the part that counts up; a minute number "34/22" may count
 * in either part, so it is read in both ways and the paper's own run decides.
 */
export type Numbered = {
  readonly style: string
  readonly number: string
  readonly sequence: number
  /** What follows the number on the line. */
  readonly rest: string
}

const AGENDA_ITEM =
  /^(?:agenda\s+)?item(?:\s+no\.?|\s+number)?\s*:?\s*(\d{1,3})([a-z]?)\b\s*[:.)–—-]{0,2}\s*/iu
const MINUTE = /^(?:minute(?:\s+no\.?|\s+number)?|min\.?(?:\s+no\.?)?)\s*:?\s*(?=[\p{L}\d])/iu
const SLASHED = /^((?:[A-Z]{1,8}[/. -]?)?)(\d{1,4})\/(\d{1,4})(?![\d/])([a-z]?)[.:)]?(?:\s+|$)/u
const DOTTED = /^(\d{1,4}([a-z]?))\.(?!\d)\s*/iu
const DOT_NOUGHT = /^(\d{1,3})\.0(?![\d.])\s+/u
const BRACKETED = /^(\d{1,3}([a-z]?))\)\s*/iu
const BARE = /^(\d{1,4}([a-zA-Z]?))(?:\s+|\t)(?=\S)/u
const CODED = /^([A-Z]{1,6})[ .-]?(\d{1,4})[.:)]?(?:\s+|$)(?=\S|$)/u

/** The readings of a line's number, the likeliest first; none for a bullet. */
export function numbersOf(line: Line): readonly Numbered[] {
  if (line.blank || (line.bullet !== null && !/^\d/u.test(line.text))) return []
  if (line.bullet === '-' || line.bullet === '*') return []
  const { text } = line
  const whole = MINUTE.exec(text)
  const words = whole === null ? text : text.slice(whole[0].length)
  const item = AGENDA_ITEM.exec(text)
  if (item !== null)
    return [read('item', `${item[1] ?? ''}${item[2] ?? ''}`, item[1], text, item[0])]
  const slashed = SLASHED.exec(words)
  if (slashed !== null) {
    const [sign, letters = '', first = '', second = '', letter = ''] = slashed
    const number = sign.trim().replace(/[.:)]$/u, '')
    return [
      read(`${letters}#/`, number, first + letter, words, sign),
      read(`${letters}/#`, number, second + letter, words, sign),
    ]
  }
  for (const [style, shape] of [
    ['#.0', DOT_NOUGHT],
    ['#.', DOTTED],
    ['#)', BRACKETED],
    ['#', BARE],
  ] as const) {
    const match = shape.exec(words)
    if (match === null) continue
    if (style === '#.' && whole === null && match[0].length === match[1]?.length) continue
    return [
      read(
        line.cells.length > 1 && style === '#' ? 'row' : whole === null ? style : 'minute',
        match[1] ?? '',
        match[1],
        words,
        match[0],
      ),
    ]
  }
  const coded = CODED.exec(words)
  return coded === null || coded[1] === undefined
    ? []
    : [read(`${coded[1]}#`, coded[0].trim().replace(/[.:)]$/u, ''), coded[2], words, coded[0])]
}

const read = (
  style: string,
  number: string,
  sequence: string | undefined,
  text: string,
  sign: string,
): Numbered => ({
  style,
  number,
  sequence: sequenceOf(sequence ?? ''),
  rest: text.slice(sign.length).trim(),
})

/** "5b" stands between 5 and 6. */
function sequenceOf(number: string): number {
  const letter = /[a-z]$/iu.exec(number)?.[0].toLowerCase()
  const after = letter === undefined ? 0 : (letter.codePointAt(0) ?? 96) - 96
  return Number.parseInt(number, 10) + after / 100
}

/** '3.1', '10.12', '4.2.1', '17.0' before the words of a paragraph; '6a' is none. */
const PARAGRAPH =
  /^(\d{1,3}(?:\.\d{1,3}){1,2})[.)]?(?:\s+|$)(?!(?:am|pm|a\.m|p\.m|hrs|hours|per\s?cent|million|billion|m|k|%)\b)/iu

export type NumberedParagraph = { readonly number: string; readonly text: string }

/** The paragraph number that a line begins with; times of day and amounts are none. */
export function paragraphOf(line: Line): NumberedParagraph | null {
  if (line.bullet !== null && !/^\d/u.test(line.text)) return null
  const match = PARAGRAPH.exec(line.text)
  if (match?.[1] === undefined) return null
  const text = line.text.slice(match[0].length).trim()
  return text !== '' && /^[\d%]/u.test(text) && !/^\d{1,2}\s/u.test(text)
    ? null
    : { number: match[1], text }
}

export type Mark = {
  readonly mark: string
  readonly rest: string
  readonly kind: 'letter' | 'roman' | 'number'
}

const LIST_MARK =
  /^(?:part\s+)?(?:\(\s?([a-z]{1,2}|[ivx]{1,5}|\d{1,2})\s?\)|([a-z]|[ivx]{1,5}|\d{1,2})[.)])[:.]?(?:\s+|$|(?=(?-i:\p{Lu})))/iu

/** The sign of a part of a resolution or a list: "(a)", "ii)", "1.", "1)". */
export function markOf(text: string): Mark | null {
  const match = LIST_MARK.exec(text.slice(0, 60))
  if (match === null) return null
  const mark = (match[1] ?? match[2] ?? '').toLowerCase()
  return {
    mark,
    rest: text.slice(match[0].length).trim(),
    kind: /^\d/u.test(mark)
      ? 'number'
      : /^[ivx]+$/u.test(mark) && mark !== 'c'
        ? 'roman'
        : 'letter',
  }
}
