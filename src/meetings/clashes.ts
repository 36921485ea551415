import { type Day, englandAndWales, longDay, type WorkingCalendar, whyNotWorking } from '#calendar'
import type { Meeting } from './meeting.ts'

export interface Recess {
  readonly id: string
  readonly title: string
  readonly fromOn: Day
  /** The last day. */
  readonly untilOn: Day
}

/** A meeting as far as it can stand in the way of another. */
export type Slot = Pick<Meeting, 'id' | 'bodyId' | 'heldOn' | 'startsAt' | 'endsAt' | 'venue'>

export interface Clash {
  readonly kind: 'holiday' | 'recess' | 'same body' | 'people' | 'room'
  readonly words: string
  /** The meeting that is in the way. */
  readonly meetingId: string | null
}

/** A meeting whose end nobody has planned is taken to last two hours. */
const USUAL_MINUTES = 120

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function span({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): readonly [number, number] {
  const from = minutes(startsAt)
  return [from, endsAt === null ? from + USUAL_MINUTES : Math.max(minutes(endsAt), from + 1)]
}

export function overlaps(a: Slot, b: Slot): boolean {
  if (a.heldOn !== b.heldOn) return false
  const [fromA, untilA] = span(a)
  const [fromB, untilB] = span(b)
  return fromA < untilB && fromB < untilA
}

const sameRoom = (a: string, b: string): boolean =>
  a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * What stands in the way of a meeting, in words for whoever arranges it. Nothing of it forbids it.
 * @param others those of that day that are not cancelled or postponed
 * @param sharing how many people sit on both bodies on that day
 */
export function clashesOf(
  slot: Slot,
  others: readonly Slot[],
  about: {
    readonly recesses: readonly Recess[]
    readonly sharing: (bodyId: string) => number
    readonly nameOf: (bodyId: string) => string
    readonly calendar?: WorkingCalendar
  },
): readonly Clash[] {
  const why = whyNotWorking(slot.heldOn, about.calendar ?? englandAndWales)
  const clashes: Clash[] = []
  if (why !== null)
    clashes.push({
      kind: 'holiday',
      words: `${longDay(slot.heldOn)} is no working day: ${why}.`,
      meetingId: null,
    })
  for (const recess of about.recesses)
    if (recess.fromOn <= slot.heldOn && slot.heldOn <= recess.untilOn)
      clashes.push({
        kind: 'recess',
        words: `The council is in recess from ${longDay(recess.fromOn)} to ${longDay(recess.untilOn)}: ${recess.title}.`,
        meetingId: null,
      })
  for (const other of others) if (other.id !== slot.id) clashes.push(...between(slot, other, about))
  return clashes
}

function between(
  slot: Slot,
  other: Slot,
  about: {
    readonly sharing: (bodyId: string) => number
    readonly nameOf: (bodyId: string) => string
  },
): readonly Clash[] {
  if (slot.heldOn !== other.heldOn) return []
  const name = about.nameOf(other.bodyId)
  const meetingId = other.id
  if (other.bodyId === slot.bodyId)
    return [
      {
        kind: 'same body',
        words: `It meets on that day already, at ${other.startsAt}.`,
        meetingId,
      },
    ]
  if (!overlaps(slot, other)) return []
  const shared = about.sharing(other.bodyId)
  const clashes: Clash[] = []
  if (shared > 0)
    clashes.push({
      kind: 'people',
      words: `${shared === 1 ? 'One person sits' : `${shared} people sit`} on ${name} too, which meets at ${other.startsAt}.`,
      meetingId,
    })
  if (sameRoom(slot.venue, other.venue))
    clashes.push({
      kind: 'room',
      words: `${name} meets in ${other.venue} at ${other.startsAt}.`,
      meetingId,
    })
  return clashes
}
