import { isAscii } from 'node:buffer'
import {
  type Data,
  Dictionary,
  Field,
  Int8,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Vector,
} from 'apache-arrow'
import { type Column, type ColumnKind, type List, listNamed, type Table } from '#records'

const FORMAT = 'sightline-1'

/** A list's rows as the bytes of an Apache Arrow file. The same rows always give the same bytes. */
export function toArrow(table: Table): Uint8Array {
  const columns: [string, Column][] = [
    ['child', table.child],
    ...Object.keys(table.list.fields).flatMap((name): [string, Column][] => {
      const column = table.columns[name]
      return column === undefined ? [] : [[name, column]]
    }),
  ]
  const data = columns.map(([, column], place) => dataOf(column, place))
  const fields = columns.map(([name], place) => {
    const type = data[place]?.type
    return new Field(name, type ?? new Int32(), false)
  })
  const struct = makeData({
    type: new Struct(fields),
    length: table.length,
    nullCount: 0,
    children: data,
  })
  const schema = new Schema(
    fields,
    new Map([
      ['format', FORMAT],
      ['list', table.list.name],
    ]),
  )
  return tableToIPC(new ArrowTable(schema, new RecordBatch(schema, struct)), 'file')
}

// The dictionary's number is given, because the library would count on from file to file and the
// same rows would not have the same hash.
function dataOf(column: Column, place: number): Data {
  const length = column.values.length
  if (column.kind === 'flag') {
    return makeData({ type: new Int8(), length, nullCount: 0, data: column.values })
  }
  if (column.kind !== 'code') {
    return makeData({ type: new Int32(), length, nullCount: 0, data: column.values })
  }
  return makeData({
    type: new Dictionary(new Utf8(), new Int32(), place),
    length,
    nullCount: 0,
    data: column.values,
    dictionary: makeVector(wordsData(column.words)),
  })
}

/** Written at once, and not word by word through the library's builder, which takes ten times as long. */
function wordsData(words: readonly string[]): Data<Utf8> {
  const { length } = words
  const all = words.join('')
  const plain = Buffer.byteLength(all, 'utf8') === all.length
  const each = plain ? [] : words.map(word => Buffer.from(word, 'utf8'))
  const valueOffsets = new Int32Array(length + 1)
  let at = 0
  for (let place = 0; place < length; place++) {
    at += (plain ? words[place] : each[place])?.length ?? 0
    valueOffsets[place + 1] = at
  }
  const data = plain ? Buffer.from(all, 'latin1') : Buffer.concat(each)
  return makeData({ type: new Utf8(), length, nullCount: 0, valueOffsets, data })
}

/**
 * The words of a dictionary. Its letters are decoded once and cut into words; only where some letter
 * takes more than one byte do the places of bytes and letters differ, and each word is decoded.
 */
function wordsOf(dictionary: Vector | undefined): readonly string[] {
  return dictionary?.data.flatMap(wordsIn) ?? ['']
}

function wordsIn({ values, valueOffsets, length }: Data): readonly string[] {
  if (!(values instanceof Uint8Array) || !(valueOffsets instanceof Int32Array)) return []
  const letters = Buffer.from(values.buffer, values.byteOffset, values.length)
  const words = Array.from<string>({ length })
  const first = valueOffsets[0] ?? 0
  const last = valueOffsets[length] ?? first
  const text = letters.toString('latin1', first, last)
  const ascii = isAscii(letters.subarray(first, last))
  for (let place = 0; place < length; place++) {
    const from = valueOffsets[place] ?? 0
    const to = valueOffsets[place + 1] ?? from
    words[place] = ascii ? text.slice(from - first, to - first) : letters.toString('utf8', from, to)
  }
  return words
}

/**
 * The rows that `toArrow` wrote. Numbers are views of the file's own bytes, not copies.
 * @throws {TypeError} where the bytes are not a list of this format
 */
export function fromArrow(bytes: Uint8Array): Table {
  const arrow = tableIn(bytes)
  const list: List | undefined = listNamed(arrow?.schema.metadata.get('list') ?? '')
  if (arrow?.schema.metadata.get('format') !== FORMAT || list === undefined) {
    throw new TypeError('These bytes are not a list that Sightline froze.')
  }
  const child = columnFrom(arrow, 'child', 'code')
  if (child.kind !== 'code') throw new TypeError('A frozen list has no children.')
  const columns = Object.fromEntries(
    Object.entries(list.fields).map(([field, { kind }]) => [field, columnFrom(arrow, field, kind)]),
  )
  return { list, length: arrow.numRows, child, columns }
}

/** Null where the bytes are no Arrow file at all, which Arrow tells by errors of many kinds. */
function tableIn(bytes: Uint8Array): ArrowTable | null {
  try {
    return tableFromIPC(bytes)
  } catch {
    return null
  }
}

/** A column that an older file does not have is "not recorded" in every row. */
function columnFrom(arrow: ArrowTable, name: string, kind: ColumnKind): Column {
  const vector = arrow.getChild(name)
  const data = vector?.data[0]
  const length = arrow.numRows
  switch (kind) {
    case 'flag':
      return { kind, values: data ? int8(data.values, length) : new Int8Array(length).fill(-1) }
    case 'day':
    case 'count':
      return {
        kind,
        values: data ? int32(data.values, length) : new Int32Array(length).fill(-2_147_483_648),
      }
    case 'code':
      return {
        kind,
        values: data ? int32(data.values, length) : new Int32Array(length),
        words: wordsOf(data?.dictionary),
      }
  }
}

function int32(values: unknown, length: number): Int32Array {
  return values instanceof Int32Array ? values.subarray(0, length) : new Int32Array(length)
}

function int8(values: unknown, length: number): Int8Array {
  return values instanceof Int8Array ? values.subarray(0, length) : new Int8Array(length)
}
