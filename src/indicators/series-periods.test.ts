import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeriesDefinition } from './definition.ts'
import {
  exampleOfPeriod,
  firstMonthOf,
  nameOfPeriod,
  periodOf,
  periodsBetween,
  readPeriod,
} from './series-periods.ts'
import { monthNamed } from './fixture.ts'

type Rhythm = Pick<SeriesDefinition, 'every' | 'yearEnds' | 'atEnd'>
const monthly: Rhythm = { every: 'month' }
const quarterly: Rhythm = { every: 'quarter' }
const termly: Rhythm = { every: 'term' }
const financial: Rhythm = { every: 'year', yearEnds: 3 }
const school: Rhythm = { every: 'year', yearEnds: 8 }
const calendar: Rhythm = { every: 'year', yearEnds: 12 }
const all = [monthly, quarterly, termly, financial, school, calendar]

test.each([
  [monthly, 'March 2026', '2026-03'],
  [monthly, '2026-03', '2026-03'],
  [monthly, '31/03/2026', '2026-03'],
  [monthly, '2026-03-31', '2026-03'],
  [monthly, 'Mar 26', '2026-03'],
  [monthly, '03/2026', '2026-03'],
  [monthly, 'Sept. 2025', '2025-09'],
  [quarterly, 'January to March 2026', '2026-03'],
  [quarterly, 'Q2 2026', '2026-06'],
  [quarterly, 'Feb 2026', null],
  [termly, 'Autumn term 2025', '2025-12'],
  [termly, '2026 spring', '2026-04'],
  [termly, 'summer 2026', '2026-08'],
  [financial, '2025/26', '2026-03'],
  [financial, '2025-26', '2026-03'],
  [financial, 'Year to 31 March 2026', '2026-03'],
  [financial, '2026', '2026-03'],
  [financial, 'March 2026', '2026-03'],
  [financial, '2026-03', '2026-03'],
  [financial, '1999/00', '2000-03'],
  [calendar, '2024', '2024-12'],
  [school, 'School year 2024 to 2025', '2025-08'],
  [school, 'academic year 2024/25', '2025-08'],
  [monthly, 'last month', null],
  [monthly, '', null],
  [monthly, '2026-13', null],
])('%j reads %s as the period ending in %s', (rhythm, text, expected) => {
  expect(readPeriod(rhythm, text)).toBe(expected === null ? null : monthNamed(expected))
})

test('the name and the example of a period lead back to it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.boolean(),
      fc.integer({ min: 2000 * 12, max: 2090 * 12 }),
      (rhythm, atEnd, month) => {
        const own = { ...rhythm, atEnd }
        const end = periodOf(own, month)
        expect(end).toBeGreaterThanOrEqual(month)
        expect(firstMonthOf(own, end)).toBeLessThanOrEqual(month)
        expect(readPeriod(own, nameOfPeriod({ ...own, atEnd: false }, end))).toBe(end)
        for (const each of exampleOfPeriod(own, end).split(', or '))
          expect(readPeriod(own, each)).toBe(end)
      },
    ),
  )
})

test('a yearly series has one period a year and a monthly one twelve', () => {
  const from = monthNamed('2024-04')
  const to = monthNamed('2026-03')
  expect(all.map(each => periodsBetween(each, from, to).length)).toEqual([24, 8, 6, 2, 2, 2])
})
