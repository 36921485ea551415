import { type Day, firstDayOf, lastDayOf, type Month } from '#calendar'
import {
  type Cursor,
  cursorOver,
  type Fields,
  type History,
  type HistoryTable,
  NOTHING,
} from '#records'
import { describedAtMonthEnd, openAtMonthEnd, type RecordDefinition } from './definition.ts'
import type { Standard } from './local-standards.ts'

/** An indicator with the days of the months in which it can be counted (-1 where it cannot). */
export interface Counting {
  readonly definition: RecordDefinition
  readonly days: Int32Array
}

/**
 * Told of each member of an indicator's whole group: which of the `countings`, the month's place, the
 * row and its child (-1 for none), the day, and its value: 1 counted, 0 not, or what was measured.
 */
export type Visit = (
  counting: number,
  month: number,
  row: number,
  child: number,
  day: Day,
  value: number,
) => void

/**
 * Walks a list once and tells of every member of every indicator of that list, in any month from the
 * first. Figures and the children behind them both come from here, so that they cannot disagree.
 * `only` names the rows to look at, in their order, where no other can be a member.
 */
export function visitMembers(
  history: History,
  countings: readonly Counting[],
  firstMonth: Month,
  standard: Standard,
  visit: Visit,
  only?: Int32Array,
): void {
  const list = countings[0]?.definition.of
  const open = list === undefined ? null : cursorOver(history, list)
  if (open === null) return
  const { table, cursor } = open
  const months = countings[0]?.days.length ?? 0
  const monthOfDay = monthsByDay(firstMonth, months)
  const start = firstDayOf(firstMonth)
  const monthAt = (day: Day): number => (day < start ? -1 : (monthOfDay[day - start] ?? -1))
  const spell = spellOf(table)
  const asOn = table.columns['asOn']?.values
  const questions = countings.map((counting, place) =>
    questionOf(counting, place, table, cursor, standard, visit),
  )
  const moments = questions.filter(({ when }) => typeof when === 'function')
  const described = questions.filter(({ when }) => when === describedAtMonthEnd)
  const spells = questions.filter(({ when }) => when === openAtMonthEnd)
  const firstAnswer = Math.min(...spells.map(({ days }) => days.findIndex(day => day >= 0)))

  const count = only?.length ?? table.length
  for (let place = 0; place < count; place++) {
    const row = only === undefined ? place : (only[place] ?? 0)
    cursor.row = row
    for (let at = 0; at < moments.length; at++) {
      const question = moments[at]
      if (question === undefined) continue
      const { days, tell } = question
      // Sorted out above: a moment's `when` is a function.
      const day = (question.when as Moment)(cursor, standard)
      if (day === null || day < start) continue
      const month = monthAt(day)
      if (month >= 0 && (days[month] ?? -1) >= 0) tell(month, day)
    }
    for (const { days, tell } of described) {
      const day = asOn?.[row] ?? NOTHING
      const month = monthAt(day)
      if (month >= 0 && days[month] === day) tell(month, day)
    }
    if (spells.length === 0 || spell === null) continue
    const from = spell.starts[row] ?? NOTHING
    if (from === NOTHING) continue
    const ended = spell.ends[row] ?? NOTHING
    const to = ended === NOTHING ? Number.MAX_SAFE_INTEGER : ended
    if (to <= start) continue
    const first = from < start ? 0 : (monthOfDay[from - start] ?? months)
    const last = ended === NOTHING ? months - 1 : (monthOfDay[to - start] ?? months - 1)
    for (let month = Math.max(first, firstAnswer); month <= last; month++) {
      for (let at = 0; at < spells.length; at++) {
        const day = spells[at]?.days[month] ?? -1
        if (day >= from && day < to) spells[at]?.tell(month, day)
      }
    }
  }
}

type Moment = (row: Cursor<Fields>, standard: Standard) => Day | null

interface Question extends Counting {
  readonly when: RecordDefinition['when']
  /** Asks it of the row that the cursor stands on, whose day (or month's end) is `day`. */
  readonly tell: (month: number, day: Day) => void
}

function questionOf(
  { definition, days }: Counting,
  place: number,
  table: HistoryTable,
  cursor: Cursor,
  standard: Standard,
  visit: Visit,
): Question {
  const { when, where, that, measure } = definition
  const { child: children } = table
  // The child last counted in each month; rows stand in the order of their children.
  const seen = definition.eachChildOnce === true ? new Int32Array(days.length).fill(-2) : null
  const tell = (month: number, day: Day): void => {
    const { row } = cursor
    const child = children[row] ?? -1
    if (seen !== null && seen[month] === child) return
    if (where !== undefined && !where(cursor, day, standard)) return
    if (seen !== null) seen[month] = child
    let value = 1
    if (measure !== undefined) {
      value = measure.of(cursor, day)
      if (Number.isNaN(value)) return
    } else if (that !== undefined && !that(cursor, day, standard)) value = 0
    visit(place, month, row, child, day, value)
  }
  return { definition, days, when, tell }
}

export function spellOf(table: HistoryTable) {
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
