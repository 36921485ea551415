import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyond, runsOnOneSide, sidesOf, trends, twoInThree, twoInThreeWindows } from './rules.ts'

const list = (flags: Int8Array): number[] => Array.from(flags)

test('seven on one side flag all seven, and the run goes on to its end', () => {
  const sides = [1, 1, 1, 1, 1, 1, 1, 1, -1]
  expect(list(runsOnOneSide(sides, 7))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0])
})

test('six on one side flag nothing', () => {
  expect(list(runsOnOneSide([1, 1, 1, 1, 1, 1, -1], 7))).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('a point on the average breaks a run', () => {
  const sides = sidesOf([6, 6, 6, 5, 6, 6, 6, 6], [5, 5, 5, 5, 5, 5, 5, 5])
  expect(list(runsOnOneSide(sides, 7))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('a missing point breaks a run and a trend', () => {
  const values = [1, 2, 3, Number.NaN, 4, 5, 6, 7]
  expect(list(trends(values, 7))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  const sides = sidesOf(values, [0, 0, 0, 0, 0, 0, 0, 0])
  expect(list(runsOnOneSide(sides, 7))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('seven points that rise, by six differences, flag all seven', () => {
  expect(list(trends([1, 2, 3, 4, 5, 6, 7], 7))).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(list(trends([1, 2, 3, 4, 5, 6, 6], 7))).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('a turning point takes the direction of what follows', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
  expect(list(trends(values, 7))).toEqual([1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1])
})

test('two of three beyond, all three on one side: only those beyond are flagged', () => {
  expect(list(twoInThree([1, 0, 1], [1, 1, 1]))).toEqual([1, 0, 1])
  expect(list(twoInThree([1, 0, 1], [1, -1, 1]))).toEqual([0, 0, 0])
  expect(list(twoInThree([1, 0, 0, 1], [1, 1, 1, 1]))).toEqual([0, 0, 0, 0])
  expect(list(twoInThree([1, -1, 1], null))).toEqual([1, 0, 1])
  expect(list(twoInThreeWindows([0, -1, -1], null))).toEqual([-1, -1, -1])
})

test('a point on a limit is not outside it, and without limits none is', () => {
  expect(list(beyond([0, 10, 11, -1], [0, 0, 0, 0], [10, 10, 10, 10]))).toEqual([0, 0, 1, -1])
  expect(list(beyond([5, 6], [Number.NaN, Number.NaN], [Number.NaN, Number.NaN]))).toEqual([0, 0])
})

test('a series upside down has every flag the other way', () => {
  const steps = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 })
  fc.assert(
    fc.property(steps, values => {
      const down = values.map(value => -value)
      const flip = (flags: Int8Array): number[] => list(flags).map(flag => 0 - flag)
      expect(flip(trends(down, 4))).toEqual(list(trends(values, 4)))
      expect(flip(runsOnOneSide(down.map(Math.sign), 4))).toEqual(
        list(runsOnOneSide(values.map(Math.sign), 4)),
      )
      const marks = values.map(value => (Math.abs(value) === 3 ? Math.sign(value) : 0))
      expect(
        flip(
          twoInThree(
            marks.map(mark => -mark),
            null,
          ),
        ),
      ).toEqual(list(twoInThree(marks, null)))
    }),
  )
})
