import { addMonths, type Day, longDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Gap, GapSource, KindOfThing } from '#thread'
import { checkStateOf } from './assurance.ts'
import { COMMITMENT, commitmentThing } from './change.ts'
import { type Commitment, kinds, nameOf } from './commitment.ts'
import { concernThreads } from './concerns.ts'
import { dueOfCheck } from './due.ts'
import { mayReadCommitment } from './policy.ts'
import { isAwaited, isOverdue, stateWords, timesWords } from './steps.ts'
import { allCommitments, commitmentsById } from './store/index.ts'

export const commitmentPath = (id: string): string => `/commitments/${id}`

/** How the thread shows a commitment. */
export const commitmentKind: KindOfThing = {
  kind: COMMITMENT,
  name: 'Commitment',
  describe: async (trx, ids, viewer) =>
    new Map(
      (await commitmentsById(trx, ids))
        .filter(one => mayReadCommitment(viewer, one))
        .map(one => [
          one.id,
          {
            title: `${kinds[one.kind]} ${one.number}: ${one.title}`,
            href: commitmentPath(one.id),
            state: stateWords(one),
          },
        ]),
    ),
}

/** What was asked for and nobody owns, has answered, has done or has looked at. */
export const commitmentGaps: GapSource = async (trx: Trx, { today, viewer }) => {
  const readable = (await allCommitments(trx)).filter(one => mayReadCommitment(viewer, one))
  return gapsAmong(readable, today)
}

export function gapsAmong(all: readonly Commitment[], today: Day): readonly Gap[] {
  return [...all.flatMap(one => gapsOf(one, today)), ...concernGaps(all)]
}

const gapOn = (one: Commitment) => ({
  subject: commitmentThing(one.id),
  title: `${nameOf(one)}: ${one.title}`,
  href: commitmentPath(one.id),
  owner: one.owner,
})

function gapsOf(one: Commitment, today: Day): readonly Gap[] {
  const gap = gapOn(one)
  const gaps: Gap[] = []
  if (one.kind === 'action' && isAwaited(one) && one.owner === null)
    gaps.push({
      ...gap,
      kind: 'commitment-without-owner',
      since: one.origin.on,
      words: 'It was asked for, and nobody answers for it.',
    })
  if (one.kind === 'recommendation' && one.state === 'open' && isResponseLate(one, today))
    gaps.push({
      ...gap,
      kind: 'recommendation-without-response',
      since: one.dueOn ?? one.origin.on,
      words: one.statutory
        ? `The two months to respond ended on ${longDay(one.dueOn ?? one.origin.on)}.`
        : 'Two months have passed and nobody has responded.',
    })
  else if (one.kind !== 'assurance' && isOverdue(one, today))
    gaps.push({
      ...gap,
      kind: 'commitment-overdue',
      since: one.dueOn ?? one.promised?.on ?? null,
      words: `It was due on ${longDay(one.dueOn ?? one.promised?.on ?? today)}${one.deferrals > 0 ? `, and first on ${longDay(one.firstDueOn ?? today)}` : ''}.`,
    })
  if (one.kind === 'assurance' && isUnchecked(one, today))
    gaps.push({
      ...gap,
      kind: 'assurance-without-check',
      since: dueOfCheck(one),
      words:
        one.check === null
          ? 'It was said in a meeting, and nobody has looked whether it holds.'
          : 'Somebody looked and could not say. It is time to look again.',
    })
  return gaps
}

function isResponseLate({ dueOn, origin }: Commitment, today: Day): boolean {
  return (dueOn ?? addMonths(origin.on, 2)) < today
}

function isUnchecked(one: Commitment, today: Day): boolean {
  return (one.state === 'open' || one.state === 'checked') && checkStateOf(one, today) === 'due'
}

/** A concern that came back and to which nobody has said anything since. */
function concernGaps(all: readonly Commitment[]): readonly Gap[] {
  return concernThreads(all)
    .filter(thread => thread.raisings.length >= 2 && thread.isUnanswered)
    .map(({ first, raisings }) => ({
      ...gapOn(first),
      kind: 'concern-unanswered',
      since: first.origin.on,
      words: `It was raised ${timesWords(raisings.length)}, the last time on ${longDay(raisings.at(-1)?.origin.on ?? first.origin.on)}, and is not answered.`,
    }))
}
