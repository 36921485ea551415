import type { Runs, Table } from '../doc.ts'
import type { Frame } from './flow.ts'
import { linesHere } from './flow.ts'
import { type Line, linesOf, widthsOf } from './lines.ts'
import {
  type Element,
  type Sheet,
  artifact,
  drawLines,
  drawPlain,
  element,
  fullPage,
  gap,
  ink,
  roomOf,
  ruleColour,
  turnPage,
} from './sheet.ts'
import { flow } from './flow.ts'

const padding = { x: 6, y: 5 } as const

type Look = { readonly size: number; readonly lineHeight: number }
type Columns = readonly {
  readonly left: number
  readonly width: number
  readonly number: boolean
}[]
type Cell = {
  readonly lines: readonly Line[]
  readonly type: 'TH' | 'TD'
  readonly scope?: 'Column' | 'Row'
}

/** A table over as many pages as it needs: its head stands on each, and a long cell goes on. */
export function drawTable(sheet: Sheet, parent: Element, table: Table, frame: Frame): void {
  const look = lookOf(sheet, table, frame)
  const columns = columnsOf(sheet, table, frame, look)
  if (columns.length === 0) return
  const head = table.header.length === 0 ? [] : headCells(sheet, table, columns, look)
  const rows = table.rows.map(row => bodyCells(sheet, table, row, columns, look))
  const first = rows[0] ?? []
  const whole = element(sheet, parent, 'Table')
  gap(sheet, 12)
  drawCaption(sheet, whole, table.caption, frame, heightOf(head, look) + heightOf(first, look))
  if (head.length > 0) {
    const group = element(sheet, whole, 'THead')
    drawRow(sheet, group, head, { look, columns, head: [] })
    group.end()
  }
  const group = element(sheet, whole, 'TBody')
  for (const row of rows) drawRow(sheet, group, row, { look, columns, head })
  group.end()
  whole.end()
  gap(sheet, 10)
}

function drawCaption(
  sheet: Sheet,
  whole: Element,
  caption: string,
  frame: Frame,
  below: number,
): void {
  if (caption === '') return
  const look = { size: 11.5, lineHeight: 17 }
  const words = element(sheet, whole, 'Caption')
  const lines = linesOf([{ text: caption, bold: true }], frame.width, look, sheet.faces)
  flow(sheet, words, lines, frame, { ...look, before: 0, with: Math.min(below, fullPage / 2) })
  words.end()
  sheet.y += 4
}

/** Smaller letters where the longest words of all columns do not stand beside each other. */
function lookOf(sheet: Sheet, table: Table, frame: Frame): Look {
  const usual = { size: 10.5, lineHeight: 14.5 }
  const least = shares(sheet, table, usual).reduce((sum, each) => sum + each.least, 0)
  return least <= frame.width ? usual : { size: 8.5, lineHeight: 12 }
}

type Share = { readonly least: number; readonly most: number }

function shares(sheet: Sheet, table: Table, look: Look): readonly Share[] {
  const all = [table.header, ...table.rows]
  const count = all.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: count }, (_, index) => {
    const widths = all.map((row, at) => {
      const bold = at === 0 || (index === 0 && table.rowHeaders === true)
      return widthsOf(row[index] ?? [], { ...look, bold }, sheet.faces)
    })
    const most = widths.reduce((sum, each) => Math.max(sum, each.most), 24)
    const least = widths.reduce((sum, each) => Math.max(sum, each.least), 24)
    return {
      least: Math.min(160, least) + 2 * padding.x,
      most: most + 2 * padding.x,
    }
  })
}

function columnsOf(sheet: Sheet, table: Table, frame: Frame, look: Look): Columns {
  const wanted = shares(sheet, table, look)
  const widths = widthsWithin(wanted, frame.width)
  let left = frame.left
  return widths.map((width, index) => {
    const column = { left, width, number: table.columns?.[index] === 'number' }
    left += width
    return column
  })
}

/** Each column has its longest word; what is left is shared evenly, until a column needs no more. */
export function widthsWithin(wanted: readonly Share[], width: number): readonly number[] {
  const least = wanted.reduce((sum, each) => sum + each.least, 0)
  if (least >= width) return wanted.map(each => (each.least * width) / least)
  const widths = wanted.map(each => each.least)
  let left = width - least
  const byNeed = wanted
    .map((each, index) => ({ index, more: Math.max(0, each.most - each.least) }))
    .toSorted((a, b) => a.more - b.more)
  for (const [done, { index, more }] of byNeed.entries()) {
    const given = Math.min(more, left / (byNeed.length - done))
    widths[index] = (widths[index] ?? 0) + given
    left -= given
  }
  // What nobody needs goes to all, so that the table is as wide as the words around it.
  return widths.map(each => each + left / widths.length)
}

const cellLines = (sheet: Sheet, runs: Runs, width: number, look: Look, bold: boolean) =>
  linesOf(runs, width - 2 * padding.x, { ...look, bold, follow: sheet.follow }, sheet.faces)

const isBlank = (runs: Runs): boolean => runs.every(run => run.text.trim() === '')

function headCells(sheet: Sheet, table: Table, columns: Columns, look: Look): readonly Cell[] {
  return columns.map(({ width }, index) => {
    const runs = table.header[index] ?? []
    const lines = cellLines(sheet, runs, width, look, true)
    return isBlank(runs) ? { lines, type: 'TD' } : { lines, type: 'TH', scope: 'Column' }
  })
}

function bodyCells(
  sheet: Sheet,
  table: Table,
  row: readonly Runs[],
  columns: Columns,
  look: Look,
): readonly Cell[] {
  return columns.map(({ width }, index) => {
    const runs = row[index] ?? []
    const names = index === 0 && table.rowHeaders === true && !isBlank(runs)
    const lines = cellLines(sheet, runs, width, look, names)
    return names ? { lines, type: 'TH', scope: 'Row' } : { lines, type: 'TD' }
  })
}

const linesIn = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.map(cell => cell.lines.length))

const heightOf = (cells: readonly Cell[], look: Look): number =>
  cells.length === 0 ? 0 : linesIn(cells) * look.lineHeight + 2 * padding.y

type Around = { readonly look: Look; readonly columns: Columns; readonly head: readonly Cell[] }

function drawRow(sheet: Sheet, parent: Element, cells: readonly Cell[], around: Around): void {
  const { look, columns, head } = around
  const row = element(sheet, parent, 'TR')
  const elements = cells.map(cell =>
    element(sheet, row, cell.type, cell.scope && { O: 'Table', Scope: cell.scope }),
  )
  const turn = (): void => {
    turnPage(sheet)
    repeat(sheet, head, around)
  }
  // A row goes to the next page whole, unless it would leave much of this one empty.
  if (heightOf(cells, look) > roomOf(sheet) && heightOf(cells, look) < fullPage / 3) turn()
  let from = 0
  for (const total = linesIn(cells); from < total; ) {
    const room = Math.floor((roomOf(sheet) - 2 * padding.y + 0.01) / look.lineHeight)
    const count = linesHere(total - from, room)
    if (count === 0) {
      turn()
      continue
    }
    const top = sheet.y + padding.y
    for (const [index, cell] of cells.entries()) {
      const part = cell.lines.slice(from, from + count)
      const into = elements[index]
      const column = columns[index]
      if (into && column && part.some(line => line.pieces.length > 0))
        drawLines(sheet, into, part, placeIn(column, top, look))
    }
    sheet.y += count * look.lineHeight + 2 * padding.y
    rule(sheet, columns, head.length === 0)
    from += count
    if (from < total) turn()
  }
  for (const each of elements) each.end()
  row.end()
}

const placeIn = ({ left, width, number }: Columns[number], y: number, look: Look) => ({
  x: left + padding.x,
  y,
  ...look,
  ...(number ? { rightIn: width - 2 * padding.x } : {}),
})

/** The head again, at the top of a further page: no part of the table, which has it already. */
function repeat(sheet: Sheet, head: readonly Cell[], { look, columns }: Around): void {
  if (head.length === 0 || heightOf(head, look) > fullPage / 2) return
  artifact(sheet, 'Pagination', () => {
    for (const [index, { lines }] of head.entries()) {
      const column = columns[index]
      if (column) drawPlain(sheet, lines, placeIn(column, sheet.y + padding.y, look))
    }
  })
  sheet.y += heightOf(head, look)
  rule(sheet, columns, true)
}

function rule(sheet: Sheet, columns: Columns, strong: boolean): void {
  const left = columns[0]?.left ?? 0
  const last = columns.at(-1)
  const right = last ? last.left + last.width : left
  artifact(sheet, 'Layout', () => {
    sheet.pdf.lineWidth(strong ? 1.2 : 0.5).strokeColor(strong ? ink : ruleColour)
    sheet.pdf.moveTo(left, sheet.y).lineTo(right, sheet.y).stroke()
  })
}
