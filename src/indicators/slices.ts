import type { Day } from '#calendar'
import {
  type Child,
  type History,
  involvements,
  type List,
  NOTHING,
  type Row,
  sourceList,
  tableIn,
  teams,
} from '#records'

/** The ways a figure is broken down. `county` is the whole. */
export const dimensions = [
  'county',
  'locality',
  'team',
  'age',
  'sex',
  'ethnicity',
  'disability',
] as const
export type Dimension = (typeof dimensions)[number]

/** One part of a breakdown: 'team' and that team's name, or 'county' and ''. */
export interface Slice {
  readonly dimension: Dimension
  readonly name: string
}

export const wholeCounty: Slice = { dimension: 'county', name: '' }
export const notRecorded = 'Not recorded'

const ageBands = ['Under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over', notRecorded]
const sexes = ['Male', 'Female', notRecorded]
const ethnicGroups = [
  'White',
  'Mixed or multiple',
  'Asian or Asian British',
  'Black, Black British, Caribbean or African',
  'Other ethnic group',
  notRecorded,
]
const disabilities = ['Disabled', 'Not disabled', notRecorded]

/** Puts rows into slices: for a row and its day, the places in `slices` that it counts in. */
export interface Slicer {
  readonly slices: readonly Slice[]
  /** A slicer of one list's rows. The array it returns is reused, and ends at `length`. */
  over(list: List, row: Row): (row: number, day: Day, into: Int32Array) => number
}

export function slicerOf(history: History): Slicer {
  const slices: Slice[] = [wholeCounty]
  const add = (dimension: Dimension, names: readonly string[]): number => {
    const first = slices.length
    for (const name of names) slices.push({ dimension, name })
    return first
  }
  const teamBook = teamsOf(history)
  const firstOf = {
    age: add('age', ageBands),
    sex: add('sex', sexes),
    ethnicity: add('ethnicity', ethnicGroups),
    disability: add('disability', disabilities),
    team: add('team', teamBook.names),
    locality: add('locality', teamBook.localities),
  }
  const people = new Map<number, number>()
  const fixedPart = (child: Child): number => {
    const known = people.get(child.number)
    if (known !== undefined) return known
    const part =
      sexPlace(child.sex) * 100 +
      ethnicPlace(child.ethnicity) * 10 +
      (child.disabled === null ? 2 : child.disabled ? 0 : 1)
    people.set(child.number, part)
    return part
  }
  const ownTeam = (team: number, into: Int32Array, at: number): number => {
    if (team < 0) return at
    into[at] = firstOf.team + team
    const locality = teamBook.localityOf[team] ?? -1
    if (locality < 0) return at + 1
    into[at + 1] = firstOf.locality + locality
    return at + 2
  }
  return {
    slices,
    over(list, row) {
      const teamAt = teamFinder(history, list, teamBook)
      return (place, day, into) => {
        const { child } = row
        const fixed = fixedPart(child)
        into[0] = 0
        // Rows about workers and adopters have no child to have an age or a sex.
        if (list.about !== 'child') return ownTeam(teamAt(place, -1, day), into, 1)
        into[1] = firstOf.age + agePlace(child.ageOn(day))
        into[2] = firstOf.sex + Math.floor(fixed / 100)
        into[3] = firstOf.ethnicity + (Math.floor(fixed / 10) % 10)
        into[4] = firstOf.disability + (fixed % 10)
        return ownTeam(teamAt(place, child.number, day), into, 5)
      }
    },
  }
}

function agePlace(age: number): number {
  if (Number.isNaN(age)) return 5
  return age < 1 ? 0 : age < 5 ? 1 : age < 10 ? 2 : age < 16 ? 3 : 4
}

function sexPlace(sex: string): number {
  return sex === 'M' ? 0 : sex === 'F' ? 1 : 2
}

const mixed = new Set(['MWBC', 'MWBA', 'MWAS', 'MOTH'])
const asian = new Set(['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE'])
const black = new Set(['BCRB', 'BAFR', 'BOTH'])
const white = new Set(['WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM'])

/** The five groups of the census of 2021, in which Chinese is part of Asian. */
function ethnicPlace(code: string): number {
  if (white.has(code)) return 0
  if (mixed.has(code)) return 1
  if (asian.has(code)) return 2
  if (black.has(code)) return 3
  return code === 'OOTH' ? 4 : 5
}

interface TeamBook {
  readonly names: readonly string[]
  readonly localities: readonly string[]
  readonly localityOf: readonly number[]
  readonly placeOf: ReadonlyMap<string, number>
}

function teamsOf(history: History): TeamBook {
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
function teamFinder(
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

const fixedOrder = [...ageBands.slice(0, -1), ...sexes.slice(0, -1), ...ethnicGroups.slice(0, -1)]

/**
 * Where a slice stands in its breakdown: ages from the youngest, the rest as listed above, teams and
 * localities by name (all 0, so that a stable sort keeps them), and 'Not recorded' last.
 */
export function placeOf({ name }: Slice): number {
  return name === notRecorded ? Number.MAX_SAFE_INTEGER : Math.max(0, fixedOrder.indexOf(name))
}
