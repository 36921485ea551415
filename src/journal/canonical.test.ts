import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical.ts'

test('keys are in order at every depth, and lists keep theirs', () => {
  const text = canonicalJson({ b: [3, { z: null, a: 'x' }], a: true })
  expect(text).toBe('{"a":true,"b":[3,{"a":"x","z":null}]}')
})

test('an undefined value is the same as none', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }))
})

test('a number that JSON cannot hold is refused', () => {
  expect(() => canonicalJson({ rate: Number.NaN })).toThrow('NaN')
})

test('it is JSON of the same value, whatever order the keys came in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const json = value as Json // fast-check calls the same set of values unknown
      const text = canonicalJson(json)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)))
      expect(canonicalJson(reversed(json))).toBe(text)
    }),
  )
})

function reversed(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(each => reversed(each as Json)) // narrowed to any[]
  const entries = Object.entries(value).map(([key, held]) => [key, reversed(held ?? null)])
  return Object.fromEntries(entries.toReversed()) as Json
}
