import { type Definition, isSnapshot } from './definition.ts'

/**
 * The figure of a month: a share between 0 and 100 for a percentage, children or events for a count,
 * per 10,000 children for a rate (a month's events times twelve), the mean or median for an average.
 * Null where there is nothing to divide by or nothing was delivered: never a zero, never NaN.
 */
export function valueOf(
  definition: Definition,
  numerator: number,
  denominator: number,
): number | null {
  const value = compute(definition, numerator, denominator)
  return Number.isFinite(value) ? value : null
}

function compute(definition: Definition, numerator: number, denominator: number): number {
  switch (definition.unit) {
    case 'percentage':
      return denominator === 0 ? Number.NaN : (numerator / denominator) * 100
    case 'count':
      return numerator
    case 'rate':
      return (numerator * (isSnapshot(definition) ? 1 : 12) * 10_000) / denominator
    case 'average':
      if (denominator === 0) return Number.NaN
      return definition.measure?.summary === 'median' ? numerator : numerator / denominator
  }
}
