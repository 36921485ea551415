import type { Day } from '#calendar'
import { type Council, type Setting, settingOn } from '#council'
import type { PublishedPlace } from './layout.ts'

/** The setting that says which authority of the published tables a council is. */
export const OWN = 'published-code'

/**
 * The council's code of three digits in published tables: what it set, or else the code it was set up
 * with, where that is one or is an authority's code of nine characters. Null where nobody has said.
 */
export function ownCode(
  settings: readonly Setting[],
  council: Pick<Council, 'code'>,
  places: ReadonlyMap<string, PublishedPlace>,
  today: Day,
): string | null {
  const said = settingOn(settings, OWN, today)?.value ?? council.code
  if (/^\d{3}$/.test(said)) return said
  for (const place of places.values())
    if (place.level === 'authority' && place.newCode === said) return place.code
  return null
}
