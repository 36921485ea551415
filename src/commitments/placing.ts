import { type Day, longDay } from '#calendar'
import type { Commitment } from './commitment.ts'
import type { KnownMeeting, Placed, Standing, WorkplanFrom } from './entry.ts'
import { dueOf, isAwaited, isOpen, kindWord } from './steps.ts'
import type { OwnEntry } from './store/workplan.ts'

/** Bodies that nobody has entered are known by their names. */
export const keyOf = (id: string | null, name: string): string => id ?? name.trim().toLowerCase()

export const isPromise = (one: Commitment): boolean => one.kind === 'report expected' && isOpen(one)

/** What a meeting wants to hear back about; a concern comes back by itself. */
export const isDueBack = (one: Commitment): boolean =>
  (one.kind === 'action' || one.kind === 'recommendation' || one.kind === 'question') &&
  isAwaited(one) &&
  (one.dueOn !== null || one.dueWords !== null)

export const isOf = (bodyId: string | null, bodyName: string) => (meeting: KnownMeeting) =>
  keyOf(bodyId, bodyName) === meeting.bodyId ||
  meeting.bodyName.trim().toLowerCase() === bodyName.trim().toLowerCase()

export function promised(one: Commitment, { meetings, today, hrefOf }: WorkplanFrom): Placed {
  const bodyId = one.promised?.bodyId ?? one.origin.bodyId
  const bodyName = one.promised?.bodyName ?? one.origin.bodyName
  const on = dueOf(one)
  const named = meetings.find(each => each.meetingId === one.promised?.meetingId)
  const meeting =
    named ?? meetings.find(each => each.on === on && isOf(bodyId, bodyName)(each)) ?? null
  return {
    bodyId: meeting?.bodyId ?? bodyId,
    bodyName: meeting?.bodyName ?? bodyName,
    meeting,
    entry: {
      id: one.id,
      source: 'promised',
      title: one.title,
      from: one.origin.label,
      href: hrefOf(one),
      on: meeting?.on ?? on,
      onWords: one.dueWords,
      standing: standingOf(meeting, meeting?.on ?? on, today, one.id),
      commitment: one,
    },
  }
}

function standingOf(
  meeting: KnownMeeting | null,
  on: Day | null,
  today: Day,
  commitmentId: string | null,
): Standing {
  if (on === null) return 'no day fixed'
  const isOn =
    commitmentId !== null &&
    meeting !== null &&
    meeting.items.some(item => item.commitmentIds.includes(commitmentId))
  if (on < today) return isOn ? 'was on the agenda' : 'missed'
  if (isOn) return 'on the agenda'
  if (meeting === null) return 'no meeting'
  return isDrawnUp(meeting) ? 'not on the agenda' : 'agenda not drawn up'
}

const isDrawnUp = ({ drawnUp, items }: KnownMeeting): boolean => drawnUp ?? items.length > 0

/** It is heard at the first meeting of the body that asked, on or after the day it is due. */
export function dueBack(one: Commitment, { meetings, today, hrefOf }: WorkplanFrom): Placed {
  const { bodyId, bodyName } = one.origin
  const due = one.dueOn
  const from = due === null ? null : Math.max(due, today)
  const meeting =
    from === null
      ? null
      : (meetings
          .filter(each => each.on >= from && isOf(bodyId, bodyName)(each))
          .toSorted((a, b) => a.on - b.on)[0] ?? null)
  const isOn = meeting?.items.some(item => item.commitmentIds.includes(one.id)) ?? false
  return {
    bodyId: meeting?.bodyId ?? bodyId,
    bodyName: meeting?.bodyName ?? bodyName,
    meeting,
    entry: {
      id: one.id,
      source: 'due',
      title: one.title,
      from: `${capital(kindWord(one.kind))} of ${longDay(one.origin.on)}`,
      href: hrefOf(one),
      on: due,
      onWords: one.dueWords,
      standing:
        due === null
          ? 'no day fixed'
          : meeting === null
            ? 'no meeting'
            : isOn
              ? 'on the agenda'
              : isDrawnUp(meeting)
                ? 'not on the agenda'
                : 'agenda not drawn up',
      commitment: one,
    },
  }
}

export function ownPlaced(own: OwnEntry, { meetings, today }: WorkplanFrom): Placed {
  const { bodyId, bodyName, on } = own
  const meeting = meetings.find(each => each.on === on && isOf(bodyId, bodyName)(each)) ?? null
  const standing = standingOf(meeting, on, today, null)
  return {
    bodyId: meeting?.bodyId ?? bodyId,
    bodyName: meeting?.bodyName ?? bodyName,
    meeting,
    entry: {
      id: own.id,
      source: 'own',
      title: own.title,
      from: own.source,
      href: null,
      on,
      onWords: own.onWords,
      // Its own entries name a subject and no commitment, so an agenda cannot show that it has them.
      standing: standing === 'not on the agenda' ? 'agenda not drawn up' : standing,
      commitment: null,
    },
  }
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
