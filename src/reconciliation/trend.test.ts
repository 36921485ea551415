import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import type { Comparison, Only } from './compare.ts'
import { trendInWords, trendSignal } from './trend.ts'

const only: Only = {
  child: 'a',
  here: { child: 'a', from: 0, to: null },
  there: null,
  reason: 'child not named',
}

/** Quarterly comparisons in which so many of 200 differ. */
const quarters = (differ: readonly number[]): readonly Comparison[] =>
  differ.map((count, i) => ({
    on: dayOf(2020 + Math.floor(i / 4), (i % 4) * 3 + 3, 28) ?? 0,
    inBoth: 200 - count,
    first: 200,
    second: 200 - count,
    onlyFirst: Array.from({ length: count }, () => only),
    onlySecond: [],
  }))

test('too few comparisons are called too few, with how many it takes', () => {
  const signal = trendSignal(quarters([9, 8, 10, 9]))
  expect(signal.verdict).toBe('not-enough-data')
  expect(trendInWords(signal)).toMatch(/^Not enough data yet: .*\b13\b/)
  expect(signal.missing).toEqual([])
})

test('quarters are no months with gaps between them, and a change among them is seen', () => {
  const before = [40, 42, 38, 41, 39, 40, 43, 37, 40, 41]
  const signal = trendSignal(quarters([...before, 12, 10, 11, 9, 12, 10, 11]))
  expect([signal.verdict, signal.missing]).toEqual(['improving', []])
  expect(trendInWords(signal)).toMatch(/^Improving\. .*94\.5% in March 2024/)
})

test('a day on which there was nothing to compare is no agreement of nothing', () => {
  const none = { ...quarters([0])[0], inBoth: 0 } as Comparison // as: spread of a known element
  const signal = trendSignal([...quarters([9, 8]), none])
  expect(signal.points.at(-1)?.value ?? null).toBeNull()
  expect(signal.latest?.value).toBe(96)
})
