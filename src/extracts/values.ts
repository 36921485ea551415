import { type Day, dayOf } from '#calendar'

// Readers of single values that every kind of extract shares. Each gives either the value or what
// is wrong with it, as a fixed code and one plain sentence that holds neither value nor child.

export interface Problem {
  /** A short fixed code, such as 'date-impossible'. */
  readonly code: string
  readonly message: string
}
export interface Taken<T> {
  readonly value: T
  /** Why the value, though taken, is worth a look. */
  readonly doubt: Problem | null
}
export type Reading<T> = Taken<T> | Problem

/** What a cell can hold: text from a CSV or XML; numbers, dates and flags too from a workbook. */
export type Cell = string | number | boolean | Date | null | undefined

export function isProblem<T>(reading: Reading<T>): reading is Problem {
  return 'code' in reading
}

export const taken = <T>(value: T, doubt: Problem | null = null): Taken<T> => ({ value, doubt })
export const problem = (code: string, message: string): Problem => ({ code, message })

// Words with which case systems, spreadsheets and programs write "nothing".
const blankWords = new Set([
  '',
  'null',
  '(null)',
  'none',
  'n/a',
  'na',
  'nan',
  'nat',
  '#n/a',
  '-',
  '.',
  'nil',
  '<na>',
])

/** Whether a cell holds nothing, or a word by which a program means nothing ('NULL', 'NaT'). */
export function isBlank(cell: Cell): boolean {
  if (cell === null || cell === undefined) return true
  if (typeof cell === 'string') return cell === '' || blankWords.has(cell.trim().toLowerCase())
  return typeof cell === 'number' && Number.isNaN(cell)
}

/** The cell's text, trimmed, with runs of space made one; '' for a blank. */
export function readText(cell: Cell): string {
  if (isBlank(cell) || cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
  return String(cell).trim().replaceAll(/\s+/g, ' ')
}

/** An identifier: text, without the '.0' that a spreadsheet adds to one made of digits. */
export function readIdentifier(cell: Cell): string {
  // Nearly every identifier is plain and longer than the words for nothing, and there are millions.
  if (typeof cell === 'string' && cell.length > 6 && /^[A-Za-z0-9_-]+$/.test(cell)) return cell
  const text = readText(cell)
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text
}

/** 'Wednesday, 27th of September 2017 at 12:00:00.000 +01:00 (British Summer Time)', and some. */
const LONGEST_DAY = 120

export type DateOrder = 'uk' | 'us'

export interface DayOptions {
  /** The order of numbers in the column; see `dateOrder`. Default 'uk'. */
  readonly order?: DateOrder
}

/**
 * A date in any of the forms that councils' files hold: 31/03/2024 (also with - or . and without
 * leading zeros), 2024-03-31, 20240331, 31 March 2024, 31-Mar-24, each with a time after it, a
 * spreadsheet's own date or its serial number. Null for a blank. A year of two digits is taken
 * between 1990 and 2030, with a doubt.
 */
export function readDay(cell: Cell, options: DayOptions = {}): Reading<Day | null> {
  if (isBlank(cell) || cell === null || cell === undefined) return nothing
  if (cell instanceof Date) return dateObject(cell)
  if (typeof cell === 'number') return serial(cell, null)
  if (typeof cell === 'boolean') return notDate
  const text = cell.trim()
  // The longest way to write a day and a time; on more, the patterns below could take hours.
  if (text.length > LONGEST_DAY) return notDate
  const numbers = numeric.exec(text)
  if (numbers !== null) {
    const [, first = '', second = '', third = ''] = numbers
    if (first.length === 4) return checked(Number(first), Number(second), Number(third), null)
    return dayFirst(Number(first), Number(second), third, options.order ?? 'uk')
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact !== null)
    return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]), null)
  if (/^\d{5}(\.\d+)?$/.test(text)) return serial(Number(text), asSerial)
  return inWords(text)
}

/** Reads days with a memory: the same text again costs a look-up, which files of millions want. */
export function dayReader(options: DayOptions = {}): (cell: Cell) => Reading<Day | null> {
  const known = new Map<string, Reading<Day | null>>()
  return cell => {
    if (typeof cell !== 'string') return readDay(cell, options)
    const before = known.get(cell)
    if (before !== undefined) return before
    const reading = readDay(cell, options)
    if (known.size < 50_000) known.set(cell, reading)
    return reading
  }
}

/**
 * The order in which a column writes its dates. 'us' only where it can be nothing else: at least
 * five different dates, three in ten of which have no sense as day/month and none as month/day.
 */
export function dateOrder(cells: Iterable<Cell>): DateOrder {
  const seen = new Set<string>()
  let ukOnly = 0
  let usOnly = 0
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const match = numeric.exec(cell.trim())
    if (match === null || (match[1] ?? '').length === 4 || seen.has(cell)) continue
    if (seen.size < 20_000) seen.add(cell)
    const first = Number(match[1])
    const second = Number(match[2])
    if (first > 12 && second <= 12) ukOnly++
    else if (second > 12 && first <= 12) usOnly++
    if (ukOnly > 0) return 'uk'
  }
  return seen.size >= 5 && usOnly >= seen.size * 0.3 ? 'us' : 'uk'
}

/** Reads the days of one column, and what is to be said once about the column as a whole. */
export interface DayColumnReader {
  read(cell: Cell): Reading<Day | null>
  readonly about: readonly Problem[]
}

/**
 * A reader for the days of a column that is at hand: in the order that the column is written in,
 * and where most of its dates share a doubt (a year of two digits), saying so once and not for each.
 */
export function dayColumnReader(cells: readonly Cell[]): DayColumnReader {
  const order = dateOrder(cells)
  const read = dayReader({ order })
  const doubts = new Map<Problem, number>()
  let dated = 0
  for (const cell of cells) {
    const reading = read(cell)
    if (isProblem(reading) || reading.value === null) continue
    dated++
    if (reading.doubt !== null) doubts.set(reading.doubt, (doubts.get(reading.doubt) ?? 0) + 1)
  }
  const shared = [...doubts].filter(([, times]) => times * 2 > dated).map(([doubt]) => doubt)
  const about = order === 'us' ? [columnInUsOrder, ...shared] : shared
  if (shared.length === 0) return { read, about }
  return {
    about,
    read(cell) {
      const reading = read(cell)
      const said = !isProblem(reading) && reading.doubt !== null && shared.includes(reading.doubt)
      return said ? taken(reading.value) : reading
    },
  }
}

/** What to say, once for a column, where `dateOrder` found the order of the United States. */
export const columnInUsOrder = problem(
  'dates-us-order',
  'The dates in this column have the month before the day, as in the United States, and were read so; write them as day, month, year.',
)

/** Yes or no in the ways files say it: 1/0, Y/N, true/false, 'a) Yes'; null for blank or unknown. */
export function readFlag(cell: Cell): Reading<boolean | null> {
  if (typeof cell === 'boolean') return taken(cell)
  if (isBlank(cell)) return nothing
  const word = readText(cell)
    .toLowerCase()
    .replace(/^[a-z]\)\s*/, '')
  const value = flagWords.get(word)
  return value === undefined
    ? problem('flag-unknown', 'This should be yes or no, and it is neither.')
    : taken(value)
}

export interface CountOptions {
  readonly least?: number
  readonly most?: number
}

/** A whole number, by default 0 or more; null for a blank. */
export function readCount(cell: Cell, options: CountOptions = {}): Reading<number | null> {
  if (isBlank(cell)) return nothing
  const text = readText(cell)
  if (!/^[-+]?\d{1,15}(\.0*)?$/.test(text.replaceAll(',', '')))
    return problem('number-not-whole', 'This should be a whole number.')
  const value = Number(text.replaceAll(',', ''))
  const { least = 0, most = 2_147_483_647 } = options
  if (value < least || value > most)
    return problem('number-out-of-range', `This number should be from ${least} to ${most}.`)
  return taken(value)
}

export interface CodeSet {
  /** The code for any accepted spelling, in capitals without spaces at the ends. */
  readonly spellings: ReadonlyMap<string, string>
  readonly of: string
}

/**
 * A set of codes and other spellings of them. `of` completes "This is not a code for …": 'a legal
 * status'. Case and spaces do not matter.
 */
export function codeSet(
  of: string,
  codes: readonly string[],
  synonyms: Readonly<Record<string, string>> = {},
): CodeSet {
  const spellings = new Map<string, string>()
  for (const [spelling, code] of Object.entries(synonyms)) spellings.set(folded(spelling), code)
  for (const code of codes) spellings.set(folded(code), code)
  return { spellings, of }
}

/** The code that a cell holds, by the set's own spelling; '' for a blank. */
export function readCode(cell: Cell, set: CodeSet): Reading<string> {
  if (cell === null || cell === undefined || cell === '') return noCode
  const text = typeof cell === 'string' ? cell : readText(cell)
  const direct = set.spellings.get(text) ?? set.spellings.get(folded(text))
  if (direct !== undefined) return taken(direct)
  if (isBlank(text)) return noCode
  // 'b) Female' for Female, '1.0' for 1, 'N1 - Abuse' or 'N1: Abuse' for N1.
  const whole = folded(text)
  const tries = [
    whole.replace(/^[A-Z]{1,2}\)\s*/, ''),
    whole.replace(/\.0+$/, ''),
    /^([A-Z0-9]{1,6})\s*(?:[-–:=]|\))\s*\S/.exec(whole)?.[1] ?? '',
  ]
  for (const each of tries) {
    const found = each === '' ? undefined : set.spellings.get(each)
    if (found !== undefined) return taken(found)
  }
  return problem('code-unknown', `This is not a code for ${set.of}.`)
}

const nothing: Taken<null> = taken(null)
const noCode: Taken<string> = taken('')

const flagWords = new Map<string, boolean | null>([
  ...['1', '1.0', 'y', 'yes', 'true', 't'].map(word => [word, true] as const),
  ...['0', '0.0', 'n', 'no', 'false', 'f'].map(word => [word, false] as const),
  ...['u', 'unknown', 'not known', 'not recorded', 'not stated', 'z', '9'].map(
    word => [word, null] as const,
  ),
])

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toUpperCase()
}

// --- dates ---

const numeric =
  /^(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2}|\d{4,5})(?:[T\s,]+\d{1,2}[:.]\d{2}.*|Z)?$/
const months = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, place) => [name, place + 1],
  ),
)
const notDate = problem('date-unreadable', 'This is not a date; write it as 31/03/2024.')
const impossible = problem('date-impossible', 'There is no such day in the calendar.')
const absurd = problem('date-year-absurd', 'The year of this date cannot be right.')
const usOrder = problem(
  'date-us-order',
  'This date has the month before the day, as in the United States; write it as day, month, year.',
)
const incomplete = problem('date-incomplete', 'This date lacks its day, its month or its year.')
const twoDigits = problem(
  'date-two-digit-year',
  'The year of this date has two digits; it was read as a year between 1990 and 2030.',
)
const asSerial = problem(
  'date-serial-number',
  'This date was written as the day number of a spreadsheet, and was read so.',
)

// Nobody in these files was born before 1910, and nothing is planned beyond 2100. Case systems
// write 01/01/1900 or 31/12/9999 for "no date".
function checked(year: number, month: number, day: number, doubt: Problem | null): Reading<Day> {
  if (year < 1910 || year > 2100) return absurd
  const value = dayOf(year, month, day)
  return value === null ? impossible : taken(value, doubt)
}

function dayFirst(first: number, second: number, third: string, order: DateOrder): Reading<Day> {
  const [day, month] = order === 'uk' ? [first, second] : [second, first]
  const short = third.length === 2
  const two = Number(third)
  const year = short ? (two >= 90 ? 1900 + two : 2000 + two) : two
  if (short && year > 2030)
    return problem('date-two-digit-year', 'The year of this date has two digits and is not clear.')
  if (order === 'uk' && month > 12 && month <= 31 && day <= 12)
    return dayOf(year, day, month) === null ? impossible : usOrder
  return checked(year, month, day, short ? twoDigits : null)
}

function inWords(text: string): Reading<Day> {
  const bare = text
    .toLowerCase()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,]+/, '')
    .replace(/[\s,T]+\d{1,2}[:.]\d{2}.*$/, '')
  const words =
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s\-/.,]*([a-z]{3,9})[\s\-/.,]*(\d{2}|\d{4})$/.exec(bare)
  const american = /^([a-z]{3,9})[\s\-/.,]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4})$/.exec(bare)
  const [day, name, year] =
    words !== null
      ? [words[1], words[2], words[3]]
      : american !== null
        ? [american[2], american[1], american[3]]
        : []
  const month = name === undefined ? undefined : monthNamed(name)
  if (day !== undefined && year !== undefined && month !== undefined)
    return dayFirst(Number(day), month, year, 'uk')
  if (/^\d{4}$/.test(bare) || /^\d{1,2}[-/.]\d{4}$/.test(bare) || /^\d{4}[-/.]\d{1,2}$/.test(bare))
    return incomplete
  if (/^[a-z]{3,9}[\s\-/.]+\d{2,4}$/.test(bare) && monthNamed(bare.slice(0, 3)) !== undefined)
    return incomplete
  return notDate
}

const monthNames =
  'january february march april may june july august september october november december sept'.split(
    ' ',
  )
function monthNamed(name: string): number | undefined {
  if (name.length > 3 && !monthNames.includes(name)) return undefined
  return months.get(name.slice(0, 3))
}

/** Days since 30 December 1899, as Excel counts them; 25569 of them lie before 1 January 1970. */
function serial(value: number, doubt: Problem | null): Reading<Day> {
  const day = Math.floor(value) - 25_569
  if (!Number.isFinite(value) || day < firstDay || day > lastDay) return notDate
  return taken(day, doubt)
}
const firstDay = dayOf(1910, 1, 1) ?? 0
const lastDay = dayOf(2100, 12, 31) ?? 0

function dateObject(date: Date): Reading<Day> {
  if (Number.isNaN(date.getTime())) return notDate
  return checked(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), null)
}
