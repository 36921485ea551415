import { addMonths, type Day, type Deadline, statutoryDeadline } from '#calendar'
import type { Commitment } from './commitment.ts'

/**
 * The last day to respond to a recommendation under the duty of section 9FE of the Local Government
 * Act 2000: two months beginning with the day of receipt, with its working. Null before the rule.
 */
export function responseDeadline(receivedOn: Day): Deadline | null {
  const found = statutoryDeadline('respond-to-scrutiny', receivedOn)
  return found.kind === 'due' ? found.deadline : null
}

/** When somebody has to look whether an assurance holds, where nobody has said when. */
export const CHECK_WITHIN_MONTHS = 6

/** The date that the law gives takes the place of one that somebody typed. */
export function withStatutoryDue<
  T extends Pick<Commitment, 'statutory' | 'receivedOn' | 'dueOn' | 'dueWords'>,
>(one: T): T {
  if (!one.statutory || one.receivedOn === null) return one
  const deadline = responseDeadline(one.receivedOn)
  return deadline === null ? one : { ...one, dueOn: deadline.due, dueWords: null }
}

/** When somebody has to look whether an assurance holds: the day that was said, or half a year on. */
export const dueOfCheck = ({ dueOn, origin }: Pick<Commitment, 'dueOn' | 'origin'>): Day =>
  dueOn ?? addMonths(origin.on, CHECK_WITHIN_MONTHS)
