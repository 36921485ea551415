import { type CodeColumn, columnBuilder, NOTHING } from './column.ts'
import { derivedList, tableIn } from './derived-list.ts'
import { type History, type HistoryTable, historyTable } from './history.ts'
import { code, count, day, type List } from './list.ts'
import { involvements } from './lists.ts'

/** How many children a worker is allocated to, from one change of that number to the next. */
export const caseloads = derivedList(
  'caseloads',
  'workers and the children they are allocated to',
  {
    startedOn: day('First day with this number of children'),
    endedOn: day('First day with another number'),
    worker: code('Worker'),
    team: code('The team of the worker’s latest allocation'),
    children: count('Children the worker is allocated to'),
  },
  { from: 'involvements', spell: ['startedOn', 'endedOn'], about: 'worker', derive },
)

function derive(history: History, list: List): HistoryTable | null {
  const table = tableIn(history, involvements)
  const { worker: workers, team: teams } = table?.columns ?? {}
  if (table === null || workers?.kind !== 'code' || teams?.kind !== 'code') return null
  const startedOn = columnBuilder('day')
  const endedOn = columnBuilder('day')
  const worker = columnBuilder('code')
  const team = columnBuilder('code')
  const children = columnBuilder('count')
  let length = 0
  for (const { name, days, rows } of changesByWorker(table, workers)) {
    let held = 0
    let latestTeam = ''
    for (let place = 0; place < days.length; place++) {
      const row = rows[place] ?? 0
      held += row < 0 ? -1 : 1
      if (row >= 0) latestTeam = teams.words[teams.values[row] ?? 0] || latestTeam
      const on = days[place] ?? 0
      const next = days[place + 1] ?? null
      if (held === 0 || next === on) continue
      startedOn.push(on)
      endedOn.push(next)
      worker.push(name)
      team.push(latestTeam)
      children.push(held)
      length++
    }
  }
  const columns = {
    startedOn: startedOn.build(),
    endedOn: endedOn.build(),
    worker: worker.build(),
    team: team.build(),
    children: children.build(),
  }
  return historyTable(list, new Int32Array(length).fill(-1), columns, history.childIds.length)
}

/** The days on which a worker's number of children changed, and for each the allocation that did it. */
interface Changes {
  readonly name: string
  readonly days: Int32Array
  /** The row of an allocation that began; of one that ended, minus its row and one more. */
  readonly rows: Int32Array
}

function changesByWorker(table: HistoryTable, workers: CodeColumn): readonly Changes[] {
  const from = firstDays(table, workers.values)
  const ends = table.columns['endedOn']?.values
  // In the order in which workers come, so that the same record always gives the same rows.
  const counts = new Map<number, number>()
  for (let row = 0; row < table.length; row++) {
    if (from[row] === NOTHING) continue
    const place = workers.values[row] ?? 0
    const changes = ends?.[row] === NOTHING ? 1 : 2
    counts.set(place, (counts.get(place) ?? 0) + changes)
  }
  const moments = new Map<number, { readonly keys: Float64Array; length: number }>()
  for (const [place, count] of counts) {
    moments.set(place, { keys: new Float64Array(count), length: 0 })
  }
  for (let row = 0; row < table.length; row++) {
    const day = from[row] ?? NOTHING
    const own = moments.get(workers.values[row] ?? 0)
    if (day === NOTHING || own === undefined) continue
    const ended = ends?.[row] ?? NOTHING
    own.keys[own.length++] = day * ROOM + row * 2
    if (ended !== NOTHING) own.keys[own.length++] = ended * ROOM + row * 2 + 1
  }
  return [...moments].map(([place, { keys }]) => {
    keys.sort()
    const days = new Int32Array(keys.length)
    const rows = new Int32Array(keys.length)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0
      const day = Math.floor(key / ROOM)
      const rest = key - day * ROOM
      days[at] = day
      rows[at] = rest % 2 === 0 ? rest / 2 : -(rest + 1) / 2
    }
    return { name: workers.words[place] ?? '', days, rows }
  })
}

/** A day, and within it a row and whether it ended, as one number that sorts like them. */
const ROOM = 2 ** 32

/**
 * The first day on which each allocation counts: a child allocated to a worker twice at once counts
 * once. NOTHING for one that does not count at all.
 */
function firstDays(table: HistoryTable, workers: Int32Array): Int32Array {
  const starts = table.columns['startedOn']?.values
  const ends = table.columns['endedOn']?.values
  const from = new Int32Array(table.length).fill(NOTHING)
  for (let row = 0; row < table.length; row++) {
    const worker = workers[row] ?? 0
    let first = starts?.[row] ?? NOTHING
    if (worker === 0 || first === NOTHING) continue
    // A child's rows stand together; the last one of this worker that counts says until when.
    for (let before = row - 1; before >= 0 && table.child[before] === table.child[row]; before--) {
      if (workers[before] !== worker || from[before] === NOTHING) continue
      const until = ends?.[before] ?? NOTHING
      first = Math.max(first, until === NOTHING ? Infinity : until)
      break
    }
    const ended = ends?.[row] ?? NOTHING
    if (first < (ended === NOTHING ? Infinity : ended)) from[row] = first
  }
  return from
}
