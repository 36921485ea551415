import { expect, test } from 'vitest'
import { zipFiles } from '#kit/files/zip-write.ts'
import { guessMapping, readSheet } from './sheet.ts'
import { together, withoutColumns } from './sheets-together.ts'

const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
const types = 'http://schemas.openxmlformats.org'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows
    .map(row => `<w:tr>${row.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>${paragraph('')}`

/** A Word document of as little as Word itself needs. */
const word = (...blocks: readonly string[]): Uint8Array =>
  zipFiles([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${types}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${types}/package/2006/relationships"><Relationship Id="r1" Type="${types}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${types}/wordprocessingml/2006/main"><w:body>${blocks.join('')}</w:body></w:document>`,
    ),
  ])

const heads = ['Date', 'Team', 'Grade']

test('a list that goes on over two pages of a Word document is one table', async () => {
  const read = await readSheet(
    'log.docx',
    word(
      paragraph('Audit log'),
      table(heads, ['1 May 2021', 'North', 'Good'], ['2 May 2021', 'North', 'RI']),
      table(['Signed', 'Service manager']),
      table(heads, ['3 May 2021', 'South', 'Good']),
    ),
  )
  expect(read).toMatchObject({ kind: 'sheet', headings: heads })
  if (read.kind !== 'sheet') return
  expect(read.lines.map(({ cells }) => cells[0])).toEqual([
    '1 May 2021',
    '2 May 2021',
    '3 May 2021',
  ])
  expect(read.notes).toEqual(['Of 3 tables in the document, 1 was left out.'])
})

test('a form is a row, with what is asked as its headings, and several files are one table', async () => {
  const form = (day: string, grade: string) =>
    word(table(['Date:', day], ['Team:', 'North'], ['Overall grade:', grade], ['NHS number:', '1']))
  const one = await readSheet('a.docx', form('1 May 2021', 'Good'))
  const other = await readSheet('b.docx', form('2 May 2021', 'RI'))
  if (one.kind !== 'sheet' || other.kind !== 'sheet') throw new Error('not read')
  const both = together([
    { name: 'a.docx', sheet: one },
    { name: 'b.docx', sheet: other },
  ])
  expect(both?.name).toBe('a.docx and 1 more')
  const kept = withoutColumns(both?.sheet ?? one, heading => heading.startsWith('NHS'))
  expect(kept.headings).toEqual(['File', 'Date', 'Team', 'Overall grade'])
  expect(kept.lines.map(({ cells }) => cells)).toEqual([
    ['a.docx', '1 May 2021', 'North', 'Good'],
    ['b.docx', '2 May 2021', 'North', 'RI'],
  ])
  expect(kept.notes.join(' ')).toContain('“NHS number” says who a child is')
  expect(guessMapping(kept.headings, { grade: ['grade'] })).toEqual({ grade: 3 })
})

test('a Word document without a table, a damaged one and an old one say what to do', async () => {
  expect(await readSheet('a.docx', word(paragraph('Only words.')))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('has no table'),
  })
  const damaged = zipFiles([part('word/document.xml', '<!DOCTYPE x><w:document/>')])
  expect(await readSheet('a.docx', damaged)).toMatchObject({
    message: expect.stringContaining('damaged'),
  })
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])
  expect(await readSheet('a.doc', old)).toMatchObject({
    message: expect.stringContaining('older Word document'),
  })
})
