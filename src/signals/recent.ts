// What a series is doing now.
//
// Making Data Count's icon is the last point's flag against the limits. In seven years of months
// that says little: after one real step every later point lies above the average of the whole and
// is flagged for ever. A person would recalculate the limits after the step, and the icon would
// then speak of the months since. Until a person has done so, the verdict is what that icon would
// say: the series is split where its level clearly changed (change-points.ts), and
//
// - with no split, the verdict is the icon;
// - when the newest level has the 13 points that limits need, the verdict is the icon against that
//   level's own limits. If it says nothing, the change is over: the level has settled;
// - but when a line fits the newest levels as well as stairs do, the change is still under way: a
//   steady rise is no stair, and the icon speaks of all of it as one;
// - when the newest level is shorter, the verdict is the icon against the level before it; or
//   against the whole stretch, as the chart draws it, where that is one level too and agrees.
//
// The chart's limits and flags stay those of the whole stretch: limits are recalculated by a
// person, for a reason, never by a rule. The split is handed over as a proposal.
import { changePoints } from './change-points.ts'
import type { Flags, Good } from './flags.ts'
import type { Limits } from './limits.ts'
import { isWeighted, judge, type Part } from './part.ts'
import { levelOf, slopeStart } from './slope.ts'

export type Recent = {
  /** 1 up, -1 down, 0 nothing but chance; and the rule, an index into `rulesByPriority`, or -1. */
  readonly direction: number
  readonly rule: number
  /** Points of the part from which the change runs, and the points it is judged within. */
  readonly since: number
  readonly basisFrom: number
  /** True when it is judged by the very lines that the chart draws. */
  readonly isWhole: boolean
  readonly limits: Limits
  /** Of the points from `basisFrom` on. */
  readonly flags: Flags
  /** The first point of the newest movement that may be a slope; see outlook.ts. */
  readonly slopeFrom: number
  /** Distance of the newest points from the centre, in standard errors: see `strengthOf`. */
  readonly strength: number
  /** Where the newest level begins, if the series changed level; and which way it went. */
  readonly step: { readonly at: number; readonly direction: number; readonly level: number } | null
  /** True when the newest level is long enough for limits of its own. */
  readonly isSettled: boolean
}

/** The first point of the movement that ends at the last point. */
function shiftStart(limits: Limits, flags: Flags): number {
  const last = limits.y.length - 1
  const direction = flags.direction[last] ?? 0
  const isTrend = flags.rule[last] === 1
  let start = last
  while (start > 0) {
    const before = limits.y[start - 1] ?? 0
    const reference = isTrend ? (limits.y[start] ?? 0) : before
    const against = isTrend ? before : (limits.centre[start - 1] ?? 0)
    if (Math.sign(reference - against) !== direction) break
    start--
  }
  return start
}

/** T charts are judged where their values are nearly normal. */
const bent = (part: Part, value: number): number =>
  part.chart === 't' ? value ** (1 / 3.6) : value

/** At most so many points count towards strength: a long shift is old, not strong. */
const strengthPoints = 7

/**
 * How far the newest points of a change, at most seven, lie from the centre: the distance of their
 * mean in standard errors. A single point outside the limits has 3 or more, seven points one sigma
 * off have 2.6. A trend has the distance between its ends, where that is more. Comparable between
 * charts, because it has no unit.
 */
function strengthOf(
  part: Part,
  limits: Limits,
  offset: number,
  since: number,
  rule: number,
): number {
  const end = limits.y.length
  const sigma = part.chart === 't' ? tSigma(part, limits) : limits.unitSigma
  if (!(sigma > 0)) return 0
  const weight = (i: number): number => part.sizes?.[offset + i] ?? 1
  const value = (i: number): number => bent(part, limits.y[i] ?? 0)
  let weights = 0
  let away = 0
  for (let i = Math.max(since, end - strengthPoints); i < end; i++) {
    weights += weight(i)
    away += weight(i) * (value(i) - bent(part, limits.centre[i] ?? 0))
  }
  const distance = Math.abs(away) / (sigma * Math.sqrt(weights))
  if (rule !== 1) return distance
  const apart = Math.sqrt(1 / weight(since) + 1 / weight(end - 1))
  return Math.max(distance, Math.abs(value(end - 1) - value(since)) / (sigma * apart))
}

/** A third of the way from the centre to the upper limit, where the values are nearly normal. */
const tSigma = (part: Part, limits: Limits): number =>
  (bent(part, limits.upper[0] ?? 0) - bent(part, limits.centre[0] ?? 0)) / 3

function stepsOf(part: Part): number[] {
  if (part.chart === 'run' || part.chart === 'g' || part.chart === 't') return []
  // Where most points tie, neighbours' differences are mostly zero and tell nothing of the spread.
  if (part.limits.width !== 'measured' || part.isTied) return []
  return changePoints(part.y, isWeighted(part.chart) ? part.sizes : null)
}

type Judged = { readonly limits: Limits; readonly flags: Flags }

function judgeFrom(part: Part, good: Good, from: number, to: number): Judged {
  const { rules } = part
  if (from === 0 && to === part.y.length) return part
  const y = part.y.slice(from)
  const sizes = part.sizes ? part.sizes.slice(from) : null
  if (to === part.y.length) return judge(part.chart, y, sizes, rules, good)
  // The level before the newest gives the limits; I′ takes its width from all it is given, so the
  // lines are made of the older points and drawn on to the newer ones.
  const base = Array.from({ length: to - from }, (_, i) => i)
  return judge(part.chart, y, sizes, rules, good, base)
}

type Basis = Judged & {
  readonly from: number
  readonly slope: number | null
  readonly isWhole: boolean
  readonly isSettled: boolean
}

/** The points that the newest are judged among; see the top of this file. */
function basisOf(part: Part, good: Good, steps: readonly number[]): Basis {
  const count = part.y.length
  const newest = steps.at(-1) ?? 0
  const previous = steps.at(-2) ?? 0
  const isLong = count - newest >= part.rules.fewestPoints
  if (steps.length === 0) return { ...part, from: 0, slope: null, isWhole: true, isSettled: false }
  const slope = isLong ? slopeStart(part, steps) : null
  const isSettled = isLong && slope === null
  const from = slope ?? (isSettled ? newest : previous)
  const judged = judgeFrom(part, good, from, isLong ? count : newest)
  const agrees = part.flags.direction.at(-1) === judged.flags.direction.at(-1)
  const isWhole = from === 0 && agrees
  const { limits, flags } = isWhole ? part : judged
  return { limits, flags, from, slope, isWhole, isSettled }
}

/** What the last points of a part say; see the top of this file. */
export function recentOf(part: Part, good: Good): Recent {
  const count = part.y.length
  const steps = stepsOf(part)
  const newest = steps.at(-1) ?? 0
  const { limits, flags, from, slope, isWhole, isSettled } = basisOf(part, good, steps)
  const direction = flags.direction.at(-1) ?? 0
  const rule = flags.rule.at(-1) ?? -1
  const since = direction === 0 ? limits.y.length : shiftStart(limits, flags)
  const level = levelOf(part, newest, count)
  const before = levelOf(part, steps.at(-2) ?? 0, newest)
  return {
    direction,
    rule,
    since: from + since,
    basisFrom: from,
    isWhole,
    limits,
    flags,
    slopeFrom: slope ?? from + since,
    strength: direction === 0 ? 0 : strengthOf(part, limits, from, since, rule),
    step: newest === 0 ? null : { at: newest, direction: Math.sign(level - before), level },
    isSettled,
  }
}
