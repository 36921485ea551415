import { addMonths, type Day, firstDayOf, lastDayOf, type Month, monthOf } from '#calendar'
import { type CoveredSpan, type History, type ListName, sourceList } from '#records'
import { type Definition, isSnapshot } from './definition.ts'

/**
 * The months that an indicator can speak for: those for which every list that it looks at was
 * delivered. A month outside is not a zero. It has no figure, and the page says which list is missing.
 */
export interface Answerable {
  /** For each month from the first, the day it is counted on; -1 where it cannot be counted. */
  readonly days: Int32Array
  /** For each month, the place in `history.extracts` of the extract that it rests on; -1 for none. */
  readonly extracts: Int32Array
  /** Lists that no extract delivered. */
  readonly missing: readonly ListName[]
}

/** The lists that an indicator looks at: its own first. */
export function listsOf(definition: Definition): readonly ListName[] {
  const used = (definition.uses ?? []).map(use => sourceList('on' in use ? use.list : use))
  return [...new Set([sourceList(definition.of), ...used])]
}

export function answerable(
  history: History,
  definition: Definition,
  from: Month,
  to: Month,
): Answerable {
  const lists = listsOf(definition)
  const missing = lists.filter(list => !history.tables.has(list))
  const length = to - from + 1
  const days = new Int32Array(length).fill(-1)
  const extracts = new Int32Array(length).fill(-1)
  if (missing.length > 0) return { days, extracts, missing }
  const [own, ...others] = lists.map(list => history.coverage.get(list) ?? [])
  const snapshot = isSnapshot(definition)
  const countedOn = snapshot ? snapshotDays(history, from, to) : null
  for (let place = 0; place < length; place++) {
    const day = countedOn?.[place] ?? lastDayOf(from + place)
    const needs = needed(definition, from + place, day, snapshot)
    if (!covers(own ?? [], needs.from, needs.to)) continue
    const back = (definition.looksBack ?? 0) > 0
    if (!others.every(spans => covers(spans, back ? needs.from : day, needs.to))) continue
    days[place] = day
    extracts[place] = history.extracts.indexOf(newestCovering(own ?? [], day))
  }
  return { days, extracts, missing }
}

function needed(definition: Definition, month: Month, day: Day, snapshot: boolean) {
  const back = definition.looksBack ?? 0
  const ahead = definition.looksAhead ?? 0
  // Twelve months that end on the day begin twelve months before the day after it.
  const start = back > 0 ? addMonths(day + 1, -back) : snapshot ? day : firstDayOf(month)
  return { from: start, to: ahead > 0 ? addMonths(day, ahead) : day }
}

/** The last day of each month, or, where an extract was taken within the month and says no more, that day. */
function snapshotDays(history: History, from: Month, to: Month): Int32Array {
  const spans = [...history.coverage.values()].flat()
  const days = new Int32Array(to - from + 1)
  for (let month = from; month <= to; month++) {
    const last = lastDayOf(month)
    const taken = spans
      .filter(span => monthOf(span.to) === month)
      .reduce((latest, span) => Math.max(latest, span.to), -Infinity)
    const whole = spans.some(span => span.from <= last && span.to >= last)
    days[month - from] = whole || taken === -Infinity ? last : taken
  }
  return days
}

/** Whether spans together cover every day between two, however they overlap. */
export function covers(spans: readonly CoveredSpan[], from: Day, to: Day): boolean {
  let reached = from - 1
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from > reached + 1) break
    reached = Math.max(reached, span.to)
    if (reached >= to) return true
  }
  return reached >= to
}

function newestCovering(spans: readonly CoveredSpan[], day: Day): string {
  return spans.findLast(span => span.from <= day && span.to >= day)?.extract ?? ''
}
