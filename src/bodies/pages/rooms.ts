import type { Day } from '#calendar'
import type { Rooms } from '#council'
import { changingOf, type Colleague, dayFrom, placeOf } from '#findings'

export interface BodiesRooms extends Rooms {
  /** Who has signed in here, to say which of them a member is. */
  readonly colleagues: (authority: string) => Promise<readonly Colleague[]>
}
export { changingOf, placeOf }

/** The day that somebody asked about in the address; today where they asked about none. */
export function dayAsked(
  typed: string,
  today: Day,
): { readonly day: Day; readonly typed: string; readonly wrong: string | null } {
  if (typed.trim() === '') return { day: today, typed: '', wrong: null }
  const day = dayFrom(typed)
  if (day !== null) return { day, typed, wrong: null }
  return { day: today, typed, wrong: 'Enter a date, such as 18 September 2017.' }
}
