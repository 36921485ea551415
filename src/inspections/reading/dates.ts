import type { Fieldwork } from './reading.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWords =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const datePart = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:\s?(?:st|nd|rd|th))?(?:\s+(${monthWords})\b\.?)?(?:,?\s+(\d{4}))?(?!\d)`,
  'giu',
)

type Part = { readonly day: number; readonly month: number | null; readonly year: number | null }

/** “12/09/2016” is said in words first, so that one reading serves both. */
const inWords = (text: string): string =>
  text.replaceAll(
    /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/g,
    (whole, day: string, month: string, year: string) =>
      months[Number(month) - 1] === undefined
        ? whole
        : `${day} ${months[Number(month) - 1] ?? ''} ${year}`,
  )

const partsOf = (text: string): readonly Part[] =>
  [...inWords(text).matchAll(datePart)].map(match => ({
    day: Number(match[1]),
    month: match[2] === undefined ? null : months.indexOf(match[2].slice(0, 3).toLowerCase()) + 1,
    year: match[3] === undefined ? null : Number(match[3]),
  }))

/**
 * Stretches of days as reports write them: “3 to 14 October 2022”, “29 November – 10 December 2021”,
 * “8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019”. A part without its month or
 * year takes that of the part after it. Null where no such date can be read.
 */
export function fieldworkOf(text: string): Fieldwork | null {
  const parts = filled(partsOf(text))
  const days = parts.map(isoOf)
  if (days.length === 0 || days.includes(null)) return null
  const read = days.filter(day => day !== null)
  const stretches: { start: string; end: string }[] = []
  for (let at = 0; at < read.length; at += 2) {
    const start = read[at]
    const end = read[at + 1] ?? start
    if (start === undefined || end === undefined || end < start) return null
    stretches.push({ start, end })
  }
  const first = stretches[0]?.start
  const last = stretches.at(-1)?.end
  return first === undefined || last === undefined || last < first
    ? null
    : { start: first, end: last, stretches }
}

/** The first whole date in a text, ISO. */
export function dateIn(text: string): string | null {
  for (const part of partsOf(text)) {
    const day = isoOf(part)
    if (day !== null) return day
  }
  return null
}

function filled(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = []
  for (const part of parts.toReversed()) {
    const later = out[0]
    const month = part.month ?? later?.month ?? null
    out.unshift({ day: part.day, month, year: part.year ?? yearBefore(month, later) })
  }
  return out
}

/** 12 December to 13 January 2023: a month that comes later in the year was in the year before. */
function yearBefore(month: number | null, later: Part | undefined): number | null {
  if (later?.year == null) return null
  return month !== null && later.month !== null && month > later.month ? later.year - 1 : later.year
}

function isoOf({ day, month, year }: Part): string | null {
  if (month === null || month === 0 || year === null) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}
