import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyRingOf, newKey } from './keys.ts'
import { HEADER, isSealed, seal, sealedLength, SealFault, sealing, unseal } from './seal.ts'

const MB = 1024 * 1024
const keys = keyRingOf(newKey())
const bytesOf = (length: number, step = 7) =>
  Uint8Array.from({ length }, (_, place) => (place * step) & 0xff)
/** Lengths at which a chunk more or fewer begins. */
const lengths = [0, 1, 15, 16, MB - 1, MB, MB + 1, 2 * MB, 2 * MB + 17]

test.for(lengths)('what was sealed is opened again: %i bytes', async length => {
  const plain = bytesOf(length)
  const sealed = seal(plain, keys)
  expect(isSealed(sealed)).toBe(true)
  expect(sealed.length).toBe(sealedLength(length))
  expect(unseal(sealed, keys).equals(plain)).toBe(true)
})

test.for(lengths)('a stream is sealed to what opens the same: %i bytes', async length => {
  const plain = Buffer.from(bytesOf(length))
  for (const part of [1 << 16, 999_999]) {
    const parts = Array.from({ length: Math.ceil(length / part) }, (_, place) =>
      plain.subarray(place * part, (place + 1) * part),
    )
    const sealed = await buffer(Readable.from(parts).pipe(sealing(keys)))
    expect(sealed.length).toBe(sealedLength(length))
    expect(unseal(sealed, keys).equals(plain)).toBe(true)
  }
})

test('the same bytes sealed twice have nothing in common, and nothing of them can be seen', () => {
  const plain = Buffer.from('CHILD,DOB\n1234567,01/02/2010\n'.repeat(50))
  const [one, other] = [seal(plain, keys), seal(plain, keys)]
  expect(one.subarray(HEADER).equals(other.subarray(HEADER))).toBe(false)
  expect(one.includes('1234567')).toBe(false)
  expect(one.includes('CHILD')).toBe(false)
})

test('a byte changed anywhere is found, or lies where nothing stands', () => {
  const plain = Buffer.from(bytesOf(3000))
  const sealed = seal(plain, keys)
  const place = fc.oneof(fc.nat({ max: 75 }), fc.nat({ max: sealed.length - 1 }))
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ by
      // What follows the file's own key in its slot, and the other slot, are empty.
      const isEmpty = at >= 76 && at < HEADER
      expect(openedOrNull(changed)).toEqual(isEmpty ? plain : null)
    }),
    { numRuns: 300 },
  )
})

test('a file cut short anywhere is found, at the end of a chunk too', () => {
  const sealed = seal(bytesOf(2 * MB + 500), keys)
  const ends = [0, HEADER, HEADER + 16, HEADER + MB + 16, HEADER + 2 * (MB + 16), sealed.length - 1]
  for (const end of ends) expect(openedOrNull(sealed.subarray(0, end)), String(end)).toBeNull()
})

test('chunks in another order, one twice, one left out, or one of another file are found', () => {
  const sealed = seal(bytesOf(3 * MB), keys)
  const other = seal(bytesOf(3 * MB, 5), keys)
  const header = sealed.subarray(0, HEADER)
  const chunk = (from: Buffer, number: number) =>
    from.subarray(HEADER + number * (MB + 16), HEADER + (number + 1) * (MB + 16))
  const orders = [
    [chunk(sealed, 1), chunk(sealed, 0), chunk(sealed, 2)],
    [chunk(sealed, 0), chunk(sealed, 0), chunk(sealed, 2)],
    [chunk(sealed, 0), chunk(sealed, 2)],
    [chunk(sealed, 0), chunk(other, 1), chunk(sealed, 2)],
    [chunk(sealed, 0), chunk(sealed, 1), chunk(sealed, 2), chunk(sealed, 2)],
  ]
  for (const chunks of orders) expect(openedOrNull(Buffer.concat([header, ...chunks]))).toBeNull()
})

test('another key opens nothing, and one sentence says which key it was', () => {
  const sealed = seal(bytesOf(10), keys)
  const others = keyRingOf(newKey())
  expect(() => unseal(sealed, others)).toThrow(
    `A file is sealed with the key ${keys.current().id}, which is not among the keys given. Set SIGHTLINE_KEY or SIGHTLINE_KEY_FILE to the keys that it was sealed with.`,
  )
})

test('any of several keys opens, and the newest seals', () => {
  const [old, young] = [newKey(), newKey()]
  const before = seal(bytesOf(10), keyRingOf(old))
  const both = keyRingOf(`${old},${young}`)
  expect(unseal(before, both)).toHaveLength(10)
  expect(unseal(seal(bytesOf(11), both), keyRingOf(young))).toHaveLength(11)
})

function openedOrNull(sealed: Uint8Array): Buffer | null {
  try {
    return unseal(sealed, keys)
  } catch (error) {
    if (error instanceof SealFault) return null
    throw error
  }
}
