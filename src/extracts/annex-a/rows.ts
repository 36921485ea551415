import type { Day } from '#calendar'
import type { Children } from './children.ts'
import { endBeforeStart, longBeforeBirth, missing, noDate, sameDay, sameRow } from './problems.ts'
import type { Row } from './row.ts'
import type { Added, Tables } from './tables.ts'

/** Where the rows of all lists go. */
export interface Into {
  readonly tables: Tables
  readonly children: Children
  /** Runs once the day that the workbook describes is known. */
  later(run: (asOf: Day) => void): void
}

/** Takes one row of a list; false where the row is left out, which it has then said. */
export type ReadRow = (row: Row, into: Into) => boolean

/** A child can be known to the council from the start of its mother's pregnancy. */
const pregnancyDays = 280

/** The child of a row with the day on which it happened; null where the row had to be left out. */
export function childAndDay(row: Row, into: Into, key: string): { child: string; day: Day } | null {
  const child = row.identifier('child')
  const day = row.day(key)
  if (day === null) {
    row.refuse(noDate, key)
    return null
  }
  const bornOn = into.children.take(child, row)
  if (bornOn !== null && day < bornOn - pregnancyDays) row.doubt(longBeforeBirth, key)
  return { child, day }
}

/** The end of what began on a day; one before it is left out. */
export function endAfter(row: Row, start: Day, key: string): Day | null {
  const end = row.day(key)
  if (end === null || end >= start) return end
  row.refuseValue(endBeforeStart, key)
  return null
}

/** Notes columns that Annex A wants filled and that are blank. */
export function wanted(row: Row, ...keys: readonly string[]): void {
  for (const key of keys) if (row.has(key) && row.isBlank(key)) row.doubt(missing, key)
}

/** Whether the row was taken; says so where an earlier row says the same, or something else. */
export function accounted(row: Row, added: Added, key: string): boolean {
  if (added === 'same') row.refuse(sameRow)
  if (added === 'other') row.doubt(sameDay, key)
  return added !== 'same'
}

/** The team and worker that a row's child is allocated to. */
export const staff = (row: Row) => ({ team: row.text('team'), worker: row.text('worker') })
