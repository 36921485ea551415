import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbering } from './numbering.ts'

test('each identifier has one number, in the order in which they first come', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 3000 }), all => {
      const given = numbering()
      const order = [...new Set(all)]
      expect(all.map(id => given.numberOf(id))).toEqual(all.map(id => order.indexOf(id)))
      expect(given.ids).toEqual(order)
    }),
    { numRuns: 30 },
  )
})

test('more identifiers than the table began with, and some that hash alike', () => {
  const given = numbering()
  const all = ['Aa', 'BB', ...Array.from({ length: 5000 }, (_, number) => `C${number}`)]
  expect(all.map(id => given.numberOf(id))).toEqual(all.map((_, number) => number))
  expect(given.numberOf('BB')).toBe(1)
})
