import {
  type Fields,
  type List,
  type ListName,
  type Table,
  type TableBuilder,
  type ValuesOf,
  tableBuilder,
} from '#records'
import type { SourceList } from './source-list.ts'

/** What was read of one block of the census. */
export interface BlockReader {
  readonly source: SourceList
  /** The tables it fills; none where the census does not hold the block. */
  tables(): readonly Table[]
}

/** The table of a list that was delivered: it has rows, or is known to have none. */
export function some(
  rows: Pick<Rows<Fields>, 'length' | 'build'>,
  deliveredAlways = false,
): readonly Table[] {
  return rows.length > 0 || deliveredAlways ? [rows.build()] : []
}

/** Whether a row was taken: `same` says what an earlier row says, `other` has only its key. */
export type Added = 'new' | 'same' | 'other'

export interface Rows<F extends Fields> {
  /** Adds a row unless it is the `same` as an earlier one. */
  add(child: string, values: Partial<ValuesOf<F>>): Added
  readonly length: number
  build(): Table
}

/** The rows of a list, each of which is taken once. */
export function rowsOf<F extends Fields>(list: List<ListName, F>): Rows<F> {
  const builder: TableBuilder<F> = tableBuilder(list)
  const seen = new Map<string, string | string[]>()
  return {
    add(child, values) {
      const key = list.key.reduce((text, name) => `${text}|${String(values[name])}`, child)
      const content = Object.values(values).join('|')
      const before = seen.get(key)
      if (before === undefined) seen.set(key, content)
      else if (before === content || (Array.isArray(before) && before.includes(content)))
        return 'same'
      else seen.set(key, Array.isArray(before) ? [...before, content] : [before, content])
      builder.add(child, values)
      return before === undefined ? 'new' : 'other'
    },
    get length() {
      return builder.length
    },
    build: () => builder.build(),
  }
}
