import type { Day } from '#calendar'
import { type Answers, type Grade, noAnswers, type Safety } from '#practice'

export const auditReasons = {
  programme: 'In the programme',
  'asked for': 'Asked for',
  again: 'Again, after an audit',
  'blind second': 'Graded a second time, blind',
  'mock inspection': 'In a mock inspection',
  imported: 'Imported',
}
export type AuditReason = keyof typeof auditReasons

export const auditStates = {
  begun: 'Begun',
  submitted: 'Handed in',
  moderated: 'Moderated',
  disputed: 'Disputed',
  closed: 'Closed',
  stopped: 'Stopped',
}
export type AuditState = keyof typeof auditStates

/** What somebody whom the work is about said of it, or why they were not asked. */
export interface Voice {
  readonly who: 'child' | 'parent' | 'carer'
  /** Empty where they were not asked. */
  readonly words: string
  readonly agreed: boolean
  /** Why they were not asked; empty where they were. */
  readonly because: string
}

/** One look at the work with one child, or at one piece of practice. */
export interface Audit {
  readonly id: string
  readonly number: number
  readonly toolKey: string
  readonly toolVersion: number
  /** A reference that stands for a child; null where it is about none, or was imported. */
  readonly childRef: string | null
  readonly foreignKey: string | null
  readonly team: string
  readonly worker: string
  readonly auditorId: string
  readonly auditorName: string
  readonly reason: AuditReason
  /** The audit that it repeats, seconds or follows. */
  readonly ofAudit: string | null
  readonly sampleId: string | null
  readonly begunAt: Date
  readonly dueOn: Day | null
  readonly submittedAt: Date | null
  readonly auditedOn: Day
  readonly state: AuditState
  readonly answers: Answers
  readonly version: number
  readonly safe: Safety | null
  readonly derivedGrade: Grade | null
  readonly grade: Grade | null
  /** Why the grade is not the one that the rule gives. */
  readonly overrideWords: string
  readonly ownGrade: Grade | null
  readonly ownWords: string
  readonly voices: readonly Voice[]
  readonly learning: string
  /** What it came to once somebody else had judged the practice; the auditor's grade stays. */
  readonly moderatedGrade: Grade | null
  /** What was found, in words for the young people who review the language. */
  readonly youngWords: string
  /**
   * It waits for moderation: whoever did it had not passed a vignette when they handed it in, so until
   * somebody else has judged the practice its grade counts in no figure.
   */
  readonly provisional: boolean
}

/** What stands in an audit of which nothing is answered yet. */
export const unanswered = {
  state: 'begun',
  answers: noAnswers,
  version: 1,
  safe: null,
  derivedGrade: null,
  grade: null,
  overrideWords: '',
  ownGrade: null,
  ownWords: '',
  voices: [],
  learning: '',
  moderatedGrade: null,
  youngWords: '',
} as const satisfies Partial<Audit>

/** An audit to be begun or brought: what only comes later may be left out. */
export type NewAudit = Omit<Audit, 'number' | 'moderatedGrade' | 'youngWords' | 'provisional'> &
  Partial<Pick<Audit, 'moderatedGrade' | 'youngWords'>>

/** The grade that counts: the moderated one where there is one; null before an audit is handed in. */
export const gradeOf = ({ grade, moderatedGrade }: Pick<Audit, 'grade' | 'moderatedGrade'>) =>
  moderatedGrade ?? grade

/** The grade that counts in figures; null for none yet, and for one that waits for moderation. */
export const countedGrade = (audit: Audit): Grade | null =>
  isDone(audit) && !audit.provisional ? gradeOf(audit) : null

/** Said wherever the grade of an audit that waits for moderation is shown. */
export const provisionalWords = 'waits for moderation'

export const auditName = ({ number }: Pick<Audit, 'number'>): string => `Audit ${number}`
export const isDone = ({ state }: Pick<Audit, 'state'>): boolean =>
  state !== 'begun' && state !== 'stopped'
