import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvRead, csvHeader, readCsv } from './csv.ts'

function rowsOf(input: string | Uint8Array): CsvRead & { rows: string[][]; lines: number[] } {
  const rows: string[][] = []
  const lines: number[] = []
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const read = readCsv(bytes, (cells, line) => {
    rows.push([...cells])
    lines.push(line)
  })
  return { ...read, rows, lines }
}

describe('readCsv', () => {
  it('reads what csv-parse reads, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', ' b ', 'say "hi"', 'one,two', 'two\nlines', 'é€', 'x\r\ny'),
      fc.string({ maxLength: 6 }).map(text => text.replaceAll('\0', '')),
    )
    const quoted = (text: string): string =>
      /[",\n\r;\t|]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text
    const row = fc.array(cell, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const text = ['h1,h2', ...rows.map(cells => cells.map(quoted).join(','))].join(end) + end
          const judge: string[][] = parse(text, {
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: end,
          })
          const held = judge.filter(cells => cells.some(each => each.trim() !== ''))
          expect(rowsOf(text).rows).toEqual(held)
        },
      ),
    )
  })

  it.each([
    ['comma', 'CHILD,DOB\n1,2\n', ','],
    ['semicolon', 'CHILD;DOB\n1;2\n', ';'],
    ['tab', 'CHILD\tDOB\n1\t2\n', '\t'],
    ["Excel's own line", 'sep=;\nCHILD;DOB\n1;2\n', ';'],
    ['old Macintosh line ends', 'CHILD,DOB\r1,2\r', ','],
  ])('finds the delimiter: %s', (_, text, delimiter) => {
    const read = rowsOf(text)
    expect(read.delimiter).toBe(delimiter)
    expect(read.rows).toEqual([
      ['CHILD', 'DOB'],
      ['1', '2'],
    ])
  })

  it('counts lines as a person sees them, over blank lines and lines within a cell', () => {
    expect(rowsOf('a,b\n\n"1\n1",2\n,,\n3,4').lines).toEqual([1, 3, 6])
  })

  it('loses one line and not the file to a quote that is not closed', () => {
    const read = rowsOf('a,b\n1,"two\n3,4\n5,6\n')
    expect(read.rows).toEqual([
      ['a', 'b'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(read.problems).toMatchObject([{ line: 2, code: 'quote-not-closed' }])
  })

  it('refuses a last line that was cut short, and zero bytes', () => {
    const read = rowsOf('a,b,c\n1,2,3\n4,\0,6\n7,8')
    expect(read.rows).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ])
    expect(read.problems.map(each => [each.line, each.code])).toEqual([
      [3, 'zero-byte'],
      [4, 'line-cut-short'],
    ])
  })

  it('reads UTF-16 with and without its mark, and Windows-1252', () => {
    const text = 'name,town\nZoë,Łódź\n'
    const wide = Buffer.from(text, 'utf16le')
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), wide])
    expect(rowsOf(marked).rows[1]).toEqual(['Zoë', 'Łódź'])
    expect(rowsOf(Buffer.from(wide).swap16()).encoding).toBe('utf-16be')
    expect(rowsOf(wide).rows[1]).toEqual(['Zoë', 'Łódź'])
    const narrow = rowsOf(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x5a, 0xeb, 0x2c, 0x80, 0x0a]))
    expect(narrow.encoding).toBe('windows-1252')
    expect(narrow.rows[1]).toEqual(['Zë', '€'])
  })

  it('reads rows and quoted cells that lie across the pieces it decodes', () => {
    const long = 'x'.repeat(700)
    const lines = Array.from({ length: 6_000 }, (_, i) => `${i},"${long}\n${i}"`)
    const read = rowsOf(`id,note\n${lines.join('\n')}\n`)
    expect(read.problems).toEqual([])
    expect(read.rows.length).toBe(6_001)
    expect(read.rows[6_000]).toEqual(['5999', `${long}\n5999`])
    expect(read.lines[6_000]).toBe(2 + 5_999 * 2)
  })

  it('refuses a line of more than a megabyte and reads on', () => {
    const read = rowsOf(`a,b\n1,2\n${'y'.repeat(3_000_000)}\n3,4\n`)
    expect(read.rows.length).toBe(3)
    expect(read.problems).toMatchObject([{ line: 3, code: 'line-too-long' }])
  })

  it('never throws, whatever the bytes', () => {
    const anything = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(anything, bytes => {
        expect(rowsOf(bytes).rows.length).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })
})

it('gives the header, and null for a file of nothing', () => {
  expect(csvHeader(new TextEncoder().encode('\n\n CHILD , DOB\n1,2'))).toEqual(['CHILD', 'DOB'])
  expect(csvHeader(new Uint8Array())).toBe(null)
})
