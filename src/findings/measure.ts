import type { Day } from '#calendar'
import { type Finding, isOpen } from './finding.ts'

/** The measure of the whole system. */
export interface LoopMeasure {
  /** Findings that were not merged into another. */
  readonly all: number
  readonly open: number
  readonly declined: number
  readonly closed: number
  /** Closed, or about to be, after somebody showed that something changed. */
  readonly verified: number
  /** Of those closed or verified; null where there are none. */
  readonly share: Interval | null
  /** Days from finding to verified change; null where none is verified. */
  readonly days: Median | null
  /** Days that half of those still open have been open. */
  readonly openDays: number | null
}

export interface Interval {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

export interface Median {
  readonly median: number
  /** 95 % interval by order statistics; null below six values, which no interval can be made from. */
  readonly lower: number | null
  readonly upper: number | null
  readonly count: number
}

export function loopMeasureOf(findings: readonly Finding[], today: Day): LoopMeasure {
  const counted = findings.filter(each => each.state !== 'merged')
  const ended = counted.filter(each => each.state === 'closed' || each.state === 'verified change')
  const verified = ended.filter(each => each.verifiedOn !== null)
  const open = counted.filter(isOpen)
  return {
    all: counted.length,
    open: open.length,
    declined: counted.filter(each => each.state === 'declined').length,
    closed: ended.length,
    verified: verified.length,
    share: ended.length === 0 ? null : shareOf(verified.length, ended.length),
    days: medianOf(verified.map(each => Math.max(0, (each.verifiedOn ?? 0) - each.foundOn))),
    openDays: medianOf(open.map(each => Math.max(0, today - each.foundOn)))?.median ?? null,
  }
}

/**
 * A share with its 95 % interval by Wilson's score method, which does not promise 0 or 100 % from a
 * few. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209 to 212
 * (unverified: the formula is written from memory and checked against published values in the test).
 */
export function shareOf(some: number, all: number): Interval {
  const z = 1.959_963_985
  const p = some / all
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half =
    (z / (1 + (z * z) / all)) * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))
  return { value: p, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) }
}

/**
 * The median and the two values between which that of all findings lies in at least 95 of 100: the
 * outermost pair of ordered values whose binomial chance is high enough.
 */
export function medianOf(values: readonly number[]): Median | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const count = sorted.length
  const at = (place: number): number => sorted[place] ?? 0
  const median = (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2
  // The chance that fewer than k + 1 of `count` lie below the median, for k = 0, 1, 2 …
  let chance = 0.5 ** count
  let below = 0
  let place = -1
  for (let k = 0; k < count / 2; k++) {
    below += chance
    if (below > 0.025) break
    place = k
    chance = (chance * (count - k)) / (k + 1)
  }
  return place < 0
    ? { median, lower: null, upper: null, count }
    : { median, lower: at(place), upper: at(count - 1 - place), count }
}
