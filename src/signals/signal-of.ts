import { type Runs, runsOf } from './anhoej.ts'
import { type Good, assuranceOf, rulesByPriority, variationOf, type Variation } from './flags.ts'
import type { Chart } from './limits.ts'
import { type Outlook, pathTo } from './outlook.ts'
import { type Part, partOf } from './part.ts'
import { type Recent, recentOf } from './recent.ts'
import { settledOf } from './settled.ts'
import { type RuleSet, type RuleSetName, ruleSets } from './rule-sets.ts'
import { sidesOfLevel } from './rules.ts'
import {
  type Kind,
  type Missing,
  missingReason,
  type Rebase,
  type Series,
  type SeriesPoint,
  valueOf,
  withoutGaps,
} from './series.ts'
import type { Signal, SignalPoint, SignalStretch, Verdict } from './signal.ts'
import { spansOf } from './stretches.ts'

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
  let floor = 0
  for (const value of values) if (value < 0) floor = -Infinity
  return { floor, ceiling: Infinity }
}

function within(value: number | undefined, scale: number, bounds: Bounds): number | null {
  const scaled = (value ?? Number.NaN) * scale
  if (scaled >= bounds.floor) return scaled <= bounds.ceiling ? scaled : bounds.ceiling
  return scaled < bounds.floor ? bounds.floor : null
}

const blank = (point: SeriesPoint | undefined): SignalPoint => ({
  period: point?.period ?? '',
  value: null,
  centre: null,
  lower: null,
  upper: null,
  rule: null,
  variation: 'common',
  judged: 'common',
})

function drawnPoints(
  points: readonly SeriesPoint[],
  values: Float64Array,
  parts: readonly Part[],
  bounds: Bounds,
  good: Good,
): SignalPoint[] {
  const drawn: SignalPoint[] = []
  for (const { at, limits, flags, scale } of parts) {
    for (let i = 0; i < at.length; i++) {
      const index = at[i] ?? 0
      while (drawn.length < index) drawn.push(blank(points[drawn.length]))
      const direction = flags.direction[i] ?? 0
      drawn.push({
        period: points[index]?.period ?? '',
        value: values[index] ?? null,
        centre: within(limits.centre[i], scale, bounds),
        lower: within(limits.lower[i], scale, bounds),
        upper: within(limits.upper[i], scale, bounds),
        rule: direction === 0 ? null : (rulesByPriority[flags.rule[i] ?? -1] ?? null),
        variation: direction === 0 ? 'common' : variationOf(direction, good),
        judged: direction === 0 ? 'common' : variationOf(direction, good),
      })
    }
  }
  while (drawn.length < points.length) drawn.push(blank(points[drawn.length]))
  return drawn
}

/**
 * The newest points judged as the verdict judges them, where that is not by the chart's own lines:
 * icon, marks and table then say the same of the last point. The lines stay, until a person decides.
 */
function judgedPoints(
  drawn: SignalPoint[],
  { at }: Part,
  { isWhole, flags, basisFrom }: Recent,
  good: Good,
): SignalPoint[] {
  if (isWhole) return drawn
  for (let i = 0; i < flags.direction.length; i++) {
    const index = at[basisFrom + i] ?? -1
    const point = drawn[index]
    if (point) drawn[index] = { ...point, judged: variationOf(flags.direction[i] ?? 0, good) }
  }
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
function runsVerdict(sides: Int8Array, runs: Runs, good: Good): Verdict {
  const last = sides.findLast(side => side !== 0) ?? 0
  return verdicts[variationOf(runs.signal ? last : 0, good)]
}

/** Indices at which the limits are made anew; of two at one point the join counts. */
function rebaseStarts(points: readonly SeriesPoint[], series: Series): Map<number, Rebase> {
  const starts = new Map<number, Rebase>()
  for (const rebase of series.rebases ?? []) {
    const { at, isJoin = false } = rebase
    // A period that is no month is found by its name; one that is absent begins at the next month.
    const same = points.findIndex(point => point.period === at)
    const index = same >= 0 ? same : points.findIndex(point => point.period > at)
    // A level that has no figure yet has not begun: what is said is still said of the one before.
    if (!points.slice(index).some(point => point.value !== null)) continue
    if (index > 0 && (isJoin || starts.get(index)?.isJoin !== true)) starts.set(index, rebase)
  }
  return starts
}

/** Everything that is said of the newest points. */
function newestOf(
  recent: Recent,
  part: Part,
  before: Part | undefined,
  good: Good,
  periodAt: (index: number) => string,
) {
  const { direction, step, isSettled } = recent
  const count = part.y.length
  const settled = settledOf(recent, part, before, good, periodAt)
  const { since, level, after } = settled ?? { since: '', level: 0, after: 'common' }
  const basisEnd = isSettled ? count - 1 : (step?.at ?? 0) - 1
  return {
    settled,
    plateau: after === 'improvement' ? { since, level } : null,
    basis:
      step && !recent.isWhole ? { from: periodAt(recent.basisFrom), to: periodAt(basisEnd) } : null,
    proposedRebase:
      step && isSettled ? { since: periodAt(step.at), level: step.level * part.scale } : null,
    direction: direction === 0 ? null : direction > 0 ? ('up' as const) : ('down' as const),
    rule: rulesByPriority[recent.rule] ?? null,
    since: direction === 0 ? null : periodAt(recent.since),
    shiftPoints: count - recent.since,
    strength: recent.strength,
  }
}

/** The lines that the newest point is judged by; where nothing ever moved, all are the centre. */
function linesNow({ limits }: Recent, scale: number, bounds: Bounds) {
  const line = (values: Float64Array): number | null => within(values.at(-1), scale, bounds)
  const centre = line(limits.centre)
  if (limits.width === 'zero') return { centre, lower: centre, upper: centre }
  return { centre, lower: line(limits.lower), upper: line(limits.upper) }
}

function stretchesOf(
  parts: readonly Part[],
  points: readonly SeriesPoint[],
  starts: ReadonlyMap<number, Rebase>,
): SignalStretch[] {
  return parts.map(({ span, limits, scale, y, chart }) => ({
    from: points[span.from]?.period ?? '',
    to: points[span.to - 1]?.period ?? '',
    chart,
    centre: y.length === 0 ? null : (limits.centre[0] ?? Number.NaN) * scale,
    points: y.length,
    reason: starts.get(span.from)?.reason ?? null,
  }))
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

/** The newest point that has a figure, with that figure. */
function latestOf(points: readonly SeriesPoint[], values: Float64Array): SeriesPoint | null {
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i] ?? Number.NaN
    const point = points[i]
    if (point && !Number.isNaN(value)) return { ...point, value }
  }
  return null
}

function valuesOf(points: readonly SeriesPoint[], kind: Kind): Float64Array {
  const values = new Float64Array(points.length)
  for (let i = 0; i < values.length; i++) values[i] = valueOf(points[i], kind)
  return values
}

/**
 * Whether the newest level is not the one that the limits are of, and too young for limits of its
 * own. The R package takes the drawn limits all the same.
 */
const isMoving = ({ direction, step, isSettled }: Recent, rules: RuleSet): boolean =>
  rules.name === 'mdc-2023' && direction !== 0 && step !== null && !isSettled

function outlookOf(
  series: Series,
  part: Part,
  recent: Recent,
  said: Omit<Outlook, 'path'>,
  periodAt: (index: number) => string,
): Outlook | null {
  const { target, good } = series
  if (target === undefined || good === 'neutral') return null
  const better = good === 'high' ? 1 : -1
  const { slopeFrom, direction } = recent
  const path = pathTo(part, slopeFrom, direction, target / part.scale, better, periodAt)
  return { ...said, path }
}

function rulesFor({ ruleSet = 'mdc-2023', runLength }: SignalOptions): RuleSet {
  const named = ruleSets[ruleSet]
  return runLength ? { ...named, runLength } : named
}

/** Reads a series: which chart, which limits, which points stand out, and what that means now. */
export function signalOf(series: Series, options: SignalOptions = {}): Signal {
  const { kind, good, target } = series
  const rules = rulesFor(options)
  const points = withoutGaps(series.points)
  const values = valuesOf(points, kind)
  const starts = rebaseStarts(points, series)
  const chart = options.chart ? { chart: options.chart } : {}
  const request = { points, values, kind, good, rules, ...chart }
  const parts = spansOf(points.length, [...starts.keys()]).map(span => partOf(span, request))
  const part = parts.at(-1) ?? partOf({ from: 0, to: 0 }, request)
  const before = starts.get(part.span.from)?.isJoin === true ? undefined : parts.at(-2)
  const bounds = boundsOf(kind, values)
  const recent = recentOf(part, good)
  const count = part.y.length
  const isShort = count < rules.fewestPoints
  const sides = sidesOfLevel(part.y, part.median)
  const runs = runsOf(sides)
  const lines = linesNow(recent, part.scale, bounds)
  const latest = latestOf(points, values)
  const verdict = (): Verdict => {
    if (latest === null) return 'no-data'
    if (isShort) return 'not-enough-data'
    if (rules.name === 'anhoej') return runsVerdict(sides, runs, good)
    return verdicts[variationOf(recent.direction, good)]
  }
  const { lower, upper } = lines
  const open = isShort ? 'few' : isMoving(recent, rules) ? 'moving' : null
  const assurance = open
    ? 'none'
    : assuranceOf(target, lower ?? Number.NaN, upper ?? Number.NaN, good)
  const periodAt = (i: number): string => points[part.at[i] ?? -1]?.period ?? ''
  return {
    ruleSet: rules.name,
    kind,
    good,
    chart: part.chart,
    points: judgedPoints(drawnPoints(points, values, parts, bounds, good), part, recent, good),
    stretches: stretchesOf(parts, points, starts),
    ...lines,
    verdict: verdict(),
    ...newestOf(recent, part, before, good, periodAt),
    target: target ?? null,
    assurance,
    outlook: outlookOf(series, part, recent, { byLimits: assurance, open }, periodAt),
    latest,
    missing: missingOf(points, values),
    runs,
    width: recent.limits.width,
    count,
    needed: rules.fewestPoints,
    runLength: part.rules.runLength,
  }
}
