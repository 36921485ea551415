import { firstDayOf, longDay, type Month, monthOf } from '#calendar'
import { type Definition, localStandards, monthOfChange, type Standards } from '#indicators'
import type { StoredSeries } from './figures.ts'

/** A month from which a series is counted otherwise: what lies before is not to be compared with it. */
export interface Join {
  readonly month: Month
  /** As it stands on the chart: 'Version 2: visits by video no longer count.' */
  readonly words: string
}

/** Figures as an earlier version of their definition counted them. */
export interface FormerSeries extends StoredSeries {
  readonly firstMonth: Month
}

interface Joined {
  readonly firstMonth: Month
  readonly numerators: readonly number[]
  readonly denominators: readonly number[]
  /** Oldest first. */
  readonly joins: readonly Join[]
}

/**
 * A series with the months before each change of its definition as the version before had them.
 * Where that version never counted, as in a new installation, the newer one stands there too and
 * nothing is joined. What was entered stands as it was entered: only the join is marked.
 */
export function joined(
  definition: Definition,
  series: StoredSeries,
  firstMonth: Month,
  former: readonly FormerSeries[],
): Joined {
  const start = series.firstMonth ?? firstMonth
  let whole: Joined = { ...series, firstMonth: start, joins: [] }
  for (const change of (definition.changes ?? []).toReversed()) {
    const month = monthOfChange(change)
    const before = former.find(each => each.version === change.version - 1)
    if (definition.kind === 'record' && before === undefined) continue
    whole = before === undefined ? whole : withBefore(whole, before, month)
    const words = `Version ${change.version}: ${change.says}`
    whole = { ...whole, joins: [{ month, words }, ...whole.joins] }
  }
  return whole
}

/** The months before one month as a former version had them, the others as they are. */
function withBefore(whole: Joined, before: FormerSeries, month: Month): Joined {
  const firstMonth = Math.min(whole.firstMonth, before.firstMonth)
  const last = Math.max(
    whole.firstMonth + whole.numerators.length,
    before.firstMonth + before.numerators.length,
  )
  const of = (list: 'numerators' | 'denominators'): readonly number[] =>
    Array.from({ length: last - firstMonth }, (_, place) => {
      const from = firstMonth + place < month ? before : whole
      return from[list][firstMonth + place - from.firstMonth] ?? Number.NaN
    })
  return { ...whole, firstMonth, numerators: of('numerators'), denominators: of('denominators') }
}

/** The months in which a standard that an indicator counts by became another number. */
export function standardJoins(definition: Definition, standards: Standards): readonly Join[] {
  return (definition.standards ?? []).flatMap(key => {
    const { unit } = localStandards[key]
    return standards.decided.flatMap(({ key: of, from, value }) => {
      if (of !== key || standards.on(key, from) !== value || standards.on(key, from - 1) === value)
        return []
      const words = `The standard changed to ${value} ${unit} on ${longDay(from)}`
      // A month that began under the old standard is counted by both.
      const first = monthOf(from)
      return [{ month: from === firstDayOf(first) ? first : first + 1, words }]
    })
  })
}
