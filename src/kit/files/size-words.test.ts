import { expect, test } from 'vitest'
import { sizeAbove, sizeWords } from './size-words.ts'

test('a size is said as people say it', () => {
  expect([0, 999, 1_000, 61_499, 1_000_000, 3_440_000, 300_000_000].map(sizeWords)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '61 kB',
    '1 MB',
    '3.4 MB',
    '300 MB',
  ])
})

test('what is one byte too many does not look as if it were not', () => {
  expect(sizeAbove(50_000_001, 50_000_000)).toBe('50,000,001 bytes')
  expect(sizeAbove(52_428_800, 50_000_000)).toBe('52.4 MB')
})
