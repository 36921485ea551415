import type { Day } from '#calendar'
import { columnBuilder, NOTHING } from './column.ts'
import { derivedList, tableIn } from './derived-list.ts'
import { fieldsOf } from './fields.ts'
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

interface Change {
  readonly on: Day
  readonly by: 1 | -1
  readonly team: string
}

function derive(history: History, list: List): HistoryTable | null {
  const table = tableIn(history, involvements)
  if (table === null) return null
  const startedOn = columnBuilder('day')
  const endedOn = columnBuilder('day')
  const worker = columnBuilder('code')
  const team = columnBuilder('code')
  const children = columnBuilder('count')
  let length = 0
  for (const [name, changes] of changesByWorker(table)) {
    changes.sort((a, b) => a.on - b.on)
    let held = 0
    let latestTeam = ''
    changes.forEach((change, place) => {
      held += change.by
      if (change.by > 0) latestTeam = change.team || latestTeam
      const next = changes[place + 1]?.on ?? null
      if (held === 0 || next === change.on) return
      startedOn.push(change.on)
      endedOn.push(next)
      worker.push(name)
      team.push(latestTeam)
      children.push(held)
      length++
    })
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

function changesByWorker(table: HistoryTable): Map<string, Change[]> {
  const cursor = fieldsOf<typeof involvements.fields>(table)
  const changes = new Map<string, Change[]>()
  /** Until when each worker has this child already, so that a child allocated twice counts once. */
  let heldUntil = new Map<string, Day>()
  let child = NOTHING
  for (let row = 0; row < table.length; row++) {
    cursor.row = row
    const { worker, team, startedOn, endedOn } = cursor
    if ((table.child[row] ?? -1) !== child) {
      child = table.child[row] ?? -1
      heldUntil = new Map()
    }
    if (worker === '' || startedOn === null) continue
    const from = Math.max(startedOn, heldUntil.get(worker) ?? startedOn)
    const to = endedOn ?? Number.MAX_SAFE_INTEGER
    if (to <= from) continue
    heldUntil.set(worker, to)
    const own = changes.get(worker) ?? []
    changes.set(worker, own)
    own.push({ on: from, by: 1, team })
    if (endedOn !== null) own.push({ on: endedOn, by: -1, team })
  }
  return changes
}
