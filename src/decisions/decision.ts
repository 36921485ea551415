import { type Constitution, type Day, deadline, type Deadline, localDuty } from '#calendar'

export const outcomes = {
  noted: 'Noted',
  approved: 'Approved',
  agreed: 'Agreed',
  recommended: 'Recommended',
  delegated: 'Delegated',
  referred: 'Referred',
  deferred: 'Deferred',
  refused: 'Refused',
}
export type Outcome = keyof typeof outcomes

export const makerKinds = {
  body: 'A body at a meeting',
  member: 'A member of the executive alone',
  officer: 'An officer',
}
export type MakerKind = keyof typeof makerKinds

export const officerGrounds = {
  'permission or licence': 'It grants a permission or a licence',
  'rights of an individual': 'It affects the rights of an individual',
  'contract or spending': 'It awards a contract or spends so much that it matters to the budget',
  'express authority': 'A decision expressly gave the officer this one power',
}
export type OfficerGround = keyof typeof officerGrounds

export interface Decision {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly makerKind: MakerKind
  readonly bodyId: string | null
  /** With the title that they had that day. */
  readonly maker: string
  readonly meetingId: string | null
  readonly itemId: string | null
  readonly takenOn: Day
  readonly outcome: Outcome
  /** Each part of what was recommended, and of what was resolved. */
  readonly recommended: readonly string[]
  readonly resolved: readonly string[]
  readonly reasons: string
  readonly alternatives: string
  readonly interests: string
  readonly documents: string
  readonly isKey: boolean
  readonly keyWords: string
  readonly noticeId: string | null
  readonly executive: boolean
  /** Why it takes effect at once; empty where call-in is open. */
  readonly urgentWords: string
  readonly officerGround: OfficerGround | null
  /** Why the public does not read it; empty where the public does. */
  readonly exemptWords: string
  readonly publishedAt: Date | null
  readonly version: number
}

export const nameOf = ({ number }: Pick<Decision, 'number'>): string => `Decision ${number}`

/** What the record still lacks before it can be published (regulation 12(2)). */
export function missingFromRecord(decision: Decision): readonly string[] {
  const noting = decision.outcome === 'noted' || decision.outcome === 'deferred'
  return [
    ...(decision.resolved.length === 0 && !noting ? ['what was resolved'] : []),
    ...(decision.reasons.trim() === '' ? ['the reasons'] : []),
    ...(decision.executive && decision.alternatives.trim() === '' && !noting
      ? ['the alternatives that were considered and rejected, or that there were none and why']
      : []),
    ...(decision.executive && decision.interests.trim() === ''
      ? ['interests that were declared and dispensations, or that there were none']
      : []),
    ...(decision.isKey && decision.keyWords.trim() === '' ? ['why it is a key decision'] : []),
    ...(decision.makerKind === 'officer' && decision.officerGround === null
      ? ['why an officer’s decision has to be recorded']
      : []),
  ]
}

/** A request to call a decision in. */
export interface CallIn {
  readonly id: string
  readonly decisionId: string
  readonly receivedAt: Date
  readonly by: string
  readonly members: number
  readonly byChair: boolean
  readonly reasons: string
  readonly ruleWords: string
  readonly valid: boolean
  readonly heardOn: Day | null
  readonly outcome: CallInOutcome | null
  readonly outcomeWords: string
}

export const callInOutcomes = {
  'no further action': 'No further action',
  'back to the decision maker': 'Back to whoever decided',
  'to full council': 'To full council',
}
export type CallInOutcome = keyof typeof callInOutcomes

/** Until when a published decision can be called in; null where the constitution has no call-in. */
export function callInUntil(constitution: Constitution, publishedOn: Day): Deadline | null {
  const duty = localDuty(constitution, 'callIn')
  return duty === null ? null : deadline(duty, publishedOn)
}

/** Where a decision stands on a day. */
export type Standing =
  | { readonly kind: 'draft' }
  | { readonly kind: 'open to call-in'; readonly until: Day; readonly at: string | null }
  | { readonly kind: 'called in' }
  | { readonly kind: 'sent back'; readonly to: CallInOutcome }
  | { readonly kind: 'in force' }

export function standingOn(
  decision: Pick<Decision, 'executive' | 'urgentWords' | 'publishedAt' | 'makerKind' | 'isKey'>,
  callIns: readonly CallIn[],
  until: Deadline | null,
  today: Day,
): Standing {
  if (decision.publishedAt === null) return { kind: 'draft' }
  const standing = callIns.filter(each => each.valid)
  const open = standing.find(each => each.outcome === null)
  if (open !== undefined) return { kind: 'called in' }
  const back = standing.findLast(each => each.outcome !== 'no further action')
  if (back?.outcome) return { kind: 'sent back', to: back.outcome }
  const canBeCalledIn =
    decision.executive &&
    decision.urgentWords === '' &&
    (decision.makerKind !== 'officer' || decision.isKey)
  if (canBeCalledIn && standing.length === 0 && until !== null && today <= until.due)
    return { kind: 'open to call-in', until: until.due, at: until.at }
  return { kind: 'in force' }
}

/** Whether a request keeps the rule on who may call in, and by when, in words. */
export function callInKeeps(
  rule: Constitution['callInBy'],
  until: Deadline | null,
  request: {
    readonly members: number
    readonly byChair: boolean
    readonly day: Day
    readonly clock: string
  },
): { readonly valid: boolean; readonly why: string } {
  if (until === null) return { valid: false, why: 'The council’s constitution has no call-in.' }
  const late =
    request.day > until.due ||
    (request.day === until.due && until.at !== null && request.clock > until.at)
  if (late) return { valid: false, why: 'The request came after the last day for it.' }
  if (rule !== null && !(rule.chairAlone && request.byChair) && request.members < rule.members)
    return {
      valid: false,
      why: `It takes ${rule.members} members${rule.chairAlone ? ', or the chair of overview and scrutiny alone' : ''}. ${request.members === 1 ? 'One has' : `${request.members} have`} signed.`,
    }
  return { valid: true, why: 'The request keeps the rule.' }
}

/** What a decision lets a post do. */
export interface Delegation {
  readonly id: string
  readonly decisionId: string
  readonly toPost: string
  readonly consulting: string
  readonly scope: string
  readonly expiresOn: Day | null
  readonly expiresWords: string
  readonly endedOn: Day | null
  readonly endedWords: string
  readonly exercises: readonly Exercise[]
}

export interface Exercise {
  readonly id: string
  readonly doneOn: Day
  readonly doneBy: string
  readonly consulted: string
  readonly words: string
  readonly before: string
  readonly after: string
}

export function isOpen(
  { expiresOn, endedOn }: Pick<Delegation, 'expiresOn' | 'endedOn'>,
  day: Day,
): boolean {
  return endedOn === null && (expiresOn === null || day <= expiresOn)
}
