import { type Definition, isSnapshot } from './definition.ts'

/**
 * The figure of a month: a share between 0 and 100 for a percentage, children or events for a count,
 * per 10,000 children for a rate (a month's events times twelve), the mean or median for an average;
 * an entered rate may be per another number of people, and its period is made a year likewise.
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
      if (denominator === 0) return Number.NaN
      return (numerator * timesAYear(definition) * perOf(definition)) / denominator
    case 'average':
      if (denominator === 0) return Number.NaN
      return definition.measure?.summary === 'median' ? numerator : numerator / denominator
  }
}

/** Of how many people a rate is. */
export function perOf(definition: Definition): number {
  return (definition.kind === 'series' ? definition.per : undefined) ?? 10_000
}

/** How many of its periods make a year, for what happens in one; 1 for what is so on a day. */
export function timesAYear(definition: Definition): number {
  if (isSnapshot(definition)) return 1
  if (definition.kind === 'record') return 12
  return { month: 12, quarter: 4, term: 3, year: 1 }[definition.every]
}
