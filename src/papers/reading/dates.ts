import { type Day, dayOf, isoDay, parseIsoDay } from '#calendar'
import { type Line, placeOf } from './lines.ts'
import type { DateRead } from './paper-read.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_WORDS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

// 18 September 2017, 22 nd June 2022, 3rd March, 2025, 26 January
const DAY_FIRST = String.raw`(?<![\d/.])(?<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?(?:\s+(?:day\s+)?of)?[\s-]{1,4}(?<month>${MONTH_WORDS})\b[.,]?(?:[\s-]{0,4}(?<year>(?:19|20)\d{2})(?!\d))?`
// September 18, 2017
const MONTH_FIRST = String.raw`\b(?<month2>${MONTH_WORDS})\s{1,3}(?<day2>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?<year2>(?:19|20)\d{2})(?!\d)`
// 03/03/2025, 3.3.25, 16-01-2020
const NUMBERS = String.raw`(?<![\d/.-])(?<day3>\d{1,2})(?<mark>[/.-])(?<month3>\d{1,2})\k<mark>(?<year3>(?:20|19)?\d{2})(?![\d/])`
const ISO = String.raw`(?<![\d-])(?<iso>(?:19|20)\d{2}-\d{2}-\d{2})(?![\d-])`
// October 2017
const MONTH_ONLY = String.raw`\b(?<month4>${MONTH_WORDS})\b,?\s{1,3}(?<year4>(?:19|20)\d{2})(?!\d)`
const ANY = new RegExp([DAY_FIRST, MONTH_FIRST, NUMBERS, ISO, MONTH_ONLY].join('|'), 'giu')

/** A date as the words have it: a day, a month, or a day whose year is not printed. */
export type DateWords = {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  readonly words: string
  readonly at: number
}

/** Dates in a text, in order; those of web addresses left out. */
export function datesIn(text: string): readonly DateWords[] {
  const words = text.includes('://') ? text.replaceAll(/\bhttps?:\/\/[^\s<>]+/giu, hidden) : text
  const found: DateWords[] = []
  for (const match of words.matchAll(ANY)) {
    const read = dateOf(match)
    if (read === null) continue
    found.push(...sharedBefore(words, read), read)
  }
  return found
}

/** As long as what it hides, so that places stay. */
const hidden = (address: string): string => ' '.repeat(address.length)

function dateOf(match: RegExpExecArray): DateWords | null {
  const groups = match.groups ?? {}
  const at = match.index
  const words = match[0]
  const { iso } = groups
  if (iso !== undefined) {
    const [year, month, day] = iso.split('-').map(Number)
    return real({ year: year ?? 0, month: month ?? 0, day: day ?? 0, words, at })
  }
  if (groups['day3'] !== undefined) {
    const year = Number(groups['year3'])
    // "3.3.25" is a date and "1.2.10" more often a paragraph: two figures of a year need a stroke.
    if (year < 100 && groups['mark'] !== '/') return null
    return real({
      year: year < 100 ? 2000 + year : year,
      month: Number(groups['month3']),
      day: Number(groups['day3']),
      words,
      at,
    })
  }
  const name = groups['month'] ?? groups['month2'] ?? groups['month4'] ?? ''
  const year = groups['year'] ?? groups['year2'] ?? groups['year4']
  const day = groups['day'] ?? groups['day2']
  // "3 may be", "12 mar" in small letters are words and no months.
  if (/^(?:may|mar|sep|dec|jan|oct)$/u.test(name) && year === undefined) return null
  return real({
    year: year === undefined ? null : Number(year),
    month: monthOf(name),
    day: day === undefined ? null : Number(day),
    words,
    at,
  })
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function real(date: DateWords): DateWords | null {
  if (date.month < 1 || date.month > 12) return null
  // A leap year stands in where none is printed.
  if (date.day !== null && dayOf(date.year ?? 2024, date.month, date.day) === null) return null
  return { ...date, words: date.words.replace(/[.,\s-]+$/u, '') }
}

/** "15 and 29 January 2020", "7 to 18 February": days before that share month and year. */
function sharedBefore(text: string, { year, month, at }: DateWords): readonly DateWords[] {
  const before = text.slice(Math.max(0, at - 16), at)
  const match =
    /(?<![\d./£])(\d{1,2})(?:\s?(?:st|nd|rd|th))?\s{1,2}?(?:and|to|&|-|–|or)\s{0,2}$/iu.exec(before)
  const day = Number(match?.[1])
  if (match === null || day > 31 || day < 1) return []
  const read = real({
    year,
    month,
    day,
    words: match[1] ?? '',
    at: at - before.length + match.index,
  })
  return read === null ? [] : [read]
}

export const isoOf = ({ year, month, day }: DateWords): string | null =>
  year === null
    ? null
    : day === null
      ? `${year}-${String(month).padStart(2, '0')}`
      : isoOfDay(dayOf(year, month, day))

const isoOfDay = (day: Day | null): string | null => (day === null ? null : isoDay(day))

/** The year that brings a day nearest to another: minutes leave out the year of what is close. */
export function nearestYear(date: DateWords, to: string): string | null {
  const near = parseIsoDay(to)
  if (near === null || date.day === null) return null
  const year = Number(to.slice(0, 4))
  const days = [year - 1, year, year + 1]
    .map(each => dayOf(each, date.month, date.day ?? 1))
    .filter(day => day !== null)
  const nearest = days.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0]
  return nearest === undefined ? null : isoDay(nearest)
}

/** The first whole date in a text, ISO; months alone and days without a year passed over. */
export function firstDate(text: string): string | null {
  for (const date of datesIn(text)) {
    if (date.year !== null && date.day !== null) return isoOf(date)
  }
  return null
}

/** Every date of the paper with its place; one line once. */
export function datesOf(lines: readonly Line[], paperDate: string | null): readonly DateRead[] {
  return lines.flatMap(line =>
    datesIn(line.text).flatMap(found => {
      const year = isoOf(found)
      const date = year ?? (paperDate === null ? null : nearestYear(found, paperDate))
      return date === null
        ? []
        : [{ date, words: found.words, yearInferred: year === null, place: placeOf([line]) }]
    }),
  )
}
