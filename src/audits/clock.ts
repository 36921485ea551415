import { addWorkingDays, type Day, inLondon, isWorkingDay } from '#calendar'

/** How quickly an alert is answered: hours and days in which people are at work. */
export interface Clock {
  readonly acknowledgeHours: number
  readonly actDays: number
  readonly confirmDays: number
}

/** Ours, where a council has decided nothing: no law sets these. */
export const usualClock: Clock = { acknowledgeHours: 4, actDays: 1, confirmDays: 5 }

const OPENS = 9 * 60
const CLOSES = 17 * 60
const HOURS_A_DAY = (CLOSES - OPENS) / 60

/** When an alert that is raised at an instant is to be acknowledged, acted on and confirmed. */
export function dueTimes(at: Date, { acknowledgeHours, actDays, confirmDays }: Clock) {
  return {
    acknowledgeBy: addWorkingHours(at, acknowledgeHours),
    actBy: addWorkingHours(at, actDays * HOURS_A_DAY),
    confirmBy: addWorkingHours(at, confirmDays * HOURS_A_DAY),
  }
}

/**
 * So many working hours later: from 9 to 17 o'clock in London, Monday to Friday, without bank
 * holidays. What is raised in the evening counts from the next working morning.
 */
export function addWorkingHours(at: Date, hours: number): Date {
  let { day, minutes } = opening(at)
  let left = Math.round(hours * 60)
  while (left > CLOSES - minutes) {
    left -= CLOSES - minutes
    day = addWorkingDays(day, 1)
    minutes = OPENS
  }
  return instantAt(day, minutes + left)
}

/** The first minute from an instant on at which people are at work. */
function opening(at: Date): { readonly day: Day; readonly minutes: number } {
  const { day, clock } = inLondon(at)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const minutes = hour * 60 + minute
  if (!isWorkingDay(day) || minutes >= CLOSES)
    return { day: addWorkingDays(day, 1), minutes: OPENS }
  return { day, minutes: Math.max(minutes, OPENS) }
}

/** The instant at which clocks in London show so many minutes after midnight of a day. */
function instantAt(day: Day, minutes: number): Date {
  const asIfUtc = day * 86_400_000 + minutes * 60_000
  const shown = inLondon(new Date(asIfUtc))
  const [hour = 0, minute = 0] = shown.clock.split(':').map(Number)
  const ahead = (shown.day - day) * 1440 + hour * 60 + minute - minutes
  return new Date(asIfUtc - ahead * 60_000)
}
