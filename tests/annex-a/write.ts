import writeXlsxFile from 'write-excel-file/node'
import { annexLists } from '../../src/extracts/annex-a/lists.ts'

// Writes workbooks of Annex A for tests. The reader never needs it.

export type Written = string | number | boolean | Date | null
export interface WrittenSheet {
  readonly name: string
  /** The headings first, or whatever stands above them. */
  readonly rows: readonly (readonly Written[])[]
}

/** A sheet of a list as the template has it, from rows that say their values by column key. */
export function sheetOf(
  number: number,
  rows: readonly Readonly<Record<string, Written>>[],
  name = `List ${number}`,
): WrittenSheet {
  const columns = annexLists.find(list => list.number === number)?.columns ?? []
  return {
    name,
    rows: [
      columns.map(each => each.heading),
      ...rows.map(row => columns.map(({ key }) => row[key] ?? null)),
    ],
  }
}

export async function writeAnnexA(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const pages = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map(row =>
      row.map(value =>
        value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value,
      ),
    ),
  }))
  return new Uint8Array(await writeXlsxFile(pages).toBuffer())
}
