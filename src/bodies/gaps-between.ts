import type { Day } from '#calendar'

type Time = { readonly fromOn: Day; readonly untilOn: Day | null }

/**
 * The times after the first and up to today that none of the given times covers: when a post was
 * vacant. The last has no end where it lasts.
 */
export function gapsBetween(times: readonly Time[], today: Day): readonly Time[] {
  const gaps: Time[] = []
  let covered: Day | null = null
  for (const { fromOn, untilOn } of times.toSorted((a, b) => a.fromOn - b.fromOn)) {
    if (covered !== null && fromOn > covered + 1 && covered < today)
      gaps.push({ fromOn: covered + 1, untilOn: fromOn - 1 })
    covered = Math.max(covered ?? Number.NEGATIVE_INFINITY, untilOn ?? Number.POSITIVE_INFINITY)
  }
  if (covered !== null && covered < today) gaps.push({ fromOn: covered + 1, untilOn: null })
  return gaps
}
