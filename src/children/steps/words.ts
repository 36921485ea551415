import { addMonths, type Day, longDay, longMonth, monthOf, workingDaysBetween } from '#calendar'

export function many(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`
}

/** 'It took 41 working days.' Null where one of the two is not recorded or they are not in order. */
export function workingDaysTaken(from: Day | null, to: Day | null): string | null {
  if (from === null || to === null || to < from) return null
  return `It took ${many(workingDaysBetween(from, to), 'working day')}.`
}

export function untilInWords(from: Day | null, to: Day | null, asOf: Day): string | null {
  if (from === null) return null
  if (to === null) return `It goes on, ${lasting(from, asOf)} so far.`
  return to < from ? null : `Until ${longDay(to)}, ${lasting(from, to)}.`
}

/** '3 days', '5 weeks', '14 months', '3 years and 2 months'. */
export function lasting(from: Day, to: Day): string {
  const days = Math.max(0, to - from)
  if (days < 15) return many(days, 'day')
  if (days < 70) return many(Math.round(days / 7), 'week')
  const months = monthsBetween(from, to)
  if (months < 24) return many(months, 'month')
  const years = Math.floor(months / 12)
  const rest = months % 12
  return rest === 0 ? many(years, 'year') : `${many(years, 'year')} and ${many(rest, 'month')}`
}

function monthsBetween(from: Day, to: Day): number {
  let months = monthOf(to) - monthOf(from)
  if (addMonths(from, months) > to) months--
  return months
}

/** The quarter of a day as a person says it: 'July to September 2025', with its last day. */
export function quarterOf(day: Day): { readonly key: number; readonly words: string } {
  const first = monthOf(day) - (monthOf(day) % 3)
  const [begins = ''] = longMonth(first).split(' ')
  return { key: first, words: `${begins} to ${longMonth(first + 2)}` }
}

export function yesNo(value: boolean | null, yes: string, no: string): string | null {
  return value === null ? null : value ? yes : no
}

export function sentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
