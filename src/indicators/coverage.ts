import { addMonths, type Day, firstDayOf, lastDayOf, type Month, monthOf } from '#calendar'
import {
  type CoveredSpan,
  type History,
  type List,
  type ListName,
  sourceList,
  type Timeline,
} from '#records'
import { describedAtMonthEnd, isSnapshot, type RecordDefinition } from './definition.ts'

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
export function listsOf(definition: RecordDefinition): readonly ListName[] {
  const used = definition.uses?.map(listOf) ?? []
  const or = definition.either === undefined ? [] : [listOf(definition.either.or)]
  return [...new Set([sourceList(definition.of), ...used, ...or])]
}

function listOf(use: Timeline | List): ListName {
  return sourceList('on' in use ? use.list : use)
}

/** What has to be delivered for an answer: fields of its own list, and other lists. */
interface Way {
  readonly needs: readonly string[]
  readonly others: readonly ListName[]
}

function waysOf(definition: RecordDefinition): readonly Way[] {
  const needs = definition.needs ?? []
  const own = sourceList(definition.of)
  const others = [...new Set(definition.uses?.map(listOf))].filter(list => list !== own)
  const { either } = definition
  if (either === undefined) return [{ needs, others }]
  return [
    { needs: [...needs, either.field], others },
    { needs, others: [...others, listOf(either.or)] },
  ]
}

export function answerable(
  history: History,
  definition: RecordDefinition,
  from: Month,
  to: Month,
): Answerable {
  const length = to - from + 1
  const days = new Int32Array(length).fill(-1)
  const extracts = new Int32Array(length).fill(-1)
  const own = sourceList(definition.of)
  const absent = (list: ListName) => !history.tables.has(list)
  const ways = waysOf(definition)
  const open = ways.filter(way => !absent(own) && !way.others.some(absent))
  const spans = new Map(listsOf(definition).map(list => [list, spansOf(history, list)]))
  const taken = daysTaken([...spans.values()].flat(), from, to)
  for (const way of open) {
    const carrying = (spans.get(own) ?? []).filter(
      span => !way.needs.some(field => span.lacks.includes(field)),
    )
    for (let place = 0; place < length; place++) {
      if ((days[place] ?? -1) >= 0) continue
      const day = daysOf(definition, from + place, taken[place] ?? []).find(
        each =>
          covers(carrying, ownFrom(definition, from + place, each), until(definition, each)) &&
          way.others.every(list =>
            covers(spans.get(list) ?? [], otherFrom(definition, each), until(definition, each)),
          ),
      )
      if (day === undefined) continue
      days[place] = day
      extracts[place] = history.extracts.indexOf(newestCovering(carrying, day))
    }
  }
  const answered = days.some(day => day >= 0)
  return { days, extracts, missing: answered ? [] : listsOf(definition).filter(absent) }
}

/**
 * The days on which a month could be counted, the best first: its last day, and for a snapshot also
 * the days in it on which an extract was taken.
 */
function daysOf(definition: RecordDefinition, month: Month, taken: readonly Day[]): readonly Day[] {
  const last = lastDayOf(month)
  return isSnapshot(definition) ? [last, ...taken] : [last]
}

/** For each month, the days on which one of these spans ends, the latest first. */
function daysTaken(spans: readonly CoveredSpan[], from: Month, to: Month): readonly Day[][] {
  const days: Day[][] = Array.from({ length: to - from + 1 }, () => [])
  for (const span of spans) days[monthOf(span.to) - from]?.push(span.to)
  for (const each of days) each.sort((a, b) => b - a)
  return days
}

/** From when the indicator's own list has to be known for a month that is counted on a day. */
function ownFrom(definition: RecordDefinition, month: Month, day: Day): Day {
  // A description of a day says all that it has to say about that day.
  if (definition.when === describedAtMonthEnd) return day
  if ((definition.looksBack ?? 0) > 0) return otherFrom(definition, day)
  return isSnapshot(definition) ? day : firstDayOf(month)
}

function otherFrom({ looksBack = 0 }: RecordDefinition, day: Day): Day {
  // Twelve months that end on the day begin twelve months before the day after it.
  return looksBack > 0 ? addMonths(day + 1, -looksBack) : day
}

function until({ looksAhead = 0 }: RecordDefinition, day: Day): Day {
  return looksAhead > 0 ? addMonths(day, looksAhead) : day
}

function spansOf(history: History, list: ListName): readonly CoveredSpan[] {
  return (history.coverage.get(list) ?? []).toSorted((a, b) => a.from - b.from)
}

/** Whether spans, in the order of their first days, together cover every day between two. */
export function covers(spans: readonly CoveredSpan[], from: Day, to: Day): boolean {
  let reached = from - 1
  for (const span of spans) {
    if (span.from > reached + 1) break
    reached = Math.max(reached, span.to)
    if (reached >= to) return true
  }
  return reached >= to
}

/** The extract on which a day rests: of those that speak for it the one taken last. */
function newestCovering(spans: readonly CoveredSpan[], day: Day): string {
  return (
    spans
      .filter(span => span.from <= day && span.to >= day)
      .reduce<CoveredSpan | null>(
        (newest, span) => (newest === null || span.to >= newest.to ? span : newest),
        null,
      )?.extract ?? ''
  )
}
