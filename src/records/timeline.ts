import type { Day } from '#calendar'
import { NOTHING } from './column.ts'
import { tableIn } from './derived-list.ts'
import { fieldsOf } from './fields.ts'
import type { History } from './history.ts'
import type { Fields, List, ValuesOf } from './list.ts'

/** The days on which one kind of thing happened to a child: visits under a plan, reviews, referrals. */
export interface Timeline {
  readonly list: List
  readonly on: string
  readonly where: ((row: ValuesOf<Fields>) => boolean) | null
}

/** A timeline of a list's day field, of all its rows or those that answer a question. */
export function timeline<F extends Fields>(
  list: List<string, F>,
  on: keyof F & string,
  where?: (row: ValuesOf<F>) => boolean,
): Timeline {
  // A row of this list has the fields that `where` asks for; the wider type is for keeping it.
  return { list, on, where: (where as Timeline['where'] | undefined) ?? null }
}

interface BuiltTimeline {
  latest(child: number, day: Day): Day | null
  first(child: number, day: Day): Day | null
  countBetween(child: number, after: Day, upTo: Day): number
}

const built = new WeakMap<History, Map<Timeline, BuiltTimeline>>()
let lastHistory: History | null = null
let lastTimelines = new Map<Timeline, BuiltTimeline>()

/** The timeline's days in a history, worked out when it is first asked for. */
export function timelineIn(history: History, timeline: Timeline): BuiltTimeline {
  if (history !== lastHistory) {
    lastHistory = history
    lastTimelines = built.get(history) ?? new Map<Timeline, BuiltTimeline>()
    built.set(history, lastTimelines)
  }
  const known = lastTimelines.get(timeline)
  if (known !== undefined) return known
  const made = build(history, timeline)
  lastTimelines.set(timeline, made)
  return made
}

function build(history: History, timeline: Timeline): BuiltTimeline {
  const { days, firstPlace } = daysByChild(history, timeline)
  /** The first place in the child's days that lies after the day. */
  const after = (child: number, day: Day): number => {
    let low = firstPlace[child] ?? 0
    let high = firstPlace[child + 1] ?? low
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((days[middle] ?? 0) <= day) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    latest(child, day) {
      if (child < 0) return null
      const place = after(child, day) - 1
      return place < (firstPlace[child] ?? 0) ? null : (days[place] ?? null)
    },
    first(child, day) {
      if (child < 0) return null
      const place = after(child, day - 1)
      return place >= (firstPlace[child + 1] ?? 0) ? null : (days[place] ?? null)
    },
    countBetween(child, from, upTo) {
      return child < 0 ? 0 : after(child, upTo) - after(child, from)
    },
  }
}

function daysByChild(
  history: History,
  { list, on, where }: Timeline,
): { readonly days: Int32Array; readonly firstPlace: Int32Array } {
  const firstPlace = new Int32Array(history.childIds.length + 1)
  const table = tableIn(history, list)
  const column = table?.columns[on]
  if (table === null || column === undefined) return { days: new Int32Array(0), firstPlace }
  const cursor = fieldsOf<Fields>(table)
  const days = new Int32Array(table.length)
  let length = 0
  let child = 0
  // Rows stand in the order of their children; those of no child come last and are left out.
  for (let row = 0; row < table.length; row++) {
    const day = column.values[row] ?? NOTHING
    cursor.row = row
    if (day === NOTHING || (where !== null && !where(cursor))) continue
    const number = table.child[row] ?? -1
    if (number < 0) continue
    while (child < number) firstPlace[++child] = length
    days[length++] = day
  }
  while (child < history.childIds.length) firstPlace[++child] = length
  for (let number = 0; number < history.childIds.length; number++) {
    const from = firstPlace[number] ?? 0
    const to = firstPlace[number + 1] ?? 0
    if (to - from > 1) days.subarray(from, to).sort()
  }
  return { days: days.slice(0, length), firstPlace }
}
