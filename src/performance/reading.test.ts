import { expect, test } from 'vitest'
import { definitionOf, wholeCounty } from '#indicators'
import { readingOf } from './reading.ts'

const months = Array.from({ length: 24 }, (_, i) => i)

/** Months in which so many rows were there and so many of them count. */
function signalWith(code: string, numerators: readonly number[], denominators: readonly number[]) {
  const definition = definitionOf(code)
  if (definition === undefined) throw new Error(`No indicator ${code}`)
  return readingOf(
    definition,
    { countedAt: new Date(0), extracts: [], library: '', firstMonth: 24_000, asOf: 0 },
    { indicator: code, slice: wholeCounty, version: 1, numerators, denominators },
    undefined,
  ).signal
}

test('a month in which a number is none is a figure of 0, and no gap', () => {
  const none = months.map(() => 0)
  const { verdict, missing, latest } = signalWith('CA11', none, none)
  expect([verdict, missing, latest?.value]).toEqual(['no-change', [], 0])
  const some = months.map(i => (i % 4 === 0 ? 1 : 0))
  expect(signalWith('CA11', some, some).missing).toEqual([])
})

test('a month with nobody to make a share of is a gap', () => {
  const some = months.map(i => (i === 20 ? 0 : 10))
  expect(signalWith('AS01', some, some).missing).toMatchObject([{ reason: 'no denominator' }])
})
