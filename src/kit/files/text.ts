import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** What was unusual about the encoding, a sentence each, for the person who gave the file. */
  readonly notes: readonly string[]
}

export interface Encoded {
  readonly encoding: Encoding
  /** Bytes of the byte order mark, which is not part of the text. */
  readonly markLength: number
  readonly notes: readonly string[]
}

/**
 * The largest file that may be read, in bytes (512 MB). Readers take bytes in memory, so whoever
 * opens a file checks its size first and refuses a larger one without reading it.
 */
export const mostFileBytes = 512 * 1024 * 1024

/** Which encoding a text is in: its byte order mark decides, then its zero bytes, then its UTF-8. */
export function encodingOf(bytes: Uint8Array): Encoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', markLength: 3, notes: [] }
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', markLength: 2, notes: [] }
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', markLength: 2, notes: [] }
  const wide = wideOrder(bytes)
  if (wide !== null)
    return { encoding: wide, markLength: 0, notes: ['The file is UTF-16 without saying so.'] }
  // A file cut in the middle of a letter is still UTF-8; at most three bytes of a letter can be left.
  if (isUtf8(bytes) || [1, 2, 3].some(cut => isUtf8(bytes.subarray(0, bytes.length - cut))))
    return { encoding: 'utf-8', markLength: 0, notes: [] }
  return {
    encoding: 'windows-1252',
    markLength: 0,
    notes: ['The file is not UTF-8, so its letters were read as Windows-1252.'],
  }
}

/** The text of a file in whichever encoding it is; never throws. Check `describeBytes` first. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { encoding, markLength, notes } = encodingOf(bytes)
  return { text: decodeBytes(bytes.subarray(markLength), encoding), encoding, notes }
}

/** The text of bytes that are known to be in an encoding; a letter that does not exist becomes �. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** What a file is, in words that complete "The file is …": 'a picture (JPEG)', 'text', 'empty'. */
export function describeBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty'
  for (const [words, magic, at] of signatures)
    if (startsWith(bytes, magic, at)) return words === 'a zip' ? zipKind(bytes) : words
  if (wideOrder(bytes) !== null) return 'text'
  return hasBinary(bytes) ? 'not text' : 'text'
}

// [in words, the bytes that every such file has, where they stand]
const signatures: readonly (readonly [string, readonly number[], number])[] = [
  ['a picture (JPEG)', [0xff, 0xd8, 0xff], 0],
  ['a picture (PNG)', [0x89, 0x50, 0x4e, 0x47], 0],
  ['a picture (GIF)', codes('GIF8'), 0],
  ['a picture (TIFF)', [0x49, 0x49, 0x2a, 0x00], 0],
  ['a picture (TIFF)', [0x4d, 0x4d, 0x00, 0x2a], 0],
  ['a picture (WebP)', codes('WEBP'), 8],
  ['a picture (HEIC)', codes('ftyphei'), 4],
  ['a picture (HEIC)', codes('ftypmif1'), 4],
  ['a film', codes('ftyp'), 4],
  ['a PDF', codes('%PDF'), 0],
  ['a zip', [0x50, 0x4b, 0x03, 0x04], 0],
  ['a zip', [0x50, 0x4b, 0x05, 0x06], 0],
  ['a gzip file', [0x1f, 0x8b], 0],
  ['a 7-Zip file', [0x37, 0x7a, 0xbc, 0xaf], 0],
  ['a RAR file', codes('Rar!'), 0],
  ['an Excel or Word file of before 2007', [0xd0, 0xcf, 0x11, 0xe0], 0],
  ['a Word document (RTF)', codes('{\\rtf'), 0],
  ['a program', [0x7f, 0x45, 0x4c, 0x46], 0],
  ['an Arrow file', codes('ARROW1'), 0],
  ['a Parquet file', codes('PAR1'), 0],
]

function zipKind(bytes: Uint8Array): string {
  // The list of names stands at the end of a zip and the first name at its start.
  const ends = [bytes.subarray(0, 65_536), bytes.subarray(-65_536)]
  const holds = (name: string): boolean =>
    ends.some(end => Buffer.from(end.buffer, end.byteOffset, end.length).includes(name))
  if (holds('xl/')) return 'an Excel workbook'
  if (holds('word/')) return 'a Word document'
  if (holds('ppt/')) return 'a PowerPoint presentation'
  if (holds('opendocument.spreadsheet')) return 'an OpenDocument spreadsheet'
  return 'a zip'
}

/** UTF-16 without a mark: nearly every second byte of a text in our letters is zero. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2_000) & ~1
  if (length < 4) return null
  const zeros = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = length / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return null
}

function hasBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 8_000)
  let strange = 0
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    // Control bytes that no text holds; tab, line feed, form feed, return and Ctrl-Z may stand.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) strange++
  }
  // One stray zero byte in a text is a fault of that row and not of the file.
  return strange > length * 0.02
}

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return bytes.length >= at + magic.length && magic.every((byte, i) => bytes[at + i] === byte)
}

function codes(text: string): number[] {
  return [...text].map(letter => letter.charCodeAt(0))
}
