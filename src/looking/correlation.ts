// Whether two things that were measured of each team go together. Rank correlation, because neither
// pages nor percentages are spread evenly, and a single team far out must not make the answer.

/** With fewer pairs no coefficient is given: its interval would say 'anything'. */
export const LEAST_PAIRS = 10

export interface Correlation {
  /** Spearman's rank correlation, from -1 to 1. */
  readonly rho: number
  /** Its 95% interval. */
  readonly lower: number
  readonly upper: number
  readonly pairs: number
}

export interface Pair {
  readonly x: number
  readonly y: number
}

/**
 * Spearman's rank correlation with an interval on Fisher's scale, whose variance is that of Bonett
 * and Wright (Psychometrika 65, 2000), (1 + rho²/2) / (n − 3): unverified, cited from memory.
 * @returns null for fewer than ten pairs, or where all of one kind are the same
 */
export function rankCorrelation(pairs: readonly Pair[]): Correlation | null {
  const count = pairs.length
  if (count < LEAST_PAIRS) return null
  const rho = pearson(ranks(pairs.map(each => each.x)), ranks(pairs.map(each => each.y)))
  if (rho === null) return null
  // Fisher's scale has no place for 1; half a swap of two neighbours below it stands for it.
  const most = 1 - 6 / (count * (count * count - 1))
  const z = Math.atanh(Math.max(-most, Math.min(most, rho)))
  const reach = 1.959964 * Math.sqrt((1 + (rho * rho) / 2) / (count - 3))
  return {
    rho,
    lower: Math.min(rho, Math.tanh(z - reach)),
    upper: Math.max(rho, Math.tanh(z + reach)),
    pairs: count,
  }
}

/** Places from 1; equal values share the mean of their places. */
export function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value)
  const ranked = Array.from({ length: values.length }, () => 0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (order[to + 1]?.value === order[from]?.value && to + 1 < order.length) to++
    for (let at = from; at <= to; at++) ranked[order[at]?.place ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranked
}

function pearson(a: readonly number[], b: readonly number[]): number | null {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const meanA = mean(a)
  const meanB = mean(b)
  let both = 0
  let ofA = 0
  let ofB = 0
  for (const [place, value] of a.entries()) {
    const fromA = value - meanA
    const fromB = (b[place] ?? 0) - meanB
    both += fromA * fromB
    ofA += fromA * fromA
    ofB += fromB * fromB
  }
  return ofA === 0 || ofB === 0 ? null : Math.max(-1, Math.min(1, both / Math.sqrt(ofA * ofB)))
}
