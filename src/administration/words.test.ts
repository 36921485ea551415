import { expect, test } from 'vitest'
import { actorInWords, bytesInWords, jobInWords, momentInWords } from './words.ts'

test('sizes, moments, jobs and whoever did something are in words', () => {
  expect([0, 999, 1000, 123_456, 1_234_567, 5e9].map(bytesInWords)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '123 kB',
    '1.2 MB',
    '5.0 GB',
  ])
  expect(momentInWords(new Date('2026-07-01T08:05:00Z'))).toBe('1 July 2026, 9:05 am')
  expect(jobInWords('extracts.load')).toBe('Loading files')
  const names = new Map([['p1', 'Ana Example']])
  expect(['p1', 'retention', 'p2'].map(actor => actorInWords(actor, names))).toEqual([
    'Ana Example',
    'Retention',
    'p2',
  ])
})
