import { type Column, type ColumnKind, NOTHING } from './column.ts'
import type { HistoryTable } from './history.ts'
import type { Fields, ValuesOf } from './list.ts'

/** The fields of a table's rows, one row at a time: move `row`, and every field reads that row. */
export function fieldsOf<F extends Fields>(table: HistoryTable): ValuesOf<F> & { row: number } {
  const cursor = { row: 0 }
  for (const name of Object.keys(table.list.fields)) {
    const column = table.columns[name]
    if (column !== undefined) Object.defineProperty(cursor, name, { get: reader(column, cursor) })
  }
  // Built field by field from the list's own schema, which is what the type says.
  return cursor as unknown as ValuesOf<F> & { row: number }
}

function reader(column: Column, cursor: { readonly row: number }): () => unknown {
  const { values } = column
  const read: { [K in ColumnKind]: () => unknown } = {
    day: () => dayOrNull(values[cursor.row]),
    count: () => dayOrNull(values[cursor.row]),
    code: () => (column.kind === 'code' ? column.words[values[cursor.row] ?? 0] : ''),
    flag: () => {
      const value = values[cursor.row] ?? -1
      return value < 0 ? null : value === 1
    },
  }
  return read[column.kind]
}

export function dayOrNull(value: number | undefined): number | null {
  return value === undefined || value === NOTHING ? null : value
}
