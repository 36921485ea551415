import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, parseIsoMonth } from '#calendar'
import { library } from '#indicators'
import { bestQuarter, compare, type OwnSet, setOn, valueOfAuthority } from './compare.ts'
import { ENGLAND } from './layout.ts'
import { type CountedPoint, ownYear, whyNoYear } from './own-year.ts'
import { measureOf } from './published-measures.ts'
import { numberValue, type PublishedValue, symbolValue } from './published-value.ts'
import { quantile, spreadOf } from './quantile.ts'
import { ratesOver, yearsOf } from './rates.ts'
import type { Cut } from './read-published.ts'

const numbers = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
const day = (iso: string) => {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number)
  return dayOf(year, month, date) ?? 0
}
const cutOf = (values: Readonly<Record<string, number | 'c' | 'x'>>): Cut =>
  new Map(
    Object.entries(values).map(([place, value]): [string, PublishedValue] => [
      place,
      typeof value === 'number' ? numberValue(value) : symbolValue(value),
    ]),
  )
const set = (id: string, from: string, codes: readonly string[] | null): OwnSet => ({
  id,
  from: day(from),
  neighbours: codes && codes.map(code => ({ code, closeness: null })),
})

describe('a spread', () => {
  test('is worked out as Excel and R do', () => {
    // R: quantile(c(1, 2, 3, 4, 10)) and quantile(1:4)
    expect(spreadOf([10, 2, 1, 4, 3])).toEqual({ lower: 2, median: 3, upper: 4 })
    expect(spreadOf([4, 3, 2, 1])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 })
    expect(spreadOf([])).toBeNull()
  })

  test('lies between the least and the most, in order, and does not mind the order', () => {
    fc.assert(
      fc.property(numbers, values => {
        const spread = spreadOf(values)
        expect(spread).toEqual(spreadOf(values.toReversed()))
        if (spread === null) return
        expect(spread.lower).toBeLessThanOrEqual(spread.median)
        expect(spread.median).toBeLessThanOrEqual(spread.upper)
        expect(spread.lower).toBeGreaterThanOrEqual(Math.min(...values))
        expect(spread.upper).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })

  test('of equal values is that value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (value, count) => {
          expect(
            quantile(
              Array.from({ length: count }, () => value),
              0.25,
            ),
          ).toBe(value)
        },
      ),
    )
  })
})

describe('which set of neighbours holds', () => {
  const older = set('older', '2021-04-01', ['301'])
  const newer = set('newer', '2025-05-01', ['302'])
  test.each([
    ['2013-03-31', 'older'],
    ['2021-04-01', 'older'],
    ['2025-04-30', 'older'],
    ['2025-05-01', 'newer'],
    ['2026-03-31', 'newer'],
  ])('on %s the %s one', (iso, id) => {
    expect(setOn([older, newer], day(iso))?.id).toBe(id)
  })
})

describe('beside neighbours', () => {
  const codes = ['301', '302', '303', '304', '305', '306']
  const flat = (value: number) => Object.fromEntries(codes.map(code => [code, value]))
  const first = set('first', '2021-04-01', codes.slice(0, 5))
  const second = set('second', '2024-05-01', ['304', '305', '306', '307', '308'])

  test('a symbol is counted by its kind and is no part of the median', () => {
    const cut = cutOf({ 301: 10, 302: 20, 303: 30, 304: 'c', [ENGLAND]: 25, 300: 12 })
    const { years } = compare({ yearEnds: 3 }, '300', new Map([[2024, cut]]), [first], 'low')
    expect(years[0]).toMatchObject({
      own: { kind: 'number', value: 12 },
      median: 20,
      lower: null,
      england: { value: 25 },
      neighbours: { of: 5, known: 3, absent: 1 },
    })
    expect([...(years[0]?.neighbours?.symbols ?? [])]).toEqual([['c', 1]])
  })

  test('of two known there is no median', () => {
    const cut = cutOf({ 301: 10, 302: 20, 303: 'x', 304: 'c' })
    const { years } = compare({ yearEnds: 3 }, null, new Map([[2024, cut]]), [first], 'low')
    expect(years[0]).toMatchObject({ own: null, median: null })
  })

  test('a jump because the set changed is told from a change of its authorities', () => {
    // Nobody changes; 307 and 308 only come into the set.
    const cut = cutOf({ ...flat(10), 307: 50, 308: 60 })
    const years = new Map([2023, 2024, 2025].map(year => [year, cut]))
    const { years: compared, changes } = compare(
      { yearEnds: 3 },
      null,
      years,
      [first, second],
      'low',
    )
    expect(compared.map(each => each.median)).toEqual([10, 10, 10])
    expect(compared.map(each => each.upper)).toEqual([10, 10, 50])
    expect(changes).toMatchObject([
      { year: 2025, stay: 2, medianBefore: 10, medianAfter: 10, before: { id: 'first' } },
    ])
  })

  test('the year of social workers ends in September, and so falls under another set', () => {
    const cut = cutOf({ ...flat(10), 307: 50, 308: 60 })
    const years = new Map([[2024, cut]])
    const march = compare({ yearEnds: 3 }, null, years, [first, second], 'low')
    const september = compare({ yearEnds: 9 }, null, years, [first, second], 'low')
    expect(march.years[0]?.set?.id).toBe('first')
    expect(march.ahead).toMatchObject({ set: { id: 'second' }, median: 10 })
    expect(september.years[0]?.set?.id).toBe('second')
    expect(september.ahead).toBeNull()
  })

  test('a set without a row for the authority is not used', () => {
    const without = set('without', '2024-05-01', null)
    const years = new Map([[2025, cutOf(flat(10))]])
    const { years: compared, changes } = compare(
      { yearEnds: 3 },
      '300',
      years,
      [first, without],
      'low',
    )
    expect(compared[0]?.set?.id).toBe('first')
    expect(changes).toEqual([])
  })

  test('a year that nobody published stays on the chart as a gap', () => {
    const years = new Map([
      [2020, cutOf(flat(10))],
      [2022, cutOf(flat(10))],
    ])
    const { years: compared, yearsBeforeSets } = compare(
      { yearEnds: 3 },
      '301',
      years,
      [first],
      'low',
    )
    expect(compared.map(each => [each.year, each.own?.kind ?? null])).toEqual([
      [2020, 'number'],
      [2021, null],
      [2022, 'number'],
    ])
    expect(yearsBeforeSets).toEqual([2020, 2021])
  })

  test('two that publish one figure together have it both, and count once', () => {
    const cut = cutOf({ '301 / 302': 40, 303: 10, 304: 20 })
    expect(valueOfAuthority(cut, '302')).toEqual({ kind: 'number', value: 40 })
    const { years } = compare({ yearEnds: 9 }, null, new Map([[2024, cut]]), [first], 'low')
    expect(years[0]).toMatchObject({ median: 20, neighbours: { of: 4, known: 3, absent: 1 } })
  })
})

describe('the best quarter of England', () => {
  const cut = cutOf({
    ...Object.fromEntries(Array.from({ length: 13 }, (_, place) => [String(301 + place), place])),
    [ENGLAND]: 1000,
    E12000001: 1000,
  })
  test('begins low where low is better, high where high is, and nowhere where neither is', () => {
    expect(bestQuarter(cut, 'low')).toBe(3)
    expect(bestQuarter(cut, 'high')).toBe(9)
    expect(bestQuarter(cut, 'neutral')).toBeNull()
  })
  test('of a dozen authorities or more', () => {
    expect(bestQuarter(cutOf({ 301: 1, 302: 2 }), 'low')).toBeNull()
  })
})

describe('rates', () => {
  test('are made over the children of the middle of the year before', () => {
    const measure = measureOf('CN01')
    if (measure === undefined) throw new RangeError('CN01')
    // England, 31 March 2025: 402,400 children in need over 12,183,016 children in mid-2024 are 330.3.
    const kept = new Map([
      [
        'CIN (number)',
        new Map([
          [2025, cutOf({ [ENGLAND]: 402_400 })],
          [2026, cutOf({})],
        ]),
      ],
      ['population', new Map([[2024, cutOf({ [ENGLAND]: 12_183_016 })]])],
    ])
    const { years, madeHere, withoutChildren } = yearsOf(measure, kept)
    const value = years.get(2025)?.get(ENGLAND)
    expect(value?.kind === 'number' && value.value).toBeCloseTo(330.3, 1)
    expect(madeHere).toEqual([2025])
    expect(withoutChildren).toEqual([2026])
  })

  test('a symbol on either side stays one, and no children make no rate', () => {
    const rates = ratesOver(
      cutOf({ 301: 'c', 302: 5, 303: 5, 304: 5 }),
      cutOf({ 301: 10, 302: 'x', 303: 0 }),
    )
    expect([...rates.keys()]).toEqual(['301', '302'])
    expect(rates.get('302')).toEqual(symbolValue('x'))
  })

  test('what is published the other way round is turned', () => {
    const measure = measureOf('LC05')
    if (measure === undefined) throw new RangeError('LC05')
    const kept = new Map([[measure.code, new Map([[2025, cutOf({ 301: 12.3, 302: 'c' })]])]])
    const cut = yearsOf(measure, kept).years.get(2025)
    expect([...(cut?.values() ?? [])]).toEqual([numberValue(87.7), symbolValue('c')])
  })
})

describe('the year of what was counted here', () => {
  const find = (code: string) => {
    const found = library.find(each => each.code === code)
    if (found === undefined) throw new RangeError(code)
    return found
  }
  const months = (first: string, points: readonly Omit<CountedPoint, 'month'>[]) => {
    const from = parseIsoMonth(first) ?? 0
    return new Map(points.map((point, place) => [from + place, { ...point, month: from + place }]))
  }
  const ends = parseIsoMonth('2026-03') ?? 0
  const share = { numerator: 1, denominator: 4, value: 25 }

  test('is all that happened in its twelve months', () => {
    const other = { numerator: 11, denominator: 56, value: 19.6 }
    const points = months('2025-04', [...Array.from({ length: 11 }, () => share), other])
    // 22 of 100.
    expect(ownYear(find('FD07'), points, ends)).toEqual({ kind: 'value', value: 22 })
  })

  test('is a rate over the children of its months', () => {
    const points = months(
      '2025-04',
      Array.from({ length: 12 }, () => ({ numerator: 5, denominator: 10_000, value: 60 })),
    )
    expect(ownYear(find('FD06'), points, ends)).toEqual({ kind: 'value', value: 60 })
  })

  test('is how things are in its last month, of what is so on a day', () => {
    const points = months(
      '2025-04',
      Array.from({ length: 12 }, (_, place) => ({
        numerator: place,
        denominator: 10_000,
        value: place,
      })),
    )
    expect(ownYear(find('CN01'), points, ends)).toEqual({ kind: 'value', value: 11 })
  })

  test('is not made of eleven months, nor of nobody', () => {
    expect(
      ownYear(
        find('FD07'),
        months(
          '2025-05',
          Array.from({ length: 11 }, () => share),
        ),
        ends,
      ),
    ).toEqual({
      kind: 'incomplete',
      known: 11,
      of: 12,
    })
    const nobody = { numerator: 0, denominator: 0, value: null }
    expect(
      ownYear(
        find('FD07'),
        months(
          '2025-04',
          Array.from({ length: 12 }, () => nobody),
        ),
        ends,
      ),
    ).toEqual({
      kind: 'incomplete',
      known: 0,
      of: 12,
    })
  })

  test('a median of medians is none', () => {
    expect(whyNoYear(find('AS04'))).toContain('median')
    expect(ownYear(find('AS04'), new Map(), ends)).toBeNull()
  })
})
