import type { Day } from '#calendar'

/**
 * The kinds of value a list can hold. Columns and not objects: two million events are a few typed
 * arrays, read at memory speed and kept in a few dozen megabytes.
 *
 * - `day`: a date; `null` where it is not recorded
 * - `code`: a short word from a set (a category, a team, an identifier); '' where it is not recorded
 * - `count`: a whole number; `null` where it is not recorded
 * - `flag`: yes, no, or `null` for not known
 */
export type ColumnKind = 'day' | 'code' | 'count' | 'flag'

export interface ValueOf {
  day: Day | null
  code: string
  count: number | null
  flag: boolean | null
}

/** What stands in a day or count column for "not recorded". */
export const NOTHING = -2_147_483_648

export interface DayColumn {
  readonly kind: 'day'
  readonly values: Int32Array
}
export interface CountColumn {
  readonly kind: 'count'
  readonly values: Int32Array
}
/** `values` are places in `words`; place 0 is always '' for "not recorded". */
export interface CodeColumn {
  readonly kind: 'code'
  readonly values: Int32Array
  readonly words: readonly string[]
}
/** 1 yes, 0 no, -1 not known. */
export interface FlagColumn {
  readonly kind: 'flag'
  readonly values: Int8Array
}
export type Column = DayColumn | CountColumn | CodeColumn | FlagColumn
export interface ColumnOf {
  day: DayColumn
  code: CodeColumn
  count: CountColumn
  flag: FlagColumn
}

/** A column that grows by one value at a time and doubles its room when it is full. */
export interface ColumnBuilder<K extends ColumnKind> {
  readonly kind: K
  push(value: ValueOf[K]): void
  build(): ColumnOf[K]
}

export function columnBuilder<K extends ColumnKind>(kind: K): ColumnBuilder<K> {
  const make: { [Kind in ColumnKind]: () => ColumnBuilder<Kind> } = {
    day: () => integerBuilder('day'),
    count: () => integerBuilder('count'),
    code: codeBuilder,
    flag: flagBuilder,
  }
  return make[kind]()
}

function integerBuilder<K extends 'day' | 'count'>(kind: K): ColumnBuilder<K> {
  let values = new Int32Array(256)
  let length = 0
  return {
    kind,
    push(value) {
      if (length === values.length) values = grown(values)
      values[length++] = value ?? NOTHING
    },
    // The cast joins the kind to the shape, which TypeScript cannot follow through a parameter.
    build: () => ({ kind, values: values.slice(0, length) }) as ColumnOf[K],
  }
}

function codeBuilder(): ColumnBuilder<'code'> {
  const places = new Map<string, number>([['', 0]])
  const words = ['']
  let values = new Int32Array(256)
  let length = 0
  // The same word mostly comes many times in a row.
  let last = ''
  let lastPlace = 0
  return {
    kind: 'code',
    push(value) {
      let place = value === last ? lastPlace : places.get(value)
      if (place === undefined) {
        place = words.length
        places.set(value, place)
        words.push(value)
      }
      last = value
      lastPlace = place
      if (length === values.length) values = grown(values)
      values[length++] = place
    },
    build: () => ({ kind: 'code', values: values.slice(0, length), words: [...words] }),
  }
}

function flagBuilder(): ColumnBuilder<'flag'> {
  let values = new Int8Array(256)
  let length = 0
  return {
    kind: 'flag',
    push(value) {
      if (length === values.length) {
        const larger = new Int8Array(values.length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value === null ? -1 : Number(value)
    },
    build: () => ({ kind: 'flag', values: values.slice(0, length) }),
  }
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}

/** The value in one place of a column, in the form that a reader of the record expects. */
export function valueAt(column: Column, row: number): Day | number | string | boolean | null {
  switch (column.kind) {
    case 'day':
    case 'count': {
      const value = column.values[row] ?? NOTHING
      return value === NOTHING ? null : value
    }
    case 'code':
      return column.words[column.values[row] ?? 0] ?? ''
    case 'flag': {
      const value = column.values[row] ?? -1
      return value < 0 ? null : value === 1
    }
  }
}
