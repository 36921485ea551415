import { longMonth, type Month } from '#calendar'
import type { SignalPoint } from '#signals'
import { monthOfPeriod, type Reading } from './reading.ts'
import { valueInWords } from './words.ts'

// What has changed between two months. Two months are two points of noise, so each is taken with
// those before it: the level then against the level now, by the spread that the chart's own limits
// have there (which follow each month's denominator). Figures that are counted otherwise in between
// are shown and not judged.

/** Points that make a level: the month and up to five before it. */
const POINTS = 6
/** Standard errors apart from which two levels are called different. See compare.test.ts. */
const APART = 3
/**
 * Of series that never change, the share that is called changed: from 0.4 % with 72 months of 60 or
 * more children to 1 % with 20 months of ten; 4,000 of each kind were measured.
 */
const FALSE_RATE = 0.007
/** No farther back than this is a figure taken for that of a month. */
const MOST_BACK = 12

export interface Figure {
  readonly month: Month
  readonly value: number
  readonly denominator: number | null
}

export type ComparedAs = 'better' | 'worse' | 'changed' | 'noise' | 'unknown'

export interface Comparison {
  readonly reading: Reading
  readonly earlier: Figure | null
  readonly later: Figure | null
  readonly change: number | null
  readonly is: ComparedAs
  /** How many standard errors the two levels lie apart; 0 where that cannot be said. */
  readonly strength: number
  /** How far the level moved, at least and at most; null where that cannot be said. */
  readonly moved: { readonly least: number; readonly most: number } | null
  /** What whoever reads the change should know. */
  readonly know: readonly string[]
}

interface Level {
  readonly value: number
  readonly variance: number
}

/** What one figure was in a month and is in another. */
export function compare(reading: Reading, from: Month, to: Month): Comparison {
  const then = windowOf(reading, from, -Infinity)
  const now = windowOf(reading, to, from)
  const [first, last] = [figureOf(reading, then.at(-1)), figureOf(reading, now.at(-1))]
  const change = first !== null && last !== null ? last.value - first.value : null
  const joined = reading.joins.filter(({ month }) => month > from && month <= to)
  const levels = [levelOf(then), levelOf(now)] as const
  const judged = change === null || joined.length > 0 ? null : apart(...levels)
  return {
    reading,
    earlier: first,
    later: last,
    change,
    ...judgement(reading, judged),
    know: [
      ...joined.map(({ words, month }) => `Counted otherwise since ${longMonth(month)}: ${words}.`),
      ...standIn(reading, first, from, 'then'),
      ...standIn(reading, last, to, 'now'),
      ...few(reading, first, 'then'),
      ...few(reading, last, 'now'),
      ...(change !== null && joined.length === 0 && judged === null ? [whyNotJudged(reading)] : []),
      ...reading.rebasings
        .filter(each => each.from > from && each.from <= to)
        .map(each => `Limits from ${longMonth(each.from)}: ${each.reason}`),
    ],
  }
}

/** The points of a month and those before it that have a figure, after another month. */
function windowOf({ signal }: Reading, month: Month, after: Month): readonly SignalPoint[] {
  return signal.points
    .filter(({ period, value }) => {
      const at = monthOfPeriod(period) ?? -Infinity
      return value !== null && at <= month && at > month - MOST_BACK && at > after
    })
    .slice(-POINTS)
}

function figureOf({ points }: Reading, point: SignalPoint | undefined): Figure | null {
  const month = point === undefined ? null : monthOfPeriod(point.period)
  if (point === undefined || point.value === null || month === null) return null
  const denominator = points.find(({ period }) => period === point.period)?.denominator ?? null
  return { month, value: point.value, denominator }
}

/** The mean of some points, weighed by how narrow the limits are there; null without limits. */
function levelOf(points: readonly SignalPoint[]): Level | null {
  let weights = 0
  let sum = 0
  for (const { value, centre, lower, upper } of points) {
    if (value === null || centre === null || lower === null || upper === null) return null
    // One of the two limits may be cut off where no figure can be; the other has the whole width.
    const sigma = Math.max(upper - centre, centre - lower) / 3
    if (sigma <= 0) return null
    weights += 1 / sigma ** 2
    sum += value / sigma ** 2
  }
  return weights === 0 ? null : { value: sum / weights, variance: 1 / weights }
}

interface Apart {
  readonly by: number
  readonly error: number
}

function apart(then: Level | null, now: Level | null): Apart | null {
  if (then === null || now === null) return null
  return { by: now.value - then.value, error: Math.sqrt(then.variance + now.variance) }
}

function judgement(
  { definition }: Reading,
  judged: Apart | null,
): Pick<Comparison, 'is' | 'strength' | 'moved'> {
  if (judged === null) return { is: 'unknown', strength: 0, moved: null }
  const { by, error } = judged
  const strength = Math.abs(by) / error
  const moved = { least: by - APART * error, most: by + APART * error }
  if (strength <= APART) return { is: 'noise', strength, moved }
  if (definition.good === 'neutral') return { is: 'changed', strength, moved }
  return { is: by > 0 === (definition.good === 'high') ? 'better' : 'worse', strength, moved }
}

function standIn(
  reading: Reading,
  figure: Figure | null,
  wanted: Month,
  when: 'then' | 'now',
): readonly string[] {
  if (figure !== null)
    return figure.month === wanted
      ? []
      : [`No figure for ${longMonth(wanted)}: ${longMonth(figure.month)} stands in its place.`]
  const first = reading.points.find(({ value }) => value !== null)
  const month = first === undefined ? null : monthOfPeriod(first.period)
  if (month === null) return when === 'then' ? ['It has no figures.'] : []
  return month > wanted
    ? [`Its figures begin in ${longMonth(month)}.`]
    : [`It has no figure in the year to ${longMonth(wanted)}.`]
}

function few({ definition }: Reading, figure: Figure | null, when: 'then' | 'now') {
  const denominator = figure?.denominator ?? null
  if (definition.unit !== 'percentage' || denominator === null || denominator >= 10) return []
  return [`Only ${denominator} to count ${when}.`]
}

function whyNotJudged({ signal }: Reading): string {
  return signal.width === 'zero'
    ? 'It hardly ever moves, so it has no usual range to judge by.'
    : `Too few months for limits: it takes ${signal.needed} to tell a change from chance.`
}

/** Changes before noise, noise before what cannot be said; the strongest first. */
export function byStrength(comparisons: readonly Comparison[]): readonly Comparison[] {
  const rank = ({ is }: Comparison): number => (is === 'unknown' ? 2 : is === 'noise' ? 1 : 0)
  return comparisons.toSorted((a, b) => rank(a) - rank(b) || b.strength - a.strength)
}

/** 'from 3.1 to 7.9 points up': how far the level moved. */
export function changeInWords({ reading, change }: Comparison): string {
  if (change === null) return 'Cannot be said'
  const { definition } = reading
  const size = valueInWords(definition, Math.abs(change))
  const points = definition.unit === 'percentage' ? size.replace('%', ' points') : size
  // What rounds to nothing has no sign.
  if (/^0(?:\.0)?(?: |$)/.test(points)) return 'None'
  return `${change > 0 ? '+' : '−'}${points}`
}

/**
 * How many of so many comparisons chance alone calls a change: see the test, which measures that it
 * is no more.
 */
export const expectedByChance = (judged: number): number => judged * FALSE_RATE
