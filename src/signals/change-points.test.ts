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

test('a step of months with small denominators is noise, where denominators are known', () => {
  const y = Float64Array.from(around(4, [40, 50], [8, 54]))
  expect(changePoints(y, null)).toEqual([40])
  const weights = Float64Array.from(y, (_, i) => (i < 40 ? 100 : 1))
  expect(changePoints(y, weights)).toEqual([])
})

test('noise of one has a spread of about one, with a step as without', () => {
  const flat = unitSigma(Float64Array.from(around(5, [200, 50])), null)
  const stepped = unitSigma(Float64Array.from(around(5, [100, 50], [100, 60])), null)
  expect(flat).toBeCloseTo(1, 0)
  expect(stepped).toBeCloseTo(flat, 1)
})
