import type { Day } from '#calendar'
import {
  cursorOver,
  type Cursor,
  type Field,
  type Fields,
  type History,
  type List,
  sourceList,
} from '#records'

/** Goes through a list's rows one after another; nothing may be kept of a row but its values. */
export function eachRow<F extends Fields>(
  history: History,
  list: List<string, F>,
  take: (row: Cursor<F>) => void,
): void {
  const open = cursorOver(history, list)
  if (open === null) return
  for (let row = 0; row < open.table.length; row++) {
    if ((open.table.child[row] ?? -1) < 0) continue
    open.cursor.row = row
    take(open.cursor)
  }
}

/** The same for the rows whose spell is open at the end of a day. */
export function eachOpenRow<F extends Fields & { readonly startedOn: Field<'day'> }>(
  history: History,
  list: List<string, F>,
  on: Day,
  endOf: (row: Cursor<F>) => Day | null,
  take: (row: Cursor<F>, startedOn: Day) => void,
): void {
  eachRow(history, list, row => {
    const { startedOn } = row
    const ended = endOf(row)
    if (startedOn === null || startedOn > on || (ended !== null && ended <= on)) return
    take(row, startedOn)
  })
}

/** Whether some extract speaks for a list on a day: what it does not hold then did not happen. */
export function speaksFor(history: History, list: List, on: Day, field?: string): boolean {
  const spans = history.coverage.get(sourceList(list)) ?? []
  return spans.some(
    span =>
      span.from <= on && on <= span.to && (field === undefined || !span.lacks.includes(field)),
  )
}
