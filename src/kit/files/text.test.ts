import { describe, expect, it } from 'vitest'
import { decodeText, describeBytes } from './text.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('describeBytes', () => {
  it.each([
    ['empty', []],
    ['text', [...bytesOf('CHILD,DOB\n1,2\n')]],
    ['text', [...Buffer.from('CHILD,DOB', 'utf16le')]],
    ['a picture (JPEG)', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['a picture (PNG)', [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ['a PDF', [...bytesOf('%PDF-1.7')]],
    ['a zip', [0x50, 0x4b, 3, 4, ...bytesOf('episodes.csv')]],
    ['an Excel workbook', [0x50, 0x4b, 3, 4, ...bytesOf('xl/workbook.xml')]],
    ['a gzip file', [0x1f, 0x8b, 8]],
    ['not text', [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('%s', (words, bytes) => {
    expect(describeBytes(Uint8Array.from(bytes))).toBe(words)
  })
})

describe('decodeText', () => {
  it('takes off the mark of UTF-8', () => {
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toMatchObject({
      text: 'A',
      encoding: 'utf-8',
    })
  })
  it('reads what is not UTF-8 as Windows-1252 and says so', () => {
    const read = decodeText(Uint8Array.from([0x5a, 0xeb, 0x92, 0x73, 0x20, 0x41]))
    expect(read.text).toBe('Zë’s A')
    expect(read.notes).toHaveLength(1)
  })
  it('takes a text cut within a letter for UTF-8', () => {
    expect(decodeText(bytesOf('Łódź').subarray(0, -1)).encoding).toBe('utf-8')
  })
})
