import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { backgroundWords, copyKept } from './background.ts'

const heldOn = parseIsoDay('2027-01-18') ?? 0
const paper = { kind: 'background', fileSha: null, words: null, exempt: null } as const

test('an address with a few words around it is no copy of what stands there', () => {
  const link = 'Guidance on homes, read on 3 March 2026: https://council.example/guidance.pdf.'
  expect(copyKept({ fileSha: null, words: link })).toBe('only its address')
  expect(copyKept({ fileSha: 'abc', words: null })).toBe('kept')
  expect(copyKept({ fileSha: null, words: 'Three homes were visited.' })).toBe('kept')
  const written = `${'What was found in each home. '.repeat(20)} See https://council.example.`
  expect(copyKept({ fileSha: null, words: written })).toBe('kept')
})

test('a copy is open for four years beginning with the day of the meeting', () => {
  const words = 'https://council.example/guidance.pdf'
  expect(backgroundWords({ ...paper, words }, heldOn)).toBe(
    'Only its address is kept here, and what stands there can go: bring the document as a file. A copy has to be open to the public until 17 January 2031: Local Government Act 1972, section 100D(1)(b) and (2) (read 22 November 2026).',
  )
  expect(backgroundWords({ ...paper, fileSha: 'abc' }, heldOn)).toMatch(/^A copy is kept here\./)
})

test('nothing is said of other papers, and of what the public may not read', () => {
  expect(backgroundWords({ ...paper, kind: 'report' }, heldOn)).toBeNull()
  const exempt = { paragraph: 3, confidential: false, words: '', publicInterest: '' } as const
  expect(backgroundWords({ ...paper, exempt }, heldOn)).toBeNull()
})
