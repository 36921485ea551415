import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreement, compareEvents, compareOpen, type Entry } from './compare.ts'

const spell = (child: string, from: number, to: number | null = null): Entry => ({
  child,
  from,
  to,
})

describe('children in care in two files on day 100', () => {
  test('are counted once each, however many spells are open', () => {
    const twice = [spell('a', 10), spell('a', 20), spell('b', 100)]
    const compared = compareOpen(twice, [spell('a', 10), spell('b', 100)], 100)
    expect(compared).toMatchObject({ inBoth: 2, first: 2, second: 2 })
    expect(agreement(compared)).toBe(100)
  })

  test('one that ended in one file is said to have ended there', () => {
    const { onlyFirst } = compareOpen([spell('a', 10)], [spell('a', 10, 100)], 100)
    expect(onlyFirst).toEqual([
      { child: 'a', here: spell('a', 10), there: spell('a', 10, 100), reason: 'ended in one' },
    ])
  })

  test('a start after the day is a date typed differently where it is near, or begins later', () => {
    const near = compareOpen([spell('a', 95)], [spell('a', 105)], 100)
    expect(near.onlyFirst[0]?.reason).toBe('date differs')
    const far = compareOpen([spell('a', 50)], [spell('a', 105)], 100)
    expect(far.onlyFirst[0]?.reason).toBe('begins later')
  })

  test('one that the other file never names is said to be so', () => {
    const { onlyFirst, onlySecond } = compareOpen([spell('a', 1)], [spell('b', 1)], 100)
    expect(onlyFirst[0]).toMatchObject({ child: 'a', there: null, reason: 'child not named' })
    expect(onlySecond[0]).toMatchObject({ child: 'b', there: null, reason: 'child not named' })
  })
})

describe('events in two files', () => {
  test('of one child on one day are matched one to one', () => {
    const two = [spell('a', 5), spell('a', 5)]
    const { inBoth, onlyFirst } = compareEvents(two, [spell('a', 5)], 0, 10)
    expect(inBoth).toBe(1)
    expect(onlyFirst).toHaveLength(1)
  })

  test('outside the days that both files speak for do not count', () => {
    expect(compareEvents([spell('a', 11)], [], 0, 10)).toMatchObject({ first: 0, onlyFirst: [] })
  })

  test('a day apart are one whose date was typed differently', () => {
    const { onlyFirst } = compareEvents([spell('a', 5)], [spell('a', 6)], 0, 10)
    expect(onlyFirst[0]).toMatchObject({ reason: 'date differs', there: spell('a', 6) })
  })
})

const entries = fc.array(
  fc.record({
    child: fc.constantFrom('a', 'b', 'c', 'd'),
    from: fc.integer({ min: 0, max: 20 }),
    to: fc.option(fc.integer({ min: 0, max: 30 })),
  }),
  { maxLength: 12 },
)

test('whatever the files hold, both and only make up each count, and order does not matter', () => {
  fc.assert(
    fc.property(entries, entries, (one, two) => {
      for (const compare of [
        (a: readonly Entry[], b: readonly Entry[]) => compareOpen(a, b, 10),
        (a: readonly Entry[], b: readonly Entry[]) => compareEvents(a, b, 2, 15),
      ]) {
        const there = compare(one, two)
        const back = compare(two, one)
        expect(there.first).toBe(there.inBoth + there.onlyFirst.length)
        expect(there.second).toBe(there.inBoth + there.onlySecond.length)
        expect([back.first, back.second, back.inBoth]).toEqual([
          there.second,
          there.first,
          there.inBoth,
        ])
        expect(compare(one, one).onlyFirst).toEqual([])
      }
    }),
  )
})
