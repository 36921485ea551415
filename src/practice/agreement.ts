import { exactInterval, percentileInterval, type Interval } from './interval.ts'
import { type Random, seeded } from './random.ts'

/** Two judgements of the same thing, each from 0 to one less than the number of categories. */
export type Pair = readonly [number, number]

/** How far two who judged the same things agree. Null where it cannot be said. */
export interface Agreement {
  readonly pairs: number
  /** The share that is the same, and the share that is at most one category apart. */
  readonly exact: number | null
  readonly adjacent: number | null
  /** Cohen’s kappa with quadratic weights. Null where both used one category alone. */
  readonly kappa: number | null
  /** Gwet’s AC2 with quadratic weights, which a rare category does not pull down. */
  readonly ac2: number | null
}

/** Each measure with the interval in which 95 of 100 such samples would have it. */
export interface AgreementWithIntervals extends Agreement {
  readonly intervals: {
    readonly exact: Interval | null
    readonly adjacent: Interval | null
    readonly kappa: Interval | null
    readonly ac2: Interval | null
  }
}

export function agreementOf(pairs: readonly Pair[], categories: number): Agreement {
  const total = pairs.length
  if (total === 0) return { pairs: 0, exact: null, adjacent: null, kappa: null, ac2: null }
  const within = (most: number) => pairs.filter(([a, b]) => Math.abs(a - b) <= most).length / total
  const table = tableOf(pairs, categories)
  return {
    pairs: total,
    exact: within(0),
    adjacent: within(1),
    kappa: kappaOf(table),
    ac2: ac2Of(table),
  }
}

/**
 * The same with intervals by the bootstrap: the pairs are drawn again with replacement, so often,
 * and the middle 95 % of what comes out is the interval. The same seed draws the same. A share of none
 * or of all has the exact interval of Clopper and Pearson.
 */
export function agreementWithIntervals(
  pairs: readonly Pair[],
  categories: number,
  { draws = 1000, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): AgreementWithIntervals {
  const random = seeded(seed)
  const drawn =
    pairs.length === 0
      ? []
      : Array.from({ length: draws }, () => agreementOf(drawAgain(pairs, random), categories))
  const interval = (measure: 'exact' | 'adjacent' | 'kappa' | 'ac2') =>
    percentileInterval(drawn.flatMap(each => each[measure] ?? []))
  const agreement = agreementOf(pairs, categories)
  // Where all pairs are alike every draw is too, which would make chance none: 55 of 55 is not sure.
  const shareInterval = (measure: 'exact' | 'adjacent') => {
    const share = agreement[measure]
    return share === 0 || share === 1
      ? exactInterval(share * pairs.length, pairs.length)
      : interval(measure)
  }
  return {
    ...agreement,
    intervals: {
      exact: shareInterval('exact'),
      adjacent: shareInterval('adjacent'),
      kappa: interval('kappa'),
      ac2: interval('ac2'),
    },
  }
}

/** By how much agreement differs between two sets of pairs, the second less the first. */
export interface AgreementChange {
  readonly difference: number
  readonly interval: Interval
}

/**
 * How AC2 differs between two sets of pairs, with an interval by the bootstrap: each set is drawn
 * again by itself. Null where it cannot be said of one of them.
 */
export function agreementChange(
  before: readonly Pair[],
  since: readonly Pair[],
  categories: number,
  { draws = 1000, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): AgreementChange | null {
  const ac2 = (pairs: readonly Pair[]) => agreementOf(pairs, categories).ac2
  const [first, second] = [ac2(before), ac2(since)]
  if (first === null || second === null) return null
  const random = seeded(seed)
  const differences = Array.from({ length: draws }, () => {
    const [a, b] = [ac2(drawAgain(before, random)), ac2(drawAgain(since, random))]
    return a === null || b === null ? [] : [b - a]
  }).flat()
  const interval = percentileInterval(differences)
  return interval === null ? null : { difference: second - first, interval }
}

const drawAgain = <Item>(items: readonly Item[], random: Random): readonly Item[] =>
  items.map(item => items[Math.floor(random() * items.length)] ?? item)

type Table = readonly (readonly number[])[]

function tableOf(pairs: readonly Pair[], categories: number): Table {
  const table = Array.from({ length: categories }, () =>
    Array.from({ length: categories }, () => 0),
  )
  for (const [a, b] of pairs) {
    const row = table[a]
    if (row?.[b] === undefined)
      throw new Error(`A judgement of ${a} or ${b} is outside the ${categories} categories.`)
    row[b] += 1
  }
  return table
}

/** 1 for the same category, 0 for the farthest, and in between by the square of the distance. */
const weight = (a: number, b: number, categories: number): number =>
  1 - (a - b) ** 2 / (categories - 1) ** 2

/** Cohen’s weighted kappa of a table of two judges (Cohen 1968), with quadratic weights. */
export function kappaOf(table: Table): number | null {
  const { observed, rows, columns, categories } = shares(table)
  const expected = sumOver(
    categories,
    (a, b) => weight(a, b, categories) * (rows[a] ?? 0) * (columns[b] ?? 0),
  )
  return expected >= 1 ? null : (observed - expected) / (1 - expected)
}

/** Gwet’s AC2 of a table of two judges (Gwet 2014, chapter 3), with quadratic weights. */
export function ac2Of(table: Table): number | null {
  const { observed, rows, columns, categories } = shares(table)
  const weights = sumOver(categories, (a, b) => weight(a, b, categories))
  const spread = rows.reduce((sum, row, k) => {
    const share = (row + (columns[k] ?? 0)) / 2
    return sum + share * (1 - share)
  }, 0)
  const expected = (weights / (categories * (categories - 1))) * spread
  return expected >= 1 ? null : (observed - expected) / (1 - expected)
}

function shares(table: Table) {
  const categories = table.length
  const total = table.flat().reduce((a, b) => a + b, 0)
  const at = (a: number, b: number): number => (table[a]?.[b] ?? 0) / total
  const keys = table.map((_, k) => k)
  return {
    categories,
    observed: sumOver(categories, (a, b) => weight(a, b, categories) * at(a, b)),
    rows: keys.map(a => keys.reduce((sum, b) => sum + at(a, b), 0)),
    columns: keys.map(b => keys.reduce((sum, a) => sum + at(a, b), 0)),
  }
}

function sumOver(categories: number, of: (a: number, b: number) => number): number {
  let sum = 0
  for (let a = 0; a < categories; a++) for (let b = 0; b < categories; b++) sum += of(a, b)
  return sum
}
