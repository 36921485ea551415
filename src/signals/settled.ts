import { clearStep } from './change-points.ts'
import { type Good, variationOf } from './flags.ts'
import type { Part } from './part.ts'
import type { Recent } from './recent.ts'
import type { Signal } from './signal.ts'
import { levelOf } from './slope.ts'

/** How much a part's mean is worth: the sum of its denominators, or its number of points. */
function weightOf({ y, sizes }: Part): number {
  let weight = 0
  for (let i = 0; i < y.length; i++) weight += sizes?.[i] ?? 1
  return weight
}

const meanLevel = (part: Part): number => levelOf(part, 0, part.y.length) * part.scale

/**
 * The step at which a person had the limits made anew, if it was clear: 1 up, -1 down, 0 for none.
 * The change is then in the limits and no longer in the flags, and is not to be forgotten.
 */
function agreedStep(part: Part, before: Part): number {
  // Limits that do not weigh points cannot be compared with those that do.
  if (part.y.length === 0 || before.y.length === 0 || !part.sizes !== !before.sizes) return 0
  const apart = meanLevel(part) - meanLevel(before)
  const error =
    part.limits.unitSigma * part.scale * Math.sqrt(1 / weightOf(part) + 1 / weightOf(before))
  return Math.abs(apart) > clearStep * error ? Math.sign(apart) : 0
}

/**
 * A change that is over: since when, at what level, and which way it went. Either the newest level
 * within the part, or the part itself against the one before it.
 */
export function settledOf(
  recent: Recent,
  part: Part,
  before: Part | undefined,
  good: Good,
  periodAt: (index: number) => string,
): Signal['settled'] {
  const { step } = recent
  if (recent.direction !== 0 || part.chart === 'run') return null
  const isWithin = step !== null && recent.isSettled
  const agreed = step === null && before ? agreedStep(part, before) : 0
  const direction = isWithin ? step.direction : agreed
  if (direction === 0) return null
  return {
    since: periodAt(isWithin ? step.at : 0),
    level: isWithin ? step.level * part.scale : meanLevel(part),
    direction: direction > 0 ? 'up' : 'down',
    after: variationOf(direction, good),
  }
}
