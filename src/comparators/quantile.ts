/**
 * The value below which a share of the numbers lies, between two of them where it falls between: as
 * Excel's QUARTILE.INC and R's default (type 7) work it out, which is what the interactive tool shows.
 * @param sorted in rising order, at least one
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  // Written so that equal neighbours give themselves, to the last digit.
  return low + (high - low) * (place - below)
}

export interface Spread {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  return {
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  }
}
