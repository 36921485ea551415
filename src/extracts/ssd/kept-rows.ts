import type { Day } from '#calendar'
import { type ColumnKind, NOTHING } from '#records'
import type { Row, TableName } from './shapes.ts'

/** What a cell of the dataset can say: a day or a count, a word, yes or no, or nothing. */
export type Value = Day | string | boolean | null

/**
 * The rows of one table. They stand in columns of numbers, because an extract of half a million
 * rows would fill hundreds of megabytes as objects. Going through them moves one and the same row
 * along, so what is to be kept of a row has to be copied.
 */
export interface Rows<T extends TableName> extends Iterable<Row<T>> {
  readonly length: number
}

/** One column as it is read: each value is a number, and each word is kept once. */
export interface KeptColumn {
  readonly name: string
  /** The number that stands for a value. */
  numberOf(value: Value): number
  valueOf(number: number): Value
  /** Sets the value of a row by its number; rows come in order, and one may be set again. */
  set(row: number, number: number): void
  at(row: number): number
}

export function keptColumn(name: string, kind: ColumnKind): KeptColumn {
  let numbers = new Int32Array(256)
  return {
    name,
    ...(kind === 'code' ? words() : kind === 'flag' ? flags : wholeNumbers),
    set(row, number) {
      if (row >= numbers.length) {
        const larger = new Int32Array(numbers.length * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[row] = number
    },
    at: row => numbers[row] ?? NOTHING,
  }
}

type Meaning = Pick<KeptColumn, 'numberOf' | 'valueOf'>

const wholeNumbers: Meaning = {
  numberOf: value => (typeof value === 'number' ? value : NOTHING),
  valueOf: number => (number === NOTHING ? null : number),
}

const flags: Meaning = {
  numberOf: value => (typeof value === 'boolean' ? Number(value) : NOTHING),
  valueOf: number => (number === NOTHING ? null : number === 1),
}

function words(): Meaning {
  const known: string[] = ['']
  const numbers = new Map<string, number>([['', 0]])
  return {
    numberOf(value) {
      const word = typeof value === 'string' ? value : ''
      let number = numbers.get(word)
      if (number === undefined) {
        number = known.push(word) - 1
        numbers.set(word, number)
      }
      return number
    },
    valueOf: number => known[number] ?? '',
  }
}

/** Rows of so many, with their children, the lines that they stand on, and what they say. */
export function keptRows<T extends TableName>(
  length: number,
  child: KeptColumn,
  line: KeptColumn,
  columns: readonly KeptColumn[],
): Rows<T> {
  return {
    length,
    *[Symbol.iterator]() {
      let at = 0
      const values = {}
      for (const column of columns) {
        const get = () => column.valueOf(column.at(at))
        Object.defineProperty(values, column.name, { get, enumerable: true })
      }
      const row = {
        get child() {
          return child.valueOf(child.at(at))
        },
        get row() {
          return line.at(at)
        },
        values,
      }
      // The columns are those of the table's shape, which is what its row type is made of.
      for (; at < length; at++) yield row as unknown as Row<T>
    },
  }
}
