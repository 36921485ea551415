import { expect, test } from 'vitest'
import { FEWEST } from './gap.ts'
import { shareInWords, shareOf } from './share.ts'

test('of few audits the count comes first, and the interval is always there', () => {
  expect(shareInWords(shareOf(2, FEWEST - 1))).toBe(
    '2 of 9; between 3% and 60% if chance is allowed for',
  )
  expect(shareInWords(shareOf(12, 40))).toBe(
    '30% (12 of 40; between 17% and 47% if chance is allowed for)',
  )
  expect(shareInWords(shareOf(0, 0))).toBe('None yet')
})
