import { type Day, type Month, monthOf } from '#calendar'
import { periodOf } from '#indicators'
import { dayIn } from '#people'
import { rankOf } from '#practice'
import { type Audit, countedGrade } from '../audit.ts'
import { counted } from '../figures.ts'
import type { OpenLoop } from '../loop/gather.ts'
import type { OwedMonth } from '../programme/completion.ts'
import type { Moderation } from '../sides.ts'

/** The indicators that are counted from the audits that are held here. */
export const auditCodes = ['QA01', 'QA02', 'QA03', 'QA04', 'QA05'] as const
export type AuditCode = (typeof auditCodes)[number]

/** Six weeks, in which inadequate work is to be looked at again: a local standard (QA05). */
export const AGAIN_WITHIN = 42

/** One thing that stands in a figure: an audit, an action, or what somebody owed in a month. */
export interface Member {
  readonly code: AuditCode
  /** The last month of the period that it stands in. */
  readonly month: Month
  /** '' for no team. */
  readonly team: string
  /** How many it adds below the line, and how many of them above. */
  readonly below: number
  readonly above: number
  /** The audit that it is or comes from; null for what was owed. */
  readonly audit: Audit | null
  /** The day that put it into the period, where it is not the audit's own. */
  readonly on: Day | null
  /** Who owed it, of which tool. */
  readonly owed: OwedMonth | null
  /** The finding that asks for an action. */
  readonly findingId: string | null
}

/** All that the figures of audits are counted from. */
export interface Held {
  readonly audits: readonly Audit[]
  readonly moderations: readonly Moderation[]
  readonly loops: readonly OpenLoop[]
  readonly owed: readonly OwedMonth[]
}

/**
 * Everything that stands in a figure, in one walk: what is counted and what is listed is the same. A
 * grade that waits for moderation is in none, and neither is a blind second.
 */
export function membersOf({ audits, moderations, loops, owed }: Held): readonly Member[] {
  return [
    ...owed.map(each => ({
      ...bare('QA01', each.month),
      team: each.obligation.team,
      below: each.asked,
      above: each.onTime,
      owed: each,
    })),
    ...counted(audits).map(audit => ({
      ...ofAudit('QA02', audit, monthOf(audit.auditedOn)),
      above: isAtLeastGood(audit) ? 1 : 0,
    })),
    ...moderated(audits, moderations),
    ...loops.filter(({ audit }) => !audit.provisional).flatMap(actionOf),
    ...counted(audits).flatMap(audit => inadequateOf(audit, audits)),
  ]
}

const bare = (code: AuditCode, month: Month): Member => ({
  code,
  month,
  team: '',
  below: 1,
  above: 0,
  audit: null,
  on: null,
  owed: null,
  findingId: null,
})

const ofAudit = (code: AuditCode, audit: Audit, month: Month): Member => ({
  ...bare(code, month),
  team: audit.team,
  audit,
})

const isAtLeastGood = (audit: Audit): boolean => {
  const grade = countedGrade(audit)
  return grade !== null && rankOf(grade) <= rankOf('good')
}

/** Each audit once in a month, by its last moderation in it. */
function moderated(
  audits: readonly Audit[],
  moderations: readonly Moderation[],
): readonly Member[] {
  const byId = new Map(audits.map(audit => [audit.id, audit]))
  const last = new Map<string, Member>()
  for (const { auditId, at, direction } of moderations.toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )) {
    const audit = byId.get(auditId)
    if (audit === undefined || audit.reason === 'blind second') continue
    const on = dayIn(at)
    const member = {
      ...ofAudit('QA03', audit, monthOf(on)),
      on,
      above: direction === 'same' ? 1 : 0,
    }
    last.set(`${auditId} ${member.month}`, member)
  }
  return [...last.values()]
}

/** What an audit asked for, in the month in which it was due; what was declined or merged asks no more. */
function actionOf({ found, finding, audit }: OpenLoop): readonly Member[] {
  if (finding.state === 'declined' || finding.state === 'merged') return []
  const doneOn = finding.verifiedOn ?? (finding.state === 'closed' ? finding.endedOn : null)
  return [
    {
      ...ofAudit('QA04', audit, monthOf(found.dueOn)),
      on: found.dueOn,
      above: doneOn !== null && doneOn <= found.dueOn ? 1 : 0,
      findingId: finding.id,
    },
  ]
}

/** Inadequate work, in the quarter in which its six weeks ended. */
function inadequateOf(audit: Audit, audits: readonly Audit[]): readonly Member[] {
  if (countedGrade(audit) !== 'inadequate') return []
  const until = audit.auditedOn + AGAIN_WITHIN
  const again = audits.some(
    each =>
      each.reason === 'again' &&
      each.ofAudit === audit.id &&
      countedGrade(each) !== null &&
      each.auditedOn <= until,
  )
  const month = periodOf({ every: 'quarter' }, monthOf(until))
  return [{ ...ofAudit('QA05', audit, month), on: until, above: again ? 1 : 0 }]
}
