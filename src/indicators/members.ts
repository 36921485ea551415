import { type Day, firstDayOf, lastDayOf, type Month } from '#calendar'
import {
  type Cursor,
  cursorOver,
  type Fields,
  type History,
  type HistoryTable,
  NOTHING,
} from '#records'
import { type Definition, describedAtMonthEnd, openAtMonthEnd } from './definition.ts'

/** An indicator with the days of the months in which it can be counted (-1 where it cannot). */
export interface Counting {
  readonly definition: Definition
  readonly days: Int32Array
}

/**
 * Told of each member of an indicator's whole group: which of the `countings`, the month's place, the
 * row (the cursor stands on it), the day, and its value: 1 counted, 0 not, or what was measured.
 */
export type Visit = (counting: number, month: number, row: Cursor, day: Day, value: number) => void

/**
 * Walks a list once and tells of every member of every indicator of that list, in any month from the
 * first. Figures and the children behind them both come from here, so that they cannot disagree.
 */
export function visitMembers(
  history: History,
  countings: readonly Counting[],
  firstMonth: Month,
  visit: Visit,
): void {
  const list = countings[0]?.definition.of
  const open = list === undefined ? null : cursorOver(history, list)
  if (open === null) return
  const { table, cursor } = open
  const months = countings[0]?.days.length ?? 0
  const monthOfDay = monthsByDay(firstMonth, months)
  const start = firstDayOf(firstMonth)
  const spell = spellOf(table)
  const asOn = table.columns['asOn']?.values
  const moments: number[] = []
  const spells: number[] = []
  const described: number[] = []
  countings.forEach(({ definition: { when } }, place) => {
    const kind =
      when === openAtMonthEnd ? spells : when === describedAtMonthEnd ? described : moments
    kind.push(place)
  })
  const once = countings.map(({ definition }) => definition.eachChildOnce === true)
  const seen = countings.map((_, place) => (once[place] ? new Int32Array(months).fill(-2) : null))

  const tell = (place: number, month: number, day: Day): void => {
    const { definition } = countings[place] as Counting
    if (definition.where !== undefined && !definition.where(cursor, day)) return
    const mark = seen[place]
    if (mark) {
      const child = table.child[cursor.row] ?? -1
      if (mark[month] === child) return
      mark[month] = child
    }
    const value =
      definition.measure !== undefined
        ? definition.measure.of(cursor, day)
        : definition.that === undefined || definition.that(cursor, day)
          ? 1
          : 0
    if (!Number.isNaN(value)) visit(place, month, cursor, day, value)
  }

  for (let row = 0; row < table.length; row++) {
    cursor.row = row
    for (const place of moments) {
      const { definition, days } = countings[place] as Counting
      const day = (definition.when as (row: Cursor<Fields>) => Day | null)(cursor)
      if (day === null) continue
      const month = monthOfDay[day - start] ?? -1
      if (month >= 0 && (days[month] ?? -1) >= 0) tell(place, month, day)
    }
    for (const place of described) {
      const day = asOn?.[row] ?? NOTHING
      const month = day === NOTHING ? -1 : (monthOfDay[day - start] ?? -1)
      if (month >= 0 && countings[place]?.days[month] === day) tell(place, month, day)
    }
    if (spells.length === 0 || spell === null) continue
    const from = spell.starts[row] ?? NOTHING
    if (from === NOTHING) continue
    const ended = spell.ends[row] ?? NOTHING
    const to = ended === NOTHING ? Number.MAX_SAFE_INTEGER : ended
    const firstPlace = from < start ? 0 : (monthOfDay[from - start] ?? months)
    for (const place of spells) {
      const { days } = countings[place] as Counting
      for (let month = firstPlace; month < months; month++) {
        const day = days[month] ?? -1
        if (day < 0 || day < from) continue
        if (day >= to) break
        tell(place, month, day)
      }
    }
  }
}

function spellOf(table: HistoryTable) {
  const spell = table.list.spell
  const starts = spell === null ? undefined : table.columns[spell[0]]?.values
  const ends = spell === null ? undefined : table.columns[spell[1]]?.values
  return starts === undefined || ends === undefined ? null : { starts, ends }
}

/** For each day from the first month's first, the place of its month. */
function monthsByDay(firstMonth: Month, months: number): Int16Array {
  const start = firstDayOf(firstMonth)
  const places = new Int16Array(lastDayOf(firstMonth + months - 1) - start + 1)
  for (let month = 0; month < months; month++) {
    places.fill(
      month,
      firstDayOf(firstMonth + month) - start,
      lastDayOf(firstMonth + month) - start + 1,
    )
  }
  return places
}
