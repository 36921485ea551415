import type { Day } from '#calendar'
import {
  type Fields,
  type List,
  type ListName,
  type Table,
  tableBuilder,
  type ValuesOf,
} from '#records'
import type { ListRefusals } from '../refusals.ts'
import { problem } from '../values.ts'
import type { TableRead } from './read-table.ts'
import type { Reads } from './reads.ts'
import type { Row, TableName } from './shapes.ts'

/** What happens to a row: it is taken, read past because it says nothing counted, or refused. */
export type Outcome = 'taken' | 'read-past' | 'refused'

/** Fills the lists of the record from the tables of an extract, and counts what became of each row. */
export interface Filling {
  readonly asOf: Day
  readonly tables: Map<ListName, Table>
  readonly outcomes: Map<TableRead, Record<Outcome, number>>
  /**
   * Goes through a table's rows where the table was delivered. `put` says what became of the row;
   * a list is there, though empty, as soon as its table is.
   */
  each<T extends TableName>(
    table: T,
    put: (row: Row<T>, refusals: ListRefusals) => Outcome,
  ): boolean
  has(...tables: readonly TableName[]): boolean
}

export function filling(reads: Reads, asOf: Day): Filling {
  const outcomes = new Map<TableRead, Record<Outcome, number>>()
  return {
    asOf,
    tables: new Map(),
    outcomes,
    each(table, put) {
      const all = reads[table]
      if (all === undefined) return false
      for (const read of all) {
        const counted = { taken: 0, 'read-past': 0, refused: 0 }
        for (const row of read.rows) counted[put(row as Row<typeof table>, read.refusals)]++
        outcomes.set(read as unknown as TableRead, counted)
      }
      return true
    },
    has: (...tables) => tables.some(table => reads[table] !== undefined),
  }
}

/** Fills one list from one table, each row giving one row; null leaves the row out as refused. */
export function fillList<T extends TableName, F extends Fields, Name extends ListName>(
  into: Filling,
  table: T,
  list: List<Name, F>,
  values: (row: Row<T>, refusals: ListRefusals) => Partial<ValuesOf<F>> | Exclude<Outcome, 'taken'>,
): void {
  const builder = tableBuilder(list)
  const delivered = into.each(table, (row, refusals) => {
    const made = values(row, refusals)
    if (typeof made === 'string') return made
    builder.add(row.child, made)
    return 'taken'
  })
  if (delivered) into.tables.set(list.name, builder.build())
}

/** Whether an end lies before its start, which is said, because neither can be believed. */
export function endsBefore(
  row: number,
  column: string,
  from: Day | null,
  to: Day | null,
  refusals: ListRefusals,
): boolean {
  if (from === null || to === null || to >= from) return false
  refusals.row(row, endBeforeStart, column)
  return true
}

/** Notes that an event lies after the extract's last day; it is kept. */
export function checkAfter(
  row: number,
  column: string,
  day: Day | null,
  asOf: Day,
  refusals: ListRefusals,
): void {
  if (day !== null && day > asOf) refusals.doubt(row, column, null, afterExtract)
}

const endBeforeStart = problem(
  'end-before-start',
  'The end lies before the start, and it cannot be told which of the two is wrong.',
)
const afterExtract = problem('after-extract', 'This date lies after the last day of the extract.')
