// One stretch of a series made ready for its chart: the points that have a figure, in the chart's
// own units, with limits and flags. Months without a figure are left out, so that the months on
// either side of a gap are neighbours.
import { type Flags, flagsOf, type Good } from './flags.ts'
import { type Chart, type Limits, limitsOf } from './limits.ts'
import type { RuleSet } from './rule-sets.ts'
import type { Kind, SeriesPoint } from './series.ts'
import type { Span } from './stretches.ts'
import { medianOf, numbers } from './sums.ts'

export type Part = {
  readonly span: Span
  /** Where each point of the part stands in the series. */
  readonly at: readonly number[]
  readonly chart: Chart
  /** Chart units × scale = units of the figure: 100 for percentages, which charts hold as ratios. */
  readonly scale: number
  readonly y: Float64Array
  readonly sizes: Float64Array | null
  readonly limits: Limits
  readonly flags: Flags
  readonly median: number
  /** More than half of the points have one and the same value, usually none or all. */
  readonly isTied: boolean
  /** The rules as they apply to these points: see `rulesForTies`. */
  readonly rules: RuleSet
}

const noFlags = (count: number): Flags => ({
  rule: new Int8Array(count).fill(-1),
  direction: new Int8Array(count),
})

/** Charts whose points weigh as much as their denominators. */
export const isWeighted = (chart: Chart): boolean =>
  chart === 'p' || chart === 'pp' || chart === 'ip' || chart === 'u' || chart === 'up'

/**
 * The chart that suits the data. Percentages with denominators have P′, whose limits follow each
 * month's denominator; rates I′, for the same reason; rare events G when they are counted in whole
 * cases or days, T otherwise; all else XmR. Under the fewest points it is a run chart.
 */
export function chartFor(kind: Kind, values: Float64Array, sized: boolean): Chart {
  if (kind === 'rare') return values.every(Number.isInteger) || values.some(v => v <= 0) ? 'g' : 't'
  if (!sized) return 'xmr'
  if (kind === 'percentage') return 'pp'
  return kind === 'rate' ? 'ip' : 'xmr'
}

/** Limits and flags of some points of a part, from a base within them. */
export function judge(
  chart: Chart,
  y: Float64Array,
  sizes: Float64Array | null,
  rules: RuleSet,
  good: Good,
  base?: readonly number[],
): { readonly limits: Limits; readonly flags: Flags } {
  const limits = limitsOf(chart, {
    y,
    screens: rules.screens,
    ...(sizes ? { sizes } : {}),
    ...(base ? { base } : {}),
  })
  // Without a width nothing can be told apart from chance.
  const judged = limits.width === 'measured' || limits.width === 'screened-out'
  return { limits, flags: judged ? flagsOf(limits, rules, good) : noFlags(y.length) }
}

function tiedShare(y: Float64Array, median: number): number {
  let tied = 0
  for (const value of y) if (value === median) tied++
  return y.length === 0 ? 0 : tied / y.length
}

/**
 * Seven on one side are 1 in 128 where each side has half of the points. Where three months in four
 * have no case at all, seven below the average are 1 in 8 and no signal of anything. So where one
 * value is had by more than half of the points, a run must be long enough to be as rare as seven of
 * equal chance. The rule sets do not say so: they are made for measures that hardly ever tie.
 */
function rulesForTies(rules: RuleSet, share: number): RuleSet {
  if (share <= 0.5 || share === 1) return rules
  const asRare = Math.ceil((rules.runLength * Math.log(0.5)) / Math.log(share))
  return { ...rules, runLength: Math.max(rules.runLength, asRare) }
}

type Request = {
  readonly points: readonly SeriesPoint[]
  readonly values: Float64Array
  readonly kind: Kind
  readonly good: Good
  readonly rules: RuleSet
  readonly chart?: Chart
}

export function partOf(span: Span, request: Request): Part {
  const { points, values, kind, good, rules } = request
  const at: number[] = []
  let sized = true
  for (let i = span.from; i < span.to; i++) {
    if (Number.isNaN(values[i])) continue
    at.push(i)
    if (!((points[i]?.denominator ?? 0) > 0)) sized = false
  }
  const y = new Float64Array(at.length)
  for (let i = 0; i < y.length; i++) y[i] = values[at[i] ?? -1] ?? Number.NaN
  const enough = at.length >= rules.fewestPoints && rules.name !== 'anhoej'
  const chart = enough ? (request.chart ?? chartFor(kind, y, sized)) : 'run'
  const ratio = kind === 'percentage' && (chart === 'pp' || chart === 'p')
  const scale = ratio ? 100 : 1
  const sizes = isWeighted(chart)
    ? numbers(at.length, i => points[at[i] ?? -1]?.denominator ?? Number.NaN)
    : null
  if (scale !== 1) for (let i = 0; i < y.length; i++) y[i] = (y[i] ?? 0) / scale
  const median = medianOf(y)
  const share = tiedShare(y, median)
  const own = rulesForTies(rules, share)
  const judged = judge(chart, y, sizes, own, good)
  return { span, at, chart, scale, y, sizes, ...judged, median, isTied: share > 0.5, rules: own }
}
