import type { Day } from '#calendar'
import type { Commitment } from './commitment.ts'
import type { OwnEntry } from './store/workplan.ts'

/** A meeting and what is on its agenda, as whoever keeps meetings hands them in. */
export interface KnownMeeting {
  readonly meetingId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly on: Day
  readonly href: string | null
  /** Whether the agenda is drawn up, so that what it lacks is missing; unsaid, once it has an item. */
  readonly drawnUp?: boolean
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly commitmentIds: readonly string[]
  }[]
}

/** A date of the law or of a plan that meetings have to be planned around. */
export interface KnownDate {
  readonly id: string
  readonly title: string
  readonly on: Day
  /** 'Statement of action', 'Milestone of the improvement plan' */
  readonly source: string
  readonly href: string | null
}

export const entrySources = {
  promised: 'Promised to the meeting',
  due: 'Due back',
  own: 'On its own plan',
} as const
export type EntrySource = keyof typeof entrySources

export type Standing =
  | 'on the agenda'
  | 'not on the agenda'
  | 'agenda not drawn up'
  | 'missed'
  | 'was on the agenda'
  | 'no meeting'
  | 'no day fixed'

export interface Entry {
  readonly id: string
  readonly source: EntrySource
  readonly title: string
  /** Where it comes from, in words. */
  readonly from: string
  readonly href: string | null
  readonly on: Day | null
  /** 'later this year', while no day is fixed. */
  readonly onWords: string | null
  readonly standing: Standing
  readonly commitment: Commitment | null
}

export interface PlannedMeeting {
  readonly meeting: KnownMeeting
  readonly entries: readonly Entry[]
  /** Items of its agenda that nothing here asked for. */
  readonly otherItems: number
  readonly isOver: boolean
}

export interface BodyPlan {
  readonly bodyId: string | null
  readonly bodyName: string
  readonly meetings: readonly PlannedMeeting[]
  /** What was promised for a meeting that has been and did not have it. */
  readonly missed: readonly Entry[]
  /** What no meeting is there for, or no day is fixed for. */
  readonly unplaced: readonly Entry[]
}

export const alarmKinds = {
  'not on the agenda': 'Promised for a meeting and not on its agenda',
  missed: 'Promised for a meeting that has been, and not received',
  'no meeting': 'Promised for a day on which no meeting is set',
  'no day fixed': 'Promised without a day, half a year ago',
  'response late': 'Responses that the law wants within two months',
} as const
export type AlarmKind = keyof typeof alarmKinds

export interface Alarm {
  readonly kind: AlarmKind
  readonly title: string
  /** What is wrong, in a sentence. */
  readonly words: string
  readonly href: string
  readonly bodyId: string | null
  readonly bodyName: string
  readonly on: Day | null
}

export interface Workplan {
  readonly bodies: readonly BodyPlan[]
  readonly dates: readonly KnownDate[]
  readonly alarms: readonly Alarm[]
}

/** How many items a meeting has time for, where a body has not said otherwise. */
export const USUAL_CAPACITY = 6

/** All that a workplan is made from. */
export interface WorkplanFrom {
  readonly commitments: readonly Commitment[]
  readonly own: readonly OwnEntry[]
  readonly dates: readonly KnownDate[]
  readonly meetings: readonly KnownMeeting[]
  readonly today: Day
  readonly capacity?: number
  readonly hrefOf: (one: Commitment) => string
}

/** An entry with the body and the meeting that it belongs to. */
export interface Placed {
  readonly entry: Entry
  readonly bodyId: string | null
  readonly bodyName: string
  readonly meeting: KnownMeeting | null
}
