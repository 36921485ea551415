import { type Day, isoDay, parseIsoDay } from '#calendar'

export const dayIn = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))
export const dayOut = (day: Day | null): string | null => (day === null ? null : isoDay(day))
