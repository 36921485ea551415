import type { Trx } from '#kit/db/index.ts'
import { type LineMeasure, measureOf, readingsFor } from '#plan'

/** The measures of identifiers with what their figures say now, by identifier. */
export async function measuresNow(
  trx: Trx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LineMeasure>> {
  const wanted = [...new Set(ids)]
  const readings = await readingsFor(trx, wanted)
  return new Map(
    wanted.flatMap((id): readonly (readonly [string, LineMeasure])[] => {
      const measure = measureOf(id)
      return measure === null ? [] : [[id, { id, measure, reading: readings.get(id) ?? null }]]
    }),
  )
}
