import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from './csv-write.ts'
import { openWorkbook, type SheetRow } from './xlsx.ts'
import { columnName, workbookBytes } from './xlsx-write.ts'

/** What stands in a workbook, sheet by sheet, as the reader of workbooks reads it. */
async function read(bytes: Buffer) {
  const book = await openWorkbook(bytes)
  if (book.kind !== 'workbook') throw new Error(book.message)
  const sheets: { readonly name: string; readonly rows: SheetRow[] }[] = []
  for (const { name } of book.sheets) {
    const rows: SheetRow[] = []
    expect(await book.eachRow(name, row => void rows.push(row))).toBeNull()
    sheets.push({ name, rows })
  }
  return sheets
}

test('a workbook is read back as it was written, numbers as numbers', async () => {
  const bytes = workbookBytes([
    {
      name: 'Figures',
      headings: ['Month', 'Value'],
      rows: [
        ['2026-03', 85.25],
        ['2026-04', null],
      ],
    },
    { name: 'Notes', headings: ['Note'], rows: [['<b> & "so"']] },
  ])
  const [figures, notes] = await read(bytes)
  expect(figures?.name).toBe('Figures')
  expect(figures?.rows.map(row => row.cells)).toEqual([
    ['Month', 'Value'],
    ['2026-03', 85.25],
    ['2026-04'],
  ])
  expect(notes?.rows[1]?.cells).toEqual(['<b> & "so"'])
})

test('words that look like a formula stay words', async () => {
  const text = '=HYPERLINK("http://example.org")'
  const [sheet] = await read(workbookBytes([{ name: 'A', headings: ['H'], rows: [[text]] }]))
  expect(sheet?.rows[1]?.cells).toEqual([text])
})

test('no two sheets have one name, and none has a sign that a sheet may not have', async () => {
  const sheet = (name: string) => ({ name, headings: ['H'], rows: [] })
  const long = 'a name that is longer than a sheet may have: much longer'
  const sheets = await read(workbookBytes([sheet('a/b'), sheet('A b'), sheet(long), sheet(long)]))
  const names = sheets.map(({ name }) => name)
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(4)
  expect(names.every(name => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true)
})

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

test('whatever is written is read back', async () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map(text => `x${text}x`)
  const cell = fc.oneof(words, fc.double({ noNaN: true, noDefaultInfinity: true }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 })), async rows => {
      const whole: readonly (readonly Cell[])[] = rows
      const [sheet] = await read(workbookBytes([{ name: 'A', headings: ['H'], rows: whole }]))
      const found = sheet?.rows.slice(1).map(row => row.cells)
      // -0 is 0 to a spreadsheet; signs that XML cannot hold are left out.
      const asRead = (each: Cell) =>
        typeof each === 'number' ? each + 0 : each?.replace(/[\r\n]+/g, '\n')
      expect(
        found?.map(row => row.map(each => (typeof each === 'number' ? each + 0 : each))),
      ).toEqual(rows.map(row => row.map(asRead)))
    }),
    { numRuns: 50 },
  )
})
