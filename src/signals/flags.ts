import type { Limits } from './limits.ts'
import type { RuleName, RuleSet } from './rule-sets.ts'
import { beyond, runsOnOneSide, sidesOf, trends, twoInThree } from './rules.ts'

/** Which way is better. `neutral` is a figure of which neither way is. */
export type Good = 'high' | 'low' | 'neutral'

/** The rules in the order in which a chart names them; a code is an index into this. */
export const rulesByPriority = [
  'outside-limits',
  'trend',
  'two-in-three',
  'one-side',
] as const satisfies readonly RuleName[]

export type Flags = {
  /** The rule that marks each point, as an index into `rulesByPriority`; -1 for none. */
  readonly rule: Int8Array
  /** 1 up or above, -1 down or below, 0 unmarked. */
  readonly direction: Int8Array
}

const betterDirection = (good: Good): number => (good === 'high' ? 1 : good === 'low' ? -1 : 0)

/**
 * Marks the points of one stretch by the rules, the first that applies in order of priority. With
 * `good`, a point for which one rule says better and another worse is marked better: that is what
 * Making Data Count's icon shows.
 */
export function flagsOf(limits: Limits, ruleSet: RuleSet, good: Good = 'neutral'): Flags {
  const { y } = limits
  const sides = sidesOf(y, limits.centre)
  const outside = beyond(y, limits.lower, limits.upper)
  const near = beyond(y, limits.nearLower, limits.nearUpper)
  if (!ruleSet.outsideCountsInTwoInThree) {
    for (let i = 0; i < near.length; i++) if (outside[i] !== 0) near[i] = 0
  }
  const rising = trends(y, ruleSet.trendLength)
  const two = twoInThree(near, sides)
  const run = runsOnOneSide(sides, ruleSet.runLength)
  const better = betterDirection(good)
  const rule = new Int8Array(y.length).fill(-1)
  const direction = new Int8Array(y.length)
  const raise = (i: number, r: number, found: number): void => {
    if (found === 0) return
    const isFirst = rule[i] === -1
    if (!isFirst && (better === 0 || found !== better || direction[i] === better)) return
    rule[i] = r
    direction[i] = found
  }
  for (let i = 0; i < y.length; i++) {
    raise(i, 0, outside[i] ?? 0)
    raise(i, 1, rising[i] ?? 0)
    raise(i, 2, two[i] ?? 0)
    raise(i, 3, run[i] ?? 0)
  }
  return { rule, direction }
}

export type Variation = 'improvement' | 'concern' | 'high' | 'low' | 'common'

/** What a direction means, once it is known which way is better. */
export function variationOf(direction: number, good: Good): Variation {
  if (direction === 0) return 'common'
  if (good === 'neutral') return direction > 0 ? 'high' : 'low'
  return direction === betterDirection(good) ? 'improvement' : 'concern'
}

export type Assurance = 'will-hit' | 'will-miss' | 'may-hit-or-miss' | 'none'

/**
 * Whether the process as it is will meet a target: the target against the limits, strictly. A
 * target on a limit may be met or missed, and so may any target where a limit is unknown (NaN).
 */
export function assuranceOf(
  target: number | undefined,
  lower: number,
  upper: number,
  good: Good,
): Assurance {
  if (target === undefined || good === 'neutral') return 'none'
  if (target < lower) return good === 'high' ? 'will-hit' : 'will-miss'
  if (target > upper) return good === 'high' ? 'will-miss' : 'will-hit'
  return 'may-hit-or-miss'
}
