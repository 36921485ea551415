import { datesIn, isoOf, nearestYear } from './dates.ts'
import { type Line, placeOf } from './lines.ts'
import type { Read } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'

const MUST = /\b(?:requir\w*|deadline|must|due|submi\w*)\b/iu
const BY = /\b(?:by|deadline of|no later than|not later than|due (?:on|by))\s/giu

/** The day by which something has to be handed in, from the first sentence that says so. */
export function deadlineOf(lines: readonly Line[], paperDate: string | null): Read<string> | null {
  for (const line of lines) {
    if (!MUST.test(line.text)) continue
    for (const sentence of sentencesOf(line.text)) {
      if (!MUST.test(sentence)) continue
      for (const by of sentence.matchAll(BY)) {
        const at = by.index + by[0].length
        const date = datesIn(sentence.slice(at, at + 50))[0]
        if (date === undefined || date.at > 12 || date.day === null) continue
        const whole = isoOf(date)
        const day = whole ?? (paperDate === null ? null : nearestYear(date, paperDate))
        if (day !== null)
          return {
            value: day,
            place: placeOf([line]),
            inferred:
              whole === null
                ? 'the year is not printed; the nearest to the paper’s date was taken'
                : null,
          }
      }
    }
  }
  return null
}
