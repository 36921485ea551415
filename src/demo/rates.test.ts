import { expect, test } from 'vitest'
import { type Day, parseIsoDay, workingDaysBetween } from '#calendar'
import { localities } from './authority.ts'
import { demoCounty } from './extracts.ts'
import type { Sheet } from './sheet.ts'

// One county of 30,000 children for all: its rates may lie this far from those of England.
const scale = 0.2
const county = demoCounty({ scale, seed: 11 })
const { happened } = county
const tenThousands = 15 * scale
const day = (iso: string) => parseIsoDay(iso) ?? 0

function count<Name extends string>(
  rows: Sheet<Name>,
  that: (get: (name: Name) => number) => boolean,
) {
  let counted = 0
  for (let row = 0; row < rows.length; row++) if (that(name => rows.get(row, name))) counted++
  return counted
}

function open(rows: Sheet<'from' | 'to'>, on: Day): number {
  return count(rows, get => get('from') <= on && get('to') > on) / tenThousands
}

/** How far a figure lies from England's, as a share of England's. */
const apart = (value: number, england: number) => Math.abs(value / england - 1)

test('rates per 10,000 children are near those of England in the year to March 2025', () => {
  const inYear = (on: number) => on >= day('2024-04-01') && on <= day('2025-03-31')
  expect(
    apart(count(happened.referrals, get => inYear(get('from'))) / tenThousands, 519),
  ).toBeLessThan(0.12)
  expect(
    apart(count(happened.enquiries, get => inYear(get('from'))) / tenThousands, 189),
  ).toBeLessThan(0.2)
  expect(
    apart(count(happened.conferences, get => inYear(get('on'))) / tenThousands, 59),
  ).toBeLessThan(0.3)
  expect(
    apart(open(happened.referrals as Sheet<'from' | 'to'>, day('2025-03-31')), 330),
  ).toBeLessThan(0.15)
  expect(apart(open(happened.plans as Sheet<'from' | 'to'>, day('2025-03-31')), 41)).toBeLessThan(
    0.3,
  )
  expect(apart(open(happened.periods as Sheet<'from' | 'to'>, day('2025-03-31')), 67)).toBeLessThan(
    0.3,
  )
})

test('about 22 in a hundred referrals follow another within a year', () => {
  const before = new Map<number, number>()
  const order = Array.from({ length: happened.referrals.length }, (_, row) => row).sort(
    (a, b) => happened.referrals.get(a, 'from') - happened.referrals.get(b, 'from'),
  )
  let all = 0
  let again = 0
  for (const row of order) {
    const child = happened.referrals.get(row, 'child')
    const from = happened.referrals.get(row, 'from')
    if (from >= county.span.from) {
      all++
      if (from - (before.get(child) ?? Number.NEGATIVE_INFINITY) < 365) again++
    }
    before.set(child, from)
  }
  expect(apart(again / all, 0.22)).toBeLessThan(0.12)
})

/** The share of assessments finished in 45 working days of the referral, in a span of days. */
function assessedOnTime(from: string, to: string, locality: number | null = null): number {
  const { assessments, referrals, people } = happened
  const counts = (get: (name: 'to' | 'child') => number) =>
    get('to') >= day(from) &&
    get('to') <= day(to) &&
    (locality === null || people.get(get('child'), 'locality') === locality)
  const timely = count(
    assessments,
    get =>
      counts(get) && workingDaysBetween(referrals.get(get('referral'), 'from'), get('to')) <= 45,
  )
  return timely / count(assessments, counts)
}

test('assessments on time follow the story: poor, recovered, level, better', () => {
  expect(assessedOnTime('2019-04-01', '2019-12-31')).toBeCloseTo(0.62, 1)
  expect(assessedOnTime('2021-06-01', '2023-09-30')).toBeCloseTo(0.81, 1)
  expect(assessedOnTime('2025-07-01', '2026-03-31')).toBeGreaterThan(0.84)
})

test('the locality that lost a manager fell behind, and came back', () => {
  const dovemallow = localities.indexOf('Dovemallow')
  expect(assessedOnTime('2024-01-01', '2024-09-30', dovemallow)).toBeLessThan(0.7)
  expect(assessedOnTime('2025-08-01', '2026-03-31', dovemallow)).toBeGreaterThan(0.76)
})

test('contacts fall in August and fell in the spring of 2020', () => {
  const contacts = (from: string, to: string) =>
    count(happened.contacts, get => get('on') >= day(from) && get('on') <= day(to))
  expect(contacts('2022-08-01', '2022-08-31')).toBeLessThan(
    contacts('2022-07-01', '2022-07-31') * 0.75,
  )
  expect(contacts('2020-04-01', '2020-04-30')).toBeLessThan(
    contacts('2019-04-01', '2019-04-30') * 0.8,
  )
})
