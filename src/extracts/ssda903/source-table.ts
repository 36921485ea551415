import type { ListRefusals } from '../refusals.ts'
import type { Cell } from '../values.ts'
import type { TableName } from './shapes.ts'

/** One table of a return as it stands in a file, before anything in it is understood. */
export interface SourceTable {
  readonly table: TableName
  readonly file: string
  /** The collection's names of the columns, in their order; '' for one without a name. */
  readonly columns: readonly string[]
  /** The columns as the file spells them. */
  readonly spelled: readonly string[]
  readonly rows: readonly SourceRow[]
  /** Rows that stand in the file and could not be read as rows. */
  readonly lost: number
  readonly refusals: ListRefusals
}

export interface SourceRow {
  /** The line or row in the file, counted from 1. */
  readonly row: number
  readonly cells: readonly Cell[]
}
