import { expect, test } from 'vitest'
import { type Front, listed, sentenceOfFront } from './front.ts'

const front = (changes: Partial<Front>): Front => ({
  counted: 58,
  improving: 6,
  worse: 4,
  changed: 0,
  same: 48,
  tooFew: 0,
  byChance: 1.02,
  signals: [],
  plateaus: [],
  wanting: [],
  ...changes,
})

test('the first sentence says how many changed, and how many of those chance would give', () => {
  expect(sentenceOfFront(front({}))).toBe(
    'Of 58 indicators, 6 are improving, 4 are getting worse and 48 have not changed; about 1 of these 10 would appear by chance.',
  )
})

test('a change of a figure that has no better way is told apart', () => {
  expect(sentenceOfFront(front({ improving: 1, changed: 2, same: 51 }))).toBe(
    'Of 58 indicators, 1 is improving, 4 are getting worse, 2 have moved where neither way is better and 51 have not changed; about 1 of these 7 would appear by chance.',
  )
})

test('where nothing changed, nothing is said of chance', () => {
  expect(sentenceOfFront(front({ improving: 0, worse: 0, same: 58 }))).toBe(
    'Of 58 indicators, 0 are improving, 0 are getting worse and 58 have not changed.',
  )
})

test('without enough months it says so', () => {
  expect(sentenceOfFront(front({ counted: 0, tooFew: 8 }))).toBe(
    'There are figures, but not yet the 13 months of them that it takes to tell a change from chance.',
  )
  expect(sentenceOfFront(front({ counted: 0 }))).toBe(
    'No indicator can be counted from what was loaded.',
  )
})

test('a list of one has no "and"', () => {
  expect(listed(['one'])).toBe('one')
  expect(listed(['one', 'two'])).toBe('one and two')
})
