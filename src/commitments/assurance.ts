import { addMonths, type Day } from '#calendar'
import { type MeasureNow, movementOf } from '#plan'
import type { Commitment, Verdict } from './commitment.ts'
import { CHECK_WITHIN_MONTHS, dueOfCheck } from './due.ts'

/** What a measure says of an assurance, before a person has said whether that is what was meant. */
export interface Suggested {
  readonly verdict: Verdict
  /** Why, in a sentence. */
  readonly words: string
}

/**
 * What the chart of its measure says since the assurance was given, by the same rules by which a line
 * of a plan is judged. Getting better bears it out and getting worse does not; where nothing moved,
 * it depends on the target, and without one it cannot be said.
 */
export function suggestedVerdict(measure: MeasureNow | null, givenOn: Day): Suggested {
  if (measure === null)
    return { verdict: 'cannot be said', words: 'No measure is named to check it against.' }
  const { movement, words } = movementOf(measure, givenOn)
  switch (movement) {
    case 'unmeasured':
      return { verdict: 'cannot be said', words }
    case 'improving':
    case 'held':
      return { verdict: 'borne out', words }
    case 'worse':
      return { verdict: 'not borne out', words }
    case 'same':
      return bySameLevel(measure, words)
  }
}

function bySameLevel({ signal }: MeasureNow, words: string): Suggested {
  switch (signal?.assurance) {
    case 'will-hit':
      return { verdict: 'borne out', words: `${words} It meets its target all the same.` }
    case 'will-miss':
      return { verdict: 'not borne out', words: `${words} It will miss its target.` }
    default:
      return {
        verdict: 'cannot be said',
        words: `${words} Whether that bears it out depends on what was said.`,
      }
  }
}

export type CheckState = 'checked' | 'due' | 'to come'

/** Whether somebody has looked, or has to by now. */
export function checkStateOf(one: Commitment, today: Day): CheckState {
  if (one.check !== null && one.check.verdict !== 'cannot be said') return 'checked'
  // What could not be said is looked at again, once there has been time for figures to come.
  const due = one.check === null ? dueOfCheck(one) : addMonths(one.check.on, CHECK_WITHIN_MONTHS)
  return due <= today ? 'due' : 'to come'
}
