import type { TableRead } from './read-rows.ts'
import type { TableName } from './shapes.ts'

/** All tables of a return, read; a table that was not delivered is absent. */
export type Reads = { readonly [T in TableName]?: readonly TableRead<T>[] }

/** Called for each row that is left out after its values were read, for the count of its source. */
export type LeaveOut = (read: TableRead<TableName>) => void
