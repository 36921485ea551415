import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleConstitution, localDuty } from './constitution.ts'
import { type Day, isoDay, parseIsoDay } from './day.ts'
import { type Deadline, deadline, explainDeadline } from './deadlines.ts'
import { type Period, type Reckoning, type Unit, reckon, whyLeftOut } from './periods.ts'
import { type RuleId, ruleOn, statutoryDeadline, statutoryRules } from './rules.ts'
import { englandAndWales } from './working-days.ts'

const day = (iso: string): Day => parseIsoDay(iso) ?? Number.NaN

function due(id: RuleId, iso: string): string {
  const result = statutoryDeadline(id, day(iso))
  return result.kind === 'due' ? isoDay(result.deadline.due) : result.reason
}

function found(id: RuleId, iso: string): Deadline {
  const result = statutoryDeadline(id, day(iso))
  if (result.kind === 'no-rule') throw new Error(result.reason)
  return result.deadline
}

function ends(reckoning: Reckoning, unit: Unit, length: number, iso: string): string {
  return isoDay(reckon(reckoning, { unit, length }, day(iso)))
}

describe('statutory dates', () => {
  it.each([
    // Plans that councils published with their dates.
    ['statement-of-action', '2022-04-01', '2022-07-15'],
    ['statement-of-action', '2017-06-12', '2017-09-19'],
    ['statement-of-action', '2017-06-13', '2017-09-20'],
    ['statement-of-action', '2017-01-20', '2017-05-03'],
    ['statement-of-action', '2017-01-24', '2017-05-05'],
    ['statement-of-action', '2016-11-28', '2017-03-09'],
    ['draft-priority-action-plan', '2018-08-10', '2018-09-10'],
    ['publish-inspection-report', '2022-04-01', '2022-05-18'],
    ['publish-agenda', '2017-09-18', '2017-09-08'],
    ['publish-agenda', '2020-01-16', '2020-01-08'],
    ['publish-agenda', '2022-06-22', '2022-06-14'],
    // The day of the State Funeral, 19 September 2022, does not count.
    ['publish-agenda', '2022-09-27', '2022-09-16'],
    ['publish-agenda', '2025-01-07', '2024-12-27'],
    ['key-decision-notice', '2022-06-22', '2022-05-24'],
    ['respond-to-scrutiny', '2020-01-16', '2020-03-15'],
    ['notify-disclosed-interest', '2017-01-27', '2017-02-23'],
    // A council's guidance note: elected 7 May 2015, so no later than 3 June 2015.
    ['register-interests-on-taking-office', '2015-05-07', '2015-06-03'],
    ['private-meeting-notice', '2022-06-22', '2022-05-24'],
    ['private-meeting-further-notice', '2022-06-22', '2022-06-14'],
    ['key-decision-general-exception', '2022-06-14', '2022-06-22'],
    ['key-decision-general-exception-notice', '2022-06-22', '2022-06-14'],
    ['keep-minutes-open', '2020-02-29', '2026-02-28'],
  ] as const)('%s for %s is %s', (id, from, expected) => {
    expect(due(id, from)).toBe(expected)
  })

  it('uses the rule as it stood on the day', () => {
    expect(ruleOn('publish-agenda', day('2002-09-30'))?.period.length).toBe(3)
    expect(ruleOn('publish-agenda', day('2002-10-01'))?.period.length).toBe(5)
    expect(due('key-decision-notice', '2012-09-09')).toBe(
      'We hold no rule to publish notice of the key decision for 9 September 2012.',
    )
  })

  it('holds no two versions of a rule at once', () => {
    for (const { versions } of Object.values(statutoryRules)) {
      const spans = versions.map(({ from, until }) => [
        day(from),
        until === null ? Infinity : day(until),
      ])
      expect(spans.flat()).toEqual(spans.flat().toSorted((a, b) => (a < b ? -1 : 1)))
    }
  })
})

describe('the ways of counting', () => {
  it('counts months to the day before the same date, or to the end of a short month', () => {
    expect(ends('within', 'months-beginning-with', 2, '2021-01-01')).toBe('2021-02-28')
    expect(ends('within', 'months-beginning-with', 2, '2020-12-29')).toBe('2021-02-28')
    expect(ends('within', 'months-beginning-with', 2, '2020-12-31')).toBe('2021-02-28')
    expect(ends('within', 'months-beginning-with', 2, '2019-12-31')).toBe('2020-02-29')
    // Dodds v Walker: four months after 30 September end on 30 January.
    expect(ends('within', 'months-after', 4, '1978-09-30')).toBe('1979-01-30')
    expect(ends('latest-start', 'months-beginning-with', 2, '2021-02-28')).toBe('2021-01-01')
    expect(ends('latest-start', 'months-beginning-with', 2, '2021-02-27')).toBe('2020-12-28')
    expect(ends('latest-start', 'months-beginning-with', 2, '2020-03-15')).toBe('2020-01-16')
  })

  it('counts Saturdays for steps under section 243, but not the Christmas or Easter break', () => {
    expect(ends('before', 'clear-day-1972', 3, '2024-06-11')).toBe('2024-06-06')
    expect(ends('before', 'clear-day-1972', 3, '2024-12-30')).toBe('2024-12-20')
    expect(ends('before', 'clear-day-1972', 3, '2024-04-04')).toBe('2024-03-25')
  })

  it('gives the time of day that a constitution sets', () => {
    const duty = localDuty(exampleConstitution, 'memberQuestion')
    const result = duty && deadline(duty, day('2017-09-18'))
    expect([result?.at, isoDay(result?.due ?? Number.NaN)]).toEqual(['10:00', '2017-09-11'])
    expect(result && explainDeadline(result)[0]).toBe(
      'The latest time to give notice of a member’s question is 10:00 on Monday 11 September 2017.',
    )
  })

  it('has no such step where the constitution has none', () => {
    expect(localDuty({ ...exampleConstitution, callIn: null }, 'callIn')).toBeNull()
  })

  it('refuses a period of no days', () => {
    expect(() => ends('within', 'calendar-day', 0, '2024-01-01')).toThrow(/above 0, not 0/)
  })
})

describe('the working', () => {
  it('is told in plain English', () => {
    expect(explainDeadline(found('publish-agenda', '2022-09-27'))).toEqual([
      'The last day to publish the agenda and reports is Friday 16 September 2022.',
      'Start from the meeting: Tuesday 27 September 2022. That day does not count.',
      'Count back 5 clear working days: Monday to Friday, leaving out bank holidays and the days at both ends.',
      'Left out on the way: 4 weekend days and Monday 19 September 2022 (Bank holiday for the State Funeral of Queen Elizabeth II).',
      'The days that count run from Tuesday 20 September 2022 to Monday 26 September 2022.',
      'Law: Local Government Act 1972, section 100B(3) as amended by SI 2002/715 article 3 (read 21 November 2026).',
    ])
  })

  it('says where the date falls on a day off, and where bank holidays are not yet published', () => {
    const response = found('respond-to-scrutiny', '2020-01-16')
    expect(response.cautions).toEqual([
      'Sunday 15 March 2020 falls on a weekend. The rule does not move the date, so plan to finish by Friday 13 March 2020, the last working day before it.',
    ])
    expect(found('statement-of-action', '2028-11-01').cautions[0]).toMatch(/holidays for 2029\./)
    expect(found('statement-of-action', '2022-04-01').cautions).toEqual([])
  })

  it('accounts for every day between the start and the date', () => {
    const units: Unit[] = [
      'working-day-2007',
      'clear-working-day',
      'clear-calendar-day',
      'calendar-day',
      'clear-day-1972',
      'days-beginning-with',
    ]
    const reckonings: Reckoning[] = ['within', 'before', 'latest-start']
    const duty = (unit: Unit, length: number, reckoning: Reckoning) =>
      ({
        task: 'do it',
        event: 'the event',
        reckoning,
        period: { unit, length },
        law: { document: '', paragraph: '', reading: { kind: 'unverified', because: '' } },
      }) as const
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom(...units),
        fc.constantFrom(...reckonings),
        (start, length, unit, reckoning) => {
          const { due: end, leftOut } = deadline(duty(unit, length, reckoning), start)
          const spanned = Math.abs(end - start) + 1
          const off = new Set(leftOut.map(left => left.day))
          expect(off.size).toBe(leftOut.length)
          // A day off counts from or to itself, and is then left out besides.
          expect(spanned - off.size).toBe(length)
        },
      ),
    )
  })
})

describe('counting forward and back', () => {
  const units = fc.constantFrom<Unit>(
    'working-day-2007',
    'clear-working-day',
    'clear-calendar-day',
    'calendar-day',
    'clear-day-1972',
    'days-beginning-with',
    'months-beginning-with',
    'months-after',
  )
  const periods = fc.record<Period>({ unit: units, length: fc.integer({ min: 1, max: 90 }) })

  const counts = (unit: Unit, at: Day): boolean => whyLeftOut(unit, at, englandAndWales) === null
  const onOrAfter = (unit: Unit, at: Day): Day => (counts(unit, at) ? at : onOrAfter(unit, at + 1))

  it('finds the latest start that still meets a date', () => {
    fc.assert(
      fc.property(anyDay, periods, (date, period) => {
        const start = reckon('latest-start', period, date)
        const later = onOrAfter(period.unit, start + 1)
        expect(reckon('within', period, start)).toBeLessThanOrEqual(date)
        expect(reckon('within', period, later)).toBeGreaterThan(date)
      }),
    )
  })

  it('gives exactly the clear days it asks for, forward and back', () => {
    const clear = fc.constantFrom<Unit>('clear-working-day', 'clear-calendar-day', 'clear-day-1972')
    fc.assert(
      fc.property(anyDay, clear, fc.integer({ min: 1, max: 40 }), (date, unit, length) => {
        const meeting = onOrAfter(unit, date)
        const published = reckon('before', { unit, length }, meeting)
        expect(reckon('once-elapsed', { unit, length }, published)).toBe(meeting)
      }),
    )
  })
})

const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2035-12-31') })
