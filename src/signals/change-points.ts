// Where a series changed level, found by splitting it in two at the clearest step, and each part
// again. Its use is to tell what is recent from what is old: it never moves a chart's limits.
import { d4 } from './moving-range.ts'

/**
 * A step counts when its two sides' means lie this many standard errors apart. Measured on 200,000
 * series of normal noise of each length: a step is found in 0.3 % of series of 24 points and in
 * 0.4 % of 36 to 84.
 */
export const clearStep = 4

/** A level needs as many points as limits do; only the newest may have fewer, a run of seven. */
const fewestInLevel = 13
const fewestInNewest = 7

/**
 * The standard deviation of a point of weight one, from neighbours' differences, which a step
 * hardly moves; the few largest are left out, once. 0 when nothing tells.
 */
export function unitSigma(y: Float64Array, weights: Float64Array | null): number {
  const spreads = new Float64Array(Math.max(y.length - 1, 0))
  let sum = 0
  for (let i = 1; i < y.length; i++) {
    const apart = weights ? 1 / (weights[i] ?? 0) + 1 / (weights[i - 1] ?? 0) : 2
    const spread = Math.abs((y[i] ?? 0) - (y[i - 1] ?? 0)) / Math.sqrt(apart)
    spreads[i - 1] = spread
    sum += spread
  }
  const most = (d4 * sum) / spreads.length
  let kept = 0
  let count = 0
  for (const spread of spreads) {
    if (spread >= most) continue
    kept += spread
    count++
  }
  return count === 0 ? 0 : (Math.sqrt(Math.PI / 2) * kept) / count
}

function clearestStep(
  y: Float64Array,
  weights: Float64Array | null,
  from: number,
  to: number,
  sigma: number,
): number | null {
  let after = 0
  let topAfter = 0
  for (let i = from; i < to; i++) {
    const weight = weights ? (weights[i] ?? 0) : 1
    after += weight
    topAfter += weight * (y[i] ?? 0)
  }
  const last = to - (to === y.length ? fewestInNewest : fewestInLevel)
  let before = 0
  let topBefore = 0
  let best = clearStep
  let at: number | null = null
  // Before the turn of point k, what lies before it has been moved from one side to the other.
  for (let k = from; k <= last; k++) {
    if (k - from >= fewestInLevel) {
      const step = topAfter / after - topBefore / before
      const distance = Math.abs(step) / (sigma * Math.sqrt(1 / before + 1 / after))
      if (distance > best) {
        best = distance
        at = k
      }
    }
    const weight = weights ? (weights[k] ?? 0) : 1
    const top = weight * (y[k] ?? 0)
    before += weight
    topBefore += top
    after -= weight
    topAfter -= top
  }
  return at
}

/**
 * Indices at which a new level begins, in order; empty when the series holds one level. `y` has no
 * missing values; `weights` are denominators, null when every point weighs the same.
 */
export function changePoints(y: Float64Array, weights: Float64Array | null): number[] {
  const sigma = unitSigma(y, weights)
  if (!(sigma > 0)) return []
  const found: number[] = []
  const open: [number, number][] = [[0, y.length]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const at = clearestStep(y, weights, from, to, sigma)
    if (at === null) continue
    found.push(at)
    open.push([from, at], [at, to])
  }
  return found.sort((a, b) => a - b)
}
