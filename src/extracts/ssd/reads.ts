import type { TableRead } from './read-table.ts'
import type { TableName } from './shapes.ts'

/** All tables of an extract, read; a table that was not delivered is absent. */
export type Reads = { readonly [T in TableName]?: readonly TableRead<T>[] }
