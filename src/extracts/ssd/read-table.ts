import { type Day, parseIsoDay } from '#calendar'
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
import { type KeptColumn, keptColumn, keptRows, type Rows, type Value } from './kept-rows.ts'
import { columnName } from './recognise.ts'
import type { SourceColumn } from './shape.ts'
import { shapes, type TableName } from './shapes.ts'

export interface TableRead<T extends TableName = TableName> {
  readonly table: T
  readonly file: string
  readonly rows: Rows<T>
  readonly found: number
  readonly refusals: ListRefusals
  /** Columns of the file that the record does not keep, as the file spells them. */
  readonly otherColumns: readonly string[]
}

type Reader = (text: string) => Reading<Value>

interface ColumnReader {
  readonly column: string
  readonly place: number
  readonly needed: boolean
  readonly nothing: '' | null
  readonly kept: KeptColumn
  /** The number of a value that there is nothing to say about; undefined sends it to `read`. */
  readonly quick: (text: string) => number | undefined
  readonly read: Reader
  /** Told of a value that `read` took without a doubt, so that `quick` knows it again. */
  readonly remember: (text: string, number: number) => void
}

/** Reads one table of the dataset; its rows are kept as numbers in columns, and its text is not. */
export function readTable<T extends TableName>(
  table: T,
  file: SourceFile,
  refusals: ListRefusals,
): TableRead<T> {
  const { child: childColumn, id: idColumn } = shapes[table]
  const childKept = keptColumn('child', 'code')
  const line = keptColumn('row', 'count')
  let length = 0
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
    refusals.about(child)
    if (child === '' && childColumn !== null) return refusals.row(row, childMissing)
    const id = idPlace < 0 ? cells.join('\u0001') : (cells[idPlace] ?? '')
    if (id !== '' && seen.has(id)) return refusals.row(row, rowTwice)
    seen.add(id)
    if (!keep(length, cells, row, columns, refusals)) return
    childKept.set(length, childKept.numberOf(child))
    line.set(length, row)
    length++
  })
  refusals.about(null)
  for (const note of csv.notes) refusals.doubt(null, null, null, problem('encoding', note))
  for (const { line, code, message } of csv.problems) refusals.row(line, { code, message })
  const known = new Set([childColumn, idColumn, ...columns.map(each => each.column)])
  const others = ((header ?? []) as readonly string[]).filter(name => !known.has(name))
  return {
    table,
    file: file.name,
    rows: keptRows(
      length,
      childKept,
      line,
      columns.map(each => each.kept),
    ),
    found: found + csv.problems.length,
    refusals,
    otherColumns: others,
  }
}

/** Keeps what a row says at a place; false where it was refused, and the place is free again. */
function keep(
  at: number,
  cells: readonly string[],
  row: number,
  columns: readonly ColumnReader[],
  refusals: ListRefusals,
): boolean {
  for (const each of columns) {
    const { column, kept, needed } = each
    const cell = cells[each.place] ?? ''
    const quick = each.quick(cell)
    if (quick !== undefined) {
      kept.set(at, quick)
      continue
    }
    const reading = each.read(cell)
    if ('code' in reading) {
      if (needed) {
        refusals.row(row, reading, column, cell)
        return false
      }
      refusals.value(row, column, cell, reading)
      kept.set(at, kept.numberOf(each.nothing))
      continue
    }
    const { value, doubt } = reading
    if (needed && (value === null || value === '')) {
      refusals.row(row, neededMissing, column)
      return false
    }
    const number = kept.numberOf(value)
    if (doubt === null) each.remember(cell, number)
    else refusals.doubt(row, column, cell, doubt)
    kept.set(at, number)
  }
  return true
}

function columnReaders(table: TableName, header: readonly string[]): ColumnReader[] {
  return Object.entries<SourceColumn>(shapes[table].columns).map(([name, column]) => {
    const known = new Map<string, number>()
    return {
      column: column.column,
      place: header.indexOf(column.column),
      needed: column.needed,
      nothing: column.kind === 'code' ? '' : null,
      kept: keptColumn(name, column.kind),
      quick: column.kind === 'day' ? plainDay : text => known.get(text),
      read: readerOf(column),
      // A column of identifiers has no value twice, and a memory of them all would be for nothing.
      remember: (text, number) => {
        if (column.kind !== 'day' && known.size < 10_000) known.set(text, number)
      },
    }
  })
}

/** Nearly every date of an extract is written as 2024-03-31. */
function plainDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45) return undefined
  const day = parseIsoDay(text)
  return day !== null && day >= firstPlain && day <= lastPlain ? day : undefined
}

// Days outside are for `readDay` to doubt or refuse.
const firstPlain = parseIsoDay('1910-01-01') ?? 0
const lastPlain = parseIsoDay('2100-12-31') ?? 0

function readerOf({ kind, codes, most }: SourceColumn): Reader {
  switch (kind) {
    case 'day':
      return dayReader()
    case 'flag':
      return readFlagOrNone
    case 'count':
      return cell => readCount(cell, most === null ? {} : { most })
    case 'code':
      return cell => {
        if (placeholder.test(cell)) return taken('')
        return codes === null ? taken(readIdentifier(cell)) : readCode(cell, codes)
      }
  }
}

// Views of the dataset put these words where a system has nothing to give.
const placeholder = /^\s*(placeholder[ _]data|ssd_ph)\s*$/i

/** Whether a return interview was accepted is 'NA' where none was offered: that is no answer. */
function readFlagOrNone(cell: string): Reading<boolean | null> {
  return placeholder.test(cell) ? taken(null) : readFlag(cell)
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
