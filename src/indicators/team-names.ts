import type { Day } from '#calendar'
import { columnBuilder, type History, historyTable, teams } from '#records'

/** That a team was renamed, or that it and others became one, on a day. */
export interface TeamRename {
  readonly was: string
  readonly now: string
  readonly from: Day
}

/** What teams are called now, whatever they were called. */
export interface TeamNames {
  readonly renames: readonly TeamRename[]
  /** The name that a team has now; its own where nothing is known of another. */
  nameNow(name: string): string
  /** What became a team, the latest change first, with what became those before it. */
  before(name: string): readonly TeamRename[]
  /** The same for the same renames: figures counted by others are counted again. */
  readonly mark: string
}

/** @param renames at most one of each old name */
export function teamNamesOf(renames: readonly TeamRename[]): TeamNames {
  const inOrder = renames.toSorted((a, b) => a.from - b.from || a.was.localeCompare(b.was))
  const next = new Map(inOrder.map(({ was, now }) => [was, now]))
  const nameNow = (name: string): string => {
    const seen = new Set([name])
    let current = name
    for (;;) {
      const following = next.get(current)
      // A circle is refused where names are entered; here it only must not go on for ever.
      if (following === undefined || seen.has(following)) return current
      seen.add(following)
      current = following
    }
  }
  return {
    renames: inOrder,
    nameNow,
    before: name => inOrder.filter(({ was }) => was !== name && nameNow(was) === name).toReversed(),
    mark: inOrder.map(({ was, now, from }) => `${was}=>${now}@${from}`).join(' '),
  }
}

export const noTeamNames: TeamNames = teamNamesOf([])

/** Why a rename cannot be taken, in a sentence; null where it can. */
export function whyNotRename(names: TeamNames, { was, now }: TeamRename): string | null {
  if (was === now) return 'The old name and the new name are the same.'
  if (names.renames.some(each => each.was === was)) {
    return `It is already known what became of ${was}. Take that back first.`
  }
  if (names.nameNow(now) === was) return `${was} is itself what ${now} became.`
  return null
}

/**
 * The history with its teams under the names that they have now. Two teams that became one are one
 * from the beginning: each row belongs to one team, so nothing is counted twice.
 */
export function withTeamNames(history: History, names: TeamNames): History {
  if (names.renames.length === 0) return history
  const known = rowsOf(history)
  const codes = new Set(known.map(each => each.team))
  // A list may name its team where no list of teams does: then the code is the name.
  for (const { was, now } of names.renames) {
    for (const code of [was, now])
      if (!codes.has(code) && isUsed(history, code)) {
        codes.add(code)
        known.push({ team: code, name: code, locality: '' })
      }
  }
  const localityOf = new Map<string, string>()
  for (const { name, locality } of known) if (locality !== '') localityOf.set(name, locality)
  const team = columnBuilder('code')
  const name = columnBuilder('code')
  const locality = columnBuilder('code')
  for (const row of known) {
    const now = names.nameNow(row.name)
    team.push(row.team)
    name.push(now)
    // A team works where the one that it became works.
    locality.push(localityOf.get(now) ?? row.locality)
  }
  const columns = { team: team.build(), name: name.build(), locality: locality.build() }
  const child = new Int32Array(known.length).fill(-1)
  const tables = new Map(history.tables)
  tables.set(teams.name, historyTable(teams, child, columns, history.childIds.length))
  return { ...history, tables }
}

interface TeamRow {
  readonly team: string
  readonly name: string
  readonly locality: string
}

function rowsOf({ tables }: History): TeamRow[] {
  const table = tables.get(teams.name)
  const word = (column: string, row: number): string => {
    const found = table?.columns[column]
    return found?.kind === 'code' ? (found.words[found.values[row] ?? 0] ?? '') : ''
  }
  return Array.from({ length: table?.length ?? 0 }, (_, row) => {
    const team = word('team', row)
    return { team, name: word('name', row) || team, locality: word('locality', row) }
  })
}

function isUsed({ tables }: History, code: string): boolean {
  return tables
    .entries()
    .filter(([list]) => list !== teams.name)
    .some(([, { columns }]) => {
      const column = columns['team']
      return column?.kind === 'code' && column.words.includes(code)
    })
}
