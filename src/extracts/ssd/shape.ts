import type { ColumnKind, ValueOf } from '#records'
import type { CodeSet } from '../values.ts'

/** A column of a table of the dataset that is kept. */
export interface SourceColumn<K extends ColumnKind = ColumnKind> {
  readonly kind: K
  /** As the dataset spells it, in small letters. */
  readonly column: string
  /** A row without it says nothing and is refused. */
  readonly needed: boolean
  readonly codes: CodeSet | null
  readonly most: number | null
}
export type Columns = Readonly<Record<string, SourceColumn>>

/** A table of the Standard Safeguarding Dataset: what of it is kept. */
export interface Shape<C extends Columns = Columns> {
  /** With 'ssd_' before it, as the dataset names it. */
  readonly name: string
  /** The letters before the first underscore of all its columns. */
  readonly prefix: string
  /** The column that tells rows apart; null where the dataset has none. */
  readonly id: string | null
  /** The column of the child; null for a table whose rows are found through another. */
  readonly child: string | null
  readonly columns: C
}

export type RowOf<C extends Columns> = {
  readonly child: string
  readonly row: number
  readonly values: { readonly [Name in keyof C]: ValueOf[C[Name]['kind']] }
}

export function shape<C extends Columns>(
  name: string,
  id: string | null,
  child: string | null,
  columns: C,
): Shape<C> {
  const prefix = (id ?? child ?? '').split('_')[0] ?? ''
  return { name, prefix, id, child, columns }
}

const column =
  <K extends ColumnKind>(kind: K, needed = false) =>
  (name: string, codes: CodeSet | null = null, most: number | null = null): SourceColumn<K> => ({
    kind,
    column: name,
    needed,
    codes,
    most,
  })

export const day = column('day')
export const neededDay = column('day', true)
export const code = column('code')
export const neededCode = column('code', true)
export const flag = column('flag')
export const count = column('count')
