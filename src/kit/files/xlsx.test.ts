import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { type CellValue, openWorkbook, type SheetRow } from './xlsx.ts'
import { columnOf, dateOfSerial, isDateFormat } from './xlsx-styles.ts'

type Written = string | number | boolean | Date | null

async function bookOf(sheets: Readonly<Record<string, readonly (readonly Written[])[]>>) {
  const pages = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map(row =>
      row.map(value =>
        value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value,
      ),
    ),
  }))
  return new Uint8Array(await writeXlsxFile(pages).toBuffer())
}

async function rowsOf(bytes: Uint8Array, sheet: string): Promise<SheetRow[]> {
  const book = await openWorkbook(bytes)
  if (book.kind === 'refused') throw new Error(book.message)
  const rows: SheetRow[] = []
  const refused = await book.eachRow(sheet, row => {
    rows.push(row)
  })
  if (refused) throw new Error(refused.message)
  return rows
}

const date = (iso: string) => new Date(`${iso}T00:00:00Z`)

describe('reading a workbook', () => {
  it('gives each sheet its rows, with the numbers that Excel shows', async () => {
    const bytes = await bookOf({
      'List 1': [['Child Unique ID', 'Date of Contact'], [null], [77, date('2024-02-29')]],
      'Other & more': [['é', true, -1.5]],
    })
    expect(await rowsOf(bytes, 'List 1')).toEqual([
      { number: 1, cells: ['Child Unique ID', 'Date of Contact'] },
      { number: 3, cells: [77, date('2024-02-29')] },
    ])
    expect(await rowsOf(bytes, 'Other & more')).toEqual([{ number: 1, cells: ['é', true, -1.5] }])
  })

  it('gives back what was written', async () => {
    const cell = fc.oneof(
      // The writer loses the names of things that every object has, such as 'valueOf'.
      fc
        .string({ minLength: 1, unit: 'grapheme-ascii' })
        .filter(text => text.trim() === text && !(text in {})),
      fc.integer(),
      fc.boolean(),
      fc
        .date({ min: date('1901-01-01'), max: date('2100-12-31'), noInvalidDate: true })
        .map(day => date(day.toISOString().slice(0, 10))),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), async rows => {
        const read = await rowsOf(await bookOf({ A: rows }), 'A')
        expect(read.map(row => row.cells)).toEqual(rows)
      }),
      { numRuns: 25 },
    )
  })

  it('reads what programs other than Excel write: prefixes, inline text, no references', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="4"><x:c t="inlineStr"><x:is><x:t>one </x:t>' +
      '</x:is></x:c><x:c t="d"><x:v>2024-03-01T00:00:00</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c>' +
      '<x:c t="str"><x:v>two_x000D_</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await rowsOf(zipOf(parts({ sheet })), 'S')).toEqual([
      { number: 4, cells: ['one ', date('2024-03-01'), '#N/A', 'two\r'] },
    ])
  })

  it('counts from 1904 where the workbook does, and leaves chart sheets out', async () => {
    const sheet =
      '<worksheet><sheetData><row><c s="1"><v>0</v></c><c s="1"><v>43830</v></c></row></sheetData></worksheet>'
    const rows = await rowsOf(zipOf(parts({ sheet, book: '<workbookPr date1904="1"/>' })), 'S')
    expect(rows[0]?.cells).toEqual([date('1904-01-01'), date('2024-01-01')])
  })

  it('stops when it is told to', async () => {
    const book = await openWorkbook(await bookOf({ A: [[1], [2], [3]] }))
    if (book.kind === 'refused') throw new Error(book.message)
    const seen: (readonly CellValue[])[] = []
    expect(
      await book.eachRow('A', row => {
        seen.push(row.cells)
        return seen.length < 2 ? undefined : false
      }),
    ).toBeNull()
    expect(seen).toEqual([[1], [2]])
  })

  it('knows that there are macros and leaves them alone', async () => {
    const book = await openWorkbook(zipOf({ ...parts({}), 'xl/vbaProject.bin': 'x' }))
    expect(book).toMatchObject({ kind: 'workbook', hasMacros: true })
  })
})

describe('a file that is not a workbook that can be read', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const cases: [string, Uint8Array, string][] = [
    ['an empty file', new Uint8Array(), 'workbook-empty'],
    ['a photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'not-a-workbook'],
    ['a book of Excel 97', new Uint8Array([...ole, 1, 2, 3]), 'workbook-old'],
    [
      'a book with a password',
      new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'workbook-locked',
    ],
    ['a zip of something else', zipOf({ 'readme.txt': 'hello' }), 'not-a-workbook'],
    ['a bomb', zipOf(parts({}), 90_000_000), 'workbook-too-large'],
    ['a zip that says it holds too much', zipOf(parts({}), 3_000_000_000), 'workbook-too-large'],
  ]
  it.each(cases)('%s', async (_, bytes, code) => {
    expect(await openWorkbook(bytes)).toMatchObject({ kind: 'refused', code })
  })

  it('a workbook cut anywhere is refused or read, and never throws', async () => {
    const whole = await bookOf({ A: [['one'], ['two']] })
    expect(await openWorkbook(whole.subarray(0, whole.length - 30))).toMatchObject({
      kind: 'refused',
      code: 'workbook-damaged',
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (place, byte) => {
        const spoilt = Uint8Array.from(whole)
        spoilt[place] = byte
        const book = await openWorkbook(spoilt)
        const result = book.kind === 'refused' ? book : await book.eachRow('A', () => {})
        expect(result === null || result.kind === 'refused').toBe(true)
      }),
    )
  })

  it('mismatched tags and entity bombs are damage', async () => {
    for (const sheet of [
      '<worksheet><sheetData></worksheet>',
      '<!DOCTYPE w [<!ENTITY a "&b;&b;"><!ENTITY b "x">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
    ]) {
      const book = await openWorkbook(zipOf(parts({ sheet })))
      if (book.kind === 'refused') throw new Error(book.message)
      expect(await book.eachRow('S', () => {})).toMatchObject({ code: 'workbook-damaged' })
    }
  })
})

describe('dates and places of a workbook', () => {
  it('agrees with Excel on the days around its false leap day', () => {
    expect(dateOfSerial(1, false)).toEqual(date('1900-01-01'))
    expect(dateOfSerial(59, false)).toEqual(date('1900-02-28'))
    expect(dateOfSerial(60, false)).toBeNull()
    expect(dateOfSerial(61, false)).toEqual(date('1900-03-01'))
    expect(dateOfSerial(45_351.99, false)).toEqual(date('2024-02-29'))
    expect(dateOfSerial(-1, false)).toBeNull()
  })

  it('tells formats of dates from formats of numbers', () => {
    const codes = new Map([
      [164, 'dd\\/mm\\/yyyy'],
      [165, '0.00 "days"'],
      [166, '[Red]#,##0;[Blue]-#,##0'],
      [167, '[$-809]d mmmm yyyy;@'],
      [168, '[h]:mm:ss'],
      [169, 'General'],
    ])
    const shows = [14, 22, 164, 167].map(id => isDateFormat(id, codes))
    expect(shows).toEqual([true, true, true, true])
    expect([0, 1, 9, 49, 165, 166, 168, 169].some(id => isDateFormat(id, codes))).toBe(false)
  })

  it('reads references', () => {
    expect(['A1', 'C7', 'AA10', 'XFD1', '7', ''].map(columnOf)).toEqual([0, 2, 26, 16_383, -1, -1])
  })
})

function parts(more: { sheet?: string; book?: string }): Record<string, string> {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r">${more.book ?? ''}<sheets><sheet name="S" r:id="b"/><sheet name="Chart" r:id="c"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="b" Type="${type}/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="c" Type="${type}/chartsheet" Target="two.xml"/><Relationship Id="d" Type="${type}/styles" Target="../xl/styles.xml"/></Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/one.xml': more.sheet ?? '<worksheet><sheetData/></worksheet>',
  }
}

/** A zip of small files; `claimed` is a false size for each, as a bomb would have. */
function zipOf(files: Readonly<Record<string, string>>, claimed?: number): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimed ?? raw.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    centrals.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        shared,
        rest,
        Buffer.from(name),
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(centrals.length, 4)
  end.writeUInt16LE(centrals.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]))
}
