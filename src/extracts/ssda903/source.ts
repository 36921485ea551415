import { csvHeader, readCsv } from '#kit/files/csv.ts'
import { describeBytes, mostFileBytes } from '#kit/files/text.ts'
import { openWorkbook } from '#kit/files/xlsx.ts'
import { xmlStart } from '#kit/files/xml.ts'
import type { SourceFile } from '../extract.ts'
import type { Refusals } from '../refusals.ts'
import { type Cell, isBlank, problem, readText } from '../values.ts'
import { columnName, shapes, type TableName, tableOf } from './shapes.ts'
import type { SourceRow, SourceTable } from './source-table.ts'
import { tablesOfXml } from './xml.ts'

/** A title or a note may stand above the header row; below this many rows it is not looked for. */
const rowsBeforeHeader = 10

/** What a file is to this reader, from its first bytes alone. */
export function kindOf(file: SourceFile): 'xml' | 'workbook' | TableName | null {
  const start = file.bytes.subarray(0, 65_536)
  const is = describeBytes(file.bytes)
  if (is === 'an Excel workbook') return 'workbook'
  if (is !== 'text') return null
  const [root, second] = xmlStart(start, 3)
  if (root !== undefined)
    return root.name === 'EXPSSDA903' || (root.name === 'CHILD' && second?.name === 'HEADER')
      ? 'xml'
      : null
  if (csvHeader(start) === null) return null
  return csvTable(start)?.table ?? null
}

function csvTable(start: Uint8Array): { readonly table: TableName; readonly row: number } | null {
  let found: { table: TableName; row: number } | null = null
  let looked = 0
  readCsv(start, (cells, row) => {
    const table = tableOf(cells.map(columnName))
    if (table !== null) found = { table, row }
    return found === null && ++looked < rowsBeforeHeader
  })
  return found
}

/** The tables of a file; a file that holds none is refused with the reason. */
export async function tablesIn(file: SourceFile, refusals: Refusals): Promise<SourceTable[]> {
  const whole = refusals.of(file.name, '')
  if (file.bytes.length > mostFileBytes) {
    whole.file(problem('file-too-large', 'This file is larger than 512 MB, so it was not read.'))
    return []
  }
  const kind = kindOf(file)
  if (kind === 'xml') return tablesOfXml(file, refusals)
  if (kind === 'workbook') return tablesOfWorkbook(file, refusals)
  if (kind === null) {
    whole.file(notOfTheReturn(file.bytes))
    return []
  }
  const collector = tableCollector(file.name, refusals)
  const { problems, notes } = readCsv(file.bytes, (cells, row) => collector.take(cells, row))
  const table = collector.done(problems.length)
  for (const note of notes) table?.refusals.doubt(null, null, null, problem('encoding', note))
  for (const { line, code, message } of problems)
    (table?.refusals ?? whole).row(line, { code, message })
  return table === null ? [] : [table]
}

async function tablesOfWorkbook(file: SourceFile, refusals: Refusals): Promise<SourceTable[]> {
  const whole = refusals.of(file.name, '')
  const book = await openWorkbook(file.bytes)
  if (book.kind === 'refused') {
    whole.file(book)
    return []
  }
  const tables: SourceTable[] = []
  for (const { name } of book.sheets) {
    const collector = tableCollector(file.name, refusals)
    const trouble = await book.eachRow(name, ({ number, cells }) =>
      collector.take(cells, number) ? undefined : false,
    )
    if (trouble !== null) refusals.of(file.name, name).file(trouble)
    const table = collector.done()
    if (table !== null) tables.push(table)
    else if (trouble === null) refusals.of(file.name, name).file(otherSheet)
  }
  return tables
}

/** Finds the header row among the first rows and keeps what stands below it. */
function tableCollector(file: string, refusals: Refusals) {
  let found: { table: TableName; columns: string[]; spelled: string[] } | null = null
  const rows: SourceRow[] = []
  let looked = 0
  return {
    take(cells: readonly Cell[], row: number): boolean {
      if (found !== null) {
        if (!cells.every(isBlank)) rows.push({ row, cells })
        return true
      }
      const spelled = cells.map(readText)
      const columns = spelled.map(columnName)
      const table = tableOf(columns)
      if (table !== null) found = { table, columns, spelled }
      return found !== null || ++looked < rowsBeforeHeader
    },
    done(lost = 0): SourceTable | null {
      if (found === null) return null
      return { file, ...found, rows, lost, refusals: refusals.of(file, shapes[found.table].title) }
    },
  }
}

function notOfTheReturn(bytes: Uint8Array) {
  const is = describeBytes(bytes)
  if (is === 'empty') return problem('file-empty', 'This file is empty.')
  if (is !== 'text')
    return problem(
      'file-not-a-table',
      `This file is ${is === 'not text' ? 'not a text or workbook' : is}, and a 903 return is made of CSV or XML files.`,
    )
  if (xmlStart(bytes, 1).length > 0)
    return problem(
      'file-not-of-return',
      'This file is XML and not a 903 return, whose outermost element is EXPSSDA903.',
    )
  return problem(
    'file-not-of-return',
    'The first rows of this file do not name the columns of any of the twelve tables of the 903 return.',
  )
}

const otherSheet = problem(
  'sheet-not-of-return',
  'The first rows of this sheet do not name the columns of any of the twelve tables of the 903 return.',
)
