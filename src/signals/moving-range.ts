import { meanOf } from './sums.ts'

/**
 * What the width of the limits is made of. `zero`: nothing moved, so there is nothing to judge by.
 * `screened-out`: screening left nothing and was undone. `none`: a run chart, or a single point.
 */
export type Width = 'measured' | 'zero' | 'screened-out' | 'none'

export type Screening = {
  /** Leave out, once, moving ranges not strictly below 3.267 times their average. */
  readonly screens?: boolean
  /**
   * What to do when screening leaves no moving range that is not zero, so that every point would
   * be outside. `as-computed` is what the R packages do; by default the screening is undone.
   */
  readonly emptyScreen?: 'as-computed' | 'undo'
}

/** The average moving range of n = 2 over the standard deviation of a normal process. */
export const d2 = 1.128
/** The upper limit of a moving range over the average one. */
export const d4 = 3.267

/** Differences of neighbours, of those that both have a value. */
export function movingRanges(y: Float64Array, base: readonly number[] | undefined): Float64Array {
  const count = base ? base.length : y.length
  const ranges = new Float64Array(Math.max(count - 1, 0))
  let kept = 0
  for (let i = 1; i < count; i++) {
    const range = base
      ? Math.abs((y[base[i] ?? -1] ?? Number.NaN) - (y[base[i - 1] ?? -1] ?? Number.NaN))
      : Math.abs((y[i] ?? Number.NaN) - (y[i - 1] ?? Number.NaN))
    if (range >= 0) ranges[kept++] = range
  }
  return kept === ranges.length ? ranges : ranges.subarray(0, kept)
}

export type Average = { readonly average: number; readonly width: Width }

/** The average moving range; screened, where the rule set screens. */
export function averageRange(ranges: Float64Array, stretch: Screening): Average {
  if (ranges.length === 0) return { average: Number.NaN, width: 'none' }
  const average = meanOf(ranges)
  if (!stretch.screens) return { average, width: average === 0 ? 'zero' : 'measured' }
  const kept = ranges.filter(range => range < d4 * average)
  const screened = meanOf(kept)
  if (screened > 0) return { average: screened, width: 'measured' }
  if (stretch.emptyScreen === 'as-computed') return { average: screened, width: 'zero' }
  return { average, width: average === 0 ? 'zero' : 'screened-out' }
}
