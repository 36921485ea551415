import type { Place } from '#council'
import type { Definition } from '#indicators'
import type { Html } from '#kit/html/html.ts'
import type { Trx } from '#kit/db/index.ts'
import { permits, type Viewer } from '#people'
import type { SeriesPoint } from '#signals'
import { comparison } from './comparison.ts'
import { comparisonView } from './comparison.view.ts'
import { bringComparators, seeComparators } from './policy.ts'

/**
 * The part of an indicator's page that sets the whole county beside other authorities; null where
 * nothing is published of what it counts, or whoever asks may not see it.
 * @param points its series as it was counted here, in the unit of the definition
 */
export async function besideOthers(
  trx: Trx,
  { council, today }: Place,
  viewer: Viewer,
  definition: Definition,
  points: readonly SeriesPoint[],
): Promise<Html | null> {
  if (!permits(seeComparators, viewer)) return null
  const found = await comparison(trx, council, definition, points, today)
  return found && comparisonView(found, permits(bringComparators, viewer))
}
