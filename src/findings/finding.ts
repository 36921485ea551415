import type { Day } from '#calendar'
import type { Dimension } from '#indicators'
import type { Theme } from './themes.ts'

/** Where something was found. A recommendation of an inspection is one source among many. */
export const sourceKinds = {
  inspection: 'Inspection recommendation',
  'monitoring-visit': 'Monitoring or focused visit',
  audit: 'Practice audit',
  complaint: 'Complaint',
  'children-survey': 'Survey or words of children',
  'parents-survey': 'Survey or words of parents and carers',
  'staff-survey': 'Staff survey',
  'case-review': 'Serious case or practice review',
  'peer-review': 'Peer review',
  'mock-inspection': 'Mock inspection',
  'self-evaluation': 'Self-evaluation',
  scrutiny: 'Scrutiny',
  board: 'Improvement board',
  'data-quality': 'Data quality',
  regulator: 'Department or other regulator',
  other: 'Something else',
} as const
export type SourceKind = keyof typeof sourceKinds

// as: the keys of a constant are its kinds.
export const sourceKindKeys = Object.keys(sourceKinds) as [SourceKind, ...SourceKind[]]

export const states = {
  new: 'New',
  triaged: 'Triaged',
  'in action': 'In action',
  'verified change': 'Verified change',
  closed: 'Closed',
  declined: 'Declined',
  merged: 'Merged into another',
} as const
export type State = keyof typeof states

// as: the keys of a constant are its states.
export const stateKeys = Object.keys(states) as [State, ...State[]]

export const severities = {
  urgent: 'Urgent: children may be at risk now',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
} as const
export type Severity = keyof typeof severities
export const severityKeys = ['urgent', 'high', 'medium', 'low'] as const
export const severityShort = (severity: Severity): string =>
  severity === 'urgent' ? 'Urgent' : severities[severity]

/** The children that a finding is about: a part of an indicator's children, or words; never a child. */
export interface Cohort {
  readonly indicator: string | null
  readonly dimension: Dimension | null
  readonly part: string | null
  readonly words: string | null
}

export const noCohort: Cohort = { indicator: null, dimension: null, part: null, words: null }

export interface Finding {
  readonly id: string
  readonly number: number
  readonly sourceKind: SourceKind
  readonly source: string
  readonly words: string
  readonly theme: Theme
  readonly foundOn: Day
  readonly severity: Severity
  readonly cohort: Cohort
  readonly state: State
  readonly ownerId: string | null
  readonly owner: string | null
  readonly sharedWith: readonly string[]
  /** Who is not to read it for now, by identifier, because it would tell them what they are asked blind. */
  readonly hiddenFrom: readonly string[]
  readonly mergedInto: string | null
  readonly verifiedOn: Day | null
  readonly verifiedWords: string | null
  readonly verifiedBy: string | null
  readonly endedOn: Day | null
  readonly endedWords: string | null
}

/** What somebody brings: all of a finding before anything is done about it. */
export type NewFinding = Pick<
  Finding,
  'sourceKind' | 'source' | 'words' | 'theme' | 'foundOn' | 'severity' | 'cohort' | 'sharedWith'
>

export type Step = 'triage' | 'act' | 'verify' | 'close' | 'decline' | 'merge' | 'reopen'

/** What each step leads to, and from where it may be taken. */
export const steps: Readonly<
  Record<Step, { readonly from: readonly State[]; readonly to: State; readonly done: string }>
> = {
  triage: { from: ['new', 'triaged', 'in action'], to: 'triaged', done: 'Triaged' },
  act: { from: ['new', 'triaged', 'in action'], to: 'in action', done: 'Put into action' },
  verify: { from: ['in action'], to: 'verified change', done: 'Change verified' },
  close: { from: ['in action', 'verified change'], to: 'closed', done: 'Closed' },
  decline: { from: ['new', 'triaged'], to: 'declined', done: 'Declined' },
  merge: { from: ['new', 'triaged', 'in action'], to: 'merged', done: 'Merged' },
  reopen: {
    from: ['verified change', 'closed', 'declined', 'merged'],
    to: 'triaged',
    done: 'Opened again',
  },
}

/** The state after a step; null where it cannot be taken from here. Triage twice changes no state. */
export function after(state: State, step: Step): State | null {
  const { from, to } = steps[step]
  if (!from.includes(state)) return null
  return step === 'triage' && state === 'in action' ? 'in action' : to
}

export const openStates: readonly State[] = ['new', 'triaged', 'in action']
export const isOpen = ({ state }: Pick<Finding, 'state'>): boolean => openStates.includes(state)

/** 'Finding 12' */
export const nameOf = ({ number }: Pick<Finding, 'number'>): string => `Finding ${number}`

/** The first words, as many as fit in a line of a list. */
export function brief(words: string, letters = 110): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= letters) return line
  const cut = line.slice(0, letters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), letters - 20)).replace(/[\s,;:.–-]+$/, '')}…`
}
