import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessments, careEpisodes, tableBuilder, valueAt } from '#records'
import { fromArrow, toArrow } from './arrow.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const row = fc.record({
  child: fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  ),
  startedOn: maybe(fc.integer({ min: -10_000, max: 40_000 })),
  childSeen: maybe(fc.boolean()),
  factors: fc.constantFrom('', '3B', '3B 16A', 'Müller', '東京'),
})

test('a list comes back from its frozen file as it went in', () => {
  fc.assert(
    fc.property(fc.array(row), rows => {
      const builder = tableBuilder(assessments)
      for (const { child, ...values } of rows) builder.add(child, values)
      const table = builder.build()
      const again = fromArrow(toArrow(table))
      expect(again.length).toBe(rows.length)
      rows.forEach((each, place) => {
        expect(valueAt(again.child, place)).toBe(each.child)
        for (const name of ['startedOn', 'childSeen', 'factors'] as const) {
          const column = again.columns[name]
          expect(column && valueAt(column, place)).toEqual(each[name])
        }
      })
    }),
  )
})

test('the same rows give the same bytes, whatever was frozen before', () => {
  const make = () => {
    const builder = tableBuilder(careEpisodes)
    builder.add('A1', { startedOn: 17_000, legalStatus: 'C2', placementType: 'U6' })
    return builder.build()
  }
  const first = toArrow(make())
  toArrow(tableBuilder(assessments).build())
  expect(toArrow(make())).toEqual(first)
})

test('bytes that are no frozen list are refused', () => {
  expect(() => fromArrow(new TextEncoder().encode('not Arrow'))).toThrow(TypeError)
})
