import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitsOf } from './limits.ts'
import { deviationsChart, meansChart } from './subgroups.ts'

const column = (...values: number[]): Float64Array => Float64Array.from(values)
const share = fc.record({ top: fc.nat(50), size: fc.integer({ min: 1, max: 50 }) })
const shares = fc.array(share, { minLength: 2, maxLength: 60 }).map(points => ({
  y: Float64Array.from(points, ({ top, size }) => Math.min(top, size) / size),
  sizes: Float64Array.from(points, ({ size }) => size),
}))

describe('XmR', () => {
  test('the mean and 2.66 average moving ranges: one to ten', () => {
    const limits = limitsOf('xmr', { y: column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) })
    expect(limits.centre[0]).toBe(5.5)
    expect(limits.lower[0]).toBeCloseTo(2.84, 12)
    expect(limits.upper[9]).toBeCloseTo(8.16, 12)
    expect(limits.nearUpper[0]).toBeCloseTo(5.5 + (2 * 2.66) / 3, 12)
  })

  test('a centre fixed after some points is drawn on to the others', () => {
    const limits = limitsOf('xmr', { y: column(1, 2, 3, 4, 5, 6, 7, 8), base: [0, 1, 2] })
    expect(limits.centre[7]).toBe(2)
    expect(limits.upper[7]).toBeCloseTo(4.66, 12)
  })

  test('a missing month leaves out both of its moving ranges', () => {
    const limits = limitsOf('xmr', { y: column(1, 3, Number.NaN, 9, 11) })
    expect(limits.centre[0]).toBe(6)
    expect(limits.upper[0]).toBeCloseTo(6 + 2.66 * 2, 12)
  })

  test('one wild month is screened out of the width, once', () => {
    const y = column(10, 11, 10, 11, 10, 11, 10, 40, 10, 11, 10, 11, 10)
    const wide = limitsOf('xmr', { y })
    const screened = limitsOf('xmr', { y, screens: true })
    expect(screened.unitSigma).toBeCloseTo(1 / 1.128, 12)
    expect(wide.unitSigma).toBeGreaterThan(5)
  })

  test('nothing moves: the width is zero and says so', () => {
    expect(limitsOf('xmr', { y: column(100, 100, 100) })).toMatchObject({ width: 'zero' })
  })

  test('screening that would leave only zeros is undone', () => {
    const y = column(3, 3, 3, 3, 5, 5, 5, 3, 3)
    const limits = limitsOf('xmr', { y, screens: true })
    expect(limits.width).toBe('screened-out')
    expect(limits.upper[0]).toBeGreaterThan(limits.centre[0] ?? 0)
    const asComputed = limitsOf('xmr', { y, screens: true, emptyScreen: 'as-computed' })
    expect(asComputed.upper[0]).toBe(asComputed.centre[0])
  })
})

describe('percentages', () => {
  test('P: the limits follow the denominator', () => {
    const y = column(0.5, 0.5)
    const limits = limitsOf('p', { y, sizes: column(100, 25) })
    expect(limits.upper[0]).toBeCloseTo(0.5 + 3 * 0.05, 12)
    expect(limits.upper[1]).toBeCloseTo(0.5 + 3 * 0.1, 12)
  })

  test('P′ never leaves 0 to 100 %', () => {
    fc.assert(
      fc.property(shares, stretch => {
        const { lower, upper } = limitsOf('pp', stretch)
        for (const value of lower) expect(value >= 0 || Number.isNaN(value)).toBe(true)
        for (const value of upper) expect(value <= 1 || Number.isNaN(value)).toBe(true)
      }),
    )
  })

  test('everyone, every month: no width, and no division by zero', () => {
    const limits = limitsOf('pp', { y: column(1, 1, 1), sizes: column(5, 6, 7) })
    expect(limits.width).toBe('zero')
    expect(limits.centre[0]).toBe(1)
  })

  test('I′ with equal denominators is an individuals chart', () => {
    const y = column(3, 5, 4, 6, 2, 7, 5)
    const weighted = limitsOf('ip', { y, sizes: new Float64Array(7).fill(20) })
    const plain = limitsOf('xmr', { y })
    expect(weighted.centre[0]).toBeCloseTo(plain.centre[0] ?? 0, 12)
    // √π/2 and 1/1.128 are the same constant to four digits.
    expect(weighted.upper[0]).toBeCloseTo(plain.upper[0] ?? 0, 2)
  })
})

describe('counts, rates and rare events', () => {
  test('C: three square roots about the mean, and never under zero', () => {
    const limits = limitsOf('c', { y: column(4, 4, 4, 4) })
    expect([limits.lower[0], limits.upper[0]]).toEqual([0, 10])
  })

  test('U: the limits follow the exposure', () => {
    const limits = limitsOf('u', { y: column(4, 4), sizes: column(1, 4) })
    expect(limits.upper[0]).toBeCloseTo(4 + 3 * 2, 12)
    expect(limits.upper[1]).toBeCloseTo(4 + 3, 12)
  })

  test('G: the centre is the median, the limit from the mean', () => {
    const limits = limitsOf('g', { y: column(1, 2, 9) })
    expect(limits.centre[0]).toBe(2)
    expect(limits.upper[0]).toBeCloseTo(4 + 3 * Math.sqrt(20), 12)
    expect(limits.lower[0]).toBe(0)
  })

  test('T: the limits lie about the centre, and the lower one is no negative time', () => {
    const limits = limitsOf('t', { y: column(1, 30, 2, 80, 5, 60, 3, 90) })
    expect(limits.lower[0]).toBeGreaterThanOrEqual(0)
    expect(limits.upper[0]).toBeGreaterThan(limits.centre[0] ?? 0)
  })

  test('a run chart has a median and no limits', () => {
    const limits = limitsOf('run', { y: column(5, 1, 3) })
    expect(limits.centre[0]).toBe(3)
    expect(limits.upper[0]).toBeNaN()
    expect(limits.width).toBe('none')
  })
})

test('every chart bears an empty stretch', () => {
  for (const chart of [
    'xmr',
    'i',
    'mr',
    'p',
    'pp',
    'ip',
    'u',
    'up',
    'c',
    'g',
    't',
    'run',
  ] as const) {
    const limits = limitsOf(chart, { y: new Float64Array(0), sizes: new Float64Array(0) })
    expect(limits.upper).toHaveLength(0)
  }
})

describe('samples', () => {
  const samples = [
    { size: 10, mean: 5, deviation: 1 },
    { size: 10, mean: 7, deviation: 1 },
  ]

  test('X̄: A3 for samples of ten is 0.975 (Montgomery, appendix VI)', () => {
    const limits = meansChart(samples)
    expect(limits.centre).toBe(6)
    expect(limits.upper(3)[0]).toBeCloseTo(6.975, 3)
    expect(limits.lower(3)[1]).toBeCloseTo(5.025, 3)
  })

  test('S: B3 and B4 for samples of ten are 0.284 and 1.716 (Montgomery, appendix VI)', () => {
    const limits = deviationsChart(samples)
    expect(limits.lower(3)[0]).toBeCloseTo(0.284, 3)
    expect(limits.upper(3)[0]).toBeCloseTo(1.716, 3)
  })
})
