import type { Day } from '#calendar'
import type { ListRefusals } from '../refusals.ts'
import {
  type Cell,
  type DateOrder,
  dayReader,
  isBlank,
  isProblem,
  type Problem,
  type Reading,
  readCount,
  readIdentifier,
  readText,
} from '../values.ts'
import type { FoundColumn, Match } from './headings.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readYesNo } from './yes-no.ts'

/** A row of a list, read by the keys of its columns. What cannot be read is refused as it is met. */
export interface Row {
  readonly number: number
  has(key: string): boolean
  isBlank(key: string): boolean
  day(key: string): Day | null
  flag(key: string, words: Vocabulary): boolean | null
  code(key: string, words: Vocabulary): string
  count(key: string, most?: number): number | null
  text(key: string): string
  identifier(key: string): string
  /** Says that the row is left out. */
  refuse(problem: Problem, key?: string): void
  /** Says that the row or a value, though kept, is worth a look. */
  doubt(problem: Problem, key?: string): void
  /** Says that a value is left out. */
  refuseValue(problem: Problem, key: string): void
}

export interface RowReader {
  at(number: number, cells: readonly Cell[]): Row
}

/** Days before it are no dates of a child's life in these files; see `readDay` for the rest. */
export interface Happened {
  (day: Day, row: number, column: string): void
}

export function rowReader(
  match: Match,
  refusals: ListRefusals,
  orders: ReadonlyMap<string, DateOrder>,
  happened: Happened,
): RowReader {
  const events = new Set(match.list.columns.filter(each => each.happened).map(each => each.key))
  const days = new Map(
    match.list.columns.map(({ key }) => [key, dayReader({ order: orders.get(key) ?? 'uk' })]),
  )
  const headings = new Map(match.list.columns.map(({ key, heading }) => [key, heading]))
  let number = 0
  let cells: readonly Cell[] = []

  const found = (key: string): FoundColumn | undefined => match.columns.get(key)
  const cell = (key: string): Cell => {
    const place = found(key)?.place
    return place === undefined ? null : trimmed(cells[place])
  }
  const named = (key: string): string => found(key)?.heading ?? headings.get(key) ?? key
  const shown = (key: string): string | null => {
    const value = cell(key)
    if (isBlank(value)) return null
    return value instanceof Date ? value.toISOString().slice(0, 10) : readText(value)
  }
  const take = <T>(key: string, read: (cell: Cell) => Reading<T>): T | undefined => {
    const value = cell(key)
    if (value === null || value === undefined) return undefined
    const reading = read(value)
    if (isProblem(reading)) {
      refusals.value(number, named(key), shown(key), told(reading, named(key)))
      return undefined
    }
    if (reading.doubt !== null) refusals.doubt(number, named(key), shown(key), reading.doubt)
    return reading.value
  }

  const row: Row = {
    get number() {
      return number
    },
    has: key => found(key) !== undefined,
    isBlank: key => isBlank(cell(key)),
    day(key) {
      const reader = days.get(key)
      const day = reader === undefined ? null : (take(key, reader) ?? null)
      if (day !== null && events.has(key)) happened(day, number, named(key))
      return day
    },
    flag: (key, words) => take(key, value => readYesNo(value, words)) ?? null,
    code: (key, words) => take(key, value => words.read(value)) ?? '',
    count: (key, most) => take(key, value => readCount(value, most ? { most } : {})) ?? null,
    text: key => readText(cell(key)),
    identifier: key => readIdentifier(cell(key)),
    refuse: (problem, key) =>
      refusals.row(number, problem, key ? named(key) : null, key ? shown(key) : null),
    doubt: (problem, key) =>
      refusals.doubt(number, key ? named(key) : null, key ? shown(key) : null, problem),
    refuseValue: (problem, key) => refusals.value(number, named(key), shown(key), problem),
  }
  return {
    at(next, values) {
      number = next
      cells = values
      return row
    },
  }
}

/** A value that Annex A does not have is said with its column. */
function told(problem: Problem, heading: string): Problem {
  if (problem.code !== 'value-not-annex-a') return problem
  return {
    code: problem.code,
    message: `Annex A has no such value for “${heading}”, so it was left out.`,
  }
}

/** Without spaces at the ends, those that do not break among them, and the marks of the web. */
function trimmed(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const text = cell.replaceAll(/[\u00a0\u200b\ufeff]/g, ' ').trim()
  return /^(#n\/a|#ref!|#value!|#name\?|#null!|#div\/0!|n\.a\.?|--+|nothing|\(?blank\)?)$/i.test(
    text,
  )
    ? null
    : text
}
