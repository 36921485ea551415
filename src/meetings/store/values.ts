import { type Day, parseIsoDay } from '#calendar'
import type { Exemption } from '../meeting.ts'

/** '10:00' of '10:00:00', as the database gives it. */
export const clock = (time: string | null): string | null =>
  time === null ? null : time.slice(0, 5)

/** @throws when a column of dates holds none, which the database does not allow */
export function storedDay(text: string): Day {
  const day = parseIsoDay(text)
  if (day === null) throw new Error(`The database gave ‘${text}’ for a date.`)
  return day
}

export type ExemptionColumns = {
  exempt_paragraph: number | null
  confidential: boolean
  exempt_words: string
  public_interest: string
}

export function exemptionOf(row: ExemptionColumns): Exemption | null {
  if (row.exempt_paragraph === null && !row.confidential) return null
  return {
    paragraph: row.exempt_paragraph,
    confidential: row.confidential,
    words: row.exempt_words,
    publicInterest: row.public_interest,
  }
}

export function exemptionColumns(exempt: Exemption | null): ExemptionColumns {
  return {
    exempt_paragraph: exempt?.paragraph ?? null,
    confidential: exempt?.confidential ?? false,
    exempt_words: exempt?.words ?? '',
    public_interest: exempt?.publicInterest ?? '',
  }
}
