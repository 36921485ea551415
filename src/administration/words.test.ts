import { expect, test } from 'vitest'
import { detailInWords } from './pages/journal.view.ts'
import { actorInWords, bytesInWords, jobInWords } from './words.ts'

test('sizes, jobs and whoever did something are in words', () => {
  expect([0, 999, 1000, 123_456, 1_234_567, 5e9].map(bytesInWords)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '123 kB',
    '1.2 MB',
    '5.0 GB',
  ])
  expect(jobInWords('extracts.load')).toBe('Loading files')
  const names = new Map([['p1', 'Ana Example']])
  expect(['p1', 'retention', 'p2'].map(actor => actorInWords(actor, names))).toEqual([
    'Ana Example',
    'Retention',
    'p2',
  ])
})

test('the detail of a line is short, and long identifiers are known by how they begin', () => {
  const hash = 'ab'.repeat(32)
  expect(detailInWords({ detail: { rows: 3, hash, until: null, words: ['a b'] } })).toBe(
    'rows: 3, hash: abababab…, until: none, words: ["a b"]',
  )
  expect(detailInWords({ detail: { text: 'long words '.repeat(99) } }).length).toBeLessThan(100)
  expect([detailInWords({ detail: {} }), detailInWords({ detail: [1] })]).toEqual(['', ''])
})
