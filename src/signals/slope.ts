// Stairs or a slope: whether the levels that a series seems to have are one steady movement.
import type { Part } from './part.ts'

/** The mean of the points between two indices, weighed by their denominators. */
export function levelOf(part: Part, from: number, to: number): number {
  let weights = 0
  let tops = 0
  for (let i = from; i < to; i++) {
    const weight = part.sizes?.[i] ?? 1
    weights += weight
    tops += weight * (part.y[i] ?? 0)
  }
  return tops / weights
}

/** The weighed squares that a mean, and a line, leave of the points between two indices. */
function misfits(part: Part, from: number, to: number) {
  let [w, wx, wy, wxx, wxy, wyy] = [0, 0, 0, 0, 0, 0]
  const origin = part.y[from] ?? 0
  for (let i = from; i < to; i++) {
    const weight = part.sizes?.[i] ?? 1
    const x = i - from
    const y = (part.y[i] ?? 0) - origin
    w += weight
    wx += weight * x
    wy += weight * y
    wxx += weight * x * x
    wxy += weight * x * y
    wyy += weight * y * y
  }
  const mean = wyy - (wy * wy) / w
  const across = wxy - (wx * wy) / w
  return { mean, line: mean - (across * across) / (wxx - (wx * wx) / w), way: Math.sign(across) }
}

/**
 * Where a slope that runs to the newest point begins, if the newest levels are rather one slope
 * than stairs; null otherwise. They are when all their steps go one way and a line through them
 * fits as well, fewer free numbers counted in its favour (Schwarz's criterion: a line has two, so
 * many stairs have a level each and a place for each step).
 */
export function slopeStart(part: Part, steps: readonly number[]): number | null {
  const starts = [0, ...steps]
  const ends = [...steps, part.y.length]
  const level = (i: number): number => levelOf(part, starts[i] ?? 0, ends[i] ?? 0)
  const last = starts.length - 1
  const way = Math.sign(level(last) - level(last - 1))
  const newest = misfits(part, starts[last] ?? 0, part.y.length)
  let stairs = newest.mean
  let found: number | null = null
  // A newest level that itself slopes on, the same way and clearly (1 in 100 by chance).
  const length = part.y.length - (starts[last] ?? 0)
  const gain = length * Math.log(newest.mean / newest.line)
  if (newest.way === way && gain > 2 * Math.log(length)) found = starts[last - 1] ?? 0
  for (let i = last - 1; i >= 0 && Math.sign(level(i + 1) - level(i)) === way; i--) {
    const from = starts[i] ?? 0
    stairs += misfits(part, from, ends[i] ?? 0).mean
    const count = part.y.length - from
    const levels = last - i + 1
    const dearer = (2 * levels - 1 - 2) * Math.log(count)
    const { line } = misfits(part, from, part.y.length)
    if (count * Math.log(line) < count * Math.log(stairs) + dearer) found = from
  }
  return found
}
