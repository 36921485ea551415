import {
  isoMonth,
  lastDayOf,
  longDay,
  longMonth,
  type Month,
  monthNames,
  parseIsoMonth,
} from '#calendar'
import type { SeriesDefinition } from './definition.ts'

// A period is known by its last month: the quarter to June 2026 by June 2026.

/** The months, 0 for January, in which the terms of a school year end: spring, summer, autumn. */
const TERM_ENDS = [3, 7, 11]
const TERMS = ['spring', 'summer', 'autumn'] as const
/** The last month of a school year is August, of a financial year March. */
const SCHOOL_YEAR_ENDS = 8

type Rhythm = Pick<SeriesDefinition, 'every' | 'yearEnds' | 'atEnd'>

function lastMonths({ every, yearEnds }: Rhythm): readonly number[] {
  switch (every) {
    case 'month':
      return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    case 'quarter':
      return [2, 5, 8, 11]
    case 'term':
      return TERM_ENDS
    case 'year':
      return [(yearEnds ?? 3) - 1]
  }
}

/** Whether one of its periods ends in a month. */
export function endsPeriod(definition: Rhythm, month: Month): boolean {
  return lastMonths(definition).includes(month % 12)
}

/** The last month of the period that holds a month. */
export function periodOf(definition: Rhythm, month: Month): Month {
  let end = month
  while (!endsPeriod(definition, end)) end++
  return end
}

/** The last months of its periods from one to another, both included where they end one. */
export function periodsBetween(definition: Rhythm, from: Month, to: Month): readonly Month[] {
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place)
  return all.filter(month => endsPeriod(definition, month))
}

/** The first month of the period that ends in a month. */
export function firstMonthOf(definition: Rhythm, end: Month): Month {
  let first = end
  while (!endsPeriod(definition, first - 1)) first--
  return first
}

/** A period as it reads: 'March 2026', 'January to March 2026', 'Autumn term 2025', '31 March 2026'. */
export function nameOfPeriod(definition: Rhythm, end: Month): string {
  if (definition.atEnd === true) return longDay(lastDayOf(end))
  switch (definition.every) {
    case 'month':
      return longMonth(end)
    case 'quarter':
      return `${longMonth(end - 2).split(' ')[0] ?? ''} to ${longMonth(end)}`
    case 'term':
      return sentenceCase(
        `${TERMS[TERM_ENDS.indexOf(end % 12)] ?? ''} term ${Math.floor(end / 12)}`,
      )
    case 'year':
      return definition.yearEnds === SCHOOL_YEAR_ENDS
        ? `School year ${Math.floor(end / 12) - 1} to ${Math.floor(end / 12)}`
        : `Year to ${longDay(lastDayOf(end))}`
  }
}

/** How a period may be written, for who fills it in: 'March 2026 or 2026-03'. */
export function exampleOfPeriod(definition: Rhythm, end: Month): string {
  const name = nameOfPeriod({ ...definition, atEnd: false }, end)
  if (definition.every !== 'year') return `${name}, or ${isoMonth(end)}`
  const year = Math.floor(end / 12)
  if (end % 12 === 11) return `${year}, or ${longMonth(end)}`
  return `${year - 1}/${String(year).slice(2)}, or ${longMonth(end)}`
}

/**
 * A period as people write it, by its last month: 'March 2026', '2026-03', '31/03/2026', 'Mar 26',
 * 'January to March 2026', 'Q1 2026' (of the calendar year), 'autumn 2025', '2025/26', '2026' for a
 * year. Null where it cannot be read, or where it is no period of this indicator.
 */
export function readPeriod(definition: Rhythm, text: string): Month | null {
  const plain = text.trim().toLowerCase().replaceAll(/[,.]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  const read = termOf(plain) ?? yearOf(definition, plain) ?? quarterOf(plain) ?? monthIn(plain)
  if (read === null) return null
  return endsPeriod(definition, read) ? read : null
}

/** The month that a period's words end with, though no period of the indicator ends in it. */
export function readMonth(text: string): Month | null {
  return monthIn(text.trim().toLowerCase().replaceAll(/[,.]/g, ' ').replaceAll(/\s+/g, ' ').trim())
}

function termOf(plain: string): Month | null {
  const found = /^(spring|summer|autumn)(?: term)? (\d{4})$/.exec(plain)
  const back = /^(\d{4}) (spring|summer|autumn)(?: term)?$/.exec(plain)
  const term = found?.[1] ?? back?.[2]
  const year = Number(found?.[2] ?? back?.[1])
  const place = TERMS.findIndex(each => each === term)
  return place < 0 ? null : year * 12 + (TERM_ENDS[place] ?? 0)
}

/** '2025/26' and 'school year 2025 to 2026' are the year that ends in 2026; so is '2026' alone. */
function yearOf(definition: Rhythm, plain: string): Month | null {
  if (definition.every !== 'year') return null
  const bare = plain.replace(/^(?:the )?(?:school |academic |financial )?year (?:to )?/, '')
  const alone = /^(\d{4})$/.exec(bare)
  const two = /^(\d{4})(?: ?[/-] ?| to )(\d{2}|\d{4})$/.exec(bare)
  const last = (definition.yearEnds ?? 3) - 1
  if (alone !== null) return Number(alone[1]) * 12 + last
  if (two === null) return monthIn(bare)
  const first = Number(two[1])
  const second = Number(two[2])
  const year = second < 100 ? first + 1 - ((first + 1) % 100) + second : second
  // Of '2026-03' nobody knows whether it is a year or a month; as a year it would have run backwards.
  if (year === first + 1) return year * 12 + last
  return monthIn(bare)
}

function quarterOf(plain: string): Month | null {
  const found = /^q([1-4]) (\d{4})$/.exec(plain) ?? /^(?:quarter )([1-4]) (\d{4})$/.exec(plain)
  return found === null ? null : Number(found[2]) * 12 + Number(found[1]) * 3 - 1
}

function monthIn(plain: string): Month | null {
  const iso = parseIsoMonth(plain.slice(0, 7))
  if (iso !== null && /^\d{4}-\d{2}(-\d{2}.*)?$/.test(plain)) return iso
  const figures =
    /^\d{1,2}[/-](\d{1,2})[/-](\d{4})$/.exec(plain) ?? /^(\d{1,2})\/(\d{4})$/.exec(plain)
  if (figures !== null) return monthFrom(Number(figures[1]) - 1, Number(figures[2]))
  const words = /([a-z]{3,9}) (\d{4}|\d{2})$/.exec(plain)
  if (words === null) return null
  const name = words[1] ?? ''
  const place = monthNames.findIndex(each => each.toLowerCase().startsWith(name))
  const year = Number(words[2])
  return monthFrom(place, year < 100 ? 2000 + year : year)
}

function monthFrom(place: number, year: number): Month | null {
  return place >= 0 && place < 12 && year > 1900 && year < 2200 ? year * 12 + place : null
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
