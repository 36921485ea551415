import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay, parseIsoMonth } from '#calendar'
import { definitionOf, wholeCounty } from '#indicators'
import {
  type Marks,
  marksOn,
  type Note,
  noMarks,
  numberIn,
  refusalOfTarget,
  type Target,
  targetIn,
  targetInWords,
} from './mark.ts'

const day = (iso: string) => parseIsoDay(iso) ?? 0
const month = (iso: string) => parseIsoMonth(iso) ?? 0
const team = { dimension: 'team', name: 'North' } as const

const target = (from: string, until: string | null, value: number | null = 90): Target => ({
  id: from,
  indicator: 'AS01',
  slice: wholeCounty,
  value,
  words: `${value}%`,
  from: day(from),
  until: until === null ? null : day(until),
  ownerId: null,
  owner: null,
  reason: '',
  setAt: new Date(0),
  setByName: '',
  withdrawn: null,
})

const note = (words: string, more: Partial<Note>): Note => ({
  id: words,
  indicator: null,
  slice: wholeCounty,
  month: month('2024-03'),
  words,
  madeAt: new Date(0),
  madeBy: '',
  madeByName: '',
  changedAt: null,
  withdrawn: null,
  ...more,
})

test('a target holds for a month by its last day, from its first to its last day', () => {
  const targets = [target('2024-04-01', '2025-03-31'), target('2025-04-15', null)]
  expect(targetIn(targets, month('2024-03'))).toBeNull()
  expect(targetIn(targets, month('2024-04'))?.id).toBe('2024-04-01')
  expect(targetIn(targets, month('2025-03'))?.id).toBe('2024-04-01')
  expect(targetIn(targets, month('2025-04'))?.id).toBe('2025-04-15')
  expect(targetIn(targets, month('2030-01'))?.id).toBe('2025-04-15')
})

test('a team’s note is on the team’s charts, a county’s on all, and one of an indicator on its own', () => {
  const marks: Marks = {
    ...noMarks,
    notes: [
      note('county', {}),
      note('team', { slice: team }),
      note('one chart', { indicator: 'AS01' }),
      note('other chart', { indicator: 'CP15' }),
      note('other team', { slice: { dimension: 'team', name: 'South' } }),
    ],
  }
  const on = (slice: Target['slice'], indicator = 'AS01') =>
    marksOn(marks, { indicator, slice }).notes.map(each => each.words)
  expect(on(wholeCounty)).toEqual(['county', 'one chart'])
  expect(on(team)).toEqual(['county', 'team', 'one chart'])
  expect(on(team, 'CP15')).toEqual(['county', 'team', 'other chart'])
})

test.each([
  ['90', 90],
  ['90%', 90],
  ['at least 90 %', 90],
  ['At most 1,200', 1200],
  ['38.5 working days', 38.5],
  ['62 per 10,000', 62],
  ['90 per cent', 90],
  ['-3', -3],
  ['ninety', null],
  ['90-95', null],
  ['as good as our neighbours', null],
  ['1,20', null],
  ['NaN', null],
  ['Infinity', null],
  ['', null],
])('%j is the number %s', (written, expected) => {
  expect(numberIn(written)).toBe(expected)
})

test('whatever is written is a number that can be drawn, or none', () => {
  fc.assert(
    fc.property(fc.string(), written => {
      const found = numberIn(written)
      expect(found === null || Number.isFinite(found)).toBe(true)
    }),
  )
})

test('a share is not over 100, and nothing is below 0', () => {
  const share = definitionOf('AS01')
  const count = definitionOf('FD01')
  if (share === undefined || count === undefined) throw new Error('They are in the library')
  expect(refusalOfTarget(share, 100)).toBeNull()
  expect(refusalOfTarget(share, 101)).toContain('0 to 100')
  expect(refusalOfTarget(share, -1)).toContain('below 0')
})

test('which side is meant follows from which way is better, and words stay as they are', () => {
  const format = (value: number) => `${value}%`
  expect(targetInWords({ good: 'high' }, target('2024-01-01', null), format)).toBe('at least 90%')
  expect(targetInWords({ good: 'low' }, target('2024-01-01', null), format)).toBe('at most 90%')
  expect(targetInWords({ good: 'neutral' }, target('2024-01-01', null), format)).toBe('90%')
  const words = { value: null, words: 'as good as our neighbours' }
  expect(targetInWords({ good: 'high' }, words, format)).toBe('as good as our neighbours')
})
