import { type Day, addMonths, dayOf, longDay, monthOf } from '#calendar'
import type { XmlElement } from '#kit/files/xml.ts'
import { isProblem, type Problem, readCount, readDay } from '../values.ts'
import { find, textOf } from './elements.ts'
import { yearDiffers } from './problems.ts'
import type { ElementName } from './spellings.ts'

/** What a census says about itself. */
export interface Census {
  /** The year it ends in: 2026 for 1 April 2025 to 31 March 2026. */
  readonly year: number | null
  readonly referenceDate: Day | null
  readonly doubts: readonly HeaderDoubt[]
}

/** What is wrong with the header, to be said once refusals can be. */
export interface HeaderDoubt {
  readonly effect: 'value' | 'doubt'
  readonly line: number
  readonly column: ElementName
  readonly value: string
  readonly problem: Problem
}

export const noHeader: Census = { year: null, referenceDate: null, doubts: [] }

export function readHeader(header: XmlElement): Census {
  const details = find(header, 'CollectionDetails') ?? header
  const doubts: HeaderDoubt[] = []
  const note = (effect: HeaderDoubt['effect'], column: ElementName, problem: Problem): void => {
    const element = find(details, column)
    const { line, text } = element ?? details
    doubts.push({ effect, line, column, value: text, problem })
  }
  const given = readCount(textOf(details, 'Year'), { least: 2008, most: 2100 })
  const date = readDay(textOf(details, 'ReferenceDate').slice(0, 10))
  if (isProblem(given)) note('value', 'Year', given)
  if (isProblem(date)) note('value', 'ReferenceDate', date)
  const referenceDate = isProblem(date) ? null : date.value
  const year = isProblem(given) ? null : given.value
  if (year !== null && referenceDate !== null && year !== yearOf(referenceDate))
    note('doubt', 'Year', yearDiffers)
  return { year: yearOf(referenceDate) ?? year, referenceDate, doubts }
}

/** Whether a collection's name is that of the children in need census; true where it has none. */
export function isCin(collection: string): boolean {
  return collection === '' || /^(cin|children in need)/i.test(collection.trim())
}

export interface Period {
  readonly asOf: Day
  readonly because: string
  readonly from: Day
  readonly to: Day
}

/**
 * The day a census describes and the year it covers: that of its reference date, else of its year,
 * else the year to 31 March in which its latest date falls; null where it has no date at all.
 */
export function periodOf(census: Census, latest: Day | null, asked?: Day): Period | null {
  if (asked !== undefined) return endingOn(asked, 'The day was given when the census was loaded.')
  if (census.referenceDate !== null)
    return endingOn(census.referenceDate, 'The census gives its reference date.')
  if (census.year !== null)
    return endingOn(
      yearEnd(census.year),
      'The census gives its year and no reference date, so the end of that year was taken.',
    )
  if (latest === null) return null
  return endingOn(
    yearEnd(yearOf(latest) ?? 0),
    'The census gives neither year nor reference date, so the end of the year of its latest date was taken.',
  )
}

export function titleOf(period: Period): string {
  return `Children in need census for the year to ${longDay(period.to)}`
}

function endingOn(day: Day, because: string): Period {
  // A year before 31 March is 31 March, before 29 February 28 February: the day after begins it.
  return { asOf: day, because, from: addMonths(day, -12) + 1, to: day }
}

function yearEnd(year: number): Day {
  return dayOf(year, 3, 31) ?? 0
}

/** The census year in which a day falls: the calendar year until March, the next one after. */
function yearOf(day: Day | null): number | null {
  if (day === null) return null
  const month = monthOf(day)
  return Math.floor(month / 12) + (month % 12 > 2 ? 1 : 0)
}
