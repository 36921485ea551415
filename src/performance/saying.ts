import { parseIsoMonth } from '#calendar'
import { sentenceOf, type Signal } from '#signals'
import type { Reading } from './reading.ts'
import { valueInWords } from './words.ts'

/** What the chart says, in a sentence that a board can read. */
export function saying({ definition, signal }: Reading): string {
  const every = signal.points.every(({ period }) => parseIsoMonth(period) !== null)
  return sentenceOf(signal, {
    format: value => valueInWords(definition, value),
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
