import { parseIsoDay } from '#calendar'
import { type Dimension, library } from '#indicators'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRow, type Known, type TypedRow } from './check.ts'
import { readRows } from './bring.ts'

const parts: ReadonlyMap<Dimension, readonly string[]> = new Map([
  ['team', ['North assessment', 'South assessment', 'Children in care']],
  ['locality', ['North', 'South']],
  ['sex', ['Male', 'Female', 'Not recorded']],
])
const known: Known = {
  definitions: library,
  today: parseIsoDay('2026-11-21') ?? 0,
  parts,
  keepsUnknown: false,
}
const row: TypedRow = {
  indicator: 'WF08',
  period: 'March 2026',
  dimension: '',
  part: '',
  numerator: '108',
  denominator: '120',
  source: 'Supervision record',
  note: '',
  because: '',
}
const messages = (change: Partial<TypedRow>, more: Partial<Known> = {}) => {
  const checked = checkRow({ ...row, ...change }, { ...known, ...more })
  return checked.kind === 'refused' ? checked.faults.map(each => each.message).join(' ') : 'taken'
}

test('a whole row is a figure', () => {
  expect(checkRow(row, known)).toMatchObject({
    kind: 'figure',
    figure: { indicator: 'WF08', numerator: 108, denominator: 120, slice: { dimension: 'county' } },
  })
  expect(messages({ indicator: 'wf08 Social workers supervised on time' })).toBe('taken')
  expect(messages({ indicator: 'Social workers supervised on time' })).toBe('taken')
  expect(messages({ numerator: ' 1,08 ', denominator: '120.5' })).toBe('taken')
})

test.each<[Partial<TypedRow>, RegExp]>([
  [{ indicator: 'XX99' }, /no indicator “XX99”/],
  [{ indicator: 'Social workers supervised in time' }, /Did you mean “Social workers supervised/],
  [{ indicator: 'AS01' }, /counted from the children’s records, so nothing is entered/],
  [{ indicator: '' }, /Say which indicator/],
  [{ period: 'soon' }, /“soon” is not a period that can be read. Write it like/],
  [{ period: '' }, /Enter the period, such as/],
  [{ period: 'March 2062' }, /in the future/],
  [{ period: 'November 2026' }, /has not ended yet: its last day is 30 November 2026/],
  [{ period: 'March 1926' }, /too long ago/],
  [{ indicator: 'CT02', period: 'February 2026' }, /one figure a quarter, and none ends there/],
  [{ numerator: '' }, /Enter a number: workers supervised/],
  [{ numerator: 'n/a' }, /“n\/a” is not a number/],
  [{ numerator: '-3' }, /not a number from 0 up/],
  [{ numerator: '90%' }, /is a share. Enter how many/],
  [{ numerator: '1e9' }, /not a number/],
  [{ denominator: 'NaN' }, /not a number/],
  [{ numerator: '121' }, /121 is more than 120: a share cannot be/],
  [{ denominator: '0', numerator: '0', indicator: 'FI02', period: '2024/25' }, /taken/],
  [{ denominator: '0', indicator: 'FI02', period: '2024/25' }, /Nothing can be divided by 0/],
  [{ indicator: 'FO01', period: 'March 2026' }, /is a number alone: leave this empty/],
  [{ dimension: 'team', part: 'North asessment' }, /The nearest: North assessment/],
  [{ dimension: 'team', part: '' }, /Enter which team/],
  [{ dimension: 'ward', part: 'x' }, /“ward” is not a way/],
  [{ dimension: 'sex', part: 'Male' }, /WF08 is not broken down by sex/],
  [{ part: 'Nowhere at all' }, /Say what “Nowhere at all” is/],
  [{ source: ' ' }, /Say where the figure is from/],
  [{ note: 'Child born on 3 May 2012' }, /Take out a date of birth/],
])('%j is told: %s', (change, expected) => {
  expect(messages(change)).toMatch(expected)
})

test('nothing to divide by is taken, because it is so', () => {
  expect(messages({ numerator: '0', denominator: '0' })).toBe('taken')
})

test('a team without its dimension is found, and an unknown one is kept where somebody says so', () => {
  expect(checkRow({ ...row, part: 'north  Assessment' }, known)).toMatchObject({
    figure: { slice: { dimension: 'team', name: 'North assessment' } },
  })
  const other = { dimension: 'team', part: 'Edge of care' }
  expect(messages(other)).toMatch(
    /There is no team “Edge of care”.*say that the name is to be kept/,
  )
  expect(messages(other, { keepsUnknown: true })).toBe('taken')
  // A sex is the same everywhere: no new one is kept.
  const sex = { indicator: 'CN07', period: '2024/25', dimension: 'sex', part: 'Boys' }
  expect(messages(sex, { keepsUnknown: true })).toMatch(/no sex “Boys”/)
})

test('whatever is typed, it is a figure that can be kept or it is told why not', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('', '12', 'WF08', 'team', 'March 2026', '0'))
  const rows = fc.record(
    Object.fromEntries(Object.keys(row).map(key => [key, text])) as Record<
      keyof TypedRow,
      fc.Arbitrary<string>
    >,
  )
  fc.assert(
    fc.property(rows, typed => {
      const checked = checkRow(typed, { ...known, keepsUnknown: true })
      const figure = checked.kind === 'figure' ? checked.figure : null
      const sound =
        figure === null
          ? checked.kind === 'refused' && checked.faults.length > 0
          : Number.isFinite(figure.numerator) && Number.isFinite(figure.denominator ?? 0)
      expect(sound).toBe(true)
    }),
  )
})

test('of two rows of one period and part the second is refused, and the others stay', () => {
  const lines = [
    ['WF08', 'March 2026', '100', '120'],
    ['WF08', '2026-03', '101', '120'],
    ['WF08', 'April 2026', 'many', '120'],
    ['FO01', 'March 2026', '412', ''],
  ].map((cells, place) => ({ number: place + 2, cells }))
  const mapping = { indicator: 0, period: 1, numerator: 2, denominator: 3 }
  const otherwise = { indicator: '', source: 'HR' }
  const { entries, refused } = readRows(lines, mapping, { ...known, otherwise, file: 'hr.xlsx' })
  expect(entries.map(each => each.figure.indicator)).toEqual(['WF08', 'FO01'])
  expect(entries[0]?.because).toBe('The table “hr.xlsx” says otherwise.')
  expect(refused.map(each => [each.line, each.message])).toEqual([
    [3, 'Row 2 already has a figure of this period and part.'],
    [4, '“many” is not a number. Enter workers supervised within the standard.'],
  ])
})
