import type { Day } from '#calendar'
import {
  type Fields,
  fieldsOf,
  type History,
  type List,
  sourceList,
  tableIn,
  type ValuesOf,
} from '#records'

/** The rows that a list holds of one child, by date; none where no extract delivered the list. */
export function rowsOf<F extends Fields>(
  history: History,
  list: List<string, F>,
  child: number,
): readonly ValuesOf<F>[] {
  const table = tableIn(history, list)
  if (table === null || child < 0) return []
  const cursor = fieldsOf<F>(table)
  const names = Object.keys(list.fields)
  const rows: ValuesOf<F>[] = []
  const end = table.firstRow[child + 1] ?? 0
  for (let row = table.firstRow[child] ?? 0; row < end; row++) {
    cursor.row = row
    // Copied field by field from the list's own schema, because the cursor moves on.
    rows.push(Object.fromEntries(names.map(name => [name, cursor[name]])) as ValuesOf<F>)
  }
  return rows
}

/**
 * The extract that what happened on a day rests on: of those that speak for the day in this list the
 * newest, or else the first that was taken after it. '' where there is none.
 */
export function extractFor(history: History, list: List, day: Day): string {
  const spans = history.coverage.get(sourceList(list)) ?? []
  const speaking = spans.filter(span => span.from <= day && day <= span.to)
  const later = spans.filter(span => span.to >= day).toSorted((a, b) => a.to - b.to)
  return (speaking.toSorted((a, b) => b.to - a.to)[0] ?? later[0] ?? spans.at(-1))?.extract ?? ''
}
