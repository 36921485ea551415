import { dateOfSerial, columnOf, isDateFormat, unescaped } from './xlsx-styles.ts'
import { eachTag, type Handlers } from './xlsx-xml.ts'
import { type Parts, Unreadable } from './xlsx-parts.ts'

/** What a cell holds; a date is midnight UTC; null is an empty cell. Errors are text: '#N/A'. */
export type CellValue = string | number | boolean | Date | null

export interface SheetRow {
  /** The number that Excel shows at the left of the row. */
  readonly number: number
  readonly cells: readonly CellValue[]
}

/** What the sheets of a workbook share: its strings and the formats of its cells. */
export interface Shared {
  readonly strings: readonly string[]
  /** By the number of a cell's style: whether it shows a date. */
  readonly dates: readonly boolean[]
}

export async function readShared(
  parts: Parts,
  stringsPart: string | undefined,
  stylesPart: string | undefined,
): Promise<Shared> {
  return {
    strings:
      stringsPart && parts.has(stringsPart) ? await readStrings(parts.text(stringsPart)) : [],
    dates: stylesPart && parts.has(stylesPart) ? await readDateStyles(parts.text(stylesPart)) : [],
  }
}

async function readStrings(text: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let now = ''
  let inText = false
  let inReading = false // the pronunciation of Japanese text stands beside it, as <rPh>
  await eachTag(text, {
    open(name) {
      if (strings.length > MOST_STRINGS) throw new Unreadable('workbook-too-large')
      if (name === 'si') now = ''
      else if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    text(piece) {
      if (inText) now += piece
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(now))
      else if (name === 'rPh') inReading = false
      else if (name === 't') inText = false
    },
  })
  return strings
}

async function readDateStyles(text: AsyncIterable<string>): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCells = false
  await eachTag(text, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats.map(format => isDateFormat(format, codes))
}

// Excel itself holds 1,048,576 rows of 16,384 columns and 32,767 letters in a cell.
const MOST_STRINGS = 5_000_000
const MOST_CELLS = 100_000_000
const LONGEST_CELL = 1_000_000

class Enough extends Error {}

export async function readRows(
  text: AsyncIterable<string>,
  shared: Shared,
  from1904: boolean,
  onRow: (row: SheetRow) => void | false,
): Promise<void> {
  let row = 0
  let column = -1
  let cells: CellValue[] = []
  let inAll = 0
  let type = ''
  let isDate = false
  let value = ''
  let inValue = false
  let inReading = false
  const handlers: Handlers = {
    open(name, attributes) {
      if (name === 'c') {
        const reference = attributes['r']
        const place = reference === undefined ? -1 : columnOf(reference)
        column = place < 0 ? column + 1 : place
        type = attributes['t'] ?? 'n'
        isDate = shared.dates[Number(attributes['s'] ?? 0)] ?? false
        value = ''
      } else if (name === 'v') inValue = true
      else if (name === 't') inValue = !inReading
      else if (name === 'rPh') inReading = true
      else if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1)
        column = -1
        cells = []
      }
    },
    text(piece) {
      if (!inValue) return
      value += piece
      if (value.length > LONGEST_CELL) throw new Unreadable('workbook-too-large')
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') inReading = false
      else if (name === 'c') {
        const cell = cellOf(value, type, isDate, shared.strings, from1904)
        if (cell === null || column > 16_383) return
        while (cells.length < column) cells.push(null)
        cells[column] = cell
      } else if (name === 'row' && cells.length > 0) {
        inAll += cells.length
        if (inAll > MOST_CELLS) throw new Unreadable('workbook-too-large')
        if (onRow({ number: row, cells }) === false) throw new Enough()
      }
    },
  }
  try {
    await eachTag(text, handlers)
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

function cellOf(
  value: string,
  type: string,
  isDate: boolean,
  strings: readonly string[],
  from1904: boolean,
): CellValue {
  if (value === '') return null
  switch (type) {
    case 's':
      return strings[Number(value)] || null
    case 'str':
    case 'inlineStr':
      return unescaped(value)
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return value
    case 'd': {
      const day = /^\d{4}-\d{2}-\d{2}/.exec(value)
      return day === null ? value : new Date(`${day[0]}T00:00:00Z`)
    }
    default: {
      const number = Number(value)
      if (Number.isNaN(number)) return value
      return isDate ? (dateOfSerial(number, from1904) ?? number) : number
    }
  }
}
