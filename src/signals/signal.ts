import { type Runs, runsOf } from './anhoej.ts'
import {
  type Assurance,
  assuranceOf,
  rulesByPriority,
  type Variation,
  variationOf,
} from './flags.ts'
import type { Chart, Limits } from './limits.ts'
import { type Part, partOf } from './part.ts'
import { type Recent, recentOf } from './recent.ts'
import { type RuleName, type RuleSetName, ruleSets } from './rule-sets.ts'
import { sidesOf } from './rules.ts'
import {
  type Kind,
  type Missing,
  missingReason,
  type Series,
  type SeriesPoint,
  valueOf,
  withoutGaps,
} from './series.ts'
import { spansOf } from './stretches.ts'
import { medianOf, numbers } from './sums.ts'

export type Verdict =
  | 'improving'
  | 'worse'
  | 'no-change'
  /** A change of a figure of which neither way is better. */
  | 'changed'
  | 'not-enough-data'
  | 'no-data'

export type SignalPoint = {
  readonly period: string
  readonly value: number | null
  /** The lines of the chart at this point, in the units of `value`; null where there are none. */
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** The rule that flags the point, if one does, and what that means. */
  readonly rule: RuleName | null
  readonly variation: Variation
}

/** What lies between two rebases. */
export type SignalStretch = {
  readonly from: string
  readonly to: string
  readonly chart: Chart
  readonly centre: number
  readonly points: number
  /** Why a person had the limits made anew here; null for the first stretch. */
  readonly reason: string | null
}

export type Level = { readonly since: string; readonly level: number }

/**
 * What process control says of a series, once and for all: icon, chart, table, sentence, alert and
 * paper are drawn from this and work out nothing for themselves.
 */
export type Signal = {
  readonly ruleSet: RuleSetName
  readonly kind: Kind
  readonly good: Series['good']
  /** The chart of the newest stretch. */
  readonly chart: Chart
  readonly points: readonly SignalPoint[]
  readonly stretches: readonly SignalStretch[]
  /** Lines at the latest point, against which it is judged; null without limits. */
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly verdict: Verdict
  /** 'up' or 'down' where there is a change; null otherwise. */
  readonly direction: 'up' | 'down' | null
  /** The rule that made the verdict, the period in which the change began, and its points. */
  readonly rule: RuleName | null
  readonly since: string | null
  readonly shiftPoints: number
  /**
   * The months whose average and limits the verdict was judged by, where these are not the chart's
   * own: the series changed level, and no person has had the limits made anew yet.
   */
  readonly basis: { readonly from: string; readonly to: string } | null
  /** In standard errors; 0 without a change. See `strengthOf` in recent.ts. */
  readonly strength: number
  /** An improvement that has stopped: when the level it reached began, and that level. */
  readonly plateau: Level | null
  /** The same for a change of any direction that is over. */
  readonly settled:
    | (Level & { readonly direction: 'up' | 'down'; readonly after: Variation })
    | null
  readonly target: number | null
  readonly assurance: Assurance
  readonly latest: SeriesPoint | null
  readonly missing: readonly Missing[]
  /** A step that a person may wish to recalculate the limits from. */
  readonly proposedRebase: Level | null
  /** The second opinion: Anhøj's run-chart rules about the median of the newest stretch. */
  readonly runs: Runs
  /** `zero`: the figure has not moved at all. */
  readonly width: Limits['width']
  /** Points with a figure in the newest stretch, and how many limits need. */
  readonly count: number
  readonly needed: number
}

export type SignalOptions = {
  /** Default `mdc-2023`. */
  readonly ruleSet?: RuleSetName
  /** Instead of the chart that suits the data. */
  readonly chart?: Chart
  /** Making Data Count lets a team choose runs of 6 in place of 7. */
  readonly runLength?: 6 | 7
}

type Bounds = { readonly floor: number; readonly ceiling: number }

/** No share is under 0 or over 100 %, and what is counted is not under 0. */
function boundsOf(kind: Kind, values: Float64Array): Bounds {
  if (kind === 'percentage') return { floor: 0, ceiling: 100 }
  return { floor: values.some(value => value < 0) ? -Infinity : 0, ceiling: Infinity }
}

const within = (value: number | undefined, scale: number, { floor, ceiling }: Bounds) =>
  value === undefined || Number.isNaN(value)
    ? null
    : Math.min(ceiling, Math.max(floor, value * scale))

const blank = (period: string): SignalPoint => ({
  period,
  value: null,
  centre: null,
  lower: null,
  upper: null,
  rule: null,
  variation: 'common',
})

function drawnPoints(
  points: readonly SeriesPoint[],
  values: Float64Array,
  parts: readonly Part[],
  bounds: Bounds,
  good: Series['good'],
): SignalPoint[] {
  const drawn: SignalPoint[] = []
  const blankTo = (index: number): void => {
    while (drawn.length < index) drawn.push(blank(points[drawn.length]?.period ?? ''))
  }
  for (const { at, limits, flags, scale } of parts) {
    for (let i = 0; i < at.length; i++) {
      const index = at[i] ?? 0
      blankTo(index)
      drawn.push({
        period: points[index]?.period ?? '',
        value: values[index] ?? null,
        centre: within(limits.centre[i], scale, bounds),
        lower: within(limits.lower[i], scale, bounds),
        upper: within(limits.upper[i], scale, bounds),
        rule: rulesByPriority[flags.rule[i] ?? -1] ?? null,
        variation: variationOf(flags.direction[i] ?? 0, good),
      })
    }
  }
  blankTo(points.length)
  return drawn
}

const verdicts: Readonly<Record<Variation, Verdict>> = {
  improvement: 'improving',
  concern: 'worse',
  high: 'changed',
  low: 'changed',
  common: 'no-change',
}

/** The run-chart rules' own verdict: a signal, on the side of the median where the last points lie. */
function runsVerdict(sides: Int8Array, runs: Runs, good: Series['good']): Verdict {
  const last = sides.findLast(side => side !== 0) ?? 0
  return verdicts[variationOf(runs.signal ? last : 0, good)]
}

function sidesOfMedian(part: Part): Int8Array {
  return sidesOf(part.y, new Float64Array(part.y.length).fill(medianOf(part.y)))
}

/** Indices at which a person had the limits made anew. */
function rebaseStarts(points: readonly SeriesPoint[], series: Series): Map<number, string> {
  const starts = new Map<number, string>()
  for (const { at, reason } of series.rebases ?? []) {
    const index = points.findIndex(point => point.period >= at)
    if (index > 0) starts.set(index, reason)
  }
  return starts
}

function settledLevel(recent: Recent, part: Part, good: Series['good'], at: (i: number) => string) {
  const { step } = recent
  if (!step || !recent.isSettled || recent.direction !== 0) return null
  return {
    since: at(step.at),
    level: step.level * part.scale,
    direction: step.direction > 0 ? ('up' as const) : ('down' as const),
    after: variationOf(step.direction, good),
  }
}

function missingOf(points: readonly SeriesPoint[], values: Float64Array): Missing[] {
  const missing: Missing[] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i]
    if (!point || !Number.isNaN(values[i])) continue
    missing.push({ period: point.period, reason: missingReason(point) })
  }
  return missing
}

/** Reads a series: which chart, which limits, which points stand out, and what that means now. */
export function signalOf(series: Series, options: SignalOptions = {}): Signal {
  const { kind, good } = series
  const named = ruleSets[options.ruleSet ?? 'mdc-2023']
  const rules = options.runLength ? { ...named, runLength: options.runLength } : named
  const points = withoutGaps(series.points)
  const values = numbers(points.length, i => valueOf(points[i], kind))
  const starts = rebaseStarts(points, series)
  const chart = options.chart ? { chart: options.chart } : {}
  const request = { points, values, kind, good, rules, ...chart }
  const parts = spansOf(points.length, [...starts.keys()]).map(span => partOf(span, request))
  const part = parts.at(-1) ?? partOf({ from: 0, to: 0 }, request)
  const bounds = boundsOf(kind, values)
  const recent = recentOf(part, rules, good)
  const count = part.y.length
  const at = (i: number): string => points[part.at[i] ?? -1]?.period ?? ''
  const sides = sidesOfMedian(part)
  const runs = runsOf(sides)
  const line = (values: Float64Array): number | null => within(values.at(-1), part.scale, bounds)
  const centre = line(recent.limits.centre)
  const isZero = recent.limits.width === 'zero'
  const lower = isZero ? centre : line(recent.limits.lower)
  const upper = isZero ? centre : line(recent.limits.upper)
  const isShort = count < rules.fewestPoints
  const latest = points.findLast((_, i) => !Number.isNaN(values[i]))
  const settled = settledLevel(recent, part, good, at)
  const changed = !isShort && recent.direction !== 0
  return {
    ruleSet: rules.name,
    kind,
    good,
    chart: part.chart,
    points: drawnPoints(points, values, parts, bounds, good),
    stretches: parts.map(({ span, limits, scale, y, chart }) => ({
      from: points[span.from]?.period ?? '',
      to: points[span.to - 1]?.period ?? '',
      chart,
      centre: (limits.centre[0] ?? Number.NaN) * scale,
      points: y.length,
      reason: starts.get(span.from) ?? null,
    })),
    centre,
    lower,
    upper,
    verdict: latest
      ? isShort
        ? 'not-enough-data'
        : rules.name === 'anhoej'
          ? runsVerdict(sides, runs, good)
          : verdicts[variationOf(recent.direction, good)]
      : 'no-data',
    direction: changed ? (recent.direction > 0 ? 'up' : 'down') : null,
    rule: changed ? (rulesByPriority[recent.rule] ?? null) : null,
    since: changed ? at(recent.since) : null,
    shiftPoints: changed ? count - recent.since : 0,
    basis: recent.step
      ? { from: at(recent.basisFrom), to: at((recent.isSettled ? count : recent.step.at) - 1) }
      : null,
    strength: changed ? recent.strength : 0,
    plateau:
      settled?.after === 'improvement' ? { since: settled.since, level: settled.level } : null,
    settled,
    target: series.target ?? null,
    assurance: isShort
      ? 'none'
      : assuranceOf(series.target, lower ?? Number.NaN, upper ?? Number.NaN, good),
    latest: latest ?? null,
    missing: missingOf(points, values),
    proposedRebase:
      recent.step && recent.isSettled
        ? { since: at(recent.step.at), level: recent.step.level * part.scale }
        : null,
    runs,
    width: recent.limits.width,
    count,
    needed: rules.fewestPoints,
  }
}
