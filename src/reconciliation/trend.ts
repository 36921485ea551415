import { longMonth, monthOf } from '#calendar'
import { sentenceOf, type Signal, signalOf } from '#signals'
import type { Comparison } from './compare.ts'

/**
 * What process control says of how far two sources agree, a point for each time that they could be
 * compared. Between two comparisons no month is missing: nobody could have compared them there.
 * @param compared the oldest first
 */
export function trendSignal(compared: readonly Comparison[]): Signal {
  return signalOf({
    kind: 'percentage',
    good: 'high',
    points: compared.map(({ on, inBoth, onlyFirst, onlySecond }) => ({
      period: longMonth(monthOf(on)),
      numerator: inBoth,
      denominator: inBoth + onlyFirst.length + onlySecond.length,
      value: null,
    })),
  })
}

/** 'Not enough data yet: 4 points, and it takes 13.', or what the chart says. */
export function trendInWords(signal: Signal): string {
  return sentenceOf(signal, { step: 'comparison' })
}
