import type { Reading } from './reading.ts'

/** Under so many to count, one child or one audit moves a share by more than most changes would. */
const FEWEST = 10

/** How many the newest share is of, where they are too few to tell a change by; null elsewhere. */
export function tooFew({
  definition,
  latest,
}: Pick<Reading, 'definition' | 'latest'>): number | null {
  const denominator = latest?.denominator ?? null
  if (definition.unit !== 'percentage' || denominator === null) return null
  return denominator < FEWEST ? denominator : null
}

/** Of a part of the county alone: the whole county's chart rests on all its months. */
export const partTooFew = (reading: Reading): number | null =>
  reading.slice.dimension === 'county' ? null : tooFew(reading)

export const fewInWords = (count: number): string => `Only ${count} to count: too few to tell`
