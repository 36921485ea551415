import type { Signal } from './signal.ts'

/**
 * How often chance alone makes a verdict other than no change, by number of points: 200,000 series
 * of independent normal noise for each length, judged by `signalOf` with `mdc-2023` on an XmR
 * chart. `falseVerdicts` in bench/signals.ts measures it again.
 */
const falseVerdictRates: readonly (readonly [points: number, rate: number])[] = [
  [13, 0.0108],
  [18, 0.0124],
  [24, 0.0152],
  [36, 0.0158],
  [48, 0.0163],
  [60, 0.0173],
  [84, 0.0176],
]

function falseVerdictRate(points: number): number {
  const [shortest = 0, lowest = 0] = falseVerdictRates[0] ?? []
  if (points <= shortest) return lowest
  let [before, rate] = [shortest, lowest]
  for (const [length, next] of falseVerdictRates) {
    if (points <= length) {
      return length === before
        ? next
        : rate + ((next - rate) * (points - before)) / (length - before)
    }
    before = length
    rate = next
  }
  return rate
}

const isJudged = ({ verdict }: Signal): boolean =>
  verdict !== 'no-data' && verdict !== 'not-enough-data'

const isChange = ({ verdict }: Signal): boolean =>
  verdict === 'improving' || verdict === 'worse' || verdict === 'changed'

export type Chance = {
  /** How many changes chance alone would show among these series. */
  readonly expected: number
  /** How many changes there are, and of how many series that could be judged. */
  readonly found: number
  readonly judged: number
}

/** To be said beside every list of signals: a page of sixty shows about one that is none. */
export function chanceSignals(signals: readonly Signal[]): Chance {
  const judged = signals.filter(isJudged)
  return {
    expected: judged.reduce((sum, signal) => sum + falseVerdictRate(signal.count), 0),
    found: judged.filter(isChange).length,
    judged: judged.length,
  }
}

/** The changes among these, strongest first. Items of equal strength keep their order. */
export function rankSignals<Item extends { readonly signal: Signal }>(
  items: readonly Item[],
): Item[] {
  return items
    .filter(({ signal }) => isChange(signal))
    .toSorted((a, b) => b.signal.strength - a.signal.strength)
}
