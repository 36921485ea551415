import { type Day, longDay } from '#calendar'
import { type Commitment, kinds, verdicts } from '#commitments'
import type { PublishedAction } from '#exchange'
import type { PublicAction } from './record.ts'

/** @param today null where it is known already whether it is overdue */
export function stateOf(
  { state, dueOn }: Pick<Commitment, 'state' | 'dueOn'>,
  today: Day | null,
): PublishedAction['state'] {
  if (state === 'withdrawn') return 'withdrawn'
  if (state !== 'open' && state !== 'accepted' && state !== 'partly') return 'done'
  return today !== null && dueOn !== null && dueOn < today ? 'overdue' : 'open'
}

/** What became of it in a sentence or two. That something is done does not say that it is better. */
export function progressWords(action: PublicAction): string {
  const parts = [stateWords(action), ...dueParts(action)]
  return parts.filter(part => part !== '').join(' ')
}

function stateWords(action: PublicAction): string {
  const on = (day: Day | null): string => (day === null ? '' : ` on ${longDay(day)}`)
  switch (action.state) {
    case 'open':
      return action.kind === 'recommendation' ? 'Waiting for a response.' : 'Open.'
    case 'accepted':
      return 'Accepted, and not yet done.'
    case 'partly':
      return 'Accepted in part, and not yet done.'
    case 'rejected':
      return 'Not accepted.'
    case 'answered':
      return 'Answered.'
    case 'done':
      return action.verifiedOn === null
        ? `Done${on(action.doneOn)}, not yet verified.`
        : `Done${on(action.doneOn)}, and verified${on(action.verifiedOn)}.`
    case 'closed':
      return action.verifiedOn === null && action.doneOn !== null
        ? `Closed${on(action.closedOn)}. Done, not verified.`
        : `Closed${on(action.closedOn)}.`
    case 'checked':
      return `Checked against what happened: ${verdictWords(action.verdict)}.`
    case 'received':
      return 'The report was received.'
    case 'recorded':
      return 'Recorded.'
    case 'withdrawn':
      return 'Withdrawn.'
  }
}

function verdictWords(verdict: string | null): string {
  const found = Object.entries(verdicts).find(([key]) => key === verdict)?.[1]
  return (found ?? 'nothing was found').toLowerCase()
}

function dueParts(action: PublicAction): readonly string[] {
  const isOpen = ['open', 'accepted', 'partly'].includes(action.state)
  if (!isOpen) return []
  const due =
    action.dueOn === null
      ? action.dueWords === null
        ? action.kind === 'action' || action.kind === 'recommendation'
          ? 'No date was set.'
          : ''
        : `Due ${action.dueWords}.`
      : `${action.isOverdue ? 'Overdue: it was due by' : 'Due by'} ${longDay(action.dueOn)}.`
  const first = action.firstDueOn
  const deferred =
    action.deferrals === 0 || first === null
      ? ''
      : `It was first due by ${longDay(first)} and has been put off ${action.deferrals === 1 ? 'once' : `${action.deferrals} times`}.`
  return [due, deferred]
}

/** 'Action 12, from Scrutiny, 9 January 2020' */
export const captionOf = ({ kind, number, origin, originOn }: PublicAction): string =>
  `${kinds[kind]} ${number}, from ${origin === '' ? longDay(originOn) : origin}`
