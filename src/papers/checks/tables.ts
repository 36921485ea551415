import type { Found, Line, Reading } from './fault.ts'

interface Cell {
  readonly written: string
  readonly number: number | null
  readonly decimals: number
  readonly share: boolean
}

interface Row {
  readonly line: Line
  readonly label: string
  readonly cells: readonly Cell[]
}

const totals = /^\W{0,4}(?:grand |overall )?totals?\b/i

/** Columns of counts against their row of totals, and shares against 100. */
export function tableFaults({ lines, text }: Reading): readonly Found[] {
  return tablesOf(lines).flatMap(rows => [
    ...totalFaults(rows),
    ...shareFaults(
      rows,
      text.slice(Math.max(0, (rows[0]?.line.start ?? 0) - 300), rows[0]?.line.start),
    ),
  ])
}

function rowOf(line: Line): Row | null {
  if (line.text.length > 400) return null
  const trimmed = line.text.trim().replace(/^\|/, '').replace(/\|$/, '')
  const cells = (
    trimmed.includes('|')
      ? trimmed.split('|')
      : trimmed.includes('\t')
        ? trimmed.split('\t')
        : trimmed.split(/ {3,}/)
  ).map(each => each.trim())
  const [label = '', ...rest] = cells
  if (rest.length === 0 || !/[A-Za-z]/.test(label) || rest.some(each => each.length > 40))
    return null
  return { line, label: label.replaceAll('*', ''), cells: rest.map(cellOf) }
}

function cellOf(written: string): Cell {
  const bare = written.replaceAll(/[*\s]/g, '')
  const match = /^(-?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9}))(\.\d{1,3})?(%?)$/.exec(bare)
  return {
    written,
    number: match === null ? null : Number(`${match[1]?.replaceAll(',', '')}${match[2] ?? ''}`),
    decimals: Math.max(0, (match?.[2]?.length ?? 1) - 1),
    share: match?.[3] === '%',
  }
}

function tablesOf(lines: readonly Line[]): readonly (readonly Row[])[] {
  const tables: Row[][] = []
  let open: Row[] = []
  for (const line of lines) {
    if (/^[\s|:-]*$/.test(line.text) && line.text.trim() !== '') continue
    const row = rowOf(line)
    if (row !== null && row.cells.some(cell => cell.number !== null)) open.push(row)
    else if (open.length > 0) {
      tables.push(open)
      open = []
    }
  }
  if (open.length > 0) tables.push(open)
  return tables.filter(rows => rows.length >= 3)
}

/** Only whole numbers: an average or a rate in a row of totals is no sum. */
function totalFaults(rows: readonly Row[]): readonly Found[] {
  const last = rows.at(-1)
  if (last === undefined || !totals.test(last.label)) return []
  const parts = rows.slice(0, -1)
  if (parts.some(row => /total|of which|average|rate|including/i.test(row.label))) return []
  if (parts.some(row => row.cells.length !== last.cells.length)) return []
  const found: Found[] = []
  for (const [column, total] of last.cells.entries()) {
    const cells = parts.map(row => row.cells[column])
    const numbers = cells.map(cell => cell?.number ?? null)
    const counts = cells.every(cell => cell?.share === false && cell.decimals === 0)
    if (total.number === null || total.share || total.decimals > 0 || !counts) continue
    if (numbers.some(number => number === null)) continue
    // A first row of years is a heading.
    if (numbers.slice(1).every(number => number === 0)) continue
    const sum = numbers.reduce<number>((all, number) => all + (number ?? 0), 0)
    if (sum === total.number || Math.abs(sum - total.number) > total.number * 0.5) continue
    found.push({
      kind: 'sum',
      says: `The ${parts.length} rows come to ${sum.toLocaleString('en-GB')}; the row “${last.label}” says ${total.written}, a difference of ${Math.abs(sum - total.number).toLocaleString('en-GB')}.`,
      severity: 'look again',
      start: last.line.start,
      end: last.line.end,
      also: [{ start: parts[0]?.line.start ?? 0, end: parts.at(-1)?.line.end ?? 0 }],
      suggestion: 'Count the rows again, or say what the total has that the rows have not.',
    })
  }
  return found
}

const parted = /\b(?:break ?down|broken down|split|proportions?|distribution|shares?|make-?up)\b/i

function shareFaults(rows: readonly Row[], before: string): readonly Found[] {
  const width = rows.reduce((least, row) => Math.min(least, row.cells.length), Infinity)
  const found: Found[] = []
  for (let column = 0; column < width; column++) {
    const last = rows.at(-1)
    const whole = last !== undefined && totals.test(last.label) ? last.cells[column] : undefined
    const parts = whole === undefined ? rows : rows.slice(0, -1)
    const cells = parts.map(row => row.cells[column])
    if (parts.length < 3 || !cells.every(cell => cell?.share === true && cell.number !== null))
      continue
    if (whole !== undefined && whole.number !== 100) continue
    const sum = cells.reduce((all, cell) => all + (cell?.number ?? 0), 0)
    const digits = cells.reduce((most, cell) => Math.max(most, cell?.decimals ?? 0), 0)
    const off = Math.abs(sum - 100)
    const reach = whole !== undefined ? 50 : parted.test(before) ? 10 : 0
    if (off <= (parts.length * 10 ** -digits) / 2 || off > reach) continue
    found.push({
      kind: 'percentages',
      says: `The ${parts.length} shares come to ${Number(sum.toFixed(digits))}%, not 100%.`,
      severity: 'look again',
      start: parts[0]?.line.start ?? 0,
      end: (last ?? parts.at(-1))?.line.end ?? 0,
      suggestion: 'Check each share, or say that one thing can be counted twice.',
    })
  }
  return found
}
