import type { ItemLines } from './items.ts'
import { type Line, placeOf } from './lines.ts'
import { type Amount, amountsIn, poundsIn } from './money.ts'
import type { Read, Funding, FundingLine } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'

const TOTAL = /^(?:grand |sub-?)?total\b|\btotal$/iu
const ABOUT_MONEY =
  /\b(?:fund(?:s|ing|ed)?|invest\w*|budget|allocat\w*|cost|spend\w*|saving|grant|resourc\w*)\b/iu

/**
 * The first table of amounts that a paper breaks its money down in, with the headline said above
 * it. A row is a label and one amount; amounts without pound sign or unit take those of the rows
 * around them, and say so.
 */
export function fundingOf(items: readonly ItemLines[]): Funding | null {
  for (const { item, lines } of items) {
    const written = lines.filter(line => !line.blank)
    for (let at = 0; at < written.length; at++) {
      const rows = rowsFrom(written, at)
      if (rows.length < 3 || !rows.some(row => row.amount.pound || row.amount.unit !== null)) {
        at += Math.max(0, rows.length - 1)
        continue
      }
      return funding(item.number, written, at, rows)
    }
  }
  return null
}

type Row = { readonly line: Line; readonly label: string; readonly amount: Amount }

function rowsFrom(lines: readonly Line[], start: number): readonly Row[] {
  const rows: Row[] = []
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]
    const row = line === undefined ? null : rowOf(line)
    if (row === null) break
    rows.push(row)
  }
  return rows
}

/** "Additional social workers <tab> £2.460m", also set apart by wide spaces, dots or a dash. */
function rowOf(line: Line): Row | null {
  if (line.text.length > 200) return null
  const cells =
    line.cells.length > 1
      ? line.cells.filter(cell => cell.trim() !== '')
      : line.text.split(/\s{3,}|\s*\.{4,}\s*|\s[–—-]\s(?=£)|:\s(?=£)/u)
  const label = (cells[0] ?? '').replace(/[:\s]+$/u, '')
  const last = cells.at(-1) ?? ''
  if (cells.length < 2 || !/^\p{Lu}/u.test(label) || label.length < 3) return null
  const [amount, ...more] = amountsIn(last)
  if (
    amount === undefined ||
    more.length > 0 ||
    amount.at > 1 ||
    amount.words.length < last.trim().length - 2
  )
    return null
  return { line, label, amount }
}

function funding(
  item: string | null,
  written: readonly Line[],
  start: number,
  rows: readonly Row[],
): Funding {
  const total = rows.find(row => TOTAL.test(row.label))
  const scale = scaleAbove(written[start - 1])
  const lines: FundingLine[] = rows
    .filter(row => !TOTAL.test(row.label))
    .map(({ line, label, amount }) => ({
      label,
      gbp: amount.unit === null && scale !== null ? amount.gbp * scale : amount.gbp,
      words: amount.words,
      unitAssumed: !amount.pound || (amount.unit === null && scale !== null),
      place: placeOf([line]),
    }))
  const headline: Read<number> | null =
    total === undefined
      ? headlineAbove(written.slice(Math.max(0, start - 4), start))
      : {
          value:
            total.amount.unit === null && scale !== null
              ? total.amount.gbp * scale
              : total.amount.gbp,
          place: placeOf([total.line]),
          inferred: null,
        }
  return {
    item,
    headline,
    lines,
    // In pence, so that the sum of many decimals stays exact.
    sumGbp: lines.reduce((sum, line) => sum + Math.round(line.gbp * 100), 0) / 100,
    place: placeOf(rows.map(row => row.line)),
  }
}

/** "£000" or "£m" at the head of the column. */
function scaleAbove(line: Line | undefined): number | null {
  const match =
    line === undefined ? null : /£\s?(?:\(?(m|million|000'?s?|k)\b)/iu.exec(line.text.slice(-60))
  if (match === null || line === undefined || line.cells.length < 2) return null
  return /^m/iu.test(match[1] ?? '') ? 1e6 : 1e3
}

/** The last amount said of money in the paragraphs above. */
function headlineAbove(lines: readonly Line[]): Read<number> | null {
  for (const line of lines.toReversed()) {
    for (const sentence of sentencesOf(line.text).toReversed()) {
      const amount = poundsIn(sentence).at(-1)
      if (amount !== undefined && ABOUT_MONEY.test(sentence))
        return { value: amount.gbp, place: placeOf([line]), inferred: null }
    }
  }
  return null
}
