import type { Day } from '#calendar'
import { teamOfChild } from '#children'
import {
  type ExtractStore,
  type FrozenExtract,
  frozenExtracts,
  type Refusal,
  refusalsFromBytes,
} from '#extracts'
import type { Shelf } from '#performance'
import type { History } from '#records'

/** Something in a file that a team can put right in the case system. */
export interface ToPutRight {
  /** The council's own identifier. */
  readonly child: string
  readonly effect: Refusal['effect']
  readonly list: string
  readonly column: string | null
  /** As it stood in the file. */
  readonly value: string | null
  readonly message: string
  readonly row: number | null
  readonly extract: string
  readonly asOf: Day
}

/** How often something of a kind came up in an extract, among the children of one team. */
export interface TeamCount {
  readonly extract: string
  readonly asOf: Day
  /** '' for rows that name no child, or a child with no team. */
  readonly team: string
  readonly effect: Refusal['effect']
  readonly code: string
  readonly count: number
}

/** What was refused or doubtful, by the team of the child whose row it is. */
export interface PutRight {
  /** Of the newest extract of each kind of file. */
  ofTeam(authority: string, team: string): Promise<readonly ToPutRight[]>
  /** Of every extract that is there, oldest first. */
  counts(authority: string): Promise<readonly TeamCount[]>
}

/**
 * Refusals stand in frozen files beside the lists, so they are read once for a history and kept as
 * long as it. A child's team is the one that it is with now: that is who can put it right.
 */
export function openPutRight(shelf: Shelf, storeOf: (authority: string) => ExtractStore): PutRight {
  const right = new WeakMap<History, Promise<ReadonlyMap<string, readonly ToPutRight[]>>>()
  const counted = new WeakMap<History, Promise<readonly TeamCount[]>>()
  const once = <T>(
    kept: WeakMap<History, Promise<T>>,
    history: History,
    make: () => Promise<T>,
  ): Promise<T> => {
    const before = kept.get(history)
    if (before !== undefined) return before
    const made = make()
    kept.set(history, made)
    made.catch(() => kept.delete(history))
    return made
  }
  return {
    async ofTeam(authority, team) {
      const history = await shelf.history(authority)
      const all = await once(right, history, () => newestByTeam(storeOf(authority), history))
      return all.get(team) ?? []
    },
    async counts(authority) {
      const history = await shelf.history(authority)
      return once(counted, history, () => countsByTeam(storeOf(authority), history))
    },
  }
}

async function newestByTeam(store: ExtractStore, history: History) {
  const extracts = await store.db.as(store.authority, frozenExtracts)
  const newest = [...Map.groupBy(extracts, each => each.kind).values()].flatMap(own =>
    own.slice(-1),
  )
  const teamOf = teamFinder(history)
  const byTeam = new Map<string, ToPutRight[]>()
  for (const extract of newest) {
    for (const refusal of await refusalsOf(store, extract)) {
      const { child } = refusal
      if (child === undefined) continue
      const team = teamOf(child)
      const own = byTeam.get(team) ?? []
      byTeam.set(team, own)
      own.push({
        child,
        effect: refusal.effect,
        list: refusal.sourceList,
        column: refusal.column,
        value: refusal.value,
        message: refusal.message,
        row: refusal.row,
        extract: extract.id,
        asOf: extract.asOf,
      })
    }
  }
  return byTeam
}

async function countsByTeam(store: ExtractStore, history: History): Promise<readonly TeamCount[]> {
  const extracts = await store.db.as(store.authority, frozenExtracts)
  const teamOf = teamFinder(history)
  const all: TeamCount[] = []
  for (const extract of extracts) {
    const counts = new Map<string, TeamCount>()
    for (const { child, effect, code, standsFor = 1 } of await refusalsOf(store, extract)) {
      const team = child === undefined ? '' : teamOf(child)
      const key = `${team}\u0000${effect}\u0000${code}`
      const count = (counts.get(key)?.count ?? 0) + standsFor
      counts.set(key, { extract: extract.id, asOf: extract.asOf, team, effect, code, count })
    }
    all.push(...counts.values())
  }
  return all
}

async function refusalsOf({ vault }: ExtractStore, { refusalsSha256 }: FrozenExtract) {
  return refusalsFromBytes(await vault.get(refusalsSha256))
}

function teamFinder(history: History): (child: string) => string {
  const numbers = new Map(history.childIds.map((id, number) => [id, number]))
  const teams = new Map<string, string>()
  return child => {
    const known = teams.get(child)
    if (known !== undefined) return known
    const number = numbers.get(child)
    const team = number === undefined ? '' : teamOfChild(history, number)
    teams.set(child, team)
    return team
  }
}
