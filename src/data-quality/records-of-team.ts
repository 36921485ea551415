import { doubtsOf } from '#children'
import type { History } from '#records'

/** One thing that a child's record lacks or contradicts. */
export interface RecordDoubt {
  /** The child's number in the history. */
  readonly child: number
  readonly list: string
  readonly says: string
}

const known = new WeakMap<History, Map<string, readonly RecordDoubt[]>>()

/**
 * Gaps and contradictions in the records of a team's children, worked out once for a history.
 * @param children their numbers in the history
 */
export function recordDoubtsOf(
  history: History,
  team: string,
  children: readonly number[],
): readonly RecordDoubt[] {
  const ofHistory = known.get(history) ?? new Map<string, readonly RecordDoubt[]>()
  known.set(history, ofHistory)
  const before = ofHistory.get(team)
  if (before !== undefined) return before
  const doubts = children.flatMap(child =>
    doubtsOf(history, child).map(doubt => ({ child, ...doubt })),
  )
  ofHistory.set(team, doubts)
  return doubts
}
