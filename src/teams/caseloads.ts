import type { Day } from '#calendar'
import { teamName } from '#children'
import {
  childView,
  type History,
  involvements,
  needEpisodes,
  periodsOfCare,
  protectionPlans,
} from '#records'
import { eachOpenRow } from './due/rows.ts'

/** How a child stands: what the law owes them follows from it. */
export const standings = {
  care: 'In care',
  protection: 'On a child protection plan',
  need: 'In need',
  other: 'Otherwise allocated',
} as const
export type Standing = keyof typeof standings

export interface Caseload {
  readonly worker: string
  readonly children: readonly number[]
}

export interface TeamCaseloads {
  /** All children that are allocated to somebody in the team, each once. */
  readonly children: readonly number[]
  readonly byStanding: Readonly<Record<Standing, number>>
  /** The largest caseload first. */
  readonly workers: readonly Caseload[]
}

const nobody: TeamCaseloads = {
  children: [],
  byStanding: { care: 0, protection: 0, need: 0, other: 0 },
  workers: [],
}

const known = new WeakMap<History, ReadonlyMap<string, TeamCaseloads>>()

/** Who holds whom in a team on the day of the newest extract. */
export function caseloadsOf(history: History, team: string): TeamCaseloads {
  const all = known.get(history) ?? caseloadsOn(history, history.asOf)
  known.set(history, all)
  return all.get(team) ?? nobody
}

/** The names of the workers are those of the case system: numbers, mostly. */
export function caseloadsOn(history: History, on: Day): ReadonlyMap<string, TeamCaseloads> {
  const names = new Map<string, string>()
  const held = new Map<string, Map<string, Set<number>>>()
  eachOpenRow(
    history,
    involvements,
    on,
    row => row.endedOn,
    ({ team: code, worker, child }) => {
      if (code === '' || worker === '') return
      const team = names.get(code) ?? teamName(history, code)
      names.set(code, team)
      const workers = held.get(team) ?? new Map<string, Set<number>>()
      held.set(team, workers)
      const children = workers.get(worker) ?? new Set<number>()
      workers.set(worker, children.add(child.number))
    },
  )
  const view = childView(history)
  const standingOf = (child: number): Standing => {
    view.number = child
    if (view.isIn(periodsOfCare, on)) return 'care'
    if (view.isIn(protectionPlans, on)) return 'protection'
    return view.isIn(needEpisodes, on) ? 'need' : 'other'
  }
  return new Map(
    [...held].map(([team, workers]) => {
      const children = [...new Set([...workers.values()].flatMap(each => [...each]))]
      const byStanding = { care: 0, protection: 0, need: 0, other: 0 }
      for (const child of children) byStanding[standingOf(child)]++
      const caseloads = [...workers]
        .map(([worker, own]) => ({ worker, children: [...own] }))
        .toSorted((a, b) => b.children.length - a.children.length)
      return [team, { children, byStanding, workers: caseloads }]
    }),
  )
}

/** The middle caseload of a team, in children; null where nobody holds any. */
export function medianCaseload({ workers }: TeamCaseloads): number | null {
  const sizes = workers.map(each => each.children.length).toSorted((a, b) => a - b)
  const middle = sizes[sizes.length >> 1]
  if (middle === undefined) return null
  return sizes.length % 2 === 1 ? middle : ((sizes[(sizes.length >> 1) - 1] ?? middle) + middle) / 2
}
