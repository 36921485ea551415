import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, firstDayOf, type Month } from '#calendar'
import { completionOf, countedOf, type DoneAudit, owedMonths, shareOnTime } from './completion.ts'
import { type Exemption, isExemptIn, type Obligation } from './obligation.ts'
import { reminderInWords, remindersOn } from './remind.ts'

const day = (year: number, month: number, date: number) => dayOf(year, month, date) ?? 0
const month = (year: number, of: number): Month => year * 12 + of - 1

const obligation: Obligation = {
  id: 'o1',
  personId: 'p1',
  personName: 'Manager of North',
  role: 'team-manager',
  team: 'North',
  toolKey: 'whole-case-file',
  monthly: 2,
  fromOn: day(2026, 1, 1),
  untilOn: null,
}
const exemption: Exemption = {
  id: 'e1',
  personId: 'p1',
  personName: 'Manager of North',
  toolKey: '',
  kind: 'discretionary',
  reason: 'An inspection of the team',
  fromOn: day(2026, 2, 1),
  untilOn: day(2026, 3, 31),
  approvedById: 'p9',
  approvedBy: 'Head of service',
  withdrawnOn: null,
}
const done = (doneOn: number, dueOn: number | null = null): DoneAudit => ({
  auditorId: 'p1',
  toolKey: 'whole-case-file',
  doneOn,
  dueOn,
})
const span = { from: month(2026, 1), to: month(2026, 4) }
const rows = (audits: readonly DoneAudit[], exemptions: readonly Exemption[] = []) =>
  owedMonths([obligation], exemptions, audits, span).map(each => [
    each.asked,
    each.exempt,
    each.onTime,
    each.late,
  ])

test('an audit counts for its month, and what is over makes good the oldest that is open, late', () => {
  expect(
    rows([
      done(day(2026, 1, 20)),
      done(day(2026, 2, 3)),
      done(day(2026, 2, 4)),
      done(day(2026, 2, 5)),
      done(day(2026, 3, 31), day(2026, 3, 31)),
      done(day(2026, 4, 2), day(2026, 3, 31)),
    ]),
  ).toEqual([
    [2, 0, 1, 1],
    [2, 0, 2, 0],
    [2, 0, 1, 1],
    [2, 0, 0, 0],
  ])
})

test('whoever is let off still stands among those asked', () => {
  expect(rows([], [exemption])).toEqual([
    [2, 0, 0, 0],
    [2, 2, 0, 0],
    [2, 2, 0, 0],
    [2, 0, 0, 0],
  ])
})

test('an exemption that is taken back is owed again from that month, and was not before', () => {
  const taken = { ...exemption, withdrawnOn: day(2026, 3, 10) }
  expect(isExemptIn(taken, month(2026, 2))).toBe(true)
  expect(isExemptIn(taken, month(2026, 3))).toBe(false)
  const never = { ...exemption, withdrawnOn: exemption.fromOn }
  expect(isExemptIn(never, month(2026, 2))).toBe(false)
})

test('nothing is counted twice, and nothing that was not asked', () => {
  const audit = fc.record({
    auditorId: fc.constantFrom('p1', 'p2'),
    toolKey: fc.constantFrom('whole-case-file', 'supervision'),
    doneOn: fc.integer({ min: day(2026, 1, 1), max: day(2026, 4, 30) }),
    dueOn: fc.option(fc.integer({ min: day(2026, 1, 1), max: day(2026, 4, 30) })),
  })
  fc.assert(
    fc.property(fc.array(audit, { maxLength: 30 }), audits => {
      const own = audits.filter(
        each => each.auditorId === 'p1' && each.toolKey === 'whole-case-file',
      )
      const counted = countedOf(owedMonths([obligation], [exemption], audits, span))
      expect(counted.onTime + counted.late).toBeLessThanOrEqual(own.length)
      expect(counted.open).toBeGreaterThanOrEqual(0)
      expect(counted.asked).toBe(8)
    }),
  )
})

test('before and after exemptions were withdrawn are compared, with how sure that is', () => {
  const long = { from: month(2025, 1), to: month(2026, 11) }
  const obliged = { ...obligation, fromOn: day(2025, 1, 1) }
  const audits = Array.from({ length: 12 }, (_, n) => month(2025, 12) + n).flatMap(each => [
    done(firstDayOf(each) + 9),
    done(firstDayOf(each) + 9),
  ])
  const withdrawal = { id: 'w', on: day(2025, 12, 1), reason: 'Pace', decidedBy: 'The director' }
  const owed = owedMonths([obliged], [], audits, long)
  const completion = completionOf(owed, [withdrawal], day(2026, 11, 21))
  expect(completion.latest?.month).toBe(month(2026, 10))
  expect(completion.around?.before).toMatchObject({ asked: 22, onTime: 0 })
  expect(completion.around?.after).toMatchObject({ asked: 22, onTime: 22 })
  expect(completion.around?.difference?.low).toBeGreaterThan(0.7)
})

test('fewer than ten are no share', () => {
  expect(shareOnTime({ asked: 9, exempt: 0, onTime: 9, late: 0, open: 0 })).toBeNull()
  expect(shareOnTime({ asked: 10, exempt: 0, onTime: 5, late: 0, open: 5 })?.share).toBe(0.5)
})

test('reminders come before the month ends and after, and to nobody who is let off', () => {
  const owed = owedMonths([obligation], [exemption], [done(day(2026, 1, 5))], span)
  expect(remindersOn(owed, day(2026, 1, 20))).toEqual([])
  const [soon] = remindersOn(owed, day(2026, 1, 25))
  expect(soon).toMatchObject({ personId: 'p1', kind: 'soon', open: 1 })
  expect(soon && reminderInWords(soon)).toBe(
    '1 audit of January 2026 is still to be done by 31 January 2026.',
  )
  expect(remindersOn(owed, day(2026, 2, 3)).map(each => each.kind)).toEqual(['late'])
  expect(remindersOn(owed, day(2026, 2, 25)).map(each => [each.kind, each.month])).toEqual([
    ['late', month(2026, 1)],
  ])
})
