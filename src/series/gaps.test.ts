import { isoMonth, parseIsoDay, parseIsoMonth } from '#calendar'
import { definitionOf, wholeCounty } from '#indicators'
import { expect, test } from 'vitest'
import { missingPeriods, proposed } from './gaps.ts'
import { nearest } from './nearest.ts'
import type { SeriesValue } from './value.ts'

const supervision = definitionOf('WF08')
const attainment = definitionOf('CN10')
const today = parseIsoDay('2026-11-21') ?? 0
const value = (month: string, numerator: number | null = 1) =>
  // Only these three fields are looked at.
  ({ month: parseIsoMonth(month) ?? 0, numerator, slice: wholeCounty }) as SeriesValue

test('a month between two is missing, one taken back too, and so is the one that ended last', () => {
  if (supervision?.kind !== 'series') throw new RangeError('WF08')
  const standing = [value('2026-06'), value('2026-08'), value('2026-09', null)]
  const missing = missingPeriods(supervision, standing, today)
  expect(missing.map(isoMonth)).toEqual(['2026-07', '2026-09', '2026-10'])
  expect(isoMonth(proposed(supervision, standing, today))).toBe('2026-07')
  expect(missingPeriods(supervision, [], today)).toEqual([])
  expect(isoMonth(proposed(supervision, [], today))).toBe('2026-10')
})

test('a yearly figure has no eleven months that are missing', () => {
  if (attainment?.kind !== 'series') throw new RangeError('CN10')
  const standing = [value('2024-08'), value('2026-08')]
  expect(missingPeriods(attainment, standing, today).map(isoMonth)).toEqual(['2025-08'])
})

test('the nearest names are those that may be meant', () => {
  const names = ['North assessment', 'South assessment', 'Fostering']
  expect(nearest('nort assesment', names)).toEqual(['North assessment', 'South assessment'])
  expect(nearest('zzz', names)).toEqual([])
})
