import type { Day } from '#calendar'

/** What a meeting asks for or is told. */
export const kinds = {
  action: 'Action',
  recommendation: 'Recommendation',
  question: 'Question to be answered',
  assurance: 'Assurance given',
  concern: 'Concern raised',
  recognition: 'Recognition',
  'report expected': 'Report expected',
} as const
export type CommitmentKind = keyof typeof kinds

// as: the keys of a constant are its kinds.
export const kindKeys = Object.keys(kinds) as [CommitmentKind, ...CommitmentKind[]]

export const stateKeys = [
  'open',
  'accepted',
  'partly',
  'rejected',
  'answered',
  'done',
  'closed',
  'checked',
  'received',
  'recorded',
  'withdrawn',
] as const
export type State = (typeof stateKeys)[number]

export const originKinds = ['minute paragraph', 'meeting', 'other'] as const
export type OriginKind = (typeof originKinds)[number]

/** Where it was said. Whoever keeps minutes hands it in as data: this room does not know them. */
export interface Origin {
  readonly kind: OriginKind
  /** The identifier of the paragraph or meeting; empty where there is none. */
  readonly id: string
  /** 'Scrutiny, 9 January 2020, paragraph 4.2' */
  readonly label: string
  readonly href: string | null
  readonly bodyId: string | null
  readonly bodyName: string
  readonly on: Day
}

export type ResponseKind = 'accept' | 'partly' | 'reject' | 'answer'

/** What came back: of a recommendation whether it is accepted, of a question or concern the answer. */
export interface Response {
  readonly kind: ResponseKind
  readonly words: string
  /** Why it is rejected, or accepted only in part. */
  readonly reason: string | null
  readonly respondent: string
  readonly on: Day
  readonly publishedOn: Day | null
}

export const verdicts = {
  'borne out': 'Borne out',
  'not borne out': 'Not borne out',
  'cannot be said': 'Cannot be said',
} as const
export type Verdict = keyof typeof verdicts
// as: the keys of a constant are its verdicts.
export const verdictKeys = Object.keys(verdicts) as [Verdict, ...Verdict[]]

/** What became of an assurance when somebody looked. */
export interface Check {
  readonly verdict: Verdict
  readonly words: string
  readonly on: Day
  readonly by: string
}

/** A meeting at which something is promised: the meeting itself, or whose and when. */
export interface Promised {
  readonly meetingId: string | null
  readonly bodyId: string | null
  readonly bodyName: string | null
  readonly on: Day | null
}

export interface Commitment {
  readonly id: string
  readonly number: number
  readonly kind: CommitmentKind
  readonly title: string
  /** Verbatim, as the minutes have them. */
  readonly words: string
  /** Who asked, or who gave the assurance. */
  readonly saidBy: string | null
  readonly origin: Origin
  readonly ownerId: string | null
  readonly owner: string | null
  /** To whom it is addressed, or where it is reported to. */
  readonly toBody: string | null
  readonly toBodyName: string | null
  readonly toPosts: readonly string[]
  readonly sharedWith: readonly string[]
  /** Whether the public site shows it: once the minutes that it comes from are published. */
  readonly published: boolean
  readonly dueOn: Day | null
  /** 'later this year', until a day is fixed. */
  readonly dueWords: string | null
  /** The date that was promised first, however often it was put off since. */
  readonly firstDueOn: Day | null
  readonly deferrals: number
  /** Under a duty to respond within two months of receipt. */
  readonly statutory: boolean
  readonly receivedOn: Day | null
  readonly state: State
  readonly response: Response | null
  readonly doneOn: Day | null
  readonly doneWords: string | null
  readonly evidence: string | null
  readonly verifiedOn: Day | null
  readonly verifiedBy: string | null
  readonly closedOn: Day | null
  readonly closedWords: string | null
  /** The identifier of the measure an assurance is checked against: 'AS01', 'AS01/team/North'. */
  readonly measure: string | null
  /** Or the audit, in words. */
  readonly audit: string | null
  readonly check: Check | null
  readonly joinedTo: string | null
  readonly promised: Promised | null
  readonly madeAt: Date
  readonly madeBy: string
}

/** What somebody may say of it beside its words. */
export type Sayable = Pick<
  Commitment,
  | 'title'
  | 'saidBy'
  | 'ownerId'
  | 'owner'
  | 'toBody'
  | 'toBodyName'
  | 'toPosts'
  | 'sharedWith'
  | 'published'
  | 'dueOn'
  | 'dueWords'
  | 'statutory'
  | 'receivedOn'
  | 'measure'
  | 'audit'
  | 'promised'
>

/** All that is needed to raise one; what is left out is empty. */
export type NewCommitment = Pick<Commitment, 'kind' | 'words' | 'origin'> &
  Partial<Sayable & Pick<Commitment, 'joinedTo'>>

/** A commitment of which nothing is said yet, and with which nothing was done. */
export const nothingYet = {
  saidBy: null,
  ownerId: null,
  owner: null,
  toBody: null,
  toBodyName: null,
  toPosts: [],
  sharedWith: [],
  published: false,
  dueOn: null,
  dueWords: null,
  firstDueOn: null,
  deferrals: 0,
  statutory: false,
  response: null,
  doneOn: null,
  doneWords: null,
  evidence: null,
  verifiedOn: null,
  verifiedBy: null,
  closedOn: null,
  closedWords: null,
  measure: null,
  audit: null,
  check: null,
  promised: null,
} as const

/** 'Commitment 12' */
export const nameOf = ({ number }: Pick<Commitment, 'number'>): string => `Commitment ${number}`
