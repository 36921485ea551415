import { type Day, isoDay, parseIsoDay } from '#calendar'

// Days as the database has them: '2026-03-31'.

export const dayIn = (text: string): Day => parseIsoDay(text) ?? Number.NaN
export const dayOrNull = (text: string | null): Day | null => (text === null ? null : dayIn(text))
export const isoOrNull = (day: Day | null): string | null => (day === null ? null : isoDay(day))
