import { type Day, firstDayOf, monthOf } from '#calendar'
import { childRef } from '#children'
import type { Candidate, Random } from '#practice'
import type { History } from '#records'
import { type PlanKind, populationOn } from '../sampling/population.ts'
import { pick } from './story.ts'

/** The invented records of the county, and the secret from which references to its children are made. */
export interface DemoRecords {
  readonly history: History
  readonly secret: string
}

/** Whom audits of the demonstration are about. */
export interface Children {
  /** A child with such a plan in such a team at the beginning of the quarter; null for none. */
  readonly one: (
    wanted: {
      readonly on: Day
      readonly team: string | null
      readonly plans?: readonly PlanKind[]
    },
    random: Random,
  ) => Candidate | null
  /** The children open on the last day of the records; null without records. */
  readonly last: {
    readonly asOf: Day
    readonly population: readonly Candidate[]
    readonly extracts: readonly string[]
  } | null
}

/** Without records audits are about children whom only a key of elsewhere stands for. */
const nobody: Children = { one: () => null, last: null }

export function childrenIn(records: DemoRecords | null, authority: string): Children {
  if (records === null) return nobody
  const { history, secret } = records
  const known = new Map<string, string>()
  const refOf = (id: string): string => {
    const ref = known.get(id) ?? childRef(secret, authority, id)
    known.set(id, ref)
    return ref
  }
  const populations = new Map<Day, readonly Candidate[]>()
  const openOn = (day: Day): readonly Candidate[] => {
    const there = populations.get(day) ?? populationOn(history, day, refOf)
    populations.set(day, there)
    return there
  }
  const parts = new Map<string, readonly Candidate[]>()
  return {
    one({ on, team, plans }, random) {
      const month = monthOf(on)
      const day = Math.min(firstDayOf(month - (month % 3)), history.asOf)
      const key = [day, team, plans].join('|')
      const part =
        parts.get(key) ??
        openOn(day).filter(
          each =>
            each.team !== '' &&
            (team === null || each.team === team) &&
            (plans === undefined || plans.some(plan => plan === each.plan)),
        )
      parts.set(key, part)
      return part.length === 0 ? null : pick(part, random)
    },
    last: {
      asOf: history.asOf,
      get population() {
        return openOn(history.asOf)
      },
      extracts: history.extracts,
    },
  }
}
