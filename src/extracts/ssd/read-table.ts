import type { Day } from '#calendar'
import { type CsvRead, readCsv } from '#kit/files/csv.ts'
import type { SourceFile } from '../extract.ts'
import type { ListRefusals } from '../refusals.ts'
import {
  dayReader,
  isBlank,
  problem,
  type Reading,
  readCode,
  readCount,
  readFlag,
  readIdentifier,
  taken,
} from '../values.ts'
import { columnName } from './recognise.ts'
import type { SourceColumn } from './shape.ts'
import { type Row, shapes, type TableName } from './shapes.ts'

export interface TableRead<T extends TableName = TableName> {
  readonly table: T
  readonly file: string
  readonly rows: readonly Row<T>[]
  readonly found: number
  readonly refusals: ListRefusals
  /** Columns of the file that the record does not keep, as the file spells them. */
  readonly otherColumns: readonly string[]
}

type Value = Day | string | boolean | null

/** Sees every value; the readings of a column are remembered, as its values repeat. */
type Reader = (text: string) => Reading<Value>

interface ColumnReader {
  readonly name: string
  readonly column: string
  readonly place: number
  readonly needed: boolean
  readonly nothing: '' | null
  readonly read: Reader
}

/** Reads one table of the dataset; its rows are kept as values, and its text is not. */
export function readTable<T extends TableName>(
  table: T,
  file: SourceFile,
  refusals: ListRefusals,
): TableRead<T> {
  const { child: childColumn, id: idColumn } = shapes[table]
  const rows: Row<T>[] = []
  const seen = new Set<string>()
  let found = 0
  let header: readonly string[] | null = null
  let columns: readonly ColumnReader[] = []
  let childPlace = -1
  let idPlace = -1
  const csv: CsvRead = readCsv(file.bytes, (cells, row) => {
    if (header === null) {
      header = cells.map(columnName)
      columns = columnReaders(table, header)
      childPlace = childColumn === null ? -1 : header.indexOf(childColumn)
      idPlace = idColumn === null ? -1 : header.indexOf(idColumn)
      for (const { column, place } of columns)
        if (place < 0) refusals.doubt(null, column, null, columnMissing)
      return
    }
    found++
    if (cells.length > header.length && !cells.slice(header.length).every(isBlank))
      return refusals.row(row, tooManyValues)
    const child = childPlace < 0 ? '' : readIdentifier(cells[childPlace])
    if (child === '' && childColumn !== null) return refusals.row(row, childMissing)
    const id = idPlace < 0 ? cells.join('\u0001') : (cells[idPlace] ?? '')
    if (id !== '' && seen.has(id)) return refusals.row(row, rowTwice)
    seen.add(id)
    const values = valuesOf(cells, row, columns, refusals)
    // The readers were made from the table's own columns, which is what its row type is made of.
    if (values !== null) rows.push({ child, row, values } as unknown as Row<T>)
  })
  for (const note of csv.notes) refusals.doubt(null, null, null, problem('encoding', note))
  for (const { line, code, message } of csv.problems) refusals.row(line, { code, message })
  const known = new Set([childColumn, idColumn, ...columns.map(each => each.column)])
  const others = ((header ?? []) as readonly string[]).filter(name => !known.has(name))
  return {
    table,
    file: file.name,
    rows,
    found: found + csv.problems.length,
    refusals,
    otherColumns: others,
  }
}

function valuesOf(
  cells: readonly string[],
  row: number,
  columns: readonly ColumnReader[],
  refusals: ListRefusals,
): Record<string, Value> | null {
  const values: Record<string, Value> = {}
  for (const column of columns) {
    const cell = cells[column.place] ?? ''
    const reading = column.read(cell)
    if ('code' in reading) {
      if (column.needed) {
        refusals.row(row, reading, column.column, cell)
        return null
      }
      refusals.value(row, column.column, cell, reading)
      values[column.name] = column.nothing
      continue
    }
    const { value, doubt } = reading
    if (column.needed && (value === null || value === '')) {
      refusals.row(row, neededMissing, column.column)
      return null
    }
    if (doubt !== null) refusals.doubt(row, column.column, cell, doubt)
    values[column.name] = value
  }
  return values
}

function columnReaders(table: TableName, header: readonly string[]): ColumnReader[] {
  return Object.entries<SourceColumn>(shapes[table].columns).map(([name, column]) => ({
    name,
    column: column.column,
    place: header.indexOf(column.column),
    needed: column.needed,
    nothing: column.kind === 'code' ? '' : null,
    read: readerOf(column),
  }))
}

function readerOf(column: SourceColumn): Reader {
  const { codes, most } = column
  switch (column.kind) {
    case 'day':
      return dayReader()
    case 'flag':
      return remembered(readFlagOrNone)
    case 'count':
      return remembered(cell => readCount(cell, most === null ? {} : { most }))
    case 'code':
      return codes === null
        ? cell => taken(placeholder.test(cell) ? '' : readIdentifier(cell))
        : remembered(cell => (placeholder.test(cell) ? taken('') : readCode(cell, codes)))
  }
}

// Views of the dataset put these words where a system has nothing to give.
const placeholder = /^\s*(placeholder[ _]data|ssd_ph)\s*$/i

/** Whether a return interview was accepted is 'NA' where none was offered: that is no answer. */
function readFlagOrNone(cell: string): Reading<boolean | null> {
  return placeholder.test(cell) ? taken(null) : readFlag(cell)
}

function remembered(read: Reader): Reader {
  const known = new Map<string, Reading<Value>>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const reading = read(text)
    if (known.size < 10_000) known.set(text, reading)
    return reading
  }
}

const columnMissing = problem(
  'column-missing',
  'The table does not have this column, so nothing is known of what it says.',
)
const tooManyValues = problem(
  'too-many-values',
  'The row has more values than the table has columns, so it is not certain which is which.',
)
const childMissing = problem('child-missing', 'The row does not say which child it is about.')
const rowTwice = problem(
  'row-twice',
  'A row with this identifier stands in the table already; the first was taken.',
)
const neededMissing = problem('value-missing', 'The row says nothing without this value.')
