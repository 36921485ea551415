import { addMonths, type Day } from '#calendar'
import type { Commitment } from './commitment.ts'
import { dueOf, isOpen, isOverdue } from './steps.ts'

/** What became of all that meetings asked for. */
export interface Counts {
  readonly all: number
  readonly open: number
  readonly overdue: number
  readonly unowned: number
  /** Said to be done, and nobody else has looked. */
  readonly unverified: number
  readonly verified: number
  readonly assurances: number
  readonly checked: number
  readonly borneOut: number
}

export function countsOf(all: readonly Commitment[], today: Day): Counts {
  const count = (test: (one: Commitment) => boolean): number =>
    all.filter(one => isCounted(one) && test(one)).length
  return {
    all: count(() => true),
    open: count(isOpen),
    overdue: count(one => isOverdue(one, today)),
    unowned: count(isUnowned),
    unverified: count(one => one.state === 'done'),
    verified: count(one => one.state === 'closed' && one.verifiedBy !== null),
    assurances: count(one => one.kind === 'assurance'),
    checked: count(one => one.check !== null),
    borneOut: count(one => one.check?.verdict === 'borne out'),
  }
}

/** A concern that came back is one concern, and stands where its first raising stands. */
export const isCounted = ({ joinedTo }: Pick<Commitment, 'joinedTo'>): boolean => joinedTo === null

/** Whether nobody answers for something that is still to be done. */
export const isUnowned = (one: Commitment): boolean => isOpen(one) && addressees(one).length === 0

/** What one owner, post or organisation was asked, and how they answered. */
export interface Answering {
  readonly who: string
  readonly asked: number
  /** Responded, answered, done or received. */
  readonly answered: number
  /** Of those answered that had a day: on or before the first that was promised. */
  readonly inTime: number
  readonly withDay: number
  readonly overdue: number
}

/** By who answers, most asked first: partners stand beside the council's own posts. */
export function answeringOf(all: readonly Commitment[], today: Day): readonly Answering[] {
  const byName = new Map<string, Commitment[]>()
  for (const one of all.filter(each => each.kind !== 'recognition' && each.state !== 'withdrawn'))
    for (const who of addressees(one)) byName.set(who, [...(byName.get(who) ?? []), one])
  return [...byName]
    .map(([who, mine]) => {
      const answered = mine.filter(one => answeredOn(one) !== null)
      const withDay = answered.filter(one => (one.firstDueOn ?? dueOf(one)) !== null)
      return {
        who,
        asked: mine.length,
        answered: answered.length,
        withDay: withDay.length,
        inTime: withDay.filter(one => (answeredOn(one) ?? 0) <= (one.firstDueOn ?? dueOf(one) ?? 0))
          .length,
        overdue: mine.filter(one => isOverdue(one, today)).length,
      }
    })
    .toSorted((a, b) => b.asked - a.asked || a.who.localeCompare(b.who))
}

export function addressees(one: Addressed): readonly string[] {
  const { owner, toPosts, toBodyName } = one
  if (owner !== null) return [owner]
  if (toPosts.length > 0) return toPosts
  if (toBodyName !== null) return [toBodyName]
  // Whoever gave an assurance answers for it.
  return one.kind === 'assurance' && one.saidBy !== null ? [one.saidBy] : []
}
type Addressed = Pick<Commitment, 'kind' | 'saidBy' | 'owner' | 'toPosts' | 'toBodyName'>

/** When it was first answered in any way; null where it was not. */
export function answeredOn(one: Commitment): Day | null {
  return one.response?.on ?? one.doneOn ?? (one.state === 'withdrawn' ? null : one.closedOn)
}

/** What one body asked, and what it led to: whether its challenge had an effect. */
export interface Challenge {
  readonly body: string
  readonly asked: number
  readonly answered: number
  /** Shown to have changed something: verified, resolved, or accepted and done. */
  readonly changed: number
  /** Open for a year or longer. */
  readonly old: number
}

export function challengeOf(all: readonly Commitment[], today: Day): readonly Challenge[] {
  const byBody = new Map<string, Commitment[]>()
  for (const one of all.filter(isAsked))
    byBody.set(one.origin.bodyName, [...(byBody.get(one.origin.bodyName) ?? []), one])
  return [...byBody]
    .map(([body, mine]) => ({
      body,
      asked: mine.length,
      answered: mine.filter(one => answeredOn(one) !== null).length,
      changed: mine.filter(one => one.state === 'closed').length,
      old: mine.filter(one => isOpen(one) && addMonths(one.origin.on, 12) <= today).length,
    }))
    .toSorted((a, b) => b.asked - a.asked || a.body.localeCompare(b.body))
}

const isAsked = ({ kind, state }: Commitment): boolean =>
  kind !== 'recognition' && kind !== 'assurance' && state !== 'withdrawn'
