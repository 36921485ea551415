import { evaluate, wholeCounty } from '#indicators'
import { type Count, monthsOf, type Reading, readingOf, storedSeries } from '#performance'
import type { History } from '#records'
import { ofRecords } from './definitions.ts'

const known = new WeakMap<History, readonly Reading[]>()

/**
 * What the record lacks, month by month, for the county, each locality and each team. Worked out
 * once for a history, because nothing but the history decides it.
 */
export function qualityOfRecords(history: History): readonly Reading[] {
  const before = known.get(history)
  if (before !== undefined) return before
  const { from, to } = monthsOf(history)
  const count: Count = {
    countedAt: new Date(0),
    extracts: history.extracts,
    library: '',
    firstMonth: from,
    asOf: history.asOf,
  }
  const readings =
    history.extracts.length === 0
      ? []
      : evaluate(history, ofRecords, { from, to, population: new Map() }).flatMap(figures =>
          storedSeries(figures)
            .filter(({ slice }) => ['county', 'locality', 'team'].includes(slice.dimension))
            .map(series =>
              readingOf(figures.definition, count, series, {
                indicator: figures.definition.code,
                extracts: [...figures.extracts],
                missing: figures.missing,
              }),
            ),
        )
  known.set(history, readings)
  return readings
}

/** The measures of the whole county, or of one part. */
export function qualityOfPart(history: History, slice = wholeCounty): readonly Reading[] {
  return qualityOfRecords(history).filter(
    each => each.slice.dimension === slice.dimension && each.slice.name === slice.name,
  )
}
