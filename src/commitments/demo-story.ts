import type { CommitmentKind, ResponseKind, Verdict } from './commitment.ts'
import type { Step } from './steps.ts'

// How the demonstration tells what its meetings asked for.

export type DemoBodyKey =
  | 'council'
  | 'cabinet'
  | 'scrutiny'
  | 'board-2019'
  | 'board'
  | 'parenting'
  | 'safeguarding'

export interface DemoTaken {
  readonly step: Step
  readonly on: string
  readonly by: string
  readonly words: string
  readonly response?: ResponseKind
  readonly reason?: string
  readonly respondent?: string
  readonly verdict?: Verdict
  readonly dueOn?: string
}

/** A commitment of the demonstration, by a key that its demonstration minutes know it by. */
export interface DemoCommitment {
  readonly key: string
  readonly kind: CommitmentKind
  readonly body: DemoBodyKey
  readonly on: string
  /** The number of the paragraph, as minutes print it. */
  readonly paragraph: string
  readonly title: string
  readonly words: string
  readonly saidBy?: string
  readonly owner?: string
  readonly sharedWith?: readonly string[]
  readonly toBody?: DemoBodyKey
  readonly toPosts?: readonly string[]
  readonly due?: string
  readonly dueWords?: string
  readonly receivedOn?: string
  readonly measure?: string
  readonly audit?: string
  readonly joinedTo?: string
  readonly forOn?: string
  /** A finding of the demonstration that came from it. */
  readonly finding?: string
  readonly taken?: readonly DemoTaken[]
}

export const dcs = 'Director of children’s services'
export const clerk = 'Democratic services officer'
export const quality = 'Quality lead'
export const nurse = 'Integrated care board'
