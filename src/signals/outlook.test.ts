import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'
import { signalOf } from './signal-of.ts'
import { around, averages, month, randomFrom } from './testing.ts'

const noise = [0.2, -0.1, 0.3, -0.3, 0.1, -0.2, 0, 0.2, -0.3, 0.1, 0.3, -0.1]
/** Level, and then a rise of one half a month over the last twelve. */
const rising = [
  ...around(3, [24, 20]).map(value => 20 + (value - 20) / 10),
  ...noise.map((each, i) => 20.5 + i * 0.5 + each / 4),
]

describe('a target and where the figures go', () => {
  test('without a target nothing is said of one', () => {
    expect(signalOf(averages(rising)).outlook).toBeNull()
    expect(signalOf(averages(rising, { target: 22, good: 'neutral' })).outlook).toBeNull()
  })

  test('a clear slope towards a target comes to it between two months', () => {
    const signal = signalOf(averages(rising, { target: 28 }))
    expect(signal.verdict).toBe('improving')
    const path = signal.outlook?.path
    expect(path).toMatchObject({ direction: 'up', leads: 'to' })
    // The line stands near 26 and gains one half a month.
    expect(path?.earliest).toBeLessThanOrEqual(4)
    expect(path?.latest).toBeGreaterThanOrEqual(4)
    expect(sentenceOf(signal)).toMatch(
      /If the rise since \w+ \d{4} goes on, it comes to the target between \w+ \d{4} and \w+ \d{4}\./,
    )
  })

  test('a target farther off than the slope is long is not foretold', () => {
    const signal = signalOf(averages(rising, { target: 60 }))
    expect(signal.outlook?.path?.earliest).toBeNull()
    expect(sentenceOf(signal)).toContain('does not come to the target within')
  })

  test('a slope away from better leads out of a target that was met', () => {
    const falling = rising.map(value => 40 - value)
    const signal = signalOf(averages(falling, { target: 12 }))
    expect(signal.verdict).toBe('worse')
    expect(signal.outlook?.path).toMatchObject({ direction: 'down', leads: 'away' })
    expect(sentenceOf(signal)).toContain('goes beyond the target')
  })

  test('a step is no slope, and nothing is drawn on from it', () => {
    const stepped = around(5, [30, 20], [9, 26])
    const signal = signalOf(averages(stepped, { target: 40 }))
    expect(signal.verdict).toBe('improving')
    expect(signal.outlook).toEqual({ byLimits: 'none', open: 'moving', path: null })
    expect(sentenceOf(signal)).toContain('It has moved too recently to say whether')
    const settled = signalOf(averages(around(5, [30, 20], [20, 26]), { target: 40 }))
    expect(settled.outlook).toEqual({ byLimits: 'will-miss', open: null, path: null })
  })

  test('too few points leave it open in words', () => {
    const signal = signalOf(averages(around(1, [8, 50]), { target: 60 }))
    expect(signal.assurance).toBe('none')
    expect(sentenceOf(signal)).toContain('Too early to say whether it will meet the target of 60')
  })

  test('on noise alone a slope is drawn on in fewer than 1 of 100 charts', () => {
    const random = randomFrom(11)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    let found = 0
    for (let i = 0; i < 2000; i++) {
      const values = Array.from({ length: 36 }, () => 50 + normal())
      const { outlook } = signalOf(averages(values, { target: 50 + (i % 2 === 0 ? 6 : -6) }))
      if (outlook?.path) found++
    }
    expect(found).toBeLessThan(20)
  })

  test('months foretold are in order and within the horizon, whatever the series', () => {
    const anySeries = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 })
    fc.assert(
      fc.property(anySeries, fc.double({ min: 0, max: 100, noNaN: true }), (values, target) => {
        const signal = signalOf(averages(values, { target }))
        const path = signal.outlook?.path
        if (!path) return
        const [first, last] = [path.earliest ?? path.horizon, path.latest ?? path.horizon]
        expect(first).toBeLessThanOrEqual(last)
        expect(last).toBeLessThanOrEqual(12)
        expect(sentenceOf(signal)).not.toMatch(/NaN|undefined|Infinity/)
      }),
    )
  })
})

describe('a series that is counted otherwise from a month on', () => {
  const values = around(7, [20, 30], [20, 40])
  const at = month(20)

  test('what lies before is no level that it rose from', () => {
    const decided = signalOf(averages(values, { rebases: [{ at, reason: 'New teams' }] }))
    expect(decided.settled).toMatchObject({ direction: 'up' })
    const joined = signalOf(
      averages(values, { rebases: [{ at, reason: 'Version 2', isJoin: true }] }),
    )
    expect(joined.settled).toBeNull()
    expect(joined.stretches).toHaveLength(2)
  })

  test('a decision in the month of a join does not hide it', () => {
    const both = signalOf(
      averages(values, {
        rebases: [
          { at, reason: 'Version 2', isJoin: true },
          { at, reason: 'New teams' },
        ],
      }),
    )
    expect(both.settled).toBeNull()
    expect(both.stretches[1]?.reason).toBe('Version 2')
  })
})
