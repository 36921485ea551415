import { type Day, firstDayOf, longDay, monthOf, parseIsoDay } from '#calendar'
import { readCsv } from '#kit/files/csv.ts'
import { isProblem, readDay } from '../values.ts'
import { columnName } from './recognise.ts'
import type { Reads } from './reads.ts'

/** The days an extract covers, and how they were found. */
export interface Window {
  readonly from: Day
  readonly to: Day
  readonly because: string
}

/** What the log of versions says: when the extract was made and, where it says so, of which days. */
export interface Stated {
  readonly madeOn: Day | null
  readonly from: Day | null
  readonly to: Day | null
}

export const nothingStated: Stated = { madeOn: null, from: null, to: null }

/** Reads ssd_version_log; of several rows the current one counts, else the last. */
export function statedIn(bytes: Uint8Array): Stated {
  let header: readonly string[] | null = null
  let stated = nothingStated
  let current = false
  readCsv(bytes, cells => {
    if (header === null) {
      header = cells.map(columnName)
      return
    }
    const cell = (name: string) => cells[(header ?? []).indexOf(name)] ?? ''
    const isCurrent = /^(1|y|yes|true)$/i.test(cell('is_current').trim())
    if (current && !isCurrent) return
    current = isCurrent
    const days = /(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/.exec(cell('description'))
    const made = readDay(cell('created_at'))
    stated = {
      madeOn: isProblem(made) ? null : made.value,
      from: parseIsoDay(days?.[1] ?? ''),
      to: parseIsoDay(days?.[2] ?? ''),
    }
  })
  return stated
}

/**
 * The days of an extract: those its log of versions states; else from the earliest to the latest
 * events, not after the day it was made. One date in a thousand at each end is taken for a slip of
 * the pen. Null where nothing is dated.
 */
export function findWindow(reads: Reads, stated: Stated, given: Day | undefined): Window | null {
  const { from, to, madeOn } = stated
  const last = given ?? to
  if (from !== null && last !== null && from <= last)
    return {
      from,
      to: last,
      because:
        given === undefined
          ? 'The extract’s log of versions says which days it is of.'
          : 'The day was given by the person who loaded the extract.',
    }
  const moments = eventDays(reads)
  if (moments.length === 0 && last === null) return null
  const edge = Math.floor(moments.length / 1_000)
  const earliest = moments[edge] ?? last ?? 0
  const until = last ?? madeOn ?? Infinity
  const latest =
    last ?? moments.findLast((day, place) => day <= until && place < moments.length - edge)
  const end = latest ?? Math.min(until, moments.at(-1) ?? until)
  return {
    from: Math.min(from ?? firstDayOf(monthOf(earliest)), end),
    to: end,
    because:
      given === undefined
        ? `The extract does not name its day; its latest event is of ${longDay(end)}.`
        : 'The day was given by the person who loaded the extract.',
  }
}

/** Days of what happens at a moment and is delivered for the window only, in order. */
function eventDays(reads: Reads): Int32Array {
  const days: number[] = []
  const add = (day: Day | null): void => {
    if (day !== null) days.push(day)
  }
  for (const { rows } of reads.contacts ?? []) for (const row of rows) add(row.values.receivedOn)
  for (const { rows } of reads.needVisits ?? []) for (const row of rows) add(row.values.visitedOn)
  for (const { rows } of reads.protectionVisits ?? [])
    for (const row of rows) add(row.values.visitedOn)
  for (const { rows } of reads.careVisits ?? []) for (const row of rows) add(row.values.visitedOn)
  for (const { rows } of reads.conferences ?? []) for (const row of rows) add(row.values.heldOn)
  for (const { rows } of reads.careReviews ?? []) for (const row of rows) add(row.values.heldOn)
  for (const { rows } of reads.health ?? []) for (const row of rows) add(row.values.checkedOn)
  // Where none of those were delivered, whatever began.
  if (days.length === 0)
    for (const read of Object.values(reads).flat())
      for (const { values } of read.rows) {
        if ('startedOn' in values) add(values.startedOn)
        if ('referredOn' in values) add(values.referredOn)
      }
  return Int32Array.from(days).sort()
}
