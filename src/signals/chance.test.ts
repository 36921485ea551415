import { expect, test } from 'vitest'
import { chanceSignals, rankSignals } from './chance.ts'
import { signalOf } from './signal-of.ts'
import { around, averages } from './testing.ts'

const still = signalOf(averages(around(1, [60, 50])))
const spike = signalOf(averages([...around(1, [60, 50]), 60]))
const shift = signalOf(averages(around(5, [76, 68], [8, 72])))

test('of sixty series of five years about one is a change by chance', () => {
  const chance = chanceSignals(Array.from({ length: 60 }, () => still))
  expect(chance.expected).toBeGreaterThan(0.8)
  expect(chance.expected).toBeLessThan(1.4)
  expect(chance).toMatchObject({ found: 0, judged: 60 })
})

test('series that cannot be judged do not count', () => {
  const short = signalOf(averages([1, 2, 3]))
  expect(chanceSignals([short, signalOf(averages([]))])).toEqual({
    expected: 0,
    found: 0,
    judged: 0,
  })
})

test('between the lengths that were measured the rate lies between theirs', () => {
  const rate = (count: number) =>
    chanceSignals([signalOf(averages(around(1, [count, 50])))]).expected
  expect(rate(30)).toBeGreaterThanOrEqual(rate(24))
  expect(rate(30)).toBeLessThanOrEqual(rate(36))
  expect(rate(200)).toBe(rate(84))
})

test('changes are ranked by strength, and what has not changed is left out', () => {
  const ranked = rankSignals([
    { name: 'still', signal: still },
    { name: 'spike', signal: spike },
    { name: 'shift', signal: shift },
  ])
  expect(ranked.map(item => item.name)).toHaveLength(2)
  expect(ranked[0]?.signal.strength).toBeGreaterThanOrEqual(ranked[1]?.signal.strength ?? 0)
})
