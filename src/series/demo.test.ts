import { parseIsoDay } from '#calendar'
import { isEntered, library } from '#indicators'
import { expect, test } from 'vitest'
import { demoSeries } from './demo.ts'

const asOf = parseIsoDay('2026-03-31') ?? 0
const teams = Array.from({ length: 30 }, (_, place) => `Team ${place + 1}`)
const { values, replaced } = demoSeries(library, { asOf, teams })

test('every indicator that is entered has a story, but those that audits are counted for, and no share is over a whole', () => {
  const told = new Set(values.map(each => each.indicator))
  expect(
    library.filter(isEntered).filter(each => !told.has(each.code) && !/^QA0[1-5]$/.test(each.code)),
  ).toEqual([])
  for (const { indicator, numerator, denominator } of values) {
    const definition = library.find(each => each.code === indicator)
    const isShare = definition?.unit === 'percentage'
    expect(isShare && (numerator ?? 0) > (denominator ?? 0), indicator).toBe(false)
  }
  expect(replaced.by).toHaveLength(1)
})

test('supervision rises and then stands still, in the county and not at the top', () => {
  const shares = values
    .filter(each => each.indicator === 'WF08' && each.slice.dimension === 'county')
    .map(each => (100 * (each.numerator ?? 0)) / (each.denominator ?? 1))
  const mean = (part: readonly number[]) => part.reduce((all, one) => all + one, 0) / part.length
  expect(mean(shares.slice(0, 6))).toBeLessThan(75)
  expect(mean(shares.slice(-12))).toBeGreaterThan(83)
  expect(mean(shares.slice(-12))).toBeLessThan(95)
})
