/**
 * Chance from one seed: Chris Doty-Humphrey's sfc32 (PractRand, public domain). The same seed gives
 * the same county on every machine; nothing here looks at a clock.
 */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  chance(probability: number): boolean
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** A waiting time with this mean. */
  wait(mean: number): number
  /** A value near `mean`, spread by `spread` (one standard deviation). */
  near(mean: number, spread: number): number
  /** A count with this mean (Poisson; for larger means its normal approximation). */
  count(mean: number): number
  /** The place of one of the weights, as likely as it is heavy. */
  weighted(weights: readonly number[]): number
}

export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed | 0
  let counter = 1

  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + mixed
    c |= 0
    return (mixed >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 15; i++) next()

  const near = (mean: number, spread: number) =>
    mean + spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  return {
    next,
    chance: probability => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    wait: mean => -Math.log(1 - next()) * mean,
    near,
    count(mean) {
      if (mean > 40) return Math.max(0, Math.round(near(mean, Math.sqrt(mean))))
      let left = Math.exp(-mean)
      let toss = next()
      let counted = 0
      while (toss > left && counted < 400) {
        toss -= left
        counted++
        left *= mean / counted
      }
      return counted
    },
    weighted(weights) {
      let total = 0
      for (const weight of weights) total += weight
      let toss = next() * total
      for (let place = 0; place < weights.length; place++) {
        toss -= weights[place] ?? 0
        if (toss < 0) return place
      }
      return weights.length - 1
    },
  }
}
