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

// A key is the child's place and the day, in one number, which is found in a map far quicker than a
// text made of both. Days from 1910 to 2100 lie within 65,536 of 1 January 1970 either way.
const DAYS = 131_072

/** The rows of a list, each of which is taken once. In the census a child and a day are the key. */
export function rowsOf<F extends Fields>(list: List<ListName, F>): Rows<F> {
  const builder: TableBuilder<F> = tableBuilder(list)
  const names = Object.keys(list.fields)
  const keyName = list.key[0] ?? ''
  const places = new Map<string, number>()
  const seen = new Map<number, Partial<ValuesOf<F>>[]>()

  const placeOf = (child: string): number => {
    const place = places.get(child) ?? places.size
    if (place === places.size) places.set(child, place)
    return place
  }
  return {
    add(child, values) {
      const key = placeOf(child) * DAYS + Number(values[keyName]) + DAYS / 2
      const before = seen.get(key)
      if (before === undefined) seen.set(key, [values])
      else if (before.some(each => names.every(name => each[name] === values[name]))) return 'same'
      else before.push(values)
      builder.add(child, values)
      return before === undefined ? 'new' : 'other'
    },
    get length() {
      return builder.length
    },
    build: () => builder.build(),
  }
}
