import { type Day, dayOf, longDay, parseIsoDay } from '#calendar'

const months = Array.from({ length: 12 }, (_, month) => {
  const day = dayOf(2026, month + 1, 1) ?? 0
  return longDay(day).split(' ')[1]?.toLowerCase() ?? ''
})

/** A date as people write it: 2017-09-18, 18/09/2017, 18.9.17, 18 September 2017, 18 Sep 17. */
export function dayFrom(text: string): Day | null {
  const plain = text.trim().replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
  const iso = parseIsoDay(plain.slice(0, 10))
  if (iso !== null && /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(plain)) return iso
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(plain)
  if (figures !== null) return dayOf(yearOf(figures[3]), Number(figures[2]), Number(figures[1]))
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{2}|\d{4})$/i.exec(plain)
  if (words === null) return null
  const named = words[2]?.toLowerCase() ?? ''
  const month = months.findIndex(each => each.startsWith(named))
  return month < 0 ? null : dayOf(yearOf(words[3]), month + 1, Number(words[1]))
}

/** Two figures mean this century up to 79, and the last from 80. */
function yearOf(text: string | undefined): number {
  const year = Number(text)
  return year >= 100 ? year : year < 80 ? 2000 + year : 1900 + year
}
