import { readCsv } from '#kit/files/csv.ts'
import { describeBytes } from '#kit/files/text.ts'
import { openWorkbook } from '#kit/files/xlsx.ts'
import type { SourceFile } from '../extract.ts'
import { type Cell, type Problem, problem } from '../values.ts'

/** A table with a name: a sheet of a workbook, or a CSV of a single list. */
export interface Sheet {
  readonly file: string
  /** The sheet's name, or the file's. */
  readonly name: string
  readonly hidden: boolean
  /** Gives every row that is not empty; `take` returns false to stop. What could not be read. */
  eachRow(take: (row: number, cells: readonly Cell[]) => boolean): Promise<readonly RowProblem[]>
}
export interface RowProblem extends Problem {
  /** Null for what concerns the whole sheet. */
  readonly row: number | null
}

export interface OpenedFile {
  readonly sheets: readonly Sheet[]
  /** Why there are none. */
  readonly refused: Problem | null
  /** What is worth saying of the file as a whole. */
  readonly notes: readonly Problem[]
}

const macros = problem('macros-ignored', 'The workbook has macros, which were not run.')
const notTable = (what: string): Problem =>
  problem('file-not-annex-a', `The file is ${what}, and not a workbook or a CSV of Annex A.`)

/** The sheets of a file, those that are shown before those that are hidden; never throws. */
export async function openFile(file: SourceFile): Promise<OpenedFile> {
  const what = describeBytes(file.bytes)
  if (what === 'text') return { sheets: [csvSheet(file)], refused: null, notes: [] }
  if (!/Excel|zip|spreadsheet|empty/.test(what)) return refusedFile(notTable(what))
  const book = await openWorkbook(file.bytes)
  if (book.kind === 'refused') return refusedFile({ code: book.code, message: book.message })
  const sheets = book.sheets.map<Sheet>(({ name, hidden }) => ({
    file: file.name,
    name,
    hidden,
    async eachRow(take) {
      const refused = await book.eachRow(name, row =>
        take(row.number, row.cells) ? undefined : false,
      )
      return refused === null ? [] : [{ row: null, code: refused.code, message: refused.message }]
    },
  }))
  return {
    sheets: sheets.toSorted((one, other) => Number(one.hidden) - Number(other.hidden)),
    refused: null,
    notes: book.hasMacros ? [macros] : [],
  }
}

const refusedFile = (refused: Problem): OpenedFile => ({ sheets: [], refused, notes: [] })

function csvSheet(file: SourceFile): Sheet {
  return {
    file: file.name,
    name: file.name,
    hidden: false,
    eachRow(take) {
      const { problems } = readCsv(file.bytes, (cells, line) => take(line, cells))
      return Promise.resolve(
        problems.map(({ line, code, message }) => ({ row: line, code, message })),
      )
    },
  }
}
