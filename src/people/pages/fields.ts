import { z } from 'zod'
import { type Day, dayOf, parseIsoDay } from '#calendar'

/** One line of text. A control character is no text, and the database takes no NUL. */
export function line(words: string, shortest = 1, longest = 120) {
  return z
    .string()
    .trim()
    .min(shortest, words)
    .max(longest, `Use ${longest} characters or fewer.`)
    .regex(/^\P{Cc}*$/u, words)
}

// Roles and teams of people who work now: any other year is a slip of the finger.
const FIRST = dayOf(1990, 1, 1) ?? 0
const LAST = dayOf(2100, 1, 1) ?? 0

export function dayField(words: string) {
  return z
    .string()
    .trim()
    .transform((text, context): Day => {
      const day = parseIsoDay(text)
      if (day !== null && day >= FIRST && day <= LAST) return day
      context.addIssue({ code: 'custom', message: words })
      return z.NEVER
    })
}
