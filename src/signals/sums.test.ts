import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanOf, medianOf, sumOf } from './sums.ts'

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true })

test('a constant series has exactly its value as mean, where a naive sum has not', () => {
  const tenths = Array.from({ length: 12 }, () => 0.1)
  expect(tenths.reduce((sum, value) => sum + value, 0) / 12).not.toBe(0.1)
  expect(meanOf(tenths)).toBe(0.1)
  fc.assert(
    fc.property(figure, fc.integer({ min: 1, max: 100 }), (value, count) => {
      expect(meanOf(Array.from({ length: count }, () => value)) - value).toBe(0)
    }),
  )
})

test('what a naive sum loses is kept', () => {
  expect(sumOf([1e16, 1, -1e16])).toBe(1)
  expect(sumOf([])).toBe(0)
})

test('the median is what sorting finds', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1 }), values => {
      const sorted = values.toSorted((a, b) => a - b)
      const half = sorted.length >> 1
      const [lower = 0, upper = 0] = [sorted[half - 1], sorted[half]]
      const expected = sorted.length % 2 === 1 ? upper : (lower + upper) / 2
      expect(medianOf(values)).toBeCloseTo(expected, 9)
    }),
  )
  expect(medianOf([])).toBeNaN()
})

test('the mean of nothing is no number', () => {
  expect(meanOf([])).toBeNaN()
})
