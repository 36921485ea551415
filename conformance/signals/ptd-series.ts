import {
  assuranceOf,
  type Flags,
  firstPoints,
  flagsOf,
  type Good,
  limitsOf,
  type RuleSet,
  ruleSets,
  sidesOf,
  spansOf,
  type Variation,
  variationOf,
} from '#signals'
import { agree, disagreement, same } from './agree.ts'

export type SeriesInput = {
  readonly values: readonly (number | null)[]
  readonly improvementDirection: 'increase' | 'decrease' | 'neutral'
  readonly target: number | null
  readonly rebaseAtIndex: readonly number[]
  readonly fixAfterNPoints: number | null
  readonly screenOutliers: boolean
}

type Group = {
  readonly startIndex: number
  readonly n: number
  readonly mean: number
  readonly lpl: number | null
  readonly upl: number | null
  readonly shortGroupWarning: boolean
}

export type SeriesCase = {
  readonly id: string
  readonly input: SeriesInput
  readonly expected: {
    readonly groups: readonly Group[]
    readonly outsideLimits: readonly (boolean | null)[]
    readonly relativeToMean: readonly (number | null)[]
    readonly closeToLimits: readonly (boolean | null)[]
    readonly specialCauseType: readonly string[]
    readonly pointType: readonly string[]
    readonly variationType: string
    readonly assuranceType: string | null
  }
}

export type DerivedCase = {
  readonly id: string
  readonly input: SeriesInput
  readonly expectedPtd022: readonly string[]
  readonly expectedMdc2023: readonly string[]
}

export const goodOf = (direction: SeriesInput['improvementDirection']): Good =>
  direction === 'increase' ? 'high' : direction === 'decrease' ? 'low' : 'neutral'

const pointTypes: Readonly<Record<Variation, string>> = {
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  high: 'special_cause_neutral_high',
  low: 'special_cause_neutral_low',
  common: 'common_cause',
}

export const assuranceTypes = {
  'will-hit': 'consistent_pass',
  'will-miss': 'consistent_fail',
  'may-hit-or-miss': 'inconsistent',
  none: null,
} as const

/** The label that the R package gives a flagged point. */
function labelOf(flags: Flags, i: number): string {
  const up = flags.direction[i] === 1
  const side = up ? 'Above' : 'Below'
  const labels = [
    up ? 'Above UCL' : 'Below LCL',
    `7 Point Trend (${up ? 'In' : 'De'}creasing)`,
    `2 in 3 ${side} CL`,
    `7 Points ${side} CL`,
  ]
  return labels[flags.rule[i] ?? -1] ?? 'Common Cause'
}

function groupsOf(input: SeriesInput, ruleSet: RuleSet) {
  const y = Float64Array.from(input.values, value => value ?? Number.NaN)
  return spansOf(y.length, input.rebaseAtIndex).map(({ from, to }) => {
    const points = y.slice(from, to)
    const fixed = input.fixAfterNPoints
    const limits = limitsOf('xmr', {
      y: points,
      screens: input.screenOutliers,
      emptyScreen: 'as-computed',
      ...(fixed === null ? {} : { base: firstPoints(Math.min(fixed, points.length)) }),
    })
    const flags = flagsOf(limits, ruleSet)
    return { from, points, limits, flags }
  })
}

type Groups = ReturnType<typeof groupsOf>

const labels = (groups: Groups): string[] =>
  groups.flatMap(({ points, flags }) => Array.from(points, (_, i) => labelOf(flags, i)))

function relations(groups: Groups) {
  const points = groups.flatMap(({ points: y, limits }) => {
    const sides = sidesOf(y, limits.centre)
    return Array.from(y, (value, i) => {
      const upper = limits.upper[i] ?? Number.NaN
      const lower = limits.lower[i] ?? Number.NaN
      // Without limits the comparison is NA in R, which is written null.
      if (Number.isNaN(value)) return { side: null, outside: null, close: null }
      if (Number.isNaN(upper)) return { side: sides[i] ?? 0, outside: null, close: null }
      const outside = value > upper || value < lower
      const near =
        value > (limits.nearUpper[i] ?? Number.NaN) || value < (limits.nearLower[i] ?? Number.NaN)
      return { side: sides[i] ?? 0, outside, close: !outside && near }
    })
  })
  return {
    side: points.map(point => point.side),
    outside: points.map(point => point.outside),
    close: points.map(point => point.close),
  }
}

export function checkSeries({ input, expected }: SeriesCase): string | null {
  const good = goodOf(input.improvementDirection)
  const groups = groupsOf(input, ruleSets['nhsr-0.2.2'])
  const groupsAgree = expected.groups.every((theirs, g) => {
    const ours = groups[g]
    return (
      ours !== undefined &&
      ours.from === theirs.startIndex &&
      ours.points.length === theirs.n &&
      agree(ours.limits.centre[0] ?? null, theirs.mean) &&
      agree(ours.limits.lower[0] ?? null, theirs.lpl) &&
      agree(ours.limits.upper[0] ?? null, theirs.upl) &&
      ours.points.length < 13 === theirs.shortGroupWarning
    )
  })
  const types = groups.flatMap(({ points, flags }) =>
    Array.from(points, (_, i) => pointTypes[variationOf(flags.direction[i] ?? 0, good)]),
  )
  const relation = relations(groups)
  const last = groups.at(-1)?.limits
  const assurance = assuranceOf(
    input.target ?? undefined,
    last?.lower.at(-1) ?? Number.NaN,
    last?.upper.at(-1) ?? Number.NaN,
    good,
  )
  return disagreement([
    ['number of groups', groups.length === expected.groups.length],
    ['mean or limits', groupsAgree],
    ['relative to mean', same(relation.side, expected.relativeToMean)],
    ['outside limits', same(relation.outside, expected.outsideLimits)],
    ['close to limits', same(relation.close, expected.closeToLimits)],
    ['special cause', same(labels(groups), expected.specialCauseType)],
    ['point type', same(types, expected.pointType)],
    ['variation', types.at(-1) === expected.variationType],
    ['assurance', assuranceTypes[assurance] === expected.assuranceType],
  ])
}

export function checkDerived({ input, ...expected }: DerivedCase): string | null {
  const nhsr = labels(groupsOf(input, ruleSets['nhsr-0.2.2']))
  const mdc = labels(groupsOf(input, ruleSets['mdc-2023']))
  return disagreement([
    ['nhsr-0.2.2', same(nhsr, expected.expectedPtd022)],
    ['mdc-2023', same(mdc, expected.expectedMdc2023)],
  ])
}
