import type { Day } from '#calendar'
import type { Rooms } from '#council'
import { changingOf, type Colleague, dayFrom, placeOf } from '#findings'
import type { Way } from '#people'
import type { BodyKind } from '../body.ts'

export interface BodiesRooms extends Rooms {
  /** What other rooms have of a body that stands today, by its kind. */
  readonly waysFromBody?: Readonly<Partial<Record<BodyKind, readonly Way[]>>>
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
