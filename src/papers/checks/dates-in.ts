import { type Day, dayOf, monthNames, weekdayNames } from '#calendar'

/** A date as a text writes it; parts that it leaves out are null. */
export interface DateInText {
  readonly start: number
  readonly end: number
  readonly weekday: number | null
  readonly dayOfMonth: number | null
  readonly month: number
  readonly year: number | null
  /** Null when a part is left out or there is no such day. */
  readonly day: Day | null
}

const month =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec'
const weekday =
  '(?:(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)\\b[\\s,]{1,3}(?:the )?)?'
const written = new RegExp(
  String.raw`\b${weekday}(?<![\d./])(\d{1,2})(?:\s?(?:<sup>)?(?:st|nd|rd|th)(?:<\/sup>)?)?(?:\s{1,2}of)?\s{1,3}(${month})\b\.?(?:,?\s{1,3}(\d{4})(?!\d))?`,
  'gi',
)
const american = new RegExp(
  String.raw`\b${weekday}(${month})\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,\s{1,3}(\d{4})(?!\d)`,
  'gi',
)
const inFigures = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g
const monthOnly = new RegExp(
  String.raw`(?<!\d(?:st|nd|rd|th)? )\b(${month})\s{1,3}(\d{4})(?!\d)`,
  'gi',
)

/** Every date in the text in the order in which they stand, 18 September 2017 as well as 18/09/2017. */
export function datesIn(text: string): readonly DateInText[] {
  const dates: DateInText[] = []
  for (const match of text.matchAll(written))
    dates.push(dateOf(match, match[1], Number(match[2]), monthNumber(match[3]), yearOf(match[4])))
  for (const match of text.matchAll(american))
    dates.push(dateOf(match, match[1], Number(match[3]), monthNumber(match[2]), yearOf(match[4])))
  for (const match of text.matchAll(inFigures)) {
    const number = Number(match[3])
    // A number of a version or a paragraph is no date: those have months up to 12 and years of four.
    if (number < 1 || number > 12 || (match[2] === '.' && match[4]?.length === 2)) continue
    dates.push(dateOf(match, undefined, Number(match[1]), number, yearOf(match[4])))
  }
  return dates.toSorted((a, b) => a.start - b.start)
}

/** “February 2017” where no day of the month stands before it. */
export function monthsIn(text: string): readonly DateInText[] {
  return [...text.matchAll(monthOnly)].map(match => ({
    ...dateOf(match, undefined, 1, monthNumber(match[1]), yearOf(match[2])),
    dayOfMonth: null,
    day: null,
  }))
}

function dateOf(
  match: { readonly index: number; readonly 0: string },
  weekdayWord: string | undefined,
  dayOfMonth: number,
  monthOfYear: number,
  year: number | null,
): DateInText {
  const named = weekdayWord?.slice(0, 3).toLowerCase()
  const place = weekdayNames.findIndex(name => name.slice(0, 3).toLowerCase() === named)
  return {
    start: match.index,
    end: match.index + match[0].length,
    weekday: place === -1 ? null : place + 1,
    dayOfMonth,
    month: monthOfYear,
    year,
    day: year === null ? null : dayOf(year, monthOfYear, dayOfMonth),
  }
}

const monthNumber = (word: string | undefined): number =>
  monthNames.findIndex(name => name.slice(0, 3).toLowerCase() === word?.slice(0, 3).toLowerCase()) +
  1

function yearOf(word: string | undefined): number | null {
  if (word === undefined) return null
  return word.length === 2 ? 2000 + Number(word) : Number(word)
}
