import type { Day } from '#calendar'
import {
  type History,
  involvements,
  type List,
  NOTHING,
  sourceList,
  tableIn,
  teams,
} from '#records'
import { notRecorded } from './profiles.ts'

export interface TeamBook {
  readonly names: readonly string[]
  readonly localities: readonly string[]
  readonly localityOf: readonly number[]
  readonly placeOf: ReadonlyMap<string, number>
}

export function teamsOf(history: History): TeamBook {
  const names: string[] = []
  const localities: string[] = []
  const localityOf: number[] = []
  const placeOf = new Map<string, number>()
  const table = history.tables.get('teams')
  const word = (name: string, row: number): string => {
    const column = table?.columns[name]
    return column?.kind === 'code' ? (column.words[column.values[row] ?? 0] ?? '') : ''
  }
  const localityPlace = (name: string): number => {
    if (name === '') return -1
    if (!localities.includes(name)) localities.push(name)
    return localities.indexOf(name)
  }
  const addTeam = (code: string, name: string, locality: string) => {
    if (code === '' || placeOf.has(code)) return
    const known = names.indexOf(name)
    if (known >= 0) {
      placeOf.set(code, known)
      return
    }
    placeOf.set(code, names.length)
    names.push(name)
    localityOf.push(localityPlace(locality))
  }
  for (let row = 0; row < (table?.length ?? 0); row++) {
    const code = word('team', row)
    addTeam(code, word('name', row) || code, word('locality', row))
  }
  for (const each of history.tables.values()) {
    const column = each.list.name === teams.name ? undefined : each.columns['team']
    if (column?.kind === 'code') for (const code of column.words) addTeam(code, code, '')
  }
  if (names.length > 0) {
    names.push(notRecorded)
    localityOf.push(-1)
  }
  return { names, localities, localityOf, placeOf }
}

/** The team of a row: its own, or the one the child was allocated to on the day; -1 where no list says. */
export function teamFinder(
  history: History,
  list: List,
  book: TeamBook,
): (row: number, child: number, day: Day) => number {
  const unknown = book.names.length - 1
  if (unknown < 0) return () => -1
  const own = tableIn(history, list)?.columns['team']
  const places = own?.kind === 'code' ? own.words.map(word => book.placeOf.get(word) ?? -1) : []
  const ownTeam = (row: number): number =>
    own?.kind === 'code' ? (places[own.values[row] ?? 0] ?? -1) : -1
  const allocated = allocatedTeam(history, book)
  if (allocated === null && !places.some(place => place >= 0)) return () => -1
  return (row, child, day) => {
    const team = ownTeam(row)
    if (team >= 0) return team
    const other = allocated?.(child, day) ?? -1
    return other >= 0 ? other : sourceList(list) === 'adopters' ? -1 : unknown
  }
}

function allocatedTeam(history: History, book: TeamBook) {
  const table = history.tables.get(involvements.name)
  const team = table?.columns['team']
  const starts = table?.columns['startedOn']?.values
  const ends = table?.columns['endedOn']?.values
  if (table === undefined || team?.kind !== 'code' || starts === undefined || ends === undefined) {
    return null
  }
  const places = team.words.map(word => book.placeOf.get(word) ?? -1)
  return (child: number, day: Day): number => {
    if (child < 0) return -1
    // The latest allocation that began on or before the day and had not ended.
    for (
      let row = (table.firstRow[child + 1] ?? 0) - 1;
      row >= (table.firstRow[child] ?? 0);
      row--
    ) {
      const start = starts[row] ?? NOTHING
      const end = ends[row] ?? NOTHING
      if (start <= day && (end === NOTHING || end >= day))
        return places[team.values[row] ?? 0] ?? -1
    }
    return -1
  }
}
