import { FEWEST } from './gap.ts'
import { exactInterval, type Interval } from './interval.ts'

/** So many of so many, with how sure that is. */
export interface Share extends Interval {
  readonly numerator: number
  readonly denominator: number
}

/** Null of none. */
export function shareOf(numerator: number, denominator: number): Share | null {
  const interval = exactInterval(numerator, denominator)
  return interval === null ? null : { numerator, denominator, ...interval }
}

/** '30% (12 of 40; between 17% and 47% if chance is allowed for)'; of few, the count comes first. */
export function shareInWords(share: Share | null): string {
  if (share === null) return 'None yet'
  const { numerator, denominator, low, high } = share
  const between = `between ${percent(low)} and ${percent(high)} if chance is allowed for`
  return denominator < FEWEST
    ? `${numerator} of ${denominator}; ${between}`
    : `${percent(numerator / denominator)} (${numerator} of ${denominator}; ${between})`
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`
