import { inLondon, isoDay } from '#calendar'
import type { LocalTime } from './published.ts'

/**
 * The instant of a time by London's clock; midnight where the time is not known. An hour that the
 * clock leaves out in March is the one after it, and of the hour that comes twice in October it is
 * the first.
 */
export function instantOf({ day, time }: LocalTime): Date {
  const wanted = Date.parse(`${isoDay(day)}T${time ?? '00:00'}:00Z`)
  // London is never behind Universal Time and never more than an hour ahead.
  const early = new Date(wanted - HOUR)
  return clockOf(early) === wanted ? early : new Date(wanted)
}

/** The day and the time of an instant by London's clock. */
export function localTimeOf(instant: Date): LocalTime {
  const { day, clock } = inLondon(instant)
  return { day, time: clock }
}

/** As 2026-07-10T10:00:00+01:00: the clock as people saw it, and the instant. */
export function offsetDateTime(local: LocalTime): string {
  return withOffset(instantOf(local))
}

/** As 2026-07-10T09:00:00Z. */
export function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}

function withOffset(instant: Date): string {
  const clock = clockOf(instant)
  const ahead = Math.round((clock - instant.getTime()) / HOUR)
  return `${new Date(clock).toISOString().slice(0, 19)}+0${ahead}:00`
}

const HOUR = 3_600_000

/** What the clock shows, to the minute, as if it were Universal Time. */
function clockOf(instant: Date): number {
  const { day, clock } = inLondon(instant)
  return Date.parse(`${isoDay(day)}T${clock}:00Z`)
}
