import { readCsv } from '../../src/kit/files/csv.ts'
import { layoutOf, standardColumns } from '../../src/comparators/layout.ts'
import { plainColumn } from '../../src/comparators/published-measures.ts'
import {
  type CellRead,
  readCell,
  readYearsAndMonths,
} from '../../src/comparators/published-value.ts'
import type { SuiteLine } from '../suite.ts'

/**
 * Every row and every cell of a figure in a table of the layout, whether an indicator here asks for
 * it or not: a number, or a symbol as its own kind of value. Columns of filters hold words.
 */
export function cellsOf(name: string, bytes: Uint8Array): readonly SuiteLine[] {
  const rows: { readonly cells: readonly string[]; readonly line: number }[] = []
  readCsv(bytes, (cells, line) => {
    rows.push({ cells, line })
  })
  const [head, ...rest] = rows
  const layout = head && layoutOf(head.cells)
  if (!layout) return []
  const notes: string[] = []
  let read = 0
  let figures = 0
  const kinds = new Map<string, number>()
  const columns = head.cells.flatMap((heading, place) =>
    standardColumns.has(plainColumn(heading)) || isFilter(rest.map(row => row.cells[place] ?? ''))
      ? []
      : [{ heading, place }],
  )
  for (const { cells, line } of rest) {
    const row = layout.read({ cells, line })
    if (row.kind === 'row') read++
    else notes.push(`line ${line}: ${row.message}`)
    for (const { heading, place } of columns) {
      const text = cells[place] ?? ''
      const found = readFigure(text)
      const kind = found.kind === 'symbol' ? found.symbol : found.kind
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (found.kind === 'number' || found.kind === 'symbol') figures++
      else notes.push(`line ${line}, ${heading}: “${text}” is ${found.kind}`)
    }
  }
  const told = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')
  const total = rest.length * columns.length
  return [
    { name: `rows of ${name}`, agreed: read, total: rest.length },
    {
      name: `cells of ${name}`,
      agreed: figures,
      total,
      notes: [`${columns.length} columns of figures: ${told}`, ...notes],
    },
  ]
}

const readFigure = (text: string): CellRead =>
  text.includes(':') ? readYearsAndMonths(text) : readCell(text)

/** More words than anything else stand in a filter. */
function isFilter(texts: readonly string[]): boolean {
  const words = texts.filter(text => readFigure(text).kind === 'refused')
  return words.length * 2 > texts.length
}
