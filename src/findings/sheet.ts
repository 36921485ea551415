import { isoDay } from '#calendar'
import { readCsv } from '#kit/files/csv.ts'
import { type CellValue, openWorkbook } from '#kit/files/xlsx.ts'
import { refused, type Sheet, type SheetLine, type SheetRefused, sheetOf } from './sheet-of.ts'
import { isWord, readWordSheet } from './word-sheet.ts'

export type { Sheet, SheetLine, SheetRefused } from './sheet-of.ts'

/** A plan or a list of findings is not longer; a table of children's records is. */
export const mostLines = 5000

/** Reads a CSV file, the first visible sheet of a workbook or the tables of a Word document. Never throws. */
export async function readSheet(name: string, bytes: Uint8Array): Promise<Sheet | SheetRefused> {
  if (bytes.length === 0) return refused('The file is empty. Choose the file again.')
  if (await isWord(bytes)) {
    const read = await readWordSheet(bytes)
    return read.kind === 'sheet' && read.lines.length > mostLines ? tooLong : read
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refused(
      /\.doc$/i.test(name)
        ? 'This is an older Word document (.doc). Save it as .docx and bring that.'
        : 'This is an older Excel file (.xls), or one that a password protects. Save it as .xlsx or as CSV without a password and bring that.',
    )
  if ((bytes[0] === 0x25 && bytes[1] === 0x50) || /\.pdf$/i.test(name))
    return refused(
      'This is a PDF. Bring the table as a spreadsheet (.xlsx), as CSV or in a Word document (.docx).',
    )
  const lines: SheetLine[] = []
  let isTooLong = false
  const read = readCsv(bytes, (cells, number) => {
    if (lines.length > mostLines) {
      isTooLong = true
      return false
    }
    lines.push({ number, cells: cells.map(cell => cell.trim()) })
    return undefined
  })
  const problems = read.problems.map(({ line, message }) => `Line ${line}: ${message}`)
  if (isTooLong) return tooLong
  return sheetOf(lines, [...read.notes, ...problems])
}

const tooLong = {
  kind: 'refused' as const,
  message: `The file has more than ${mostLines} rows. Divide it and bring the parts.`,
}

async function readWorkbook(bytes: Uint8Array): Promise<Sheet | SheetRefused> {
  const book = await openWorkbook(bytes)
  if (book.kind !== 'workbook') return refused(book.message)
  const shown = book.sheets.filter(sheet => !sheet.hidden)
  const notes: string[] = []
  for (const sheet of shown) {
    const lines: SheetLine[] = []
    const fault = await book.eachRow(sheet.name, row => {
      if (lines.length > mostLines) return false
      const cells = row.cells.map(cellText)
      if (cells.some(cell => cell !== '')) lines.push({ number: row.number, cells })
      return undefined
    })
    if (fault !== null) return refused(fault.message)
    if (lines.length > mostLines) return tooLong
    if (lines.length < 2) continue
    if (shown.length > 1) notes.push(`Of ${shown.length} sheets, “${sheet.name}” was read.`)
    return sheetOf(lines, notes)
  }
  return refused('No sheet of this workbook has a row of headings and rows below it.')
}

function cellText(cell: CellValue): string {
  if (cell === null) return ''
  if (cell instanceof Date) return isoDay(Math.floor(cell.getTime() / 86_400_000))
  return String(cell).replaceAll('\r\n', '\n').trim()
}

/** Which column holds which field: the place of the column, from 0. */
export type Mapping = Readonly<Record<string, number>>

/** Guesses which column is which field, by the words of its heading; each column is used once. */
export function guessMapping(
  headings: readonly string[],
  fields: Readonly<Record<string, readonly string[]>>,
): Mapping {
  const plain = headings.map(heading =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim(),
  )
  const mapping: Record<string, number> = {}
  const used = new Set<number>()
  const take = (isMatch: (heading: string, word: string) => boolean) => {
    for (const [field, words] of Object.entries(fields)) {
      if (mapping[field] !== undefined) continue
      const place = words
        .map(word => plain.findIndex((heading, at) => !used.has(at) && isMatch(heading, word)))
        .find(found => found >= 0)
      if (place === undefined) continue
      mapping[field] = place
      used.add(place)
    }
  }
  take((heading, word) => heading === word)
  take((heading, word) => ` ${heading} `.includes(` ${word} `))
  return mapping
}
