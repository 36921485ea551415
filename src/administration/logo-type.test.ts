import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOGO_BYTES, logoType } from './logo-type.ts'

/** A picture of one white dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9])
const why = (bytes: Uint8Array) => {
  const found = logoType(bytes)
  return typeof found === 'string' ? '' : found.why
}

test('a PNG and a JPEG are known by what is in them', () => {
  expect(logoType(dot)).toBe('image/png')
  expect(logoType(jpeg)).toBe('image/jpeg')
})

test('anything else is refused with a reason', () => {
  expect(why(new Uint8Array())).toBe('Choose a picture.')
  expect(why(Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'))).toMatch(/^SVG/)
  expect(why(Buffer.from('GIF89a'))).toMatch(/PNG or JPEG/)
  expect(why(Buffer.concat([dot, Buffer.from('<script>')]))).toMatch(/whole/)
  expect(why(dot.subarray(0, 40))).toMatch(/whole/)
  expect(why(new Uint8Array(LOGO_BYTES + 1))).toMatch(/200 kB/)
})

test('it never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
      expect(why(Buffer.concat([dot.subarray(0, 8), bytes]))).toMatch(/\.$/)
    }),
  )
})
