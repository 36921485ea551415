import { type Day, firstDayOf, monthOf } from '#calendar'
import {
  agreementChange,
  type AgreementChange,
  agreementOf,
  type AgreementWithIntervals,
  agreementWithIntervals,
  FEWEST,
  type Gap,
  gapOf,
  type Grade,
  grades,
  type Graded,
  type Pair,
  rankOf,
  type Severity,
  severityOf,
  type Tool,
} from '#practice'

/** One piece of work that two people graded, neither seeing what the other thought. */
export interface Doubled {
  /** The first audit's identifier. */
  readonly work: string
  readonly toolKey: string
  readonly first: Judged
  readonly second: Judged
  /** The day on which the second was handed in. */
  readonly on: Day
}

export interface Judged {
  readonly auditorId: string
  readonly auditorName: string
  readonly grade: Grade
  /** By the standard's key. */
  readonly standards: Readonly<Record<string, Grade>>
}

export const quarterOf = (on: Day): string => {
  const month = monthOf(on)
  return `${Math.floor(month / 12)} Q${Math.floor((month % 12) / 3) + 1}`
}

/** What studies of audits of case notes found between auditors (Lilford and others 2007): kappa. */
export const expectedKappa = { low: 0.32, high: 0.7, about: 0.5 } as const

/** How far two who graded the same work agree, as a whole and standard by standard. */
export interface Reliability {
  readonly overall: Measured
  readonly standards: readonly (Measured & { readonly toolKey: string; readonly key: string })[]
  /** At the end of each quarter, of all that were handed in in the twelve months up to then. */
  readonly quarters: readonly (Measured & { readonly quarter: string })[]
  /** Null while nobody has graded a vignette. */
  readonly vignettes: SinceVignettes | null
}

/** Agreement before the first vignette was graded and since. */
export interface SinceVignettes {
  readonly from: Day
  readonly before: Measured
  readonly since: Measured
  /** Null with fewer than ten pairs on either side: nothing is claimed. */
  readonly change: AgreementChange | null
}

export interface Measured {
  readonly pairs: number
  /** Null with fewer than ten pairs: nothing is claimed. */
  readonly agreement: AgreementWithIntervals | null
}

function measured(pairs: readonly Pair[]): Measured {
  return {
    pairs: pairs.length,
    agreement: pairs.length < FEWEST ? null : agreementWithIntervals(pairs, grades.length),
  }
}

const pairOf = ({ first, second }: Doubled): Pair => [rankOf(first.grade), rankOf(second.grade)]

/**
 * @param doubled in any order
 * @param vignettesFrom the day on which the first vignette was graded; null for none
 */
export function reliabilityFigure(
  doubled: readonly Doubled[],
  vignettesFrom: Day | null = null,
): Reliability {
  const standards = new Map<string, { toolKey: string; key: string; pairs: Pair[] }>()
  for (const { toolKey, first, second } of doubled)
    for (const [key, grade] of Object.entries(first.standards)) {
      const other = second.standards[key]
      if (other === undefined) continue
      const name = `${toolKey}\n${key}`
      const found = standards.get(name) ?? { toolKey, key, pairs: [] }
      found.pairs.push([rankOf(grade), rankOf(other)])
      standards.set(name, found)
    }
  return {
    overall: measured(doubled.map(pairOf)),
    standards: [...standards.values()].map(({ toolKey, key, pairs }) => ({
      toolKey,
      key,
      ...measured(pairs),
    })),
    quarters: quartersOf(doubled),
    vignettes: vignettesFrom === null ? null : sinceVignettes(doubled, vignettesFrom),
  }
}

function quartersOf(doubled: readonly Doubled[]): Reliability['quarters'] {
  const months = doubled.map(each => monthOf(each.on))
  if (months.length === 0) return []
  const [first, last] = [Math.min(...months), Math.max(...months)].map(month =>
    Math.floor(month / 3),
  )
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, nth) => {
    const end = ((first ?? 0) + nth + 1) * 3
    const year = doubled.filter(({ on }) => monthOf(on) < end && monthOf(on) >= end - 12)
    return { quarter: quarterOf(firstDayOf(end - 1)), ...measured(year.map(pairOf)) }
  })
}

function sinceVignettes(doubled: readonly Doubled[], from: Day): SinceVignettes {
  const before = doubled.filter(each => each.on < from).map(pairOf)
  const since = doubled.filter(each => each.on >= from).map(pairOf)
  const enough = before.length >= FEWEST && since.length >= FEWEST
  return {
    from,
    before: measured(before),
    since: measured(since),
    change: enough ? agreementChange(before, since, grades.length) : null,
  }
}

/** How strictly one auditor grades beside the others, now and quarter by quarter. */
export interface OwnSeverity extends Severity {
  readonly name: string
  readonly quarters: readonly { readonly quarter: string; readonly severity: Severity }[]
}

/** Everybody's severity, with their drift, in the order of their names: this is no league table. */
export function severities(doubled: readonly Doubled[]): readonly OwnSeverity[] {
  const names = new Map(
    doubled.flatMap(({ first, second }) =>
      [first, second].map(each => [each.auditorId, each.auditorName] as const),
    ),
  )
  const byQuarter = [...Map.groupBy(doubled, each => quarterOf(each.on))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, all]) => ({ quarter, all: severityOf(gradedIn(all)) }))
  return severityOf(gradedIn(doubled))
    .map(each => ({
      ...each,
      name: names.get(each.auditor) ?? '',
      quarters: byQuarter.flatMap(({ quarter, all }) => {
        const severity = all.find(one => one.auditor === each.auditor)
        return severity === undefined ? [] : [{ quarter, severity }]
      }),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

const gradedIn = (doubled: readonly Doubled[]): readonly Graded[] =>
  doubled.flatMap(({ work, first, second }) =>
    [first, second].map(each => ({
      auditor: each.auditorId,
      work,
      rank: rankOf(each.grade),
    })),
  )

/** One audit with every grade that anybody gave the work. */
export interface GradedWork {
  readonly on: Day
  /** The practitioner's own. */
  readonly own: Grade | null
  readonly auditor: Grade | null
  readonly moderated: Grade | null
  /** The inspectors', or that of others from outside. */
  readonly outside: Grade | null
}

export const gapKinds = {
  'own to moderated': 'Our own grades, beside the moderated ones',
  'auditor to moderated': 'Auditors’ grades, beside the moderated ones',
  'ours to inspectors': 'Our grades, beside the inspectors’',
} as const
export type GapKind = keyof typeof gapKinds

/** How much milder we grade ourselves, over all time and by half-year. */
export interface GapFigure {
  readonly kind: GapKind
  readonly all: Gap
  readonly periods: readonly (Gap & { readonly period: string })[]
}

function pairIn(work: GradedWork, kind: GapKind): readonly [number, number] | null {
  const { own, auditor, moderated, outside } = work
  const pair = (first: Grade | null, second: Grade | null) =>
    first === null || second === null ? null : ([rankOf(first), rankOf(second)] as const)
  switch (kind) {
    case 'own to moderated':
      return pair(own, moderated)
    case 'auditor to moderated':
      return pair(auditor, moderated)
    case 'ours to inspectors':
      return pair(moderated ?? auditor, outside)
  }
}

/** @returns for each kind the gap over all, and for each half-year that has any pair */
export function gapFigures(works: readonly GradedWork[]): readonly GapFigure[] {
  // as: the keys of a record are its own.
  return (Object.keys(gapKinds) as GapKind[]).map(kind => {
    const pairs = works.flatMap(work => {
      const pair = pairIn(work, kind)
      return pair === null ? [] : [{ pair, on: work.on }]
    })
    const byPeriod = Map.groupBy(
      pairs.toSorted((a, b) => a.on - b.on),
      each => halfYearOf(each.on),
    )
    return {
      kind,
      all: gapOf(pairs.map(each => each.pair)),
      periods: [...byPeriod].map(([period, all]) => ({
        period,
        ...gapOf(all.map(each => each.pair)),
      })),
    }
  })
}

/** '2026 H1': short, because it stands on the axis of a chart, as quarters do. */
export const halfYearOf = (on: Day): string => {
  const month = monthOf(on)
  return `${Math.floor(month / 12)} H${month % 12 < 6 ? 1 : 2}`
}

/** How a vignette was graded beside what was agreed. */
export interface VignetteResult {
  readonly graded: number
  readonly same: number
  readonly adjacent: number
  readonly passed: boolean
}

/**
 * Passed where at least the share is graded as agreed, and nothing is more than one grade away.
 * @param percent how many of a hundred standards have to be the same
 */
export function vignetteResult(
  agreed: Readonly<Record<string, Grade>>,
  given: Readonly<Record<string, Grade>>,
  percent: number,
): VignetteResult {
  const pairs = Object.entries(agreed).flatMap(([key, grade]): Pair[] => {
    const own = given[key]
    return own === undefined ? [] : [[rankOf(grade), rankOf(own)]]
  })
  const { exact, adjacent } = agreementOf(pairs, grades.length)
  const graded = pairs.length
  const all = Object.keys(agreed).length
  return {
    graded,
    same: Math.round((exact ?? 0) * graded),
    adjacent: Math.round((adjacent ?? 0) * graded),
    passed: all > 0 && graded === all && (exact ?? 0) * 100 >= percent && adjacent === 1,
  }
}

/** The title of a standard by its key, in the newest form of its tool. */
export function standardTitle(tools: readonly Tool[], toolKey: string, key: string): string {
  const tool = tools.find(each => each.key === toolKey)
  return tool?.standards.find(each => each.key === key)?.title ?? key
}
