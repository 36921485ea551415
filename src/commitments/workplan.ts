import { alarmOf, lateResponses } from './alarms.ts'
import {
  type BodyPlan,
  type KnownMeeting,
  type Placed,
  USUAL_CAPACITY,
  type Workplan,
  type WorkplanFrom,
} from './entry.ts'
import { dueBack, isDueBack, isPromise, keyOf, ownPlaced, promised } from './placing.ts'

/**
 * What each body has to hear and when: what was promised to it, what is due back to it, and what it
 * put on its own plan. What was promised for a meeting and is not on its agenda raises an alarm, and
 * what was missed stays until it is received, or promised again with a reason.
 */
export function workplanOf(asked: WorkplanFrom): Workplan {
  const { commitments, own, dates, meetings, today } = asked
  const placed: readonly Placed[] = [
    ...commitments.filter(isPromise).map(one => promised(one, asked)),
    ...commitments.filter(isDueBack).map(one => dueBack(one, asked)),
    ...own.map(entry => ownPlaced(entry, asked)),
  ]
  const bodies = new Map<string, { id: string | null; name: string }>()
  const note = (id: string | null, name: string) => {
    const key = keyOf(id, name)
    if (!bodies.has(key)) bodies.set(key, { id, name })
  }
  for (const each of meetings) note(each.bodyId, each.bodyName)
  for (const each of placed) note(each.bodyId, each.bodyName)
  return {
    bodies: [...bodies]
      .map(([key, { id, name }]) => bodyPlan(key, id, name, placed, asked))
      .toSorted((a, b) => a.bodyName.localeCompare(b.bodyName)),
    dates: dates.filter(each => each.on >= today).toSorted((a, b) => a.on - b.on),
    alarms: [...placed.flatMap(each => alarmOf(each, asked)), ...lateResponses(asked)].toSorted(
      (a, b) => (a.on ?? 0) - (b.on ?? 0) || a.title.localeCompare(b.title),
    ),
  }
}

function bodyPlan(
  key: string,
  bodyId: string | null,
  bodyName: string,
  placed: readonly Placed[],
  { meetings, today, capacity = USUAL_CAPACITY }: WorkplanFrom,
): BodyPlan {
  const mine = placed.filter(each => keyOf(each.bodyId, each.bodyName) === key)
  const coming = meetings
    .filter(each => keyOf(each.bodyId, each.bodyName) === key && each.on >= today)
    .toSorted((a, b) => a.on - b.on)
  const isComing = (meeting: KnownMeeting | null) =>
    meeting !== null && coming.some(each => each.meetingId === meeting.meetingId)
  return {
    bodyId,
    bodyName,
    meetings: coming.map(meeting => {
      const entries = mine
        .filter(each => each.meeting?.meetingId === meeting.meetingId)
        .map(each => each.entry)
      const asked = new Set(entries.map(each => each.id))
      const otherItems = meeting.items.filter(
        item => !item.commitmentIds.some(id => asked.has(id)),
      ).length
      return { meeting, entries, otherItems, isOver: entries.length + otherItems > capacity }
    }),
    missed: mine.filter(each => each.entry.standing === 'missed').map(each => each.entry),
    unplaced: mine
      .filter(each => each.entry.standing !== 'missed' && !isComing(each.meeting))
      .map(each => each.entry)
      .toSorted((a, b) => (a.on ?? Number.MAX_VALUE) - (b.on ?? Number.MAX_VALUE)),
  }
}
