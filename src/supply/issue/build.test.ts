import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, type Shown, signOf } from '#disclosure'
import { buildIssue, type Counted, type CountedLine, figureOf, inNoPart } from './build.ts'
import { type IssueFigure, linesOf, pointsShown } from './contents.ts'

const months = ['2026-01', '2026-02', '2026-03']
const line = (name: string, pairs: readonly (readonly [number, number] | null)[]): CountedLine => ({
  name,
  points: pairs.flatMap((pair, place) =>
    pair === null
      ? []
      : [
          {
            period: months[place] ?? '',
            numerator: pair[0],
            denominator: pair[1],
            value: pair[1] === 0 ? null : (pair[0] / pair[1]) * 100,
          },
        ],
  ),
})

const share = (county: CountedLine, parts: readonly CountedLine[]): Counted => ({
  code: 'AS01',
  name: 'Assessments in time',
  family: 'Assessment',
  unit: 'percentage',
  measure: '',
  good: 'high',
  means: 'Of the assessments, the share in time.',
  caution: '',
  version: 1,
  extracts: [],
  county,
  breakdowns: [{ by: 'locality', parts }],
})

const said = ({ counted, outOf, value }: IssueFigure) =>
  [counted, outOf, value].map(signOf).join(' ')

test('a share is shown where both its numbers are, with one decimal', () => {
  const [north, south] = [
    line('North', [[7, 20], null, null]),
    line('South', [[30, 41], null, null]),
  ]
  const { contents } = buildIssue(
    'Nowhere',
    months.slice(0, 1),
    [share(line('', [[37, 61], null, null]), [north, south])],
    [],
  )
  const [indicator] = contents.indicators
  expect(indicator && linesOf(indicator).map(({ part }) => part.figures.map(said))).toEqual([
    ['37 61 60.7'],
    ['7 20 35'],
    ['30 41 73.2'],
  ])
})

test('who is in no part is a part, so that nobody works them out', () => {
  const { contents } = buildIssue(
    'Nowhere',
    months.slice(0, 1),
    [share(line('', [[30, 63], null, null]), [line('North', [[28, 60], null, null])])],
    [],
  )
  const parts = contents.indicators[0]?.breakdowns[0]?.parts
  expect(parts?.map(({ name, figures }) => [name, ...figures.map(said)])).toEqual([
    ['North', 'c c c'],
    [inNoPart, 'c c c'],
  ])
})

test('a month that was not counted is not available, and nobody to count is no zero', () => {
  const { contents } = buildIssue(
    'Nowhere',
    months,
    [share(line('', [[8, 20], null, [0, 0]]), [line('North', [[8, 20], null, [0, 0]])])],
    [],
  )
  expect(contents.indicators[0]?.county.map(said)).toEqual(['8 20 40', 'x x x', '0 0 z'])
})

test('parts that come to more than the county are not shown', () => {
  const parts = [line('North', [[20, 40], null, null]), line('South', [[20, 40], null, null])]
  const county = line('', [[30, 60], null, null])
  const { contents } = buildIssue('Nowhere', months.slice(0, 1), [share(county, parts)], [])
  expect(contents.indicators[0]?.breakdowns[0]?.parts.flatMap(({ figures }) => figures)).toEqual([])
})

test('an average is shown where who it is of is, and a rate where its number is', () => {
  const number = (value: number): Shown => ({ kind: 'number', value })
  const kept: Shown = { kind: 'kept-back' }
  const point = { period: '2026-01', numerator: 380, denominator: 10, value: 38.04 }
  expect(said(figureOf('average', [number(10), number(10)], point))).toBe('z 10 38')
  expect(said(figureOf('average', [kept, kept], point))).toBe('z c c')
  expect(said(figureOf('average', [number(0), number(0)], point))).toBe('z 0 z')
  expect(said(figureOf('rate', [kept, kept], { ...point, denominator: 1000 }))).toBe('c 1000 c')
})

const pairs = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  .map(([yes, no]) => [yes, yes + no] as const)
const counties = fc
  .array(fc.array(pairs, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 })
  .map(rows =>
    share(
      line(
        '',
        months.map((_, place) => [
          rows.reduce((sum, row) => sum + (row[place]?.[0] ?? 0), 0),
          rows.reduce((sum, row) => sum + (row[place]?.[1] ?? 0), 0),
        ]),
      ),
      rows.map((row, place) => line(`Part ${place}`, row)),
    ),
  )

test('no chart draws, and no line of it rests on, what is kept back', () => {
  fc.assert(
    fc.property(counties, counted => {
      const { contents, counts } = buildIssue('Nowhere', months, [counted], [])
      const [indicator] = contents.indicators
      const points = indicator === undefined ? [] : pointsShown(months, indicator.county)
      const wrong = points.filter(({ value, numerator, denominator }, place) => {
        const [yes = 0, no = 0] = counts['AS01']?.[months[place] ?? '']?.counts.county ?? []
        return value === null
          ? numerator !== null || denominator !== null
          : isSmall(yes) || isSmall(no) || isSmall(yes + no)
      })
      expect(wrong).toEqual([])
    }),
  )
})

test('what an issue shows holds no small number, whatever is counted', () => {
  fc.assert(
    fc.property(counties, counted => {
      const { contents } = buildIssue('Nowhere', months, [counted], [])
      const shown = contents.indicators.flatMap(each =>
        linesOf(each).flatMap(({ part }) =>
          part.figures.flatMap(({ counted: n, outOf }) => [n, outOf]),
        ),
      )
      const numbers = shown.flatMap(cell => (cell.kind === 'number' ? [cell.value] : []))
      expect(numbers.filter(isSmall)).toEqual([])
    }),
  )
})
