import { type Day, isoDay, parseIsoDay } from '#calendar'

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

export const dayIn = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))
export const dayOut = (day: Day | null): string | null => (day === null ? null : isoDay(day))
