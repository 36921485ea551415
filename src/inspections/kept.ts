import type { Day } from '#calendar'

/** A version of an inspection: every save keeps the one before. */
export interface Version {
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string
}

export const challengeOutcomes = {
  open: 'Not answered yet',
  changed: 'The report was changed',
  partly: 'The report was changed in part',
  unchanged: 'The report was not changed',
} as const
export type ChallengeOutcome = keyof typeof challengeOutcomes

/** Something that the council said was not so in a draft report, and what became of it. */
export interface Challenge {
  readonly id: string
  readonly sentOn: Day
  readonly paragraph: string
  readonly words: string
  readonly outcome: ChallengeOutcome
  readonly answer: string | null
  readonly answeredOn: Day | null
}
