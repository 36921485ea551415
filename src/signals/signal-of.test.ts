import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Series } from './series.ts'
import { signalOf } from './signal-of.ts'
import { around, averages, month } from './testing.ts'

const shares = (
  points: readonly (readonly [number, number])[],
  more: Partial<Series> = {},
): Series => ({
  kind: 'percentage',
  good: 'high',
  points: points.map(([numerator, denominator], i) => ({
    period: month(i),
    numerator,
    denominator,
    value: null,
  })),
  ...more,
})

const alternating = (count: number, low: number, high: number): number[] =>
  Array.from({ length: count }, (_, i) => (i % 2 === 0 ? low : high))

describe('what a series says now', () => {
  test('no points are no data, twelve are not enough', () => {
    expect(signalOf(averages([])).verdict).toBe('no-data')
    expect(signalOf(averages([null, null])).verdict).toBe('no-data')
    const twelve = signalOf(averages(around(1, [12, 50])))
    expect(twelve).toMatchObject({
      verdict: 'not-enough-data',
      chart: 'run',
      count: 12,
      needed: 13,
    })
    expect(twelve.points.every(point => point.upper === null)).toBe(true)
    expect(signalOf(averages(around(1, [13, 50]))).verdict).toBe('no-change')
  })

  test('a constant series has not changed, whatever its value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), value => {
        const signal = signalOf(averages(Array.from({ length: 24 }, () => value)))
        expect(signal).toMatchObject({ verdict: 'no-change', width: 'zero', centre: value })
      }),
    )
  })

  test('seven months above the average are a change, for better or worse', () => {
    const values = [
      ...alternating(29, 9, 11),
      ...Array.from({ length: 7 }, (_, i) => 11.5 + (i % 2)),
    ]
    expect(signalOf(averages(values))).toMatchObject({
      verdict: 'improving',
      direction: 'up',
      shiftPoints: 7,
      since: month(29),
    })
    expect(signalOf(averages(values, { good: 'low' })).verdict).toBe('worse')
    expect(signalOf(averages(values, { good: 'neutral' })).verdict).toBe('changed')
  })

  test('one month outside the limits', () => {
    const signal = signalOf(averages([...alternating(29, 9, 11), 20]))
    expect(signal).toMatchObject({ verdict: 'improving', rule: 'outside-limits', shiftPoints: 1 })
    expect(signal.strength).toBeGreaterThan(3)
  })

  test('seven months that fall', () => {
    const values = [...alternating(40, 8, 12), 12, 11.8, 11.5, 11, 10.6, 10.1, 9.5]
    const signal = signalOf(averages(values))
    expect(signal).toMatchObject({ verdict: 'worse', rule: 'trend', direction: 'down' })
  })

  test('a month back within the limits is no change', () => {
    expect(signalOf(averages([...alternating(29, 9, 11), 20, 10])).verdict).toBe('no-change')
  })
})

describe('seven years with a step in the middle', () => {
  const stopped = signalOf(averages(around(2, [40, 68], [44, 82]), { target: 90 }))

  test('every later point lies above the average of the whole, yet nothing improves now', () => {
    const later = stopped.points.slice(45)
    expect(later.filter(point => point.variation === 'improvement').length).toBeGreaterThan(35)
    expect(stopped.verdict).toBe('no-change')
  })

  test('the improvement stopped: since when, and at what level', () => {
    expect(stopped.plateau?.since).toBe(month(40))
    expect(stopped.plateau?.level).toBeCloseTo(82, 0)
    expect(stopped.settled).toMatchObject({ direction: 'up', after: 'improvement' })
  })

  test('the software proposes to recalculate, and the chart keeps its lines until someone does', () => {
    expect(stopped.proposedRebase?.since).toBe(month(40))
    expect(stopped.stretches).toHaveLength(1)
    expect(new Set(stopped.points.map(point => point.centre)).size).toBe(1)
  })

  test('when a person agrees, the lines begin anew and the verdict stays', () => {
    const agreed = signalOf(
      averages(around(2, [40, 68], [44, 82]), {
        target: 90,
        rebases: [{ at: month(40), reason: 'New front door' }],
      }),
    )
    expect(agreed.stretches.map(stretch => stretch.reason)).toEqual([null, 'New front door'])
    expect(agreed.proposedRebase).toBeNull()
    expect(agreed.verdict).toBe('no-change')
    expect(agreed.settled).toEqual(stopped.settled)
    expect(agreed.assurance).toBe(stopped.assurance)
  })

  test('the target is held against the months since the step', () => {
    expect(stopped.assurance).toBe('will-miss')
    expect(signalOf(averages(around(2, [40, 68], [44, 82]), { target: 75 })).assurance).toBe(
      'will-hit',
    )
  })

  test('a fall from the new level is seen, though still above the average of the whole', () => {
    const signal = signalOf(averages(around(3, [40, 68], [36, 82], [8, 78])))
    expect(signal).toMatchObject({ verdict: 'worse', direction: 'down' })
    expect(signal.basis?.to).toBe(month(75))
  })

  test('a worsening that is over is no plateau of improvement', () => {
    const signal = signalOf(averages(around(4, [40, 82], [44, 68])))
    expect(signal.plateau).toBeNull()
    expect(signal.settled).toMatchObject({ direction: 'down', after: 'concern' })
  })

  test('a step of the last eight months is improvement now', () => {
    const signal = signalOf(averages(around(5, [76, 68], [8, 72])))
    expect(signal.verdict).toBe('improving')
    expect(signal.since).toBe(month(76))
    expect(signal.plateau).toBeNull()
  })
})

describe('a steady movement is no stair', () => {
  const rising = (count: number, from: number, by: number) =>
    around(12, [count, 0]).map((noise, i) => from + noise + by * i)

  test('a rise over seven years goes on', () => {
    expect(signalOf(averages(rising(84, 50, 0.1)))).toMatchObject({
      verdict: 'improving',
      plateau: null,
      proposedRebase: null,
    })
  })

  test('a rise that began two years ago goes on', () => {
    const values = [...around(13, [60, 50]), ...rising(24, 50, 0.25)]
    expect(signalOf(averages(values))).toMatchObject({ verdict: 'improving', plateau: null })
  })

  test('a rise that ended has stopped', () => {
    const signal = signalOf(averages([...rising(40, 50, 0.15), ...around(14, [44, 56])]))
    expect(signal.verdict).toBe('no-change')
    expect(signal.plateau?.level).toBeCloseTo(56, 0)
  })
})

describe('where most months are alike', () => {
  const sparse = (at: readonly number[]): Series =>
    averages(
      Array.from({ length: 60 }, (_, i) => (at.includes(i) ? 1 : 0)),
      { kind: 'count', good: 'low' },
    )
  const some = [2, 5, 11, 13, 18, 23, 24, 31, 37, 38, 44, 50]

  test('seven months without a case are nothing unusual where four in five have none', () => {
    const signal = signalOf(sparse(some))
    expect(signal.verdict).toBe('no-change')
    expect(signal.runLength).toBe(22)
  })

  test('three years without a case, after one every other month, are', () => {
    expect(signalOf(sparse(some.map((_, i) => i * 2))).verdict).toBe('improving')
  })
})

describe('which chart', () => {
  const many = Array.from({ length: 20 }, (_, i) => [8 + (i % 3), 10 + (i % 4)] as const)

  test('percentages have limits that follow the denominator, within 0 and 100 %', () => {
    const signal = signalOf(shares(many))
    expect(signal.chart).toBe('pp')
    for (const { lower, upper } of signal.points) {
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(100)
    }
  })

  test('a percentage without denominators is an individuals chart within the same bounds', () => {
    const points = many.map(([numerator], i) => ({
      period: month(i),
      numerator: null,
      denominator: null,
      value: 90 + numerator,
    }))
    const signal = signalOf({ kind: 'percentage', good: 'high', points })
    expect(signal.chart).toBe('xmr')
    for (const { upper } of signal.points) expect(upper).toBeLessThanOrEqual(100)
  })

  test('counts XmR, rates I′, rare events G or T', () => {
    expect(signalOf(averages(around(6, [20, 50]), { kind: 'count' })).chart).toBe('xmr')
    expect(signalOf(shares(many, { kind: 'rate' })).chart).toBe('run')
    const rates = many.map(([top, size], i) => ({
      period: month(i),
      numerator: top,
      denominator: size,
      value: top / size,
    }))
    expect(signalOf({ kind: 'rate', good: 'low', points: rates }).chart).toBe('ip')
    expect(signalOf(averages(around(6, [20, 50]), { kind: 'rare' })).chart).toBe('t')
    expect(signalOf(averages(alternating(20, 3, 40), { kind: 'rare' })).chart).toBe('g')
  })

  test('another chart and other rules can be asked for, and are named', () => {
    const series = averages(around(7, [20, 50]))
    expect(signalOf(series, { chart: 'c' }).chart).toBe('c')
    expect(signalOf(series, { ruleSet: 'anhoej' })).toMatchObject({
      ruleSet: 'anhoej',
      chart: 'run',
    })
    const six = averages([...alternating(30, 11, 9), ...alternating(6, 10.6, 11.4)])
    expect(signalOf(six).verdict).toBe('no-change')
    expect(signalOf(six, { runLength: 6 }).verdict).toBe('improving')
  })
})

describe('months without a figure', () => {
  test('each has its reason', () => {
    const series = shares(
      Array.from({ length: 20 }, (_, i) => [i === 5 ? 0 : 8, i === 5 ? 0 : 10 + (i % 3)]),
    )
    expect(signalOf(series).missing).toEqual([{ period: month(5), reason: 'no denominator' }])
    const hidden = signalOf({
      ...series,
      points: series.points.map((point, i) => (i === 7 ? { ...point, suppressed: true } : point)),
    })
    expect(hidden.missing[1]).toEqual({ period: month(7), reason: 'suppressed' })
    expect(hidden.points[7]).toMatchObject({ value: null, centre: null })
  })

  test('a month that is not there at all is a gap in the chart', () => {
    const series = averages(around(8, [20, 50]))
    const signal = signalOf({ ...series, points: series.points.toSpliced(4, 1) })
    expect(signal.points).toHaveLength(20)
    expect(signal.missing).toEqual([{ period: month(4), reason: 'no figure' }])
  })

  test('the latest figure is the latest there is', () => {
    const signal = signalOf(averages([...around(9, [20, 50]), null]))
    expect(signal.latest?.period).toBe(month(19))
  })
})

test('a short stretch after a rebase waits for its thirteen points', () => {
  const signal = signalOf(
    averages(around(10, [40, 60], [6, 70]), { rebases: [{ at: month(40), reason: 'New form' }] }),
  )
  expect(signal).toMatchObject({ verdict: 'not-enough-data', count: 6 })
  expect(signal.points[0]?.upper).not.toBeNull()
  expect(signal.points[45]?.upper).toBeNull()
})

test('limits made anew where nothing changed leave no plateau', () => {
  const signal = signalOf(
    averages(around(10, [60, 60]), { rebases: [{ at: month(30), reason: 'New form' }] }),
  )
  expect(signal).toMatchObject({ verdict: 'no-change', settled: null, plateau: null })
})

test('a rebase after the last month changes nothing', () => {
  const series = averages(around(11, [20, 50]))
  const late = signalOf({ ...series, rebases: [{ at: '2030-01', reason: 'Not yet' }] })
  expect(late).toEqual(signalOf(series))
})

test('upside down, better is worse and all else is the same', () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 13, maxLength: 60 })
  const opposite = { improving: 'worse', worse: 'improving' } as const
  fc.assert(
    fc.property(values, column => {
      const high = signalOf(averages(column))
      const low = signalOf(averages(column, { good: 'low' }))
      // Where rules disagree each side is shown its better one, so only agreement can be held to.
      if (high.rule !== low.rule || high.direction !== low.direction) return
      const { verdict } = high
      const expected = verdict === 'improving' || verdict === 'worse' ? opposite[verdict] : verdict
      expect(low.verdict).toBe(expected)
      expect(low.strength).toBe(high.strength)
    }),
  )
})

test('the last flag of the chart is the verdict, where the series never changed level', () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 13, maxLength: 60 })
  const said = { improvement: 'improving', concern: 'worse', common: 'no-change' } as const
  fc.assert(
    fc.property(values, column => {
      const signal = signalOf(averages(column))
      if (signal.basis !== null) return
      const last = signal.points.at(-1)?.variation ?? 'common'
      expect(signal.verdict).toBe(last === 'high' || last === 'low' ? 'changed' : said[last])
    }),
  )
})

test('any series at all is read without failing, and its lines keep their order', () => {
  const point = fc.record({
    numerator: fc.option(fc.nat(20)),
    denominator: fc.option(fc.nat(20)),
    value: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
  })
  const kind = fc.constantFrom('percentage', 'count', 'rate', 'average', 'rare')
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), kind, (points, of) => {
      const series: Series = {
        kind: of,
        good: 'low',
        points: points.map((one, i) => ({ period: month(i), ...one })),
      }
      for (const { centre, lower, upper } of signalOf(series).points) {
        if (lower === null || upper === null || centre === null) continue
        expect(lower).toBeLessThanOrEqual(upper)
      }
    }),
  )
})
