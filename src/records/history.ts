import type { Day } from '#calendar'
import { type Column, NOTHING } from './column.ts'
import type { List } from './list.ts'
import { allLists, type AnyList, type ListName } from './lists.ts'
import { type Numbering, numbering } from './numbering.ts'
import type { Table } from './table.ts'

/** What one frozen extract adds to a history. */
export interface HistoryPart {
  /** The extract's own identifier, by which every figure can be taken back to it. */
  readonly extract: string
  readonly asOf: Day
  readonly tables: ReadonlyMap<ListName, Table>
  readonly coverage: readonly { readonly list: ListName; readonly from: Day; readonly to: Day }[]
}

/** The days one extract speaks for in one list. */
export interface CoveredSpan {
  readonly from: Day
  readonly to: Day
  readonly extract: string
  /**
   * The list's fields that the extract does not carry at all: its kind of file has no such column.
   * "Not decided" and "decided on a day that this file does not give" are then told apart.
   */
  readonly lacks: readonly string[]
}

/**
 * The rows of one list in a history, in the order of their children and, for each child, of the
 * list's key (its date). `child` holds child numbers, which are places in `History.childIds`.
 */
export interface HistoryTable {
  readonly list: List
  readonly length: number
  readonly child: Int32Array
  readonly columns: Readonly<Record<string, Column>>
  /** The first row of each child; one place longer than there are children. */
  readonly firstRow: Int32Array
}

/** All that an authority's extracts say together: each event once, as the latest extract has it. */
export interface History {
  readonly childIds: readonly string[]
  readonly tables: ReadonlyMap<ListName, HistoryTable>
  /** Oldest first. */
  readonly coverage: ReadonlyMap<ListName, readonly CoveredSpan[]>
  /** The identifiers of the extracts, oldest first. */
  readonly extracts: readonly string[]
  readonly asOf: Day
}

/**
 * One history out of many extracts. Where two hold the same event (the same child and key) the
 * later one wins; a column that a later extract does not carry at all keeps its earlier value.
 */
export function consolidate(parts: readonly HistoryPart[]): History {
  const building = buildHistory(parts)
  for (const list of allLists) {
    building.add(
      list,
      parts.map(part => part.tables.get(list.name)),
    )
  }
  return building.history()
}

/** A history in the making, list by list: only one list's extracts need to be in memory at a time. */
export interface HistoryBuilding {
  /** A list's rows in each extract, in the order of the extracts; undefined where it has none. */
  add(list: AnyList, tables: readonly (Table | undefined)[]): void
  history(): History
}

export function buildHistory(
  extracts: readonly Pick<HistoryPart, 'extract' | 'asOf' | 'coverage'>[],
): HistoryBuilding {
  const oldestFirst = extracts
    .map((extract, place) => ({ ...extract, place }))
    .sort((a, b) => a.asOf - b.asOf)
  const numbers = numbering()
  const tables = new Map<ListName, HistoryTable>()
  const coverage = new Map<ListName, readonly CoveredSpan[]>()
  return {
    add(list, given) {
      const tablesInOrder = oldestFirst.map(({ place }) => given[place])
      const sources = tablesInOrder.filter(table => table !== undefined).toReversed()
      if (sources.length > 0) {
        const draft = gather(list, sources, numbers)
        tables.set(list.name, settle(draft, numbers.ids.length))
      }
      const spans = oldestFirst.flatMap(({ extract, coverage: covered }, place) => {
        const lacks = fieldsLacking(tablesInOrder[place])
        return covered
          .filter(each => each.list === list.name)
          .map(({ from, to }) => ({ from, to, extract, lacks }))
      })
      if (spans.length > 0) coverage.set(list.name, spans)
    },
    history: () => ({
      childIds: numbers.ids,
      tables: new Map(
        [...tables].map(([name, table]) => [
          name,
          { ...table, firstRow: forAll(numbers.ids, table) },
        ]),
      ),
      coverage,
      extracts: oldestFirst.map(each => each.extract),
      asOf: oldestFirst.at(-1)?.asOf ?? 0,
    }),
  }
}

/** Children whom only later lists name have no row in this one: their first row is its end. */
function forAll({ length }: readonly string[], { firstRow }: HistoryTable): Int32Array {
  const known = firstRow.length - 1
  const all = new Int32Array(length + 1)
  all.set(firstRow)
  return all.fill(firstRow[known] ?? 0, known)
}

function fieldsLacking(table: Table | undefined): readonly string[] {
  if (table === undefined || table.length === 0) return []
  return Object.keys(table.list.fields).filter(name => !holdsAnything(table.columns[name]))
}

/** All rows of a list from all its extracts, the newest extract first, before any is left out. */
interface Draft {
  readonly list: List
  readonly child: Int32Array
  readonly columns: Readonly<Record<string, Column>>
  /** For each row, which source table it came from: 0 is the newest. */
  readonly source: Uint16Array
  /** For each source and field, whether that extract carries the column at all. */
  readonly carries: readonly Readonly<Record<string, boolean>>[]
}

function gather(list: List, newestFirst: readonly Table[], numbers: Numbering): Draft {
  const total = newestFirst.reduce((sum, table) => sum + table.length, 0)
  const child = new Int32Array(total)
  const source = new Uint16Array(total)
  let at = 0
  newestFirst.forEach((table, place) => {
    const numberOf = table.child.words.map(id => numberFor(id, numbers, list))
    for (let row = 0; row < table.length; row++) {
      child[at + row] = numberOf[table.child.values[row] ?? 0] ?? -1
    }
    source.fill(place, at, at + table.length)
    at += table.length
  })
  const names = Object.keys(list.fields)
  const columns = Object.fromEntries(
    names.map(name => [name, joinColumns(columnsNamed(name, newestFirst), total)]),
  )
  const carries = newestFirst.map(table =>
    Object.fromEntries(names.map(name => [name, holdsAnything(table.columns[name])])),
  )
  return { list, child, columns, source, carries }
}

function numberFor(id: string, numbers: Numbering, list: List): number {
  return list.about !== 'child' || id === '' ? -1 : numbers.numberOf(id)
}

function columnsNamed(name: string, tables: readonly Table[]): readonly Column[] {
  return tables.flatMap(table => table.columns[name] ?? [])
}

function joinColumns(columns: readonly Column[], total: number): Column {
  const first = columns[0]
  if (first === undefined) throw new RangeError('A list without its columns cannot be joined')
  if (first.kind === 'flag') {
    const values = new Int8Array(total)
    let at = 0
    for (const column of columns) {
      values.set(column.values, at)
      at += column.values.length
    }
    return { kind: 'flag', values }
  }
  const values = new Int32Array(total)
  let at = 0
  if (first.kind !== 'code') {
    for (const column of columns) {
      values.set(column.values, at)
      at += column.values.length
    }
    return { kind: first.kind, values }
  }
  const places = new Map<string, number>([['', 0]])
  for (const column of columns) {
    if (column.kind !== 'code') continue
    const moved = column.words.map(word => {
      const place = places.get(word) ?? places.size
      places.set(word, place)
      return place
    })
    for (const value of column.values) values[at++] = moved[value] ?? 0
  }
  return { kind: 'code', values, words: [...places.keys()] }
}

function holdsAnything(column: Column | undefined): boolean {
  if (column === undefined) return false
  const nothing = nothingIn(column)
  return column.values.some(value => value !== nothing)
}

function nothingIn(column: Column): number {
  return column.kind === 'code' ? 0 : column.kind === 'flag' ? -1 : NOTHING
}

/** Sorts a draft by child and key, and keeps of each event the newest row. */
function settle(draft: Draft, childCount: number): HistoryTable {
  const { list, child, columns, source } = draft
  // Rows without a child (teams, adopters) share one bucket, after all children.
  const bucketOf = (row: number): number => {
    const number = child[row] ?? -1
    return number < 0 ? childCount : number
  }
  const starts = new Int32Array(childCount + 2)
  for (let row = 0; row < child.length; row++) {
    const bucket = bucketOf(row) + 1
    starts[bucket] = (starts[bucket] ?? 0) + 1
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  }
  const order = new Int32Array(child.length)
  const next = starts.slice()
  for (let row = 0; row < child.length; row++) {
    const bucket = bucketOf(row)
    const place = next[bucket] ?? 0
    order[place] = row
    next[bucket] = place + 1
  }
  const keys = list.key.flatMap(name => columns[name]?.values ?? [])
  const compare = (a: number, b: number): number => {
    for (const key of keys) {
      const difference = (key[a] ?? 0) - (key[b] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  const kept = new Int32Array(child.length)
  // Pairs, one number after another: the newest row of an event, and an older one.
  const inherited: number[] = []
  let length = 0
  for (let bucket = 0; bucket <= childCount; bucket++) {
    const from = starts[bucket] ?? 0
    const to = starts[bucket + 1] ?? from
    sortRun(order, from, to, compare)
    for (let place = from; place < to; place++) {
      const row = order[place] ?? 0
      const newest = kept[length - 1] ?? -1
      const same = place > from && compare(newest, row) === 0
      if (!same) kept[length++] = row
      else if (source[newest] !== source[row]) inherited.push(newest, row)
    }
  }
  inherit(draft, inherited)
  return tableOf(draft, kept.subarray(0, length), childCount)
}

/** A stable insertion sort: a child has few rows in a list, and they mostly come in order. */
function sortRun(
  order: Int32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  if (to - from > 2000) {
    const sorted = Array.from(order.subarray(from, to)).sort(compare)
    order.set(sorted, from)
    return
  }
  for (let place = from + 1; place < to; place++) {
    const row = order[place] ?? 0
    let before = place - 1
    while (before >= from && compare(order[before] ?? 0, row) > 0) {
      order[before + 1] = order[before] ?? 0
      before--
    }
    order[before + 1] = row
  }
}

/** Fills what a newer extract's kind of file does not carry from the older row of the same event. */
function inherit(draft: Draft, pairs: readonly number[]): void {
  for (const [name, column] of Object.entries(draft.columns)) {
    const nothing = nothingIn(column)
    const always = draft.list.key.length === 0
    if (!always && draft.carries.every(each => each[name] ?? true)) continue
    for (let at = 0; at < pairs.length; at += 2) {
      const to = pairs[at] ?? 0
      const from = pairs[at + 1] ?? 0
      const carried = draft.carries[draft.source[to] ?? 0]?.[name] ?? true
      if ((!carried || always) && column.values[to] === nothing)
        column.values[to] = column.values[from] ?? nothing
    }
  }
}

function tableOf(draft: Draft, kept: Int32Array, childCount: number): HistoryTable {
  const columns = Object.fromEntries(
    Object.entries(draft.columns).map(([name, column]) => [name, pick(column, kept)]),
  )
  const child = new Int32Array(kept.length)
  for (let place = 0; place < kept.length; place++)
    child[place] = draft.child[kept[place] ?? 0] ?? -1
  return historyTable(draft.list, child, columns, childCount)
}

function pick(column: Column, rows: Int32Array): Column {
  const values = column.kind === 'flag' ? new Int8Array(rows.length) : new Int32Array(rows.length)
  for (let place = 0; place < rows.length; place++) {
    values[place] = column.values[rows[place] ?? 0] ?? 0
  }
  // The values keep the kind that their column had.
  return { ...column, values } as Column
}

/** A table of a history from rows already in the order of their children. */
export function historyTable(
  list: List,
  child: Int32Array,
  columns: Readonly<Record<string, Column>>,
  childCount: number,
): HistoryTable {
  const firstRow = new Int32Array(childCount + 1)
  for (const number of child) {
    if (number >= 0) firstRow[number + 1] = (firstRow[number + 1] ?? 0) + 1
  }
  for (let number = 1; number <= childCount; number++) {
    firstRow[number] = (firstRow[number] ?? 0) + (firstRow[number - 1] ?? 0)
  }
  return { list, length: child.length, child, columns, firstRow }
}
