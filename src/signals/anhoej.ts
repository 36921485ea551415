/** What the run-chart rules of Anhøj say of a series about its centre, usually the median. */
export type Runs = {
  readonly signal: boolean
  /** Points that are not on the centre line: only these count. */
  readonly useful: number
  readonly longestRun: number
  readonly longestRunMax: number
  readonly crossings: number
  readonly crossingsMin: number
}

const fewestCrossings: number[] = []

/**
 * The 5 % point of the binomial distribution with `trials` trials of one half: the smallest k with
 * P(X ≤ k) ≥ 0.05. By logarithms, so that it holds for thousands of points.
 */
function fivePercentPoint(trials: number): number {
  const known = fewestCrossings[trials]
  if (known !== undefined) return known
  let logTerm = -trials * Math.LN2
  let cumulative = Math.exp(logTerm)
  let k = 0
  while (cumulative < 0.05 && k < trials) {
    k++
    logTerm += Math.log((trials - k + 1) / k)
    cumulative += Math.exp(logTerm)
  }
  fewestCrossings[trials] = k
  return k
}

/** R rounds a half to the even number, and the rule is defined by what R computes. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/**
 * A signal is a longest run above round(log2 n) + 3, or crossings below the 5 % binomial point.
 * `sides` as from `sidesOf`. With no useful point there is nothing to say, and no signal.
 */
export function runsOf(sides: ArrayLike<number>): Runs {
  let useful = 0
  let longestRun = 0
  let crossings = 0
  let run = 0
  let last = 0
  for (let i = 0; i < sides.length; i++) {
    const side = sides[i] ?? 0
    if (side === 0) continue
    useful++
    if (side === last) run++
    else {
      if (last !== 0) crossings++
      run = 1
      last = side
    }
    if (run > longestRun) longestRun = run
  }
  const longestRunMax = useful === 0 ? 0 : roundHalfEven(Math.log2(useful)) + 3
  const crossingsMin = fivePercentPoint(Math.max(useful - 1, 0))
  const signal = useful > 0 && (longestRun > longestRunMax || crossings < crossingsMin)
  return { signal, useful, longestRun, longestRunMax, crossings, crossingsMin }
}
