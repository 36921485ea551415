import { type Day, dayIn, firstDayOf, lastDayOf, type Month, monthOf } from '#calendar'
import { FEWEST, type Share } from '#practice'
import type { Signal } from '#signals'
import type { Alert } from '../alert.ts'
import { type Audit, countedGrade } from '../audit.ts'
import { counted, spreadBy } from '../figures.ts'
import type { Exemplar } from '../learning/learned.ts'
import type { OpenLoop } from '../loop/gather.ts'
import { countedOf, type OwedMonth } from '../programme/completion.ts'
import type { Doubled, GradedWork } from '../reliability/reliability.ts'
import type { Sample } from '../sampling/sample.ts'
import { measuresOf } from './measures.ts'
import { talliesOf } from './tallies.ts'
import type { Claim, Measure, Tally } from './tally.ts'
import { inadequateOverTime } from './trend.ts'

/** Everything that a report is read from. What the reader may not know yet is left out before. */
export interface HeldForReport {
  readonly audits: readonly Audit[]
  readonly alerts: readonly Alert[]
  readonly loops: readonly OpenLoop[]
  readonly owed: readonly OwedMonth[]
  readonly samples: readonly Sample[]
  readonly exemplars: readonly Exemplar[]
  readonly doubled: readonly Doubled[]
  readonly works: readonly GradedWork[]
  /** Audits whose grades the reader is yet to be asked about, so they are in no number. */
  readonly later: number
}

/** A year of one team. */
export interface TeamLine {
  readonly team: string
  readonly audits: number
  readonly inadequate: Share | null
  readonly goodOrBetter: Share | null
  readonly asked: number
  readonly onTime: number
}

/** All numbers of one month's report, once: each reader is shown a part of them. */
export interface Report {
  readonly month: Month
  /** Whether the month was over on the day of the report. */
  readonly isOver: boolean
  readonly tallies: readonly Tally[]
  readonly claims: readonly Claim[]
  readonly measures: readonly Measure[]
  readonly trend: Signal
  readonly teams: readonly TeamLine[]
  readonly gaps: Gaps
}

/** What the report cannot say. */
export interface Gaps {
  /** Audits of the year that wait for moderation, and so are in no grade. */
  readonly provisional: number
  /** Inadequate work of the year of which nothing was brought to the inbox of findings. */
  readonly silent: number
  readonly later: number
}

/**
 * The report of a month: that month, the twelve months that end with it, and where things stood at
 * its end. Steps that were taken after its end are not in it; grades are as they are known today.
 * @param month the one that is reported on @param today the day of the report
 */
export function reportOf(held: HeldForReport, month: Month, today: Day): Report {
  const window = windowOf(month)
  const then = asAt(held, window.end)
  const year = then.audits.filter(({ auditedOn }) => auditedOn >= window.from)
  const brought = new Set(then.loops.map(({ audit }) => audit.id))
  return {
    month,
    isOver: month < monthOf(today),
    tallies: talliesOf(then, window),
    claims,
    measures: measuresOf(then, window),
    trend: inadequateOverTime(then.audits, month),
    teams: teamLines(year, then.owed, window),
    gaps: {
      provisional: year.filter(({ provisional }) => provisional).length,
      silent: inadequateIn(year).filter(({ id }) => !brought.has(id)).length,
      later: held.later,
    },
  }
}

/** The days of a report: twelve months, of which the last is the one that is reported on. */
export interface Window {
  readonly month: Month
  readonly from: Day
  readonly end: Day
}

export const windowOf = (month: Month): Window => ({
  month,
  from: firstDayOf(month - 11),
  end: lastDayOf(month),
})

/** As it stood at the end of a day. */
function asAt(held: HeldForReport, end: Day): HeldForReport {
  const by = (day: Day | null): Day | null => (day !== null && day <= end ? day : null)
  const isBy = (at: Date | null): boolean => at !== null && dayIn(at) <= end
  return {
    ...held,
    audits: held.audits.filter(({ auditedOn }) => auditedOn <= end),
    alerts: held.alerts
      .filter(({ raisedAt }) => isBy(raisedAt))
      .map(alert => ({ ...alert, acted: isBy(alert.acted?.at ?? null) ? alert.acted : null })),
    loops: held.loops
      .filter(({ foundOn }) => foundOn <= end)
      .map(loop => {
        const [verifiedOn, againOn] = [by(loop.verifiedOn), by(loop.againOn)]
        const isLate = verifiedOn === null && loop.found.dueOn < end + 1
        const finding = { ...loop.finding, verifiedOn, endedOn: by(loop.finding.endedOn) }
        return { ...loop, verifiedOn, againOn, isLate, finding }
      }),
    owed: held.owed.filter(({ month }) => month <= monthOf(end)),
    samples: held.samples.filter(({ drawnAt }) => isBy(drawnAt)),
    exemplars: held.exemplars.filter(
      ({ approvedAt, withdrawnAt }) => isBy(approvedAt) && !isBy(withdrawnAt),
    ),
    doubled: held.doubled.filter(({ on }) => on <= end),
    works: held.works.filter(({ on }) => on <= end),
  }
}

const inadequateIn = (audits: readonly Audit[]): readonly Audit[] =>
  counted(audits).filter(audit => countedGrade(audit) === 'inadequate')

function teamLines(
  year: readonly Audit[],
  owed: readonly OwedMonth[],
  { month }: Window,
): readonly TeamLine[] {
  const asked = Map.groupBy(
    owed.filter(each => each.month > month - 12),
    each => each.obligation.team,
  )
  return spreadBy(year, audit => audit.team)
    .filter(({ name }) => name !== '')
    .map(({ name, spread }) => {
      const owing = countedOf(asked.get(name) ?? [])
      const isEnough = spread.count >= FEWEST
      return {
        team: name,
        audits: spread.count,
        inadequate: isEnough ? spread.inadequate : null,
        goodOrBetter: isEnough ? spread.goodOrBetter : null,
        asked: owing.asked,
        onTime: owing.onTime,
      }
    })
}

const claims: readonly Claim[] = [
  {
    key: 'loop closed',
    text: 'Of what audits found, closed',
    tally: 'loop',
    rows: ['closed'],
    span: 'now',
  },
  ...(['month', 'year'] as const).flatMap((span): readonly Claim[] => [
    {
      key: `good ${span}`,
      text: 'Good or outstanding',
      tally: 'grades',
      rows: ['outstanding', 'good'],
      span,
    },
    {
      key: `inadequate ${span}`,
      text: 'Inadequate',
      tally: 'grades',
      rows: ['inadequate'],
      span,
    },
    {
      key: `on time ${span}`,
      text: 'Audits done by the end of their month',
      tally: 'programme',
      rows: ['on time'],
      span,
    },
    {
      key: `acted in time ${span}`,
      text: 'Alerts acted on in time',
      tally: 'alerts',
      rows: ['in time'],
      span,
    },
  ]),
  {
    key: 'same grade',
    text: 'Graded the same by two auditors',
    tally: 'agreement',
    rows: ['same'],
    span: 'year',
  },
]
