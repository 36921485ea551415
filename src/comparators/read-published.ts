import { type Layout, type LayoutRow, layoutOf, type PublishedPlace } from './layout.ts'
import {
  CHILDREN,
  childrenColumn,
  type Column,
  countKey,
  plainColumn,
  type PublishedMeasure,
  publishedMeasures,
  type Where,
} from './published-measures.ts'
import {
  type CellRead,
  isSame,
  numberValue,
  type PublishedSymbol,
  type PublishedValue,
  readCell,
  readYearsAndMonths,
} from './published-value.ts'
import type { Refusal, TableLine } from './table-rows.ts'

/** What places have in one year. */
export type Cut = ReadonlyMap<string, PublishedValue>

export interface PublishedRead {
  readonly kind: 'published'
  /** Rows below the headings. */
  readonly rows: number
  /** Rows that hold a figure that answers an indicator. */
  readonly rowsUsed: number
  /** By what a measure is kept under, then by year, what each place has. */
  readonly cuts: ReadonlyMap<string, ReadonlyMap<number, Cut>>
  readonly places: ReadonlyMap<string, PublishedPlace>
  readonly refusals: readonly Refusal[]
  /** How many values were symbols, by symbol. */
  readonly symbols: ReadonlyMap<PublishedSymbol, number>
}

/** One figure that a row may hold. */
interface Taker {
  readonly key: string
  readonly takes: (row: LayoutRow) => boolean
  readonly read: (row: LayoutRow) => CellRead
}

/**
 * Reads a table of published statistics; null where it is in another layout. A row that cannot be
 * read is refused with a reason and the others are kept.
 */
export function readPublished(lines: readonly TableLine[]): PublishedRead | null {
  const [head, ...rest] = lines
  const layout = head && layoutOf(head.cells)
  if (!layout) return null
  const takers = takersOf(layout)
  const cuts = new Map<string, Map<number, Map<string, PublishedValue>>>()
  const places = new Map<string, PublishedPlace>()
  const newest = new Map<string, number>()
  const refusals: Refusal[] = []
  const symbolCounts = new Map<PublishedSymbol, number>()
  let rowsUsed = 0
  for (const line of rest) {
    const read = layout.read(line)
    if (read.kind === 'refused') {
      refusals.push({ line: line.line, message: read.message })
      continue
    }
    const { row } = read
    let used = false
    for (const taker of takers) {
      if (!taker.takes(row)) continue
      const found = taker.read(row)
      if (found.kind === 'empty') continue
      if (found.kind === 'refused') {
        refusals.push({ line: row.line, message: `${taker.key}: ${found.message}` })
        continue
      }
      const cut = inner(inner(cuts, taker.key), row.year)
      const before = cut.get(row.place.code)
      if (before !== undefined && !isSame(before, found)) {
        refusals.push({
          line: row.line,
          message: `${taker.key}: ${row.place.name} stands twice in ${row.year}, with different figures; the first was kept.`,
        })
        continue
      }
      cut.set(row.place.code, found)
      used = true
      if (before === undefined && found.kind === 'symbol')
        symbolCounts.set(found.symbol, (symbolCounts.get(found.symbol) ?? 0) + 1)
    }
    if (!used) continue
    rowsUsed++
    // A place that changed its name goes by the one of its newest year.
    if ((newest.get(row.place.code) ?? 0) <= row.year) {
      newest.set(row.place.code, row.year)
      places.set(row.place.code, row.place)
    }
  }
  return {
    kind: 'published',
    rows: rest.length,
    rowsUsed,
    cuts,
    places,
    refusals,
    symbols: symbolCounts,
  }
}

function inner<K, L, V>(outer: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = outer.get(key) ?? new Map<L, V>()
  outer.set(key, found)
  return found
}

function takersOf(layout: Layout): readonly Taker[] {
  const has = (column: string) => layout.columns.has(column)
  const takers: Taker[] = []
  for (const measure of publishedMeasures) {
    const ofColumn = measure.column && takerOf(measure.code, measure.column, has)
    if (ofColumn) takers.push(ofColumn)
    else if (has(plainColumn(measure.code)) || has(plainColumn(measure.indicator)))
      takers.push(byHeading(measure, has))
    else if (namesMeasures(layout)) takers.push(byRow(measure, layout))
  }
  const { column, where } = childrenColumn
  if (has(column) && Object.keys(where).every(has))
    takers.push({
      key: CHILDREN,
      takes: row => isWhere(row, where),
      read: row => readCell(row.cell(column)),
    })
  return takers
}

function takerOf(code: string, column: Column, has: (column: string) => boolean): Taker | null {
  switch (column.kind) {
    case 'value':
    case 'months': {
      const where = column.where ?? {}
      if (!has(column.column) || !Object.keys(where).every(has)) return null
      const read = column.kind === 'months' ? readYearsAndMonths : readCell
      return {
        key: code,
        takes: row => isWhere(row, where),
        read: row => read(row.cell(column.column)),
      }
    }
    case 'per-children':
      return has(column.column)
        ? { key: countKey(code), takes: () => true, read: row => readCell(row.cell(column.column)) }
        : null
    case 'share':
      return [...column.columns, column.over].every(has)
        ? { key: code, takes: () => true, read: row => share(row, column) }
        : null
  }
}

/** A column that is headed by the measure's published code, or by the indicator's. */
function byHeading(measure: PublishedMeasure, has: (column: string) => boolean): Taker {
  const named = plainColumn(measure.code)
  const column = has(named) ? named : plainColumn(measure.indicator)
  return { key: measure.code, takes: () => true, read: row => readCell(row.cell(column)) }
}

const measureColumns = ['measure_short', 'measure_code', 'measure', 'indicator', 'published_code']
const valueColumns = ['value', 'figure']

const namesMeasures = ({ columns }: Layout): boolean =>
  measureColumns.some(each => columns.has(each)) && valueColumns.some(each => columns.has(each))

/** A long table: one row a measure, named by its published code or the indicator's. */
function byRow({ code, indicator }: PublishedMeasure, { columns }: Layout): Taker {
  const names = measureColumns.filter(each => columns.has(each))
  const column = valueColumns.find(each => columns.has(each)) ?? 'value'
  const wanted = new Set([code, indicator])
  return {
    key: code,
    takes: row => names.some(each => wanted.has(row.cell(each))),
    read: row => readCell(row.cell(column)),
  }
}

function isWhere(row: LayoutRow, where: Where): boolean {
  return Object.entries(where).every(([column, wanted]) => row.cell(column) === wanted)
}

/** As a percentage to one decimal, as such shares are published; the first symbol where there is one. */
function share(row: LayoutRow, column: Column & { readonly kind: 'share' }): CellRead {
  const cells = [...column.columns, column.over].map(each => readCell(row.cell(each)))
  const other = cells.find(each => each.kind !== 'number')
  if (other !== undefined) return other
  const numbers = cells.map(each => (each.kind === 'number' ? each.value : 0))
  const over = numbers.at(-1) ?? 0
  if (over === 0) return { kind: 'symbol', symbol: 'z' }
  const part = numbers.slice(0, -1).reduce((a, b) => a + b, 0)
  return numberValue(halfAwayFromZero((part / over) * 100, 1))
}

/** Rounds as the DfE does: halves go away from zero. */
export function halfAwayFromZero(value: number, digits: number): number {
  const scale = 10 ** digits
  // What is a half in decimals may be a hair below it in binary: 0.285 × 100 is 28.499999999999996.
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(12)))) / scale
}
