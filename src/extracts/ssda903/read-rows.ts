import type { Day } from '#calendar'
import {
  type Cell,
  dayColumnReader,
  isBlank,
  isProblem,
  type Problem,
  problem,
  type Reading,
  readCode,
  readCount,
  readFlag,
  readIdentifier,
  readText,
} from '../values.ts'
import type { Row, SourceColumn, TableName } from './shapes.ts'
import { shapes } from './shapes.ts'
import type { SourceRow, SourceTable } from './source-table.ts'

/** The rows that were understood, and how many stood in the source. */
export interface TableRead<T extends TableName> {
  readonly source: SourceTable
  readonly rows: readonly Row<T>[]
  readonly found: number
}

interface ColumnReader {
  readonly name: string
  readonly place: number
  readonly spelled: string
  readonly needed: boolean
  readonly expected: boolean
  /** What stands for "not recorded" in this column. */
  readonly nothing: '' | null
  read(cell: Cell): Reading<Day | string | number | boolean | null>
}

/**
 * Reads the values of a table's rows for the return of a year. A value that cannot be read is
 * refused and its row kept, unless the row says nothing without it. A row that stands there twice,
 * letter for letter in all that is kept, is taken once; `seen` is shared by all files of the table.
 */
export function readRows<T extends TableName>(
  table: T,
  source: SourceTable,
  year: number,
  seen: Set<string>,
): TableRead<T> {
  const { refusals } = source
  const childPlace = source.columns.indexOf('CHILD')
  const columns = columnReaders(table, source, year)
  const kept = [childPlace, ...columns.map(column => column.place)]
  const rows: Row<T>[] = []
  for (const row of source.rows) {
    const child = readIdentifier(row.cells[childPlace])
    refusals.about(child)
    const refusal = rowProblem(row, child, source, kept, seen)
    if (refusal !== null) {
      refusals.row(row.row, refusal)
      continue
    }
    const values = valuesOf(row, columns, source)
    // The readers were made from the table's own columns, which is what its row type is made of.
    if (values !== null) rows.push({ child, row: row.row, values } as unknown as Row<T>)
  }
  refusals.about(null)
  return { source, rows, found: source.rows.length }
}

function rowProblem(
  { cells }: SourceRow,
  child: string,
  { columns }: SourceTable,
  kept: readonly number[],
  seen: Set<string>,
): Problem | null {
  if (columnsAgain(cells, columns)) return headerAgain
  if (cells.length > columns.length && !cells.slice(columns.length).every(isBlank))
    return tooManyCells
  if (child === '') return childMissing
  // A number that a program put before each row, or a postcode, does not make it another row.
  const whole = kept.map(place => readText(cells[place])).join('\u0001')
  if (seen.has(whole)) return rowTwice
  seen.add(whole)
  return null
}

function columnsAgain(cells: readonly Cell[], columns: readonly string[]): boolean {
  const place = columns.indexOf('CHILD')
  const word = readText(cells[place]).toUpperCase()
  return word === 'CHILD' || word === 'CHILDID' || word === 'CHILD ID'
}

/** The values by column; null where the row was refused for want of one. */
function valuesOf(
  { row, cells }: SourceRow,
  columns: readonly ColumnReader[],
  { refusals }: SourceTable,
): Record<string, unknown> | null {
  const values: Record<string, unknown> = {}
  for (const column of columns) {
    const cell = cells[column.place]
    const reading = column.read(cell)
    if (column.needed && (isProblem(reading) || reading.value === null || reading.value === '')) {
      const why = isProblem(reading) ? reading : neededMissing
      refusals.row(row, why, column.spelled, isBlank(cell) ? null : readText(cell))
      return null
    }
    if (column.expected && isBlank(cell)) refusals.doubt(row, column.spelled, null, valueBlank)
    const value = refusals.take(reading, row, column.spelled, cell)
    values[column.name] = value === undefined ? column.nothing : value
  }
  return values
}

function columnReaders(table: TableName, source: SourceTable, year: number): ColumnReader[] {
  return Object.entries<SourceColumn>(shapes[table].columns).map(([name, column]) => {
    const place = source.columns.indexOf(name)
    const spelled = source.spelled[place] ?? name
    const read = place < 0 ? noColumn(column) : readerOf(column, name, source, place, year)
    const nothing = column.kind === 'code' ? '' : null
    const expected = column.expected && place >= 0
    return { name, place, spelled, needed: column.needed, expected, nothing, read }
  })
}

function noColumn(column: SourceColumn): ColumnReader['read'] {
  const empty = { value: column.kind === 'code' ? '' : null, doubt: null }
  return () => empty
}

function readerOf(
  column: SourceColumn,
  name: string,
  source: SourceTable,
  place: number,
  year: number,
): ColumnReader['read'] {
  switch (column.kind) {
    case 'day':
      return dayColumn(name, source, place)
    case 'flag':
      return readFlag
    case 'count':
      return cell => readCount(cell, column.most === null ? {} : { most: column.most })
    case 'code':
      return column.codes === null
        ? cell => ({ value: identifierOrNothing(cell), doubt: null })
        : codeColumn(column.codes, year)
  }
}

function codeColumn(codes: NonNullable<SourceColumn['codes']>, year: number): ColumnReader['read'] {
  return cell => {
    const reading = readCode(cell, codes.set)
    if (isProblem(reading) || reading.value === '') return reading
    const from = codes.from[reading.value] ?? 0
    const until = codes.until[reading.value] ?? 9999
    return year < from || year > until ? { value: reading.value, doubt: notOfTheYear } : reading
  }
}

function dayColumn(name: string, source: SourceTable, place: number): ColumnReader['read'] {
  const { read, about } = dayColumnReader(source.rows.map(row => row.cells[place]))
  for (const each of about) source.refusals.doubt(null, source.spelled[place] ?? name, null, each)
  if (name !== 'DATE_PERM') return read
  // The collection has zz for the part of this date that nobody knows.
  return cell =>
    /^zz[/-]/i.test(readText(cell)) ? { value: null, doubt: partlyKnown } : read(cell)
}

/** XXXXXXX stands in URN for a placement that has none. */
function identifierOrNothing(cell: Cell): string {
  const text = readIdentifier(cell)
  return /^X+$/i.test(text) ? '' : text
}

const headerAgain = problem('header-again', 'The names of the columns stand here again.')
const tooManyCells = problem(
  'too-many-values',
  'The row has more values than the table has columns, so it is not certain which is which.',
)
const childMissing = problem('child-missing', 'The row does not say which child it is about.')
const rowTwice = problem('row-twice', 'The same row stands in the table twice; it was taken once.')
const neededMissing = problem('value-missing', 'The row says nothing without this value.')
const valueBlank = problem('value-blank', 'The return does not let this value be blank.')
const notOfTheYear = problem(
  'code-not-of-year',
  'This code was not in use in the year of this return.',
)
const partlyKnown = problem('date-partly-known', 'Only a part of this date is known.')
