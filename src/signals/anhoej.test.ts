import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOf } from './anhoej.ts'

test('the limits for 24 useful points are a run of 8 and 8 crossings', () => {
  // round(log2 24) + 3 = 8; the 5 % point of 23 throws of a coin is 8 (Anhøj and Olesen 2014).
  const turns = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 1 : -1))
  expect(runsOf(turns)).toEqual({
    signal: false,
    useful: 24,
    longestRun: 1,
    longestRunMax: 8,
    crossings: 23,
    crossingsMin: 8,
  })
})

test('nine of 24 on one side are a signal; points on the median do not count', () => {
  const sides = [
    1,
    1,
    1,
    0,
    1,
    1,
    1,
    1,
    1,
    1,
    ...Array.from({ length: 15 }, (_, i) => (i % 2 ? 1 : -1)),
  ]
  const runs = runsOf(sides)
  expect(runs.useful).toBe(24)
  expect(runs.longestRun).toBe(9)
  expect(runs.signal).toBe(true)
})

test('one crossing in the middle is too few', () => {
  const halves = Array.from({ length: 20 }, (_, i) => (i < 10 ? -1 : 1))
  expect(runsOf(halves)).toMatchObject({ signal: true, crossings: 1 })
})

test('with no useful point there is no signal', () => {
  expect(runsOf([0, 0, 0])).toMatchObject({ signal: false, useful: 0, longestRun: 0, crossings: 0 })
  expect(runsOf([])).toMatchObject({ signal: false, useful: 0 })
})

test('the order of time does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-1, 0, 1), { maxLength: 80 }), sides => {
      expect(runsOf(sides.toReversed())).toEqual(runsOf(sides))
    }),
  )
})
