// 10.25 am, 2pm, 9.00am, 4:30 PM, 10.00 a.m., 20.15 hrs, 20:15, 1400 hours, noon, midday
const TIME =
  /(?<![\d.:/£])(?:(?<hour>\d{1,2})(?:\s?[.:]\s?(?<minute>\d{2}))?\s?(?<half>[ap]\.?\s?m\b\.?)|(?<hour24>\d{1,2})[.:](?<minute24>\d{2})\s?(?:hrs|hours|h\b)?(?![\d%])|(?<four>[0-2]\d[0-5]\d)\s?(?:hrs|hours)|(?:12\s?)?(?<word>noon|midday|midnight))/giu

export type TimeWords = { readonly time: string; readonly at: number; readonly end: number }

/** Times of day in a text as 'HH:MM', in order. */
export function timesIn(text: string): readonly TimeWords[] {
  const found: TimeWords[] = []
  for (const match of text.matchAll(TIME)) {
    const time = timeOf(match.groups ?? {})
    if (time !== null) found.push({ time, at: match.index, end: match.index + match[0].length })
  }
  return found
}

function timeOf(groups: Record<string, string | undefined>): string | null {
  const { hour, minute, half, hour24, minute24, four, word } = groups
  if (word !== undefined) return word.toLowerCase() === 'midnight' ? '00:00' : '12:00'
  if (four !== undefined) return clock(Number(four.slice(0, 2)), Number(four.slice(2)))
  if (hour24 !== undefined) return clock(Number(hour24), Number(minute24))
  if (hour === undefined || half === undefined) return null
  const twelve = Number(hour)
  if (twelve > 12) return clock(twelve, Number(minute ?? 0))
  const afternoon = /^p/iu.test(half)
  return clock((twelve % 12) + (afternoon ? 12 : 0), Number(minute ?? 0))
}

const clock = (hour: number, minute: number): string | null =>
  hour > 23 || minute > 59
    ? null
    : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
