import { type Day, lastDayOf, type Month, monthOf } from '#calendar'
import { endsPeriod, periodsBetween, type SeriesDefinition } from '#indicators'
import type { SeriesValue } from './value.ts'

/** The last period that has ended on a day. */
export function latestEnded(definition: SeriesDefinition, today: Day): Month {
  let month = monthOf(today)
  while (lastDayOf(month) > today || !endsPeriod(definition, month)) month--
  return month
}

/** The period after one. */
export function nextPeriod(definition: SeriesDefinition, month: Month): Month {
  let next = month + 1
  while (!endsPeriod(definition, next)) next++
  return next
}

/**
 * The periods of the whole county without a figure, from the first that has one to the last that has
 * ended: a gap in the series, and what is due now.
 */
export function missingPeriods(
  definition: SeriesDefinition,
  standing: readonly SeriesValue[],
  today: Day,
): readonly Month[] {
  const months = standing
    .filter(({ slice, numerator }) => slice.dimension === 'county' && numerator !== null)
    .map(({ month }) => month)
  if (months.length === 0) return []
  const has = new Set(months)
  const all = periodsBetween(definition, Math.min(...months), latestEnded(definition, today))
  return all.filter(month => !has.has(month))
}

/** The period that a form and a template propose: the first that is missing, or the last that ended. */
export function proposed(
  definition: SeriesDefinition,
  standing: readonly SeriesValue[],
  today: Day,
): Month {
  return missingPeriods(definition, standing, today)[0] ?? latestEnded(definition, today)
}
