import { expect, test } from 'vitest'
import type { Reading } from '#performance'
import { signalOf } from '#signals'
import { signalsOf } from './team-signals.ts'

test('a share of fewer than ten claims no change of a team, and still stands among its figures', () => {
  const few = fell('QA01', 2)
  const enough = fell('AS01', 200)
  expect(few.signal.verdict).toBe('worse')
  const { ranked, all, judged } = signalsOf([few, enough])
  expect(ranked.map(each => each.definition.code)).toEqual(['AS01'])
  expect(all).toHaveLength(2)
  expect(judged).toBe(1)
})

/** A share that was near one half for two years and then none. */
function fell(code: string, denominator: number): Reading {
  const points = Array.from({ length: 24 }, (_, nth) => ({
    period: `${2024 + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}`,
    numerator: null,
    denominator: null,
    value: nth > 21 ? 0 : 48 + (nth % 5),
  }))
  const signal = signalOf({ kind: 'percentage', good: 'high', points })
  // as: the function asks these of a reading and nothing else.
  return {
    definition: { code, unit: 'percentage' },
    signal,
    latest: { denominator },
  } as unknown as Reading
}
