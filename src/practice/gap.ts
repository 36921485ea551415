import { percentileInterval, type Interval } from './interval.ts'
import { seeded } from './random.ts'

/** With fewer than so many nothing is claimed: no share, no trend, no order. */
export const FEWEST = 10

/** How much milder the first grade of the same work was than the second, in grades. */
export interface Gap {
  readonly pairs: number
  /** Above 0: the first was milder. Null with fewer than `FEWEST`. */
  readonly gap: number | null
  /** In which 95 of 100 such samples would have it, by the bootstrap; null where the gap is. */
  readonly interval: Interval | null
}

/**
 * The mean of how many grades worse the second judged the same work.
 * @param pairs ranks, larger for worse
 */
export function gapOf(
  pairs: readonly (readonly [number, number])[],
  { draws = 1000, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): Gap {
  if (pairs.length < FEWEST) return { pairs: pairs.length, gap: null, interval: null }
  const differences = pairs.map(([first, second]) => second - first)
  const random = seeded(seed)
  const means = Array.from({ length: draws }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  )
  return { pairs: pairs.length, gap: mean(differences), interval: percentileInterval(means) }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / numbers.length
