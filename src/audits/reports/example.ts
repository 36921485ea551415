// Audits, alerts and what became of them, made up for tests.
import { type Day, firstDayOf, type Month, parseIsoMonth } from '#calendar'
import { type Finding, noCohort } from '#findings'
import type { Grade } from '#practice'
import type { Alert } from '../alert.ts'
import { type Audit, unanswered } from '../audit.ts'
import type { OpenLoop } from '../loop/gather.ts'
import type { HeldForReport } from './report.ts'

export const october: Month = parseIsoMonth('2026-10') ?? 0

export const nothing: HeldForReport = {
  audits: [],
  alerts: [],
  loops: [],
  owed: [],
  samples: [],
  exemplars: [],
  doubled: [],
  works: [],
  later: 0,
}

export function auditAt(
  id: string,
  auditedOn: Day,
  grade: Grade,
  more: Partial<Audit> = {},
): Audit {
  return {
    id,
    number: 1,
    toolKey: 'whole-case-file',
    toolVersion: 1,
    childRef: null,
    foreignKey: null,
    team: 'North',
    worker: '',
    auditorId: 'a1',
    auditorName: 'Auditor of North',
    reason: 'programme',
    ofAudit: null,
    sampleId: null,
    begunAt: at(auditedOn),
    dueOn: null,
    submittedAt: at(auditedOn),
    auditedOn,
    ...unanswered,
    state: 'submitted',
    safe: 'yes',
    derivedGrade: grade,
    grade,
    provisional: false,
    ...more,
  }
}

/** Twelve o’clock of a day. */
export const at = (day: Day): Date => new Date(day * 86_400_000 + 12 * 3_600_000)

/** So many audits of each grade in a month. */
export function graded(
  month: Month,
  of: Partial<Record<Grade, number>>,
  more: Partial<Audit> = {},
): readonly Audit[] {
  // as: the keys of the record are grades.
  return (Object.entries(of) as [Grade, number][]).flatMap(([grade, many]) =>
    Array.from({ length: many }, (_, nth) =>
      auditAt(
        `${more.team ?? ''} ${month} ${grade} ${nth}`,
        firstDayOf(month) + (nth % 28),
        grade,
        more,
      ),
    ),
  )
}

export function loopOfAudit(
  audit: Audit,
  more: {
    readonly verifiedOn?: Day
    readonly againOn?: Day
    readonly theme?: Finding['theme']
  } = {},
): OpenLoop {
  const { verifiedOn = null, againOn = null, theme = 'plans' } = more
  const dueOn = audit.auditedOn + 10
  const finding: Finding = {
    id: `f ${audit.id}`,
    number: 1,
    sourceKind: 'audit',
    source: 'Audit',
    words: 'Plans do not say what is to change.',
    theme,
    foundOn: audit.auditedOn,
    severity: 'high',
    cohort: noCohort,
    state: 'in action',
    ownerId: null,
    owner: null,
    sharedWith: [],
    hiddenFrom: [],
    mergedInto: null,
    verifiedOn,
    verifiedWords: null,
    verifiedBy: null,
    endedOn: null,
    endedWords: null,
  }
  return {
    found: {
      id: `l ${audit.id}`,
      auditId: audit.id,
      findingId: finding.id,
      standard: '',
      dueOn,
    },
    finding,
    audit,
    foundOn: audit.auditedOn,
    verifiedOn,
    againOn,
    isLate: verifiedOn === null,
  }
}

/** @param hours after which it was acted on; null for never */
export function alertOn(auditId: string, day: Day, hours: number | null): Alert {
  const raisedAt = at(day)
  const later = (by: number) => new Date(raisedAt.getTime() + by * 3_600_000)
  return {
    id: `alert ${auditId}`,
    auditId,
    because: 'inadequate',
    team: 'North',
    raisedAt,
    raisedBy: 'a1',
    raisedName: 'Auditor of North',
    acknowledgeBy: later(4),
    actBy: later(24),
    confirmBy: later(120),
    acknowledged: null,
    acted: hours === null ? null : { at: later(hours), by: 'm', name: 'Manager', words: 'Seen.' },
    confirmed: null,
    escalatedAt: null,
    mailedAt: null,
  }
}
