import { FEWEST } from './gap.ts'
import { type Grade, rankOf } from './grade.ts'
import { differenceInterval, exactInterval, type Interval } from './interval.ts'

/** Something that an audit found, and how far it has come. Days are whole days from 1 January 1970. */
export interface Found {
  readonly foundOn: number
  /** When somebody else than its owner saw that it was done; null for not yet. */
  readonly verifiedOn: number | null
  /** When the same child or the same group was audited again; null for not yet. */
  readonly againOn: number | null
}

/** How far what audits found has come round. */
export interface Closure {
  readonly found: number
  /** Verified by somebody else, and looked at again. */
  readonly closed: number
  readonly interval: Interval | null
  /** Half of those that closed took at most so many days; null for none. */
  readonly days: number | null
}

/** A loop is closed when what was found was verified and the same was audited again. */
export function closureOf(found: readonly Found[]): Closure {
  const days = found
    .flatMap(({ foundOn, verifiedOn, againOn }) =>
      verifiedOn === null || againOn === null ? [] : [Math.max(verifiedOn, againOn) - foundOn],
    )
    .toSorted((a, b) => a - b)
  return {
    found: found.length,
    closed: days.length,
    interval: exactInterval(days.length, found.length),
    days: days[Math.floor((days.length - 1) / 2)] ?? null,
  }
}

/** By how many days after an audit an action is due, by its grade: the worse, the sooner. */
export const daysToAct: Readonly<Record<Grade, number>> = {
  inadequate: 10,
  'requires improvement': 28,
  good: 60,
  outstanding: 90,
}

/** The first look and the second at the same child or in the same group. */
export interface Again {
  readonly before: Grade
  readonly after: Grade
}

/** What looking again has shown. */
export interface Effect {
  readonly pairs: number
  readonly better: number
  readonly same: number
  readonly worse: number
  /** The share that was good or better, after less before, with its interval; null for none. */
  readonly good: (Interval & { readonly difference: number }) | null
  readonly enough: boolean
}

export function effectOf(pairs: readonly Again[]): Effect {
  const moved = pairs.map(({ before, after }) => Math.sign(rankOf(before) - rankOf(after)))
  const count = (direction: number) => moved.filter(each => each === direction).length
  const good = (which: 'before' | 'after') => ({
    numerator: pairs.filter(pair => rankOf(pair[which]) <= rankOf('good')).length,
    denominator: pairs.length,
  })
  return {
    pairs: pairs.length,
    better: count(1),
    same: count(0),
    worse: count(-1),
    good: differenceInterval(good('before'), good('after')),
    enough: pairs.length >= FEWEST,
  }
}

/** How one view of a team's practice looks, whatever it is measured in. */
export type View = 'good' | 'poor' | 'unsaid'

/** Several views of one team: audits, timeliness, caseload, supervision, complaints, use of the data. */
export interface Triangle {
  readonly team: string
  readonly views: Readonly<Record<string, View>>
}

/** Two views of a team that do not agree, which is what is worth asking about. */
export interface Disagreement {
  readonly team: string
  readonly good: readonly string[]
  readonly poor: readonly string[]
}

/** The teams whose views do not agree, those with the most disagreement first. */
export function disagreements(triangles: readonly Triangle[]): readonly Disagreement[] {
  return triangles
    .flatMap(({ team, views }) => {
      const of = (view: View) =>
        Object.entries(views).flatMap(([name, each]) => (each === view ? [name] : []))
      const [good, poor] = [of('good'), of('poor')]
      return good.length > 0 && poor.length > 0 ? [{ team, good, poor }] : []
    })
    .toSorted(
      (a, b) =>
        Math.min(b.good.length, b.poor.length) - Math.min(a.good.length, a.poor.length) ||
        (a.team < b.team ? -1 : 1),
    )
}
