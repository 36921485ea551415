import { expect, test } from 'vitest'
import { changePoints, unitSigma } from './change-points.ts'
import { around } from './testing.ts'

const find = (values: readonly number[]): number[] => changePoints(Float64Array.from(values), null)

test('one level has no step', () => {
  expect(find(around(1, [84, 50]))).toEqual([])
})

test('each step is found where it is', () => {
  expect(find(around(2, [30, 50], [30, 55], [24, 52]))).toEqual([30, 60])
})

test('the newest level needs seven points, an older one thirteen', () => {
  expect(find(around(3, [40, 50], [7, 56]))).toEqual([40])
  expect(find(around(3, [40, 50], [6, 53], [20, 50]))).toEqual([])
})

test('a series that does not move has no step', () => {
  expect(find(Array.from({ length: 40 }, () => 7))).toEqual([])
  expect(find([])).toEqual([])
})

test('a large denominator counts for more', () => {
  // Twenty months of small, wild denominators before and after the step: only the weights tell
  // that the thirteen large ones at the end are worth more.
  const y = Float64Array.from([
    ...around(4, [20, 50]).map(value => 50 + (value - 50) * 10),
    ...around(5, [20, 50]),
    ...around(6, [20, 53]),
  ])
  const weights = Float64Array.from(y, (_, i) => (i < 20 ? 1 : 100))
  expect(changePoints(y, weights)).toEqual([40])
  expect(changePoints(y, null)).toEqual([])
})

test('noise of one has a spread of about one, with a step as without', () => {
  const flat = unitSigma(Float64Array.from(around(5, [200, 50])), null)
  const stepped = unitSigma(Float64Array.from(around(5, [100, 50], [100, 60])), null)
  expect(flat).toBeCloseTo(1, 0)
  expect(stepped).toBeCloseTo(flat, 1)
})
