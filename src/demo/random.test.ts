import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from './random.ts'

const draws = (seed: number, count: number) => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => random.next())
}

test('the same seed gives the same draws, and another seed others', () => {
  expect(draws(7, 20)).toEqual(draws(7, 20))
  expect(draws(7, 20)).not.toEqual(draws(8, 20))
})

test('draws are spread evenly from 0 up to 1', () => {
  assert(
    property(integer(), seed => {
      const all = draws(seed, 4000)
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length
      expect(all.every(value => value >= 0 && value < 1)).toBe(true)
      expect(mean).toBeGreaterThan(0.46)
      expect(mean).toBeLessThan(0.54)
    }),
    { numRuns: 50 },
  )
})

test('counts, waits and choices have the mean that was asked for', () => {
  const random = randomFrom(1)
  const mean = (draw: () => number) => {
    let sum = 0
    for (let i = 0; i < 20_000; i++) sum += draw()
    return sum / 20_000
  }
  expect(mean(() => random.count(3))).toBeCloseTo(3, 0)
  expect(mean(() => random.count(300))).toBeCloseTo(300, -1)
  expect(mean(() => random.wait(10))).toBeCloseTo(10, 0)
  expect(mean(() => random.between(1, 6))).toBeCloseTo(3.5, 0)
  expect(mean(() => random.weighted([0, 3, 1]))).toBeCloseTo(1.25, 1)
})
