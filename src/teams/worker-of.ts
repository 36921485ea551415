import type { Day } from '#calendar'
import { type History, involvements, NOTHING, tableIn } from '#records'

/** The worker to whom a child was allocated on a day, the latest allocation first; '' for none. */
export function workerOn(history: History, child: number, day: Day): string {
  const table = tableIn(history, involvements)
  const worker = table?.columns['worker']
  const starts = table?.columns['startedOn']?.values
  const ends = table?.columns['endedOn']?.values
  if (table === null || worker?.kind !== 'code' || child < 0) return ''
  for (let row = (table.firstRow[child + 1] ?? 0) - 1; row >= (table.firstRow[child] ?? 0); row--) {
    const start = starts?.[row] ?? NOTHING
    const end = ends?.[row] ?? NOTHING
    if (start === NOTHING || start > day || (end !== NOTHING && end < day)) continue
    return worker.words[worker.values[row] ?? 0] ?? ''
  }
  return ''
}
