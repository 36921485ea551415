import { expect, it } from 'vitest'
import { changeBetween, reconcile } from './sums.ts'

it('finds what a headline says beyond its lines, or short of them', () => {
  expect(reconcile([40, 50], 100)).toEqual({ total: 90, difference: 10 })
  expect(reconcile([40, 70], 100)).toEqual({ total: 110, difference: -10 })
  expect(reconcile([], 0)).toEqual({ total: 0, difference: 0 })
})

it('gives a change as a number and as a percentage of where it started', () => {
  expect(changeBetween(200, 250)).toEqual({ difference: 50, percent: 25 })
  expect(changeBetween(200, 150)).toEqual({ difference: -50, percent: -25 })
  expect(changeBetween(0, 5)).toEqual({ difference: 5, percent: null })
})
