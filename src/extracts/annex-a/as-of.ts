import { type Day, longDay } from '#calendar'

/** A day on which something had happened by the time of the extract, and where it stands. */
export interface Happenings {
  readonly days: number[]
  readonly rows: number[]
  /** Which sheet and column: a place in a list that the reader keeps. */
  readonly where: number[]
}

export const noHappenings = (): Happenings => ({ days: [], rows: [], where: [] })

/** How far the last event may lie beyond 99 in 100 of the others and still be believed. */
const mostBeyond = 31

/**
 * The day that a workbook describes. Annex A does not name it, so it is the latest day on which
 * something happened to a child. A stray date, such as a typing error in the year, does not move
 * it: what lies more than 31 days beyond 99 in 100 of the dates is set aside. Null without dates.
 */
export function workOutAsOf(days: readonly Day[]): { asOf: Day; because: string } | null {
  const sorted = Int32Array.from(days).sort()
  const usual = sorted[Math.floor((sorted.length - 1) * 0.99)]
  if (usual === undefined) return null
  let last = sorted.length - 1
  while (last > 0 && (sorted[last] ?? 0) > usual + mostBeyond) last--
  const asOf = sorted[last] ?? usual
  const aside = sorted.length - 1 - last
  const stray =
    aside === 0
      ? ''
      : ` ${aside === 1 ? 'One date' : `${aside} dates`} long after it ${aside === 1 ? 'was' : 'were'} set aside.`
  return {
    asOf,
    because: `Annex A does not say its date, so it is that of the latest event in the lists, ${longDay(asOf)}.${stray}`,
  }
}
