import { monthOf, type Month } from '#calendar'
import { type Grade, grades, type Share, shareOf } from '#practice'
import { type Audit, countedGrade, gradeOf } from './audit.ts'

/** How many audits had which grade, and how sure a share of them is. */
export interface Spread {
  readonly count: number
  readonly of: Readonly<Record<Grade, number>>
  /** The shares that were inadequate, and that were good or better, each with its interval. */
  readonly inadequate: Share | null
  readonly goodOrBetter: Share | null
}

/**
 * Audits that are handed in and have a grade that counts: one that waits for moderation has none yet,
 * and a blind second is about its auditor, not about practice, so a child graded twice counts once.
 */
export function counted(audits: readonly Audit[]): readonly Audit[] {
  return audits.filter(audit => countedGrade(audit) !== null && audit.reason !== 'blind second')
}

export function spreadOf(audits: readonly Audit[]): Spread {
  const done = counted(audits)
  // as: every grade has its key.
  const of = Object.fromEntries(
    grades.map(grade => [grade, done.filter(audit => gradeOf(audit) === grade).length]),
  ) as Record<Grade, number>
  return {
    count: done.length,
    of,
    inadequate: shareOf(of.inadequate, done.length),
    goodOrBetter: shareOf(of.outstanding + of.good, done.length),
  }
}

/** One part of the audits, such as a team, with how they were graded. */
export interface PartOfAudits {
  readonly name: string
  readonly spread: Spread
}

/** By a part of them, by name: an order by result would be a league table. */
export function spreadBy(
  audits: readonly Audit[],
  nameOf: (audit: Audit) => string,
): readonly PartOfAudits[] {
  const parts = Map.groupBy(counted(audits), nameOf)
  return [...parts]
    .map(([name, mine]) => ({ name, spread: spreadOf(mine) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** By quarter of a year, the oldest first; months of few audits say nothing by themselves. */
export function spreadByQuarter(audits: readonly Audit[]): readonly (PartOfAudits & {
  readonly from: Month
})[] {
  const parts = Map.groupBy(counted(audits), ({ auditedOn }) => {
    const month = monthOf(auditedOn)
    return month - (((month % 3) + 3) % 3)
  })
  return [...parts]
    .toSorted(([a], [b]) => a - b)
    .map(([from, mine]) => ({ name: String(from), from, spread: spreadOf(mine) }))
}
