import { addMonths, type Day, isoDay } from '#calendar'
import type { Cell } from '#kit/files/csv-write.ts'
import { gradeWords, type Grade } from '#practice'
import { type Audit, auditReasons, auditStates, isDone, provisionalWords } from '../audit.ts'
import type { OpenLoop } from '../loop/gather.ts'
import type { AuditSight } from '../sight.ts'

/**
 * The list that inspectors are handed of the audits of six months. Ofsted’s Annex A of the ILACS
 * framework names columns for its eleven lists of children and none for audits (read in the lists’
 * schema, not in the framework: unverified), so these are ours; the child’s is called as it is there,
 * so that a row finds its child in the other lists.
 */
export const listHeadings = [
  'Audit',
  'Child Unique ID',
  'Kind of audit',
  'Why',
  'Date of audit',
  'Team',
  'Auditor’s grade',
  'Moderated grade',
  'State',
  'Actions',
  'Actions open',
  'Actions overdue',
] as const

/** One audit as somebody sees it. */
export interface Listed {
  readonly audit: Audit
  readonly sight: AuditSight
  /** The council’s own identifier; null where the viewer may not see it or it is about no child. */
  readonly child: string | null
  readonly tool: string
}

export const listFrom = (today: Day): Day => addMonths(today, -6)

/** Those that are handed in and that somebody sees any of, the newest first. */
export function listed(
  all: readonly Listed[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly Listed[] {
  return all
    .filter(({ audit, sight }) => isDone(audit) && sight !== 'none')
    .filter(({ audit: { auditedOn } }) => auditedOn >= from && auditedOn <= to)
    .toSorted((a, b) => b.audit.auditedOn - a.audit.auditedOn || b.audit.number - a.audit.number)
}

/** A row of the file. Whoever is yet to say their own view is told that there is an audit, and no more. */
export function listRow(
  { audit, sight, child, tool }: Listed,
  loops: readonly OpenLoop[],
): readonly Cell[] {
  const isHidden = sight === 'own' || sight === 'blind'
  const own = isHidden ? [] : loops.filter(each => each.audit.id === audit.id)
  const asked = own.filter(({ finding: { state } }) => state !== 'declined' && state !== 'merged')
  const open = asked.filter(
    ({ finding }) => finding.verifiedOn === null && finding.endedOn === null,
  )
  const said = (grade: Grade | null) => (isHidden || grade === null ? '' : gradeWords[grade])
  const state = audit.provisional
    ? `${auditStates[audit.state]}, ${provisionalWords}`
    : auditStates[audit.state]
  return [
    audit.number,
    isHidden ? null : child,
    tool,
    auditReasons[audit.reason],
    isoDay(audit.auditedOn),
    audit.team,
    said(audit.grade),
    said(audit.moderatedGrade),
    isHidden ? 'After your own view' : state,
    isHidden ? null : asked.length,
    isHidden ? null : open.length,
    isHidden ? null : open.filter(({ isLate }) => isLate).length,
  ]
}
