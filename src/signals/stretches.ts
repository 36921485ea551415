export type Span = {
  /** Index of the first point, and of the point after the last. */
  readonly from: number
  readonly to: number
}

/** Cuts `count` points into spans that begin at the first point and at each of `starts`. */
export function spansOf(count: number, starts: readonly number[]): Span[] {
  const cuts = [...new Set([0, ...starts])]
    .filter(start => start >= 0 && start < count)
    .toSorted((a, b) => a - b)
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? count }))
}

/** The indices of the first `count` points, for a centre that is fixed after so many. */
export const firstPoints = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
