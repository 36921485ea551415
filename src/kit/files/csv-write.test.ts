import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, csvText } from './csv-write.ts'

const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split('\r\n')
const cellOf = (cell: Cell) => linesOf(csvText(['Child'], [[cell]]))[1]
// csv-parse gives rows of text where no columns are named.
const read = (text: string, delimiter = ',') =>
  parse(text, { bom: true, delimiter, relax_column_count: true }) as string[][]

test.for([
  ['=1+1', `'=1+1`],
  ['+44 7700 900123', `'+44 7700 900123`],
  ['-5', `'-5`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['＝1+1', `'＝1+1`],
  [' =1+1', `' =1+1`],
  ['\t=1+1', `"'\t=1+1"`],
  ['\r=1+1', `"'\r=1+1"`],
  [
    `=HYPERLINK("https://example.org?"&A1,"Open")`,
    `"'=HYPERLINK(""https://example.org?""&A1,""Open"")"`,
  ],
] as const)('what would be a formula is text: %j', ([cell, written]) => {
  expect(cellOf(cell)).toBe(written)
})

test('numbers stay numbers, below nought too, and nothing is an empty cell', () => {
  expect(csvText(['A', 'B', 'C'], [[-5, 0.25, null]])).toBe('\uFEFFA,B,C\r\n-5,0.25,\r\n')
  expect(cellOf(Number.NaN)).toBe('')
})

test('a cell cannot break out of its place, whatever parts cells where it is opened', () => {
  const hostile = 'a;=cmd\t=cmd,"=cmd"\r\n=cmd'
  for (const delimiter of [',', ';', '\t']) {
    const [, row] = read(csvText(['A'], [[hostile]]), delimiter)
    expect(row).toEqual([hostile])
  }
})

test('whatever is written is read back as it was, but for an apostrophe before a formula', () => {
  const words = fc.string({
    unit: fc.constantFrom('=', '-', '@', '"', ',', '\r', '\n', ' ', 'a', 'ß'),
  })
  const table = fc.array(fc.array(words, { minLength: 2, maxLength: 2 }), { maxLength: 6 })
  fc.assert(
    fc.property(table, rows => {
      const back = read(csvText(['A', 'B'], rows))
      expect(back).toHaveLength(rows.length + 1)
      for (const [place, row] of rows.entries()) {
        for (const [column, cell] of row.entries()) {
          const found = back[place + 1]?.[column] ?? ''
          expect([cell, `'${cell}`]).toContain(found)
          expect(found).not.toMatch(/^[\s]*[=+\-@]|^[\t\r\n]/)
        }
      }
    }),
  )
})
