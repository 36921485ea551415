import { longDay } from '#calendar'
import { callInOutcomes, type Standing } from '../decision.ts'

/** Where a decision stands, in a sentence without a full stop. */
export function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'draft':
      return 'Not published'
    case 'open to call-in':
      return `Open to call-in until ${standing.at === null ? '' : `${standing.at} on `}${longDay(standing.until)}`
    case 'called in':
      return 'Called in, waiting for its hearing'
    case 'sent back':
      return callInOutcomes[standing.to]
    case 'in force':
      return 'In force'
  }
}
