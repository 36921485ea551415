import type { Day } from '#calendar'

export type AskKind =
  | 'action'
  | 'recommendation to a body'
  | 'recommendation to posts'
  | 'question to be answered'
  | 'update requested'
  | 'report expected'
  | 'promise'
  | 'assurance'
  | 'concern'
  | 'recognition'

/** Something that minutes say was asked for, promised, assured, worried about or praised. */
export interface Ask {
  readonly kind: AskKind
  /** Who is to do it, or gave the word: posts, bodies or persons as written, parted by “; ”. */
  readonly to: string | null
  /** A day, or the words in which the time is said (“later this year”). */
  readonly when: Day | string | null
  /** It stands in the minutes as an action: “ACTION: …”, or a row of a table of actions. */
  readonly labelled: boolean
  /** The paragraph that asks has an action right after it. */
  readonly raised: boolean
  /** The minutes say that it has been done. */
  readonly done: boolean
  /** For a concern: it is said to have been raised before. */
  readonly again: boolean
  /** The number of its paragraph (“3.6”), null where paragraphs have none. */
  readonly paragraph: string | null
  /** Line of the text, from 1, and the range in characters of the sentence. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly excerpt: string
  readonly missing: readonly ('owner' | 'date')[]
  /** The rule that found it. */
  readonly rule: string
}

/** What a rule looks for, said so that a clerk can judge it. */
export interface AskRule {
  readonly id: string
  readonly kind: AskKind
  readonly looksFor: string
  readonly example: string
  /** What looks like it and is not. */
  readonly not: string
}

const followedUp: ReadonlySet<AskKind> = new Set<AskKind>([
  'action',
  'recommendation to a body',
  'recommendation to posts',
  'question to be answered',
  'update requested',
  'report expected',
  'promise',
])

/** Whether somebody has to do something: assurances are tested, concerns and recognition kept. */
export const isForFollowingUp = (ask: { readonly kind: AskKind }): boolean =>
  followedUp.has(ask.kind)
