import { expect, test } from 'vitest'
import type { Reading } from './reading.ts'
import { fewInWords, partTooFew, tooFew } from './few.ts'

const reading = (dimension: string, unit: string, denominator: number | null) =>
  // as: the functions ask these of a reading and nothing else.
  ({
    definition: { unit },
    slice: { dimension, name: 'North' },
    latest: denominator === null ? null : { denominator },
  }) as unknown as Reading

test('nine are too few to tell a share by, ten are enough, and a count is of nobody', () => {
  expect([9, 10].map(count => tooFew(reading('team', 'percentage', count)))).toEqual([9, null])
  expect(tooFew(reading('team', 'count', 1))).toBeNull()
  expect(tooFew(reading('team', 'percentage', null))).toBeNull()
  expect(fewInWords(9)).toBe('Only 9 to count: too few to tell')
})

test('the whole county rests on all its months', () => {
  expect(partTooFew(reading('team', 'percentage', 3))).toBe(3)
  expect(partTooFew(reading('county', 'percentage', 3))).toBeNull()
})
