import { signOf, type Shown } from '#disclosure'
import type { Dimension, Good, Unit } from '#indicators'
import type { Kind, SeriesPoint } from '#signals'
import type { EarlierMonth } from './protect.ts'

/** What somebody chose to publish. */
export interface Choice {
  readonly codes: readonly string[]
  readonly by: readonly Dimension[]
  /** The first and the last month, as '2026-03'. */
  readonly from: string
  readonly to: string
}

/** One part in one month. What a unit does not have does not apply. */
export interface IssueFigure {
  /** Those who are counted: the share's numerator, or the number itself. */
  readonly counted: Shown
  readonly outOf: Shown
  /** The share in per cent, the rate or the average, with one decimal; the number itself of a count. */
  readonly value: Shown
}

export interface IssuePart {
  /** '' is the whole county. */
  readonly name: string
  /** One for each month of the issue. */
  readonly figures: readonly IssueFigure[]
}

export interface IssueBreakdown {
  readonly by: Dimension
  readonly parts: readonly IssuePart[]
}

/** An indicator as an issue froze it, with the words it had then. */
export interface IssueIndicator {
  readonly code: string
  readonly name: string
  readonly family: string
  readonly unit: Unit
  /** What an average is in: 'working days'. */
  readonly measure: string
  readonly good: Good
  readonly means: string
  readonly caution: string
  readonly version: number
  /** The extracts that its months rest on, in words. */
  readonly extracts: readonly string[]
  readonly county: readonly IssueFigure[]
  readonly breakdowns: readonly IssueBreakdown[]
}

export interface IssueContents {
  readonly council: string
  /** As '2026-03', in order. */
  readonly months: readonly string[]
  readonly indicators: readonly IssueIndicator[]
}

/** The numbers behind an issue and what it showed of them, by code and month. Never shown. */
export type IssueCounts = Readonly<Record<string, Readonly<Record<string, EarlierMonth>>>>

export interface Issue {
  readonly number: number
  readonly title: string
  /** The number of the issue that it corrects. */
  readonly corrects: number | null
  /** What was wrong in that one; '' where it corrects none. */
  readonly reason: string
  readonly preparedBy: string
  readonly approvedBy: string
  readonly publishedAt: Date
  readonly contents: IssueContents
}

/** The whole county and then each part of each breakdown. */
export function linesOf(indicator: IssueIndicator): readonly {
  readonly by: Dimension
  readonly part: IssuePart
}[] {
  return [
    { by: 'county' as const, part: { name: '', figures: indicator.county } },
    ...indicator.breakdowns.flatMap(({ by, parts }) => parts.map(part => ({ by, part }))),
  ]
}

const numberIn = (shown: Shown | undefined): number | null =>
  shown?.kind === 'number' ? shown.value : null

/**
 * The months of a line as a chart draws them: a month that is kept back is a month without a figure,
 * so every line of the chart is worked out from what is shown alone.
 */
export function pointsShown(
  months: readonly string[],
  figures: readonly IssueFigure[],
): readonly SeriesPoint[] {
  return months.map((period, place) => {
    const figure = figures[place]
    const value = numberIn(figure?.value)
    return {
      period,
      value,
      numerator: value === null ? null : numberIn(figure?.counted),
      denominator: value === null ? null : numberIn(figure?.outOf),
    }
  })
}

export const kindOf = ({ unit }: Pick<IssueIndicator, 'unit'>): Kind => unit

/** How many of the figures of an issue are kept back, and of how many. */
export function keptBackIn({ indicators }: IssueContents): {
  readonly kept: number
  readonly of: number
} {
  const all = indicators.flatMap(each => linesOf(each).flatMap(({ part }) => part.figures))
  const known = all.filter(({ value }) => value.kind !== 'not-available')
  return { kept: known.filter(({ value }) => signOf(value) === 'c').length, of: known.length }
}
