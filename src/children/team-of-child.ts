import type { Day } from '#calendar'
import { allLists, type History, involvements, type List, NOTHING, tableIn, teams } from '#records'

/**
 * The team a child is with, or was with last: the latest allocation to a worker, or else the latest
 * row of any list that names a team. '' where nothing says. The name is the one that figures by team
 * have.
 */
export function teamOfChild(history: History, child: number): string {
  const allocated = latestTeam(history, involvements, child)
  const found =
    allocated ??
    allLists
      .filter(list => list.about === 'child' && 'team' in list.fields)
      .map(list => latestTeam(history, list, child))
      .filter(each => each !== null)
      .toSorted((a, b) => b.on - a.on)[0]
  return found === undefined ? '' : teamName(history, found.team)
}

interface Dated {
  readonly team: string
  readonly on: Day
}

/** A row that is still open counts as later than every one that has ended. */
function latestTeam(history: History, list: List, child: number): Dated | null {
  const table = tableIn(history, list)
  const team = table?.columns['team']
  if (table === null || team?.kind !== 'code') return null
  const startName = list.spell?.[0] ?? Object.keys(list.fields).find(isDate(list)) ?? ''
  const starts = table.columns[startName]?.values
  const ends = list.spell === null ? undefined : table.columns[list.spell[1]]?.values
  let latest: (Dated & { readonly isOpen: boolean }) | null = null
  const last = table.firstRow[child + 1] ?? 0
  for (let row = table.firstRow[child] ?? 0; row < last; row++) {
    const name = team.words[team.values[row] ?? 0] ?? ''
    const on = starts?.[row] ?? NOTHING
    if (name === '' || on === NOTHING) continue
    const isOpen = ends !== undefined && (ends[row] ?? NOTHING) === NOTHING
    const isLater =
      latest === null || (isOpen && !latest.isOpen) || (isOpen === latest.isOpen && on >= latest.on)
    if (isLater) latest = { team: name, on, isOpen }
  }
  return latest
}

function isDate(list: List) {
  return (name: string): boolean => list.fields[name]?.kind === 'day'
}

/** A team's name by its code; the code where no list of teams names it. */
export function teamName(history: History, code: string): string {
  const table = history.tables.get(teams.name)
  const codes = table?.columns['team']
  const names = table?.columns['name']
  if (table === undefined || codes?.kind !== 'code' || names?.kind !== 'code') return code
  for (let row = 0; row < table.length; row++) {
    if (codes.words[codes.values[row] ?? 0] === code)
      return names.words[names.values[row] ?? 0] || code
  }
  return code
}
