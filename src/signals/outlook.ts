// Whether a target will be met as things stand: from the limits, which say what the process does as
// it is, and from a slope where there clearly is one. Nothing else is foretold.
import type { Assurance } from './flags.ts'
import type { Part } from './part.ts'

/** Where the movement of the newest points would come to the target, if it goes on. */
export type Path = {
  /** The point from which the slope runs, and its way. */
  readonly since: string
  readonly direction: 'up' | 'down'
  /** Whether it moves to the right side of the target, or out of it. */
  readonly leads: 'to' | 'away'
  /** Points ahead of the newest; null where that is farther off than may be said. */
  readonly earliest: number | null
  readonly latest: number | null
  /** How far ahead anything is said: no farther than the slope is long. */
  readonly horizon: number
}

export type Outlook = {
  readonly byLimits: Assurance
  /**
   * Why the limits say nothing: too few points, or the level moved too recently to have limits, and
   * those of the level before speak of what is over.
   */
  readonly open: 'few' | 'moving' | null
  readonly path: Path | null
}

/** A slope over fewer points is not drawn on. */
const fewestInSlope = 7
/**
 * Slope over its standard error. The span was chosen for being a signal, so the usual 2 would find a
 * slope in every second step; with five degrees of freedom 4 is one in a hundred.
 */
const clearSlope = 4
/** Points ahead at the most. */
const farthest = 12

type Line = {
  readonly at: (x: number) => number
  /** Standard error of the line's height. */
  readonly error: (x: number) => number
  readonly slope: number
  readonly isClear: boolean
}

/** A line through the points of a part from one on, weighed by denominators. */
function lineThrough(part: Part, from: number): Line {
  let [w, wx, wy] = [0, 0, 0]
  const weight = (i: number): number => part.sizes?.[i] ?? 1
  const count = part.y.length
  for (let i = from; i < count; i++) {
    w += weight(i)
    wx += weight(i) * i
    wy += weight(i) * (part.y[i] ?? 0)
  }
  const [mx, my] = [wx / w, wy / w]
  let [xx, xy] = [0, 0]
  for (let i = from; i < count; i++) {
    xx += weight(i) * (i - mx) ** 2
    xy += weight(i) * (i - mx) * ((part.y[i] ?? 0) - my)
  }
  const slope = xy / xx
  let left = 0
  for (let i = from; i < count; i++)
    left += weight(i) * ((part.y[i] ?? 0) - my - slope * (i - mx)) ** 2
  const variance = left / (count - from - 2)
  return {
    at: x => my + slope * (x - mx),
    error: x => Math.sqrt(variance * (1 / w + (x - mx) ** 2 / xx)),
    slope,
    isClear: Math.abs(slope) > clearSlope * Math.sqrt(variance / xx),
  }
}

/** Whether points stand evenly, so that so many points ahead are so many months. */
const isEven = (part: Part, from: number): boolean =>
  part.at.slice(from).every((at, i) => at === (part.at[from] ?? 0) + i)

/**
 * @param from the first point of the newest movement, within the part
 * @param direction of that movement: 1 up, -1 down, 0 none
 * @param target in the units of the part's `y`
 * @param better 1 where higher is better, -1 where lower is
 */
export function pathTo(
  part: Part,
  from: number,
  direction: number,
  target: number,
  better: number,
  periodAt: (index: number) => string,
): Path | null {
  const length = part.y.length - from
  if (direction === 0 || better === 0 || length < fewestInSlope || !isEven(part, from)) return null
  if (part.chart === 'run' || part.chart === 'g' || part.chart === 't') return null
  const line = lineThrough(part, from)
  if (!line.isClear || Math.sign(line.slope) !== direction) return null
  const last = part.y.length - 1
  const leads = direction === better ? 'to' : 'away'
  // It has to be before the target still: what is past it already needs no drawing on.
  if (direction * (target - line.at(last)) <= 0) return null
  const horizon = Math.min(farthest, length)
  const ahead = (sign: number): number | null => {
    for (let k = 1; k <= horizon; k++) {
      const x = last + k
      if (direction * (target - line.at(x)) - sign * 2 * line.error(x) <= 0) return k
    }
    return null
  }
  return {
    since: periodAt(from),
    direction: direction > 0 ? 'up' : 'down',
    leads,
    earliest: ahead(1),
    latest: ahead(-1),
    horizon,
  }
}
