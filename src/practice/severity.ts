import type { Interval } from './interval.ts'

/** One grade that somebody gave to a piece of work, as a rank: larger is worse. */
export interface Graded {
  readonly auditor: string
  readonly work: string
  readonly rank: number
}

/** How much stricter than the others somebody grades, in grades; above 0 is stricter. */
export interface Severity {
  readonly auditor: string
  readonly severity: number
  readonly graded: number
  /** Null with fewer than two pieces of work that somebody else graded too. */
  readonly interval: Interval | null
}

/**
 * Auditors’ severity from work that more than one has graded: each grade is the work’s own standing
 * plus the severity of whoever gave it, fitted by least squares with severities that come to zero.
 * Work that one alone graded says nothing of severity and is left out.
 */
export function severityOf(given: readonly Graded[]): readonly Severity[] {
  const shared = sharedWork(given)
  const auditors = [...new Set(shared.map(each => each.auditor))].toSorted()
  const works = [...Map.groupBy(shared, each => each.work)]
  const severity = new Map(auditors.map(each => [each, 0]))
  // Each in turn takes the mean of what the other leaves over; it settles quickly.
  for (let round = 0; round < 200; round++) {
    const standing = new Map(
      works.map(([work, grades]) => [
        work,
        mean(grades.map(each => each.rank - (severity.get(each.auditor) ?? 0))),
      ]),
    )
    for (const auditor of auditors) {
      const own = shared.filter(each => each.auditor === auditor)
      severity.set(auditor, mean(own.map(each => each.rank - (standing.get(each.work) ?? 0))))
    }
    const middle = mean([...severity.values()])
    for (const auditor of auditors) severity.set(auditor, (severity.get(auditor) ?? 0) - middle)
  }
  return auditors.map(auditor => {
    const differences = shared
      .filter(each => each.auditor === auditor)
      .map(
        own =>
          own.rank -
          mean(othersOn(shared, own).map(other => other.rank - (severity.get(other.auditor) ?? 0))),
      )
    const value = severity.get(auditor) ?? 0
    return {
      auditor,
      severity: value,
      graded: differences.length,
      interval: around(value, differences),
    }
  })
}

function sharedWork(given: readonly Graded[]): readonly Graded[] {
  const auditorsOf = new Map(
    [...Map.groupBy(given, each => each.work)].map(([work, grades]) => [
      work,
      new Set(grades.map(each => each.auditor)).size,
    ]),
  )
  return given.filter(each => (auditorsOf.get(each.work) ?? 0) > 1)
}

const othersOn = (given: readonly Graded[], own: Graded): readonly Graded[] =>
  given.filter(each => each.work === own.work && each.auditor !== own.auditor)

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length

function around(value: number, differences: readonly number[]): Interval | null {
  if (differences.length < 2) return null
  const middle = mean(differences)
  const variance =
    differences.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (differences.length - 1)
  const half = 1.96 * Math.sqrt(variance / differences.length)
  return { low: value - half, high: value + half }
}
