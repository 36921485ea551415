import { ageOn, type Day } from '#calendar'
import { type Column, type ColumnKind, NOTHING } from './column.ts'
import { tableIn } from './derived-list.ts'
import { dayOrNull, fieldsOf } from './fields.ts'
import type { History, HistoryTable } from './history.ts'
import type { Fields, List, ValuesOf } from './list.ts'
import { children } from './lists.ts'
import { type Timeline, timelineIn } from './timeline.ts'

/**
 * A child, as a definition sees one: who they are, and what happened to them up to a day. The same
 * object is moved from child to child, so nothing may be kept of it.
 */
export interface Child {
  readonly number: number
  readonly id: string
  readonly bornOn: Day | null
  readonly sex: string
  readonly ethnicity: string
  readonly disabled: boolean | null
  readonly mother: boolean | null
  /** Age in whole years; NaN where the date of birth is not recorded, so no comparison is true. */
  ageOn(day: Day): number
  /** The last day of a timeline on or before a day; null where there is none. */
  latest(timeline: Timeline, day: Day | null): Day | null
  /** The first day of a timeline on or after a day; null where there is none. */
  first(timeline: Timeline, day: Day | null): Day | null
  /** How many days of a timeline lie after one day and up to another. */
  countBetween(timeline: Timeline, after: Day, upTo: Day): number
  /** Whether a spell of the list (a plan, a period of care) is open at the end of a day. */
  isIn(list: List, day: Day): boolean
  /** How many spells of the list were open at the end of some day from one day to another. */
  spellsBetween(list: List, from: Day, to: Day): number
  /** How many different values a field has in those spells; '' is no value. */
  differentBetween(list: List, field: string, from: Day, to: Day): number
  /** Whether any row that the list holds of the child answers a question. */
  some<F extends Fields>(list: List<string, F>, where: (row: ValuesOf<F>) => boolean): boolean
}

/** One row of a list, moved from row to row, with its child. */
export type Row<F extends Fields = Fields> = ValuesOf<F> & { readonly child: Child }

/** A row that can be moved. */
export type Cursor<F extends Fields = Fields> = Row<F> & { row: number }

export function cursorOver<F extends Fields>(
  history: History,
  list: List<string, F>,
): { readonly table: HistoryTable; readonly cursor: Cursor<F> } | null {
  const table = tableIn(history, list)
  if (table === null) return null
  const child = childView(history)
  const cursor = fieldsOf<F>(table)
  Object.defineProperty(cursor, 'child', {
    get() {
      child.number = table.child[cursor.row] ?? -1
      return child
    },
  })
  // The child was added above, which defineProperty does not tell the type.
  return { table, cursor: cursor as Cursor<F> }
}

/** A movable view of the children of a history. */
export function childView(history: History): Child & { number: number } {
  const table = history.tables.get('children')
  const places = placesOfChildren(history)
  const own = <K extends ColumnKind>(name: keyof typeof children.fields, kind: K) => {
    const column = table?.columns[name]
    return column?.kind === kind ? column : undefined
  }
  const bornOn = own('bornOn', 'day')
  const sex = own('sex', 'code')
  const ethnicity = own('ethnicity', 'code')
  const disabled = own('disabled', 'flag')
  const mother = own('mother', 'flag')
  const word = (column: Column | undefined, row: number): string =>
    column?.kind === 'code' && row >= 0 ? (column.words[column.values[row] ?? 0] ?? '') : ''
  const yesNo = (column: Column | undefined, row: number): boolean | null => {
    const value = row < 0 ? -1 : (column?.values[row] ?? -1)
    return value < 0 ? null : value === 1
  }
  const view = {
    number: -1,
    get id() {
      return history.childIds[view.number] ?? ''
    },
    get bornOn() {
      const row = places[view.number] ?? -1
      return row < 0 ? null : dayOrNull(bornOn?.values[row])
    },
    get sex() {
      return word(sex, places[view.number] ?? -1)
    },
    get ethnicity() {
      return word(ethnicity, places[view.number] ?? -1)
    },
    get disabled() {
      return yesNo(disabled, places[view.number] ?? -1)
    },
    get mother() {
      return yesNo(mother, places[view.number] ?? -1)
    },
    ageOn(day: Day) {
      const born = view.bornOn
      return born === null ? Number.NaN : ageOn(born, day)
    },
    latest(timeline: Timeline, day: Day | null) {
      return day === null ? null : timelineIn(history, timeline).latest(view.number, day)
    },
    first(timeline: Timeline, day: Day | null) {
      return day === null ? null : timelineIn(history, timeline).first(view.number, day)
    },
    countBetween(timeline: Timeline, after: Day, upTo: Day) {
      return timelineIn(history, timeline).countBetween(view.number, after, upTo)
    },
    isIn(list: List, day: Day) {
      return countOpen(tableIn(history, list), view.number, day, day) > 0
    },
    spellsBetween(list: List, from: Day, to: Day) {
      return countOpen(tableIn(history, list), view.number, from, to)
    },
    differentBetween(list: List, field: string, from: Day, to: Day) {
      const table = tableIn(history, list)
      const values = table?.columns[field]?.values
      const different = new Set<number>()
      eachOpen(table, view.number, from, to, row => {
        // Place 0 of a code column is '': not recorded, and so no value.
        const value = values?.[row] ?? 0
        if (value !== 0) different.add(value)
      })
      return different.size
    },
    some<F extends Fields>(list: List<string, F>, where: (row: ValuesOf<F>) => boolean) {
      const other = otherRows(history, list)
      if (other === null || view.number < 0) return false
      const to = other.table.firstRow[view.number + 1] ?? 0
      for (let row = other.table.firstRow[view.number] ?? 0; row < to; row++) {
        other.cursor.row = row
        if (where(other.cursor)) return true
      }
      return false
    },
  }
  return view
}

const others = new WeakMap<History, Map<List, OtherRows | null>>()
type OtherRows = { readonly table: HistoryTable; readonly cursor: { row: number } }

/** A cursor of its own over another list, so that asking it does not move the row being read. */
function otherRows<F extends Fields>(history: History, list: List<string, F>) {
  const known = others.get(history) ?? new Map<List, OtherRows | null>()
  others.set(history, known)
  let rows = known.get(list)
  if (rows === undefined) {
    const table = tableIn(history, list)
    rows = table === null ? null : { table, cursor: fieldsOf<F>(table) }
    known.set(list, rows)
  }
  // Kept by its list, whose fields the cursor reads.
  return rows as { table: HistoryTable; cursor: ValuesOf<F> & { row: number } } | null
}

/** The row of each child in the list of children; -1 where an event's child is not in it. */
function placesOfChildren(history: History): Int32Array {
  const known = placesKnown.get(history)
  if (known !== undefined) return known
  const places = new Int32Array(history.childIds.length).fill(-1)
  history.tables.get('children')?.child.forEach((number, row) => {
    if (number >= 0) places[number] = row
  })
  placesKnown.set(history, places)
  return places
}

const placesKnown = new WeakMap<History, Int32Array>()

/** Tells of each row of a child's spells that is open at the end of some day from one to another. */
function eachOpen(
  table: HistoryTable | null,
  child: number,
  from: Day,
  to: Day,
  take: (row: number) => void,
): void {
  const spell = table?.list.spell
  if (table === null || !spell || child < 0) return
  const starts = table.columns[spell[0]]?.values
  const ends = table.columns[spell[1]]?.values
  const last = table.firstRow[child + 1] ?? 0
  for (let row = table.firstRow[child] ?? 0; row < last; row++) {
    const start = starts?.[row] ?? NOTHING
    const end = ends?.[row] ?? NOTHING
    if (start !== NOTHING && start <= to && (end === NOTHING || end > from)) take(row)
  }
}

function countOpen(table: HistoryTable | null, child: number, from: Day, to: Day): number {
  let count = 0
  eachOpen(table, child, from, to, () => count++)
  return count
}
