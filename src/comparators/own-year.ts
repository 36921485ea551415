import type { Month } from '#calendar'
import { type Definition, isSnapshot, perOf, timesAYear } from '#indicators'

/** A figure of a month, quarter or year as it was counted here. */
export interface CountedPoint {
  readonly month: Month
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

/** What was counted here for a published year. */
export type OwnYear =
  | { readonly kind: 'value'; readonly value: number }
  /** Some of its months have no figure, or nothing to divide by. */
  | { readonly kind: 'incomplete'; readonly known: number; readonly of: number }

/**
 * Why the figures of an indicator's months make no figure of a year; null where they do. A child who
 * is counted once in each month would be counted up to twelve times in a year, and a median cannot be
 * made of medians.
 */
export function whyNoYear(definition: Definition): string | null {
  if (isSnapshot(definition) || timesAYear(definition) === 1) return null
  if (definition.kind === 'record' && definition.eachChildOnce === true)
    return 'A child is counted once in each month, so the months do not add up to a year.'
  if (definition.unit === 'average' && definition.measure?.summary === 'median')
    return 'The median of a year cannot be made of the medians of its months.'
  return null
}

/**
 * The figure of the twelve months that end with one: of what is so on a day, the one of the last
 * month; of what happens, all periods together. Null where the indicator has no yearly figure.
 */
export function ownYear(
  definition: Definition,
  points: ReadonlyMap<Month, CountedPoint>,
  ends: Month,
): OwnYear | null {
  if (whyNoYear(definition) !== null) return null
  if (isSnapshot(definition)) return wholeOf(points.get(ends)?.value ?? null)
  const months = Array.from({ length: 12 }, (_, place) => ends - 11 + place)
  const there = months.flatMap(month => points.get(month) ?? [])
  const of = timesAYear(definition)
  if (of === 1) return wholeOf(there.at(-1)?.value ?? null)
  const known = there.filter(each => each.numerator !== null)
  if (known.length < of) return { kind: 'incomplete', known: known.length, of }
  const value = together(definition, known)
  return Number.isFinite(value) ? { kind: 'value', value } : { kind: 'incomplete', known: 0, of }
}

const wholeOf = (value: number | null): OwnYear =>
  value === null ? { kind: 'incomplete', known: 0, of: 1 } : { kind: 'value', value }

function together(definition: Definition, points: readonly CountedPoint[]): number {
  const numerators = sum(points.map(each => each.numerator ?? 0))
  const denominators = points.map(each => each.denominator ?? Number.NaN)
  switch (definition.unit) {
    case 'count':
      return numerators
    case 'percentage':
      return (numerators / sum(denominators)) * 100
    case 'average':
      return numerators / sum(denominators)
    case 'rate':
      return (numerators * perOf(definition)) / (sum(denominators) / denominators.length)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
