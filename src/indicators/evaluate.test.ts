import { dayOf, monthOf } from '#calendar'
import { consolidate } from '#records'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Definition, isOfRecords } from './definition.ts'
import { evaluate, type IndicatorFigures } from './evaluate.ts'
import { type Member, membersOf } from './explain.ts'
import { library } from './library.ts'
import { usualStandards } from './local-standards.ts'
import { randomRecord } from './random-record.ts'
import { type Dimension, dimensions, isHomeDimension, wholeCounty } from './slices.ts'
import { medianOf } from './tally.ts'

const from = dayOf(2019, 1, 1) ?? 0
const to = dayOf(2022, 12, 31) ?? 0
const months = { from: monthOf(from), to: monthOf(to) }
const population = new Map([2019, 2020, 2021, 2022].map(year => [year, 12_000]))

const histories = fc
  .record({ seed: fc.integer(), children: fc.integer({ min: 0, max: 60 }) })
  .map(({ seed, children }) => consolidate([randomRecord({ seed, children, from, to })]))

/** The sum of a breakdown's parts, month by month. */
function sumsOver(
  { series, extracts }: IndicatorFigures,
  dimension: Dimension,
  of: 'numerators' | 'denominators',
): readonly number[] {
  const parts = series.filter(each => each.slice.dimension === dimension)
  return Array.from(extracts, (_, month) =>
    parts.reduce((total, each) => total + (each[of][month] ?? 0), 0),
  )
}

test('no more are counted than there are, in any slice and month', () => {
  fc.assert(
    fc.property(histories, history => {
      for (const { definition, series } of evaluate(history, library, { ...months, population })) {
        if (definition.unit !== 'percentage') continue
        for (const { numerators, denominators } of series)
          expect(numerators.some((each, month) => each > (denominators[month] ?? 0))).toBe(false)
      }
    }),
    { numRuns: 20 },
  )
})

test('a county is the sum of its teams, ages, sexes, ethnic groups, disabilities and homes', () => {
  const everywhere = dimensions.filter(
    each => each !== 'county' && each !== 'locality' && !isHomeDimension(each),
  )
  fc.assert(
    fc.property(histories, history => {
      for (const figures of evaluate(history, library, { ...months, population })) {
        const { definition } = figures
        // Medians do not add up, and rows about workers and adopters have no child to divide by.
        if (definition.measure?.summary === 'median' || definition.of.about !== 'child') continue
        const county = figures.series[0]
        const answered = (values: Iterable<number>) =>
          Array.from(values).map((value, month) =>
            Number.isNaN(county?.numerators[month]) ? null : Math.round(value * 1e6) / 1e6,
          )
        for (const dimension of [...everywhere, ...(definition.alsoBy ?? [])]) {
          expect(answered(sumsOver(figures, dimension, 'numerators'))).toEqual(
            answered(county?.numerators ?? []),
          )
          if (definition.unit === 'rate') continue
          expect(answered(sumsOver(figures, dimension, 'denominators'))).toEqual(
            answered(county?.denominators ?? []),
          )
        }
      }
    }),
    { numRuns: 20 },
  )
})

/** What a figure must be, by the children behind it: nothing where there are none. */
function figureOf(members: readonly Member[], { measure, unit }: Definition) {
  if (members.length === 0) return null
  const measured = members.map(member => member.measured ?? Number(member.counted))
  const sum = measured.reduce((total, each) => total + each, 0)
  return {
    numerator: measure?.summary === 'median' ? medianOf(measured) : sum,
    denominator: unit === 'rate' ? null : members.length,
  }
}

test('a figure is what the children behind it make', () => {
  const history = consolidate([randomRecord({ seed: 3, children: 120, from, to })])
  for (const { definition, series } of evaluate(history, library, { ...months, population })) {
    for (const { slice, numerators, denominators } of series) {
      for (let month = 14; month < numerators.length; month += 13) {
        const numerator = numerators[month] ?? Number.NaN
        const denominator = definition.unit === 'rate' ? null : denominators[month]
        const none = denominator === 0 || Number.isNaN(numerator)
        const figure = none ? null : { numerator, denominator }
        const members = membersOf(history, definition, months.from + month, slice, usualStandards)
        const expected = figureOf(members, definition)
        const nothing = { numerator: 0, denominator: null }
        expect(figure).toEqual(
          definition.unit === 'rate' && !none ? (expected ?? nothing) : expected,
        )
      }
    }
  }
})

test('indicators evaluated together and alone give the same figures', () => {
  const history = consolidate([randomRecord({ seed: 11, children: 80, from, to })])
  const counted = library.filter(isOfRecords)
  const together = evaluate(history, counted, { ...months, population })
  for (const [place, definition] of counted.entries())
    expect(evaluate(history, [definition], { ...months, population })[0]).toEqual(together[place])
})

test('a child is counted once a month where the definition says so', () => {
  fc.assert(
    fc.property(histories, history => {
      for (const definition of library.filter(isOfRecords).filter(each => each.eachChildOnce)) {
        const members = membersOf(history, definition, months.to, wholeCounty, usualStandards)
        const children = members.map(member => member.child)
        expect(new Set(children).size).toBe(children.length)
      }
    }),
    { numRuns: 20 },
  )
})
