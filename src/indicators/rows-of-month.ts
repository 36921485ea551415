import { type Day, type Month, monthOf } from '#calendar'
import { cursorOver, type Fields, type History, NOTHING, type Row, tableIn } from '#records'
import { describedAtMonthEnd, type RecordDefinition } from './definition.ts'
import { type Standard, type Standards, usualStandards } from './local-standards.ts'
import { spellOf } from './members.ts'

/**
 * The rows that can be members of an indicator in a month that is counted on a day, in their order.
 * A list of a million visits is not to be asked row by row for each page that shows one month of it.
 */
export function rowsOfMonth(
  history: History,
  { of, when, standards: countedBy }: RecordDefinition,
  month: Month,
  day: Day,
  standards: Standards,
): Int32Array {
  const table = tableIn(history, of)
  if (table === null || day < 0) return new Int32Array(0)
  if (typeof when === 'function')
    return momentsOf(history, of, when, countedBy === undefined ? null : standards)(month)
  if (when === describedAtMonthEnd) {
    const asOn = table.columns['asOn']?.values
    return rowsWhere(table.length, row => asOn?.[row] === day)
  }
  const spell = spellOf(table)
  if (spell === null) return new Int32Array(0)
  const { starts, ends } = spell
  return rowsWhere(
    table.length,
    row => (starts[row] ?? 0) <= day && (ends[row] === NOTHING || (ends[row] ?? 0) > day),
  )
}

function rowsWhere(length: number, is: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(length)
  let found = 0
  for (let row = 0; row < length; row++) if (is(row)) rows[found++] = row
  return rows.slice(0, found)
}

type Moment = (row: Row<Fields>, standard: Standard) => Day | null
type RowsOf = (month: Month) => Int32Array
interface Known {
  /** Which of the council's decisions the days follow from; '' where from none. */
  readonly mark: string
  readonly rows: RowsOf
}

/** Of each history those asked for last: each holds a number for every row of its list. */
const known = new WeakMap<History, Map<Moment, Known>>()
const MOST_KNOWN = 8

function momentsOf(
  history: History,
  of: RecordDefinition['of'],
  when: Moment,
  standards: Standards | null,
): RowsOf {
  const ofHistory = known.get(history) ?? new Map<Moment, Known>()
  known.set(history, ofHistory)
  const mark = standards?.mark ?? ''
  const before = ofHistory.get(when)
  const found =
    before?.mark === mark ? before : { mark, rows: rowsByMonth(history, of, when, standards) }
  ofHistory.delete(when)
  ofHistory.set(when, found)
  const [oldest] = ofHistory.keys()
  if (ofHistory.size > MOST_KNOWN && oldest !== undefined) ofHistory.delete(oldest)
  return found.rows
}

/** Asks every row of a list once for its day, and puts the rows in the order of their months. */
function rowsByMonth(
  history: History,
  of: RecordDefinition['of'],
  when: Moment,
  standards: Standards | null,
): RowsOf {
  const { on } = standards ?? usualStandards
  const open = cursorOver(history, of)
  if (open === null) return () => new Int32Array(0)
  const { table, cursor } = open
  const months = new Int32Array(table.length)
  let first = Number.MAX_SAFE_INTEGER
  let last = -1
  for (let row = 0; row < table.length; row++) {
    cursor.row = row
    const day = when(cursor, on)
    const month = day === null ? -1 : monthOf(day)
    months[row] = month
    if (month < 0) continue
    first = Math.min(first, month)
    last = Math.max(last, month)
  }
  const starts = new Int32Array(Math.max(0, last - first + 1) + 1)
  for (const month of months) {
    if (month >= 0) starts[month - first + 1] = (starts[month - first + 1] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const rows = new Int32Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (const [row, month] of months.entries()) {
    if (month < 0) continue
    const place = next[month - first] ?? 0
    rows[place] = row
    next[month - first] = place + 1
  }
  return month => rows.subarray(starts[month - first] ?? 0, starts[month - first + 1] ?? 0)
}
