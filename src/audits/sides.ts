import { type Answers, type Derived, deriveGrade, type Grade, rankOf, type Tool } from '#practice'
import type { Audit } from './audit.ts'

// What others than the auditor say of an audit.

/** Whose work it is: asked what they make of it before they see what the auditor made of it. */
export interface Invited {
  readonly auditId: string
  readonly userId: string
  readonly name: string
  readonly invitedAt: Date
  readonly saidAt: Date | null
}

export const directions = { up: 'Up', same: 'The same', down: 'Down' } as const
export type Direction = keyof typeof directions

/** The practice judged by somebody else. */
export interface Moderation {
  readonly id: string
  readonly auditId: string
  readonly at: Date
  readonly byId: string
  readonly byName: string
  /** Only the standards that the moderator grades otherwise. */
  readonly grades: Readonly<Record<string, Grade>>
  readonly wasGrade: Grade
  readonly grade: Grade
  readonly direction: Direction
  readonly reason: string
}

export const disputers = {
  practitioner: 'Practitioner',
  manager: 'Manager',
  auditor: 'Auditor',
} as const

/** Somebody does not agree with a grade, and what somebody who was not part of it decided. */
export interface Dispute {
  readonly id: string
  readonly auditId: string
  readonly raisedAt: Date
  readonly raisedBy: string
  readonly raisedName: string
  readonly raisedAs: keyof typeof disputers
  readonly words: string
  readonly wasGrade: Grade
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly decidedName: string | null
  readonly outcome: 'stands' | 'changed' | null
  readonly decidedGrade: Grade | null
  readonly decidedWords: string
}

/** What a young reviewer says of the words of an audit. */
export interface LanguageNote {
  readonly id: string
  readonly auditId: string
  readonly at: Date
  readonly byId: string
  readonly byName: string
  readonly words: string
}

/** Which way a grade went. */
export function directionOf(was: Grade, now: Grade): Direction {
  if (was === now) return 'same'
  return rankOf(now) < rankOf(was) ? 'up' : 'down'
}

/** The grade by the rule with the moderator's grades in place of the auditor's. */
export function moderatedBy(
  tool: Tool,
  answers: Answers,
  grades: Readonly<Record<string, Grade>>,
): Derived | null {
  return deriveGrade(tool, { ...answers, grades: { ...answers.grades, ...grades } })
}

/** Everybody who had a part in an audit, and so does not moderate it or decide a dispute about it. */
export function involvedIn(
  audit: Pick<Audit, 'auditorId'>,
  sides: {
    readonly invited: readonly Pick<Invited, 'userId'>[]
    readonly moderations: readonly Pick<Moderation, 'byId'>[]
    readonly disputes: readonly Pick<Dispute, 'raisedBy'>[]
    /** Those who graded the same work, or are grading it. */
    readonly seconds: readonly Pick<Audit, 'auditorId'>[]
  },
): ReadonlySet<string> {
  return new Set([
    audit.auditorId,
    ...sides.invited.map(({ userId }) => userId),
    ...sides.moderations.map(({ byId }) => byId),
    ...sides.disputes.map(({ raisedBy }) => raisedBy),
    ...sides.seconds.map(({ auditorId }) => auditorId),
  ])
}
