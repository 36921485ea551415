import type { Day } from './day.ts'
import {
  addWorkingDays,
  englandAndWales,
  isWorkingDay,
  type WorkingCalendar,
  whyNotWorking,
} from './working-days.ts'

/** Something that comes every so many weeks from a first day. */
export interface Rhythm {
  readonly firstOn: Day
  readonly weeks: number
  /** The last day on which it may come; null for no end. */
  readonly endedOn: Day | null
  readonly moved: readonly MovedOccasion[]
}

export interface MovedOccasion {
  readonly nth: number
  readonly heldOn: Day
  readonly reason: string
}

export interface Occasion {
  /** From 0. */
  readonly nth: number
  readonly on: Day
  /** Why it is not on the day that the weeks give; null where it is. */
  readonly because: string | null
}

/**
 * The nth occasion. Each is so many weeks after the first and not after the one before it, so that
 * one moved day does not move all that follow. On a day that nobody works it comes on the next
 * working day: after Christmas, and not between the holidays.
 */
export function occasionAt(
  rhythm: Rhythm,
  nth: number,
  calendar: WorkingCalendar = englandAndWales,
): Occasion {
  const moved = rhythm.moved.find(each => each.nth === nth)
  if (moved !== undefined) return { nth, on: moved.heldOn, because: moved.reason }
  const usual = rhythm.firstOn + nth * rhythm.weeks * 7
  if (isWorkingDay(usual, calendar)) return { nth, on: usual, because: null }
  const why = whyNotWorking(usual, calendar) ?? 'no working day'
  return {
    nth,
    on: addWorkingDays(usual, 1, calendar),
    because: `The usual day is a holiday: ${why}.`,
  }
}

/** Occasions from a day to another, both included, the earliest first. */
export function occasionsBetween(
  rhythm: Rhythm,
  from: Day,
  to: Day,
  calendar: WorkingCalendar = englandAndWales,
): readonly Occasion[] {
  const last = rhythm.endedOn === null ? to : Math.min(to, rhythm.endedOn)
  const occasions: Occasion[] = []
  // A moved day may lie weeks from its usual one, so more are laid out than lie between.
  const span = rhythm.weeks * 7
  const start = Math.max(0, Math.floor((from - rhythm.firstOn) / span) - 2)
  const end = Math.ceil((last - rhythm.firstOn) / span) + 2
  for (let nth = start; nth <= end; nth++) {
    const occasion = occasionAt(rhythm, nth, calendar)
    if (occasion.on >= from && occasion.on <= last) occasions.push(occasion)
  }
  return occasions.toSorted((a, b) => a.on - b.on)
}
