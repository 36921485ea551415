import { isoDay } from '#calendar'
import { readCsv } from '#kit/files/csv.ts'
import { type CellValue, openWorkbook } from '#kit/files/xlsx.ts'

export interface TableLine {
  /** As the file counts its lines, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Refusal {
  /** The line in the file; null where it is about the whole of it. */
  readonly line: number | null
  readonly message: string
  /** The row was kept, without what is said of it. */
  readonly kept?: true
}

export type TableRead =
  | {
      readonly kind: 'table'
      readonly lines: readonly TableLine[]
      readonly refusals: readonly Refusal[]
    }
  | { readonly kind: 'refused'; readonly message: string }

/** A national table of every authority, year and breakdown stays far below it. */
const mostLines = 400_000

/** Every row of a CSV, or of the first sheet of a workbook that has rows. Never throws. */
export async function tableLines(name: string, bytes: Uint8Array): Promise<TableRead> {
  if (bytes.length === 0) return refused('The file is empty.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return workbookLines(bytes)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refused('This is an older Excel file (.xls). Save it as .xlsx or as CSV and bring that.')
  if (bytes[0] === 0x25 && bytes[1] === 0x50)
    return refused('This is a PDF. Bring the table behind it, as CSV or as a spreadsheet (.xlsx).')
  const lines: TableLine[] = []
  const read = readCsv(bytes, (cells, line) => {
    if (lines.length >= mostLines) return false
    lines.push({ line, cells })
    return undefined
  })
  if (lines.length >= mostLines) return tooLong(name)
  return {
    kind: 'table',
    lines,
    refusals: read.problems.map(({ line, message }) => ({ line, message })),
  }
}

async function workbookLines(bytes: Uint8Array): Promise<TableRead> {
  const book = await openWorkbook(bytes)
  if (book.kind !== 'workbook') return refused(book.message)
  for (const sheet of book.sheets.filter(each => !each.hidden)) {
    const lines: TableLine[] = []
    const fault = await book.eachRow(sheet.name, row => {
      if (lines.length >= mostLines) return false
      lines.push({ line: row.number, cells: row.cells.map(textOf) })
      return undefined
    })
    if (fault !== null) return refused(fault.message)
    if (lines.length >= mostLines) return tooLong(sheet.name)
    if (lines.length > 1) return { kind: 'table', lines, refusals: [] }
  }
  return refused('No sheet of this workbook has a row of headings and rows below it.')
}

function textOf(cell: CellValue): string {
  if (cell === null) return ''
  return cell instanceof Date ? isoDay(Math.floor(cell.getTime() / 86_400_000)) : String(cell)
}

const tooLong = (name: string): TableRead =>
  refused(`${name} has more than ${mostLines.toLocaleString('en-GB')} rows. Divide it.`)

const refused = (message: string): TableRead => ({ kind: 'refused', message })
