/** A cell: words, a number, or nothing. */
export type Cell = string | number | null

/** Opens as UTF-8 in spreadsheets that would take it for something older. */
const MARK = '\uFEFF'

/**
 * What a spreadsheet would take for a formula, which could fetch or send something when somebody
 * opens a file: it then begins with an apostrophe, which shows that it is text. The wide forms are
 * read as the narrow ones by some.
 * https://owasp.org/www-community/attacks/CSV_Injection (unverified: not read on the day it was written)
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Rows as the text of a CSV file for people to open in a spreadsheet: comma, CRLF, UTF-8 with a
 * byte-order mark. Whoever wrote the words in it, none of them becomes a formula.
 */
export function csvText(headings: readonly string[], rows: Iterable<readonly Cell[]>): string {
  return `${csvHead(headings)}${csvLines(rows)}`
}

/** The beginning of a file that is written bit by bit, with `csvLines` after it. */
export const csvHead = (headings: readonly string[]): string => `${MARK}${csvLines([headings])}`

export function csvLines(rows: Iterable<readonly Cell[]>): string {
  const lines: string[] = []
  for (const row of rows) lines.push(`${row.map(cellText).join(',')}\r\n`)
  return lines.join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  // A semicolon or a tab parts cells in some countries' spreadsheets, and an apostrophe would not
  // stand before what follows it.
  return /[",;\t\r\n]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
