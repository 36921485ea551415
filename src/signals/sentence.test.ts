import { expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'
import type { Series } from './series.ts'
import { signalOf } from './signal-of.ts'
import { around, averages, month } from './testing.ts'

const percentages = (values: readonly (number | null)[], more: Partial<Series> = {}): Series =>
  averages(values, { kind: 'percentage', ...more })

const say = (series: Series): string => sentenceOf(signalOf(series))

const turns = (count: number, low: number, high: number): number[] =>
  Array.from({ length: count }, (_, i) => (i % 2 === 0 ? low : high))

test('seven months above the average', () => {
  const values = [...turns(29, 74, 82), 80, 81.5, 80, 81.5, 80, 81.5, 81.2]
  expect(say(percentages(values))).toBe(
    'Improving. 81.2% in March 2022; the last 7 months are all above the average of 78%.',
  )
  expect(say(percentages(values, { good: 'low' }))).toMatch(
    /^Getting worse\. 81\.2% in March 2022;/,
  )
  expect(say(percentages(values, { good: 'neutral' }))).toMatch(/^Changed\. /)
})

test('one month outside the usual range', () => {
  expect(say(percentages([...turns(29, 70, 74), 88]))).toBe(
    'Improving. 88% in September 2021, above the usual range of 61% to 84%.',
  )
})

test('two of three far from the average', () => {
  const values = [...turns(30, 70, 74), 80, 74, 80]
  expect(say(percentages(values))).toBe(
    'Improving. 80% in December 2021; two of the last three months are far above the average of 73%.',
  )
})

test('a fall month by month', () => {
  const values = [...turns(40, 60, 80), 76, 74, 72, 70, 68, 66, 64.5]
  expect(say(percentages(values))).toBe(
    'Getting worse. 64.5% in February 2023; it has fallen 7 months in a row.',
  )
})

test('an improvement that has stopped', () => {
  const values = around(2, [40, 68], [44, 82])
  expect(say(percentages(values))).toBe(
    'Improvement stopped. It rose until August 2022 and has stayed near 82% since.',
  )
  expect(say(percentages(around(2, [40, 82], [44, 68]), { good: 'low' }))).toBe(
    'Improvement stopped. It fell until August 2022 and has stayed near 68% since.',
  )
  expect(say(percentages(around(2, [40, 82], [44, 68])))).toBe(
    'No longer getting worse. It fell until August 2022 and has stayed near 68% since.',
  )
})

test('a change within a series that had changed before names the months it is judged by', () => {
  expect(say(percentages(around(3, [40, 68], [36, 82], [8, 78])))).toMatch(
    /^Getting worse\. .* the average of 82% from August 2022 to July 2025\.$/,
  )
})

test('no change, and the usual range', () => {
  expect(say(percentages(turns(25, 72, 77)))).toBe(
    'No change: 72% is within the usual range of 61% to 88%.',
  )
})

test('nothing moved at all', () => {
  expect(say(percentages(turns(24, 100, 100)))).toBe(
    'No change: 100% in every one of the 24 months.',
  )
})

test('not enough data, also after the limits began anew', () => {
  expect(say(percentages(turns(9, 80, 90)))).toBe(
    'Not enough data yet: 9 months of the 13 that a chart needs.',
  )
  expect(say(percentages([80]))).toBe('Not enough data yet: 1 month of the 13 that a chart needs.')
  const anew = percentages(turns(30, 80, 90), { rebases: [{ at: month(26), reason: 'New form' }] })
  expect(say(anew)).toBe(
    'Not enough data yet: 4 months of the 13 that a chart needs since June 2021, when the limits began anew.',
  )
})

test('no data', () => {
  expect(say(percentages([]))).toBe('No data.')
})

test('months without a figure are named, or counted when they are many', () => {
  const gap = (at: readonly number[]) =>
    turns(30, 72, 77).map((v, i) => (at.includes(i) ? null : v))
  expect(say(percentages(gap([16])))).toMatch(/ No figure in August 2020\.$/)
  expect(say(percentages(gap([10, 15, 20, 25])))).toMatch(/ No figure for four months\.$/)
  const series = percentages(turns(30, 72, 77))
  const empty = series.points.map((point, i) =>
    i === 16 ? { ...point, value: null, numerator: 0, denominator: 0 } : point,
  )
  expect(say({ ...series, points: empty })).toMatch(/ No denominator in August 2020\.$/)
})

test('the target as things stand', () => {
  const values = turns(25, 72, 77)
  const target = (value: number) => say(percentages(values, { target: value }))
  expect(target(95)).toMatch(/ As things stand it will not meet the target of 95%\.$/)
  expect(target(50)).toMatch(/ As things stand it will meet the target of 50%\.$/)
  expect(target(80)).toMatch(/ As things stand it may or may not meet the target of 80%\.$/)
})

test('counts have no decimals, and a name leads', () => {
  const series = averages(turns(25, 1072, 1177), { kind: 'count', good: 'neutral' })
  expect(sentenceOf(signalOf(series), { name: 'Contacts' })).toBe(
    'Contacts: no change: 1,072 is within the usual range of 843 to 1,402.',
  )
})

test('the words for a value can be given', () => {
  const signal = signalOf(averages(turns(25, 12, 15)))
  expect(sentenceOf(signal, { format: value => `${Math.round(value)} days` })).toBe(
    'No change: 12 days is within the usual range of 5 days to 21 days.',
  )
})
