import { expect, test } from 'vitest'
import { parseIsoMonth } from '#calendar'
import { definitionOf, wholeCounty } from '#indicators'
import { randomFrom } from '../signals/testing.ts'
import { byStrength, changeInWords, compare } from './compare.ts'
import type { Count, StoredSeries } from './figures.ts'
import { type Reading, readingOf } from './reading.ts'

const month = (iso: string) => parseIsoMonth(iso) ?? 0
const first = month('2023-01')
const count: Count = {
  countedAt: new Date(0),
  extracts: [],
  library: '',
  firstMonth: first,
  asOf: 0,
}

function known(code: string) {
  const definition = definitionOf(code)
  if (definition === undefined) throw new Error(`No indicator ${code}`)
  return definition
}

const readingFrom = (
  code: string,
  numerators: readonly number[],
  denominators: readonly number[],
): Reading => {
  const series: StoredSeries = {
    indicator: code,
    version: known(code).version,
    slice: wholeCounty,
    numerators,
    denominators,
  }
  return readingOf(known(code), count, series, undefined)
}

const random = randomFrom(3)
const draws = (size: number, share: number): number =>
  Array.from({ length: size }, () => (random() < share ? 1 : 0)).reduce<number>((a, b) => a + b, 0)
const shares = (sizes: readonly number[], share: (i: number) => number): Reading =>
  readingFrom(
    'AS01',
    sizes.map((size, i) => draws(size, share(i))),
    sizes,
  )
const months = (length: number, size: number) => Array.from({ length }, () => size)

test('a level that rose is a change for the better, with what it was and is', () => {
  const compared = compare(
    shares(months(40, 120), i => (i < 26 ? 0.6 : 0.85)),
    month('2024-06'),
    month('2026-04'),
  )
  expect(compared.is).toBe('better')
  expect(compared.strength).toBeGreaterThan(3)
  expect(compared.moved?.least).toBeGreaterThan(0)
  expect(compared.earlier?.month).toBe(month('2024-06'))
  expect(changeInWords(compared)).toMatch(/^\+\d+(\.\d)? points$/)
})

test('the same change of few children is noise', () => {
  const values = [2, 1, 3, 2, 3, 1, 2, 3, 2, 1, 3, 2, 2, 3, 1, 2, 3, 2, 1, 2, 3, 3, 2, 3]
  const reading = readingFrom('AS01', values, months(24, 4))
  const compared = compare(reading, month('2023-10'), month('2024-12'))
  expect(compared.is).toBe('noise')
  expect(compared.know).toContain('Only 4 to count then.')
})

test('what never changed is called a change in fewer than 1 of 100, whatever the denominators', () => {
  for (const size of [8, 60]) {
    let wrong = 0
    for (let i = 0; i < 600; i++) {
      const sizes = months(36, 0).map(() => size + Math.floor(random() * size))
      const reading = shares(sizes, () => 0.7)
      const { is } = compare(reading, month('2024-03'), month('2025-12'))
      if (is === 'better' || is === 'worse') wrong++
    }
    expect(wrong).toBeLessThan(6)
  }
})

test('a month without a figure has the one before it, and says so', () => {
  const numerators = months(30, 70).map((value, i) => (i === 14 ? Number.NaN : value + (i % 3)))
  const denominators = numerators.map(value => (Number.isNaN(value) ? Number.NaN : 100))
  const compared = compare(
    readingFrom('AS01', numerators, denominators),
    month('2024-03'),
    month('2025-06'),
  )
  expect(compared.earlier?.month).toBe(month('2024-02'))
  expect(compared.know).toContain('No figure for March 2024: February 2024 stands in its place.')
})

test('a month with a denominator of zero has no figure, and no number comes of it', () => {
  const denominators = months(30, 100).map((value, i) => (i === 29 ? 0 : value))
  const numerators = denominators.map((value, i) => (value === 0 ? 0 : 70 + (i % 5)))
  const compared = compare(
    readingFrom('AS01', numerators, denominators),
    month('2024-03'),
    month('2025-06'),
  )
  expect(compared.later?.month).toBe(month('2025-05'))
  expect(JSON.stringify(compared.know)).not.toMatch(/NaN|undefined/)
})

test('before its first figure nothing is compared, and it says when figures begin', () => {
  const reading = shares(months(30, 100), () => 0.7)
  const compared = compare(reading, month('2022-03'), month('2025-06'))
  expect(compared).toMatchObject({ earlier: null, change: null, is: 'unknown' })
  expect(compared.know).toContain('Its figures begin in January 2023.')
})

test('too few months are not judged', () => {
  const compared = compare(
    shares(months(9, 100), () => 0.7),
    month('2023-03'),
    month('2023-09'),
  )
  expect(compared.is).toBe('unknown')
  expect(compared.change).not.toBeNull()
  expect(compared.know.join()).toContain('it takes 13')
})

test('the strongest change stands first, what cannot be said last', () => {
  const strong = compare(
    shares(months(40, 120), i => (i < 26 ? 0.5 : 0.9)),
    month('2024-06'),
    month('2026-04'),
  )
  const noise = compare(
    shares(months(40, 120), () => 0.6),
    month('2024-06'),
    month('2026-04'),
  )
  const unknown = compare(
    shares(months(5, 120), () => 0.6),
    month('2023-02'),
    month('2023-05'),
  )
  expect(byStrength([unknown, noise, strong]).map(each => each.is)).toEqual([
    'better',
    'noise',
    'unknown',
  ])
})
