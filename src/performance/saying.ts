import { parseIsoMonth } from '#calendar'
import { sentenceOf, type Signal } from '#signals'
import type { Reading } from './reading.ts'
import { tellingDigits, valueInWords } from './words.ts'

/** Decimals that tell the latest value from the range that it is judged by. */
export function digitsOf({ definition, signal }: Reading): number {
  const value = signal.points.findLast(point => point.value !== null)?.value ?? null
  return tellingDigits(definition, value, [signal.lower, signal.upper])
}

/** What the chart says, in a sentence that a board can read. */
export function saying(reading: Reading): string {
  const { definition, signal } = reading
  const digits = digitsOf(reading)
  const every = signal.points.every(({ period }) => parseIsoMonth(period) !== null)
  return sentenceOf(signal, {
    format: value => valueInWords(definition, value, digits),
    step: every ? 'month' : 'point',
  })
}

/** How strong a signal is, as a share of the strongest that matters and in a word; undefined without one. */
export function strengthInWords(
  signal: Signal,
): { readonly of: number; readonly words: string } | undefined {
  if (signal.strength <= 0) return undefined
  const words = signal.strength >= 6 ? 'Very strong' : signal.strength >= 4 ? 'Strong' : 'Fair'
  return { of: Math.min(1, signal.strength / 8), words }
}
