import { describe, expect, test } from 'vitest'
import { firstDayOf, lastDayOf } from '#calendar'
import { closureOf } from '#practice'
import { spreadOf } from '../figures.ts'
import { alertOn, auditAt, graded, loopOfAudit, nothing, october } from './example.ts'
import { reportOf, windowOf } from './report.ts'
import { selfEvaluation } from './self-evaluation.ts'
import { cellIn, versionFor } from './version.ts'
import { measureOfKey, notKnown, shareOfKey, shareSays, trendInWords } from './words.ts'

const today = lastDayOf(october) + 22
const audits = [
  ...graded(october, { good: 8, inadequate: 2 }),
  ...graded(october - 1, { good: 20, 'requires improvement': 6, inadequate: 4 }),
  ...graded(october - 12, { inadequate: 30 }),
  ...graded(october + 1, { inadequate: 30 }),
]
const report = reportOf({ ...nothing, audits }, october, today)
const service = versionFor(report, 'service')
const count = (tally: string, row: string, span: 'month' | 'year' | 'now', of = service) => {
  const shown = cellIn(of.tallies, tally, row, span)
  return shown?.kind === 'number' ? shown.value : shown?.kind
}

describe('a report of a month', () => {
  test('has the month and the twelve months that end with it, and nothing before or after', () => {
    expect(windowOf(october)).toMatchObject({
      from: firstDayOf(october - 11),
      end: lastDayOf(october),
    })
    expect(count('grades', 'inadequate', 'month')).toBe(2)
    expect(count('grades', 'inadequate', 'year')).toBe(6)
    expect(count('grades', 'total', 'year')).toBe(40)
  })

  test('has the shares that the list of audits has of the same audits', () => {
    const spread = spreadOf(audits.slice(0, 40))
    expect(shareOfKey(service, 'inadequate year')?.share).toEqual(spread.inadequate)
    expect(shareOfKey(service, 'good year')?.share).toEqual(spread.goodOrBetter)
  })

  test('claims no share of nine', () => {
    const nine = reportOf(
      { ...nothing, audits: graded(october, { good: 8, inadequate: 1 }) },
      october,
      today,
    )
    const share = shareOfKey(versionFor(nine, 'service'), 'inadequate month')
    expect(share).toMatchObject({ share: null, because: 'few' })
    expect(share && shareSays(share)).toBe('Fewer than 10: no share is claimed')
    expect(shareOfKey(service, 'inadequate month')?.share?.denominator).toBe(10)
  })

  test('leaves out what waits for moderation, and says so', () => {
    const waiting = reportOf(
      {
        ...nothing,
        audits: [
          ...graded(october, { good: 10 }),
          ...graded(october, { inadequate: 3 }, { provisional: true, team: 'South' }),
        ],
      },
      october,
      today,
    )
    const version = versionFor(waiting, 'board')
    expect(count('grades', 'total', 'year', version)).toBe(10)
    expect(notKnown(version).join(' ')).toContain('3 audits wait for moderation')
  })

  test('stands as things stood at the end of the month', () => {
    const end = lastDayOf(october)
    const found = audits.slice(0, 12)
    const loops = found.map((audit, nth) =>
      loopOfAudit(audit, {
        ...(nth < 4 && { verifiedOn: end, againOn: end }),
        ...(nth >= 4 && nth < 6 && { verifiedOn: end - 1, againOn: end + 1 }),
        ...(nth === 6 && { verifiedOn: end + 1, againOn: end + 2 }),
      }),
    )
    const then = reportOf({ ...nothing, audits, loops }, october, today)
    const version = versionFor(then, 'board')
    expect(count('loop', 'closed', 'now', version)).toBe(4)
    expect(count('loop', 'verified', 'now', version)).toBe(2)
    expect(count('loop', 'total', 'now', version)).toBe(12)
    const later = reportOf({ ...nothing, audits, loops }, october + 1, today)
    expect(count('loop', 'closed', 'now', versionFor(later, 'board'))).toBe(closureOf(loops).closed)
  })

  test('says how quickly alerts were acted on, in time and late', () => {
    const day = firstDayOf(october)
    const alerts = [1, 2, 3, 30, null].map((hours, nth) => alertOn(String(nth), day + nth, hours))
    const version = versionFor(reportOf({ ...nothing, audits, alerts }, october, today), 'service')
    expect(count('alerts', 'in time', 'month', version)).toBe(3)
    expect(count('alerts', 'late', 'month', version)).toBe(1)
    expect(count('alerts', 'waiting', 'month', version)).toBe(1)
    expect(measureOfKey(version, 'hours to act')).toMatchObject({ value: 2, of: 4 })
  })
})

describe('inadequate work over time', () => {
  /** Thirty audits in each month, so many of them inadequate; the last of these is October. */
  const over = (inadequate: readonly number[]) =>
    versionFor(
      reportOf(
        {
          ...nothing,
          audits: inadequate.flatMap((many, nth) =>
            graded(october - inadequate.length + 1 + nth, { inadequate: many, good: 30 - many }),
          ),
        },
        october,
        today,
      ),
      'public',
    )

  test('that stays as it was is not said to change', () => {
    const flat = over([9, 8, 10, 9, 8, 9, 10, 9, 8, 9, 10, 9, 8, 9, 10, 9])
    expect(trendInWords(flat)).toContain('It has not been shown to change.')
  })

  test('that became rarer and stopped is called a plateau', () => {
    const steps = over([
      ...Array.from({ length: 14 }, (_, nth) => 12 + (nth % 3)),
      ...Array.from({ length: 20 }, (_, nth) => 3 + (nth % 3)),
    ])
    expect(steps.trend.plateau).not.toBeNull()
    expect(trendInWords(steps)).toContain('this is a plateau')
    expect(trendInWords({ ...steps, reader: 'board' })).toContain('This is a plateau.')
    const said = selfEvaluation({ ...steps, reader: 'board' }).flatMap(each => each.sentences)
    expect(said.join(' ')).toContain('This is a plateau.')
  })

  test('is another series after a year in which nobody looked', () => {
    const old = Array.from({ length: 24 }, (_, nth) =>
      graded(october - 60 + nth, { inadequate: 20, good: 10 }),
    ).flat()
    const now = Array.from({ length: 16 }, (_, nth) =>
      graded(october - 15 + nth, { inadequate: 3 + (nth % 2), good: 27 }),
    ).flat()
    const { trend } = reportOf({ ...nothing, audits: [...old, ...now] }, october, today)
    expect(trend.points).toHaveLength(16)
    expect(trend.verdict).toBe('no-change')
    expect(reportOf({ ...nothing, audits: old }, october, today).trend.verdict).toBe('no-data')
  })

  test('of three months nothing is claimed', () => {
    expect(trendInWords(over([9, 0, 0]))).toContain('too few months')
  })
})

describe('sentences for a self-evaluation', () => {
  test('say nothing of what nothing is known of', () => {
    expect(selfEvaluation(versionFor(reportOf(nothing, october, today), 'board'))).toEqual([])
  })

  test('say that fewer than ten say nothing', () => {
    const few = reportOf({ ...nothing, audits: graded(october, { good: 9 }) }, october, today)
    expect(selfEvaluation(versionFor(few, 'board'))).toEqual([
      {
        title: 'What we know about the quality of practice',
        sentences: [
          'In the twelve months to October 2026 9 audits were graded: too few to say what share of the work is good.',
        ],
      },
    ])
  })

  test('say each share with its interval and its number', () => {
    const said = selfEvaluation(versionFor(report, 'board')).flatMap(each => each.sentences)
    expect(said).toContain('In the twelve months to October 2026 40 audits were graded.')
    // Clopper and Pearson: 6 of 40 is between 5.7% and 29.8%.
    expect(said).toContain(
      'Inadequate: 15% (6 of 40; between 6% and 30% if chance is allowed for).',
    )
  })
})

test('a blind second of the same work counts once', () => {
  const first = auditAt('1', firstDayOf(october), 'good')
  const second = auditAt('2', firstDayOf(october), 'inadequate', {
    reason: 'blind second',
    ofAudit: '1',
    auditorId: 'a2',
  })
  const both = reportOf({ ...nothing, audits: [first, second] }, october, today)
  expect(count('grades', 'total', 'month', versionFor(both, 'service'))).toBe(1)
})
