import { CHILDREN, countKey, type PublishedMeasure } from './published-measures.ts'
import { numberValue, type PublishedValue } from './published-value.ts'
import type { Cut } from './read-published.ts'

/** What is kept of some measures: by the key of each, then by year. */
export type Kept = ReadonlyMap<string, ReadonlyMap<number, Cut>>

/** The keys that have to be read to show a measure. */
export function keysOf({ code, column }: PublishedMeasure): readonly string[] {
  return column?.kind === 'per-children' ? [code, countKey(code), CHILDREN] : [code]
}

export interface YearsOf {
  readonly years: ReadonlyMap<number, Cut>
  /** Years whose rates were made here, over the children of the middle of the year before. */
  readonly madeHere: readonly number[]
  /** Years with numbers and no number of children to make a rate over. */
  readonly withoutChildren: readonly number[]
}

/**
 * The years of a measure as it is shown. A rate that is published is taken as it is; otherwise it is
 * made of the number, as the DfE makes it: over the estimate of the middle of the year before, since
 * a year that ends in March 2025 had the children of 2024.
 */
export function yearsOf(measure: PublishedMeasure, kept: Kept): YearsOf {
  const published = kept.get(measure.code) ?? new Map<number, Cut>()
  const years = new Map<number, Cut>(
    [...published].map(([year, cut]) => [year, changed(cut, changeOf(measure))]),
  )
  const madeHere: number[] = []
  const withoutChildren: number[] = []
  if (measure.column?.kind === 'per-children') {
    const children = kept.get(CHILDREN)
    for (const [year, numbers] of kept.get(countKey(measure.code)) ?? []) {
      if (published.has(year)) continue
      const over = children?.get(year - 1)
      if (over === undefined) {
        withoutChildren.push(year)
        continue
      }
      madeHere.push(year)
      years.set(year, ratesOver(numbers, over))
    }
  }
  return { years, madeHere, withoutChildren }
}

/** A place without a number of children has no rate, and a symbol on either side stays one. */
export function ratesOver(numbers: Cut, children: Cut): Cut {
  return new Map(
    [...numbers].flatMap(([place, number]): (readonly [string, PublishedValue])[] => {
      const over = children.get(place)
      if (number.kind === 'symbol') return [[place, number]]
      if (over === undefined) return []
      if (over.kind === 'symbol') return [[place, over]]
      return over.value === 0 ? [] : [[place, numberValue((number.value / over.value) * 10_000)]]
    }),
  )
}

/** How long a month is on average, in days: a time that is published in months is shown in days. */
export const DAYS_A_MONTH = 30.4375

/** What makes a published number one that the indicator counts. */
function changeOf({ inverse, column }: PublishedMeasure): ((value: number) => number) | null {
  // To the tenth that both are published with: 100 less 12.3 is not 87.7 in binary.
  if (inverse === true) return value => Math.round((100 - value) * 1e6) / 1e6
  return column?.kind === 'months' ? value => value * DAYS_A_MONTH : null
}

function changed(cut: Cut, change: ((value: number) => number) | null): Cut {
  if (change === null) return cut
  return new Map(
    [...cut].map(([place, value]) => [
      place,
      value.kind === 'number' ? numberValue(change(value.value)) : value,
    ]),
  )
}
