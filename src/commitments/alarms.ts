import { addMonths, longDay } from '#calendar'
import type { Commitment } from './commitment.ts'
import type { Alarm, AlarmKind, KnownMeeting, Placed, WorkplanFrom } from './entry.ts'
import { isOf } from './placing.ts'

/** What is wrong with an entry that was promised. */
export function alarmOf(
  { entry, bodyId, bodyName, meeting }: Placed,
  asked: WorkplanFrom,
): readonly Alarm[] {
  const { commitment, on } = entry
  if (entry.source !== 'promised' || commitment === null) return []
  const alarm = (kind: AlarmKind, words: string): readonly Alarm[] => [
    { kind, title: entry.title, words, href: asked.hrefOf(commitment), bodyId, bodyName, on },
  ]
  const when = on === null ? '' : longDay(on)
  switch (entry.standing) {
    case 'not on the agenda':
      return alarm(
        'not on the agenda',
        `It was promised for ${bodyName} on ${when}. The agenda has ${itemCount(meeting)} and none of them is it.`,
      )
    case 'missed':
      return alarm('missed', `It was promised for ${bodyName} on ${when} and did not come.`)
    case 'no meeting':
      return asked.meetings.some(isOf(bodyId, bodyName))
        ? alarm(
            'no meeting',
            `It was promised for ${when}. ${bodyName} has no meeting on that day.`,
          )
        : []
    case 'no day fixed':
      return addMonths(commitment.origin.on, 6) <= asked.today
        ? alarm(
            'no day fixed',
            `It was promised on ${longDay(commitment.origin.on)}${entry.onWords === null ? '' : ` for “${entry.onWords}”`}, and no day was ever fixed.`,
          )
        : []
    case 'on the agenda':
    case 'was on the agenda':
    case 'agenda not drawn up':
      return []
  }
}

const itemCount = (meeting: KnownMeeting | null): string =>
  meeting?.items.length === 1 ? 'one item' : `${meeting?.items.length ?? 0} items`

/** Recommendations whose two months are over without a response. */
export function lateResponses({ commitments, today, hrefOf }: WorkplanFrom): readonly Alarm[] {
  return commitments
    .filter(one => one.statutory && one.state === 'open' && one.dueOn !== null && one.dueOn < today)
    .map(one => ({
      kind: 'response late',
      title: one.title,
      words: `No response from ${addressees(one)} by ${longDay(one.dueOn ?? 0)}.`,
      href: hrefOf(one),
      bodyId: one.origin.bodyId,
      bodyName: one.origin.bodyName,
      on: one.dueOn,
    }))
}

const addressees = ({ toPosts, toBodyName }: Commitment): string =>
  [...toPosts, ...(toBodyName === null ? [] : [toBodyName])].join(' and ') || 'anybody'
