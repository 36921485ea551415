import type { Cell } from './csv-write.ts'
import { zipFiles } from './zip-write.ts'

/** One sheet of a workbook: a row of headings that stays in view, and the rows. */
export interface SheetToWrite {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

const MOST_LETTERS = 32_767
const MOST_NAME = 31

/**
 * A workbook as spreadsheets open it: words as words and numbers as numbers. No cell is a formula,
 * whatever is written in it, because words stand in it as text (ECMA-376, 18.3.1.53 `is`; unverified:
 * not read on the day it was written).
 */
export function workbookBytes(sheets: readonly SheetToWrite[]): Buffer {
  const names = sheetNames(sheets.map(({ name }) => name))
  const part = (name: string, text: string) => ({ name, bytes: Buffer.from(`${HEAD}${text}`) })
  return zipFiles([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(names)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, place) => ['worksheet', `worksheets/sheet${place + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', styles),
    ...sheets.map((sheet, place) => ({
      name: `xl/worksheets/sheet${place + 1}.xml`,
      bytes: sheetBytes(sheet),
    })),
  ])
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(sheets: number): string {
  const own = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`
  const each = Array.from({ length: sheets }, (_, place) =>
    own(`worksheets/sheet${place + 1}`, 'worksheet'),
  )
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${own('workbook', 'sheet.main')}${own('styles', 'styles')}${each.join('')}</Types>`
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const each = names.map(
    (name, place) =>
      `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`
}

/** Style 0 is plain, style 1 that of headings. */
const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

/** Row by row as bytes: the text of a long sheet is longer than one string may be. */
function sheetBytes({ headings, rows }: SheetToWrite): Buffer {
  const columns = headings.map(
    (heading, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${Math.min(40, Math.max(10, heading.length + 3))}" customWidth="1"/>`,
  )
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const chunks = [
    Buffer.from(`${HEAD}<worksheet xmlns="${MAIN}">${view}${cols}<sheetData>`),
    Buffer.from(rowText(1, headings, 1)),
  ]
  let number = 2
  for (const row of rows) chunks.push(Buffer.from(rowText(number++, row, 0)))
  chunks.push(Buffer.from('</sheetData></worksheet>'))
  return Buffer.concat(chunks)
}

function rowText(number: number, cells: readonly Cell[], style: 0 | 1): string {
  const written = cells.map((cell, place) => {
    const at = `r="${columnName(place)}${number}"${style === 0 ? '' : ' s="1"'}`
    if (cell === null || cell === '') return ''
    if (typeof cell === 'number') return Number.isFinite(cell) ? `<c ${at}><v>${cell}</v></c>` : ''
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, MOST_LETTERS))}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

/** 0 as A, 25 as Z, 26 as AA. */
export function columnName(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}

// What XML cannot hold at all, and half of a letter that is written in two.
const NOT_XML =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, sign => signs[sign] ?? '')
}

/** Names of sheets as they may be: 31 letters, without some signs, and each but once. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name, place) => {
    const plain = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
    let own = plain.slice(0, MOST_NAME) || `Sheet ${place + 1}`
    for (let nth = 2; taken.has(own.toLowerCase()); nth++)
      own = `${plain.slice(0, MOST_NAME - 5)} ${nth}`
    taken.add(own.toLowerCase())
    return own
  })
}
