import { parseIsoDay } from '#calendar'
import { protectionPlans, visits } from '#records'
import { expect, test } from 'vitest'
import { protectionVisitsInTime } from './definitions/cp15-protection-visits-in-time.ts'
import { record } from './fixture.ts'
import { standardsOf, usualStandards } from './local-standards.ts'

const day = (text: string) => parseIsoDay(text) ?? Number.NaN
const key = 'protection-visit-working-days'
const since = (from: string, value: number) => ({ key, value, from: day(from) }) as const

test('a standard holds from its day until another begins', () => {
  const { on } = standardsOf([since('2026-04-01', 15), since('2025-04-01', 20)])
  expect(on(key, day('2025-03-31'))).toBe(10)
  expect(on(key, day('2025-04-01'))).toBe(20)
  expect(on(key, day('2026-03-31'))).toBe(20)
  expect(on(key, day('2026-04-01'))).toBe(15)
  expect(on(key, null)).toBe(usualStandards.on(key, null))
})

test('of two decisions for one day the later one holds', () => {
  const { on } = standardsOf([since('2026-04-01', 15), since('2026-04-01', 12)])
  expect(on(key, day('2026-05-01'))).toBe(12)
})

test('a child is judged by the standard of the day, not by that of today', () => {
  const made = record()
    .child('seen after 12 days')
    .had(protectionPlans, { startedOn: '2026-01-05' })
    // Twelve working days before 31 March 2026, and eleven before 30 April 2026.
    .had(visits, { visitedOn: '2026-03-13', kind: 'protection' })
    .had(visits, { visitedOn: '2026-04-15', kind: 'protection' })
  const changed = standardsOf([since('2026-04-01', 15)])
  expect(made.in('2026-03', protectionVisitsInTime, changed).counted).toEqual([])
  expect(made.in('2026-04', protectionVisitsInTime, changed).counted).toHaveLength(1)
  expect(made.in('2026-04', protectionVisitsInTime).counted).toEqual([])
  expect(made.value('2026-03', protectionVisitsInTime, changed)).toBe(0)
  expect(made.value('2026-04', protectionVisitsInTime, changed)).toBe(100)
})

test('the mark tells other decisions apart', () => {
  expect(standardsOf([since('2026-04-01', 15)]).mark).not.toBe(usualStandards.mark)
  expect(standardsOf([]).mark).toBe(usualStandards.mark)
})
