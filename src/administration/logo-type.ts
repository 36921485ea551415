export const LOGO_BYTES = 200_000

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

/**
 * What kind of picture bytes are, by how they begin and end and never by their name; or the sentence
 * that says why they cannot be a logo. SVG can hold scripts, so it is refused.
 */
export function logoType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | { readonly why: string } {
  if (bytes.length === 0) return { why: 'Choose a picture.' }
  if (bytes.length > LOGO_BYTES) return { why: 'The picture must be 200 kB or smaller.' }
  if (
    begins(bytes, PNG) &&
    text(bytes.subarray(12, 16)) === 'IHDR' &&
    /IEND....$/s.test(text(bytes.subarray(-8)))
  )
    return 'image/png'
  if (begins(bytes, JPEG) && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9) return 'image/jpeg'
  if (/<svg[\s>]/i.test(text(bytes.subarray(0, 4096))))
    return {
      why: 'SVG pictures can hold scripts, so they are not taken. Save it as PNG and send that.',
    }
  return { why: 'The picture must be a PNG or JPEG file that is whole.' }
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte)
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
