import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './labels.ts'

const label = (y: number) => ({ text: String(y), className: '', y })

test('labels with room stay where they are', () => {
  expect(spread([label(10), label(50)], 16, 0, 100).map(({ y }) => y)).toEqual([10, 50])
})

test('two on one line give way to each other equally', () => {
  expect(spread([label(50), label(50)], 16, 0, 100).map(({ y }) => y)).toEqual([42, 58])
})

test('at the edge the other one moves', () => {
  expect(spread([label(98), label(100)], 16, 0, 100).map(({ y }) => y)).toEqual([84, 100])
})

test('labels never touch, keep their order and stay within', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 })
  fc.assert(
    fc.property(heights, ys => {
      const placed = spread(ys.map(label), 16, 0, 300)
      expect(placed.map(({ text }) => Number(text))).toEqual(ys.toSorted((a, b) => a - b))
      for (const [i, { y }] of placed.entries()) {
        expect(y).toBeGreaterThanOrEqual(-1e-6)
        expect(y).toBeLessThanOrEqual(300 + 1e-6)
        expect(y - (placed[i - 1]?.y ?? -Infinity)).toBeGreaterThanOrEqual(16 - 1e-6)
      }
    }),
  )
})
