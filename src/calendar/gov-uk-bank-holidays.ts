import type { BankHoliday } from './bank-holidays.ts'
import { isoDay, parseIsoDay } from './day.ts'

export type BankHolidayList =
  | {
      readonly kind: 'read'
      readonly holidays: readonly BankHoliday[]
      readonly firstYear: number
      readonly lastYear: number
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** No year since 1978 has had fewer in England and Wales, so fewer means that a list was cut short. */
const FEWEST_IN_A_YEAR = 8

/**
 * The bank holidays of one division from the text of www.gov.uk/bank-holidays.json: an object of
 * divisions, each with `events` of `title`, `date` (ISO) and `notes`. Refused, with the reason, where it is
 * anything else or looks cut short: a missing bank holiday makes deadlines wrong without a sign.
 */
export function parseGovUkBankHolidays(
  text: string,
  division = 'england-and-wales',
): BankHolidayList {
  const json = parseJson(text)
  if (json === undefined) return refused('The file is not JSON.')
  const events = field(field(json, division), 'events')
  if (!Array.isArray(events)) {
    return refused(`The file has no list of bank holidays under "${division}".`)
  }
  const holidays: BankHoliday[] = []
  for (const [at, event] of events.entries()) {
    const holiday = readEvent(event)
    if (holiday === null) {
      return refused(
        `Bank holiday ${at + 1} in the file has no title, or no date such as 2026-12-25.`,
      )
    }
    holidays.push(holiday)
  }
  return whole(holidays.toSorted((a, b) => a.day - b.day))
}

function readEvent(event: unknown): BankHoliday | null {
  const title = field(event, 'title')
  const date = field(event, 'date')
  const notes = field(event, 'notes')
  if (typeof title !== 'string' || title === '' || typeof date !== 'string') return null
  const day = parseIsoDay(date)
  if (day === null) return null
  const substitute = typeof notes === 'string' && notes.toLowerCase() === 'substitute day'
  return { day, title: substitute ? `${title} (substitute day)` : title, basis: 'published' }
}

function whole(holidays: readonly BankHoliday[]): BankHolidayList {
  const years = holidays.map(({ day }) => Number(isoDay(day).slice(0, 4)))
  const [firstYear, lastYear] = [years[0], years.at(-1)]
  if (firstYear === undefined || lastYear === undefined) return refused('The list is empty.')
  for (let year = firstYear; year <= lastYear; year++) {
    const count = new Set(holidays.filter((_, at) => years[at] === year).map(({ day }) => day)).size
    if (count < FEWEST_IN_A_YEAR) {
      return refused(
        `The list has ${count} bank ${count === 1 ? 'holiday' : 'holidays'} for ${year}. ` +
          `There are at least ${FEWEST_IN_A_YEAR} in a year, so the list may have been cut short.`,
      )
    }
  }
  return { kind: 'read', holidays, firstYear, lastYear }
}

function refused(reason: string): BankHolidayList {
  return { kind: 'refused', reason }
}

function parseJson(text: string): unknown {
  try {
    // The byte order mark that some editors leave is no part of JSON.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  // An object with that key of its own: reading it is safe, whatever it holds.
  return (value as Readonly<Record<string, unknown>>)[name]
}
