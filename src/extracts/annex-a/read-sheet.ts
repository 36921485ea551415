import type { Refusals } from '../refusals.ts'
import { type Cell, columnInUsOrder, type DateOrder, dateOrder, isBlank } from '../values.ts'
import { type Match, recognise } from './headings.ts'
import type { Into, ReadRow } from './rows.ts'
import { headingsAgain, noIdentifier } from './problems.ts'
import { type Happened, type RowReader, rowReader } from './row.ts'
import type { RowProblem, Sheet } from './sheets.ts'

export interface ReadSheet {
  /** Null where the sheet is no list of Annex A. */
  readonly match: Match | null
  /** Rows with anything in them, headings and all. */
  readonly rows: number
  readonly found: number
  readonly taken: number
  readonly problems: readonly RowProblem[]
}

/** Title rows and notes that may stand above the headings. */
const mostAbove = 40
/** Rows that are looked at to see in which order a column writes its dates. */
const mostForOrder = 500

export interface SheetOptions {
  readonly refusals: Refusals
  readonly into: Into
  readonly happened: Happened
  readonly readRow: (list: number) => ReadRow | undefined
  /** Whether the sheet is wanted once it is known which list it is. */
  readonly wanted: (match: Match) => boolean
}

/** Finds the headings of a sheet and reads the rows below them; memory does not grow with it. */
export async function readSheet(sheet: Sheet, options: SheetOptions): Promise<ReadSheet> {
  let match: Match | null = null
  let reader: ((row: number, cells: readonly Cell[]) => void) | null = null
  let waiting: { readonly row: number; readonly cells: readonly Cell[] }[] = []
  let rows = 0
  let found = 0
  let taken = 0

  const begin = (headed: Match): void => {
    const take = rowTaker(sheet, headed, waiting, options)
    reader = (row, cells) => {
      found++
      if (take(row, cells)) taken++
    }
    for (const { row, cells } of waiting) reader(row, cells)
    waiting = []
  }

  const problems = await sheet.eachRow((row, cells) => {
    if (cells.every(isBlank)) return true
    rows++
    if (match === null) {
      match = recognise(sheet.name, cells)
      return match === null ? rows < mostAbove : options.wanted(match)
    }
    if (reader !== null) reader(row, cells)
    else {
      waiting.push({ row, cells })
      if (waiting.length >= mostForOrder) begin(match)
    }
    return true
  })
  if (match !== null && reader === null) begin(match)
  options.refusals.about(null)
  return { match, rows, found, taken, problems }
}

function rowTaker(
  sheet: Sheet,
  match: Match,
  sample: readonly { readonly cells: readonly Cell[] }[],
  { refusals, into, happened, readRow }: SheetOptions,
): (row: number, cells: readonly Cell[]) => boolean {
  const { list } = match
  const listRefusals = refusals.of(sheet.file, list.name)
  const orders = new Map<string, DateOrder>()
  for (const [key, { place, heading }] of match.columns) {
    if (!key.endsWith('On')) continue
    const order = dateOrder(sample.map(({ cells }) => cells[place]))
    orders.set(key, order)
    if (order === 'us') listRefusals.doubt(null, heading, null, columnInUsOrder)
  }
  const rows: RowReader = rowReader(match, listRefusals, orders, happened)
  const read = readRow(list.number)
  const key = list.number === 11 ? 'adopter' : 'child'
  return (number, cells) => {
    const row = rows.at(number, cells)
    listRefusals.about(key === 'child' ? row.identifier(key) : null)
    if (row.identifier(key) === '') {
      row.refuse(noIdentifier, key)
      return false
    }
    if (row.text(key) === match.columns.get(key)?.heading) {
      row.refuse(headingsAgain)
      return false
    }
    return read?.(row, into) ?? false
  }
}
