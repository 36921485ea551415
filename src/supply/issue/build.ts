import { keptBack, numberShown, percentOf, type Shown } from '#disclosure'
import { type Definition, type Dimension, placeOf, type Unit } from '#indicators'
import type { SeriesPoint } from '#signals'
import type { Choice, IssueContents, IssueCounts, IssueFigure, IssueIndicator } from './contents.ts'
import {
  type EarlierMonth,
  type MonthCounts,
  type MonthShown,
  type Part,
  protectMonth,
} from './protect.ts'

/** A line of an indicator as it is counted: the county, or a part. Periods are '2026-03'. */
export interface CountedLine {
  readonly name: string
  readonly points: readonly SeriesPoint[]
}

/** An indicator as it is counted, with the words that an issue freezes. */
export interface Counted extends Omit<IssueIndicator, 'county' | 'breakdowns'> {
  readonly county: CountedLine
  readonly breakdowns: readonly {
    readonly by: Dimension
    readonly parts: readonly CountedLine[]
  }[]
}

export interface Built {
  readonly contents: IssueContents
  readonly counts: IssueCounts
}

/** What an issue would show, with all issues before it in mind. */
export function buildIssue(
  council: string,
  months: readonly string[],
  indicators: readonly Counted[],
  earlier: readonly IssueCounts[],
): Built {
  const counts: Record<string, Readonly<Record<string, EarlierMonth>>> = {}
  const shown = indicators.map(each => {
    const [indicator, byMonth] = buildIndicator(each, months, earlier)
    counts[each.code] = byMonth
    return indicator
  })
  return { contents: { council, months, indicators: shown }, counts }
}

/** Who is in the county and, by what is recorded of them, in no part of a breakdown. */
export const inNoPart = 'In none of these'

function buildIndicator(
  { county, breakdowns, ...words }: Counted,
  months: readonly string[],
  earlier: readonly IssueCounts[],
): readonly [IssueIndicator, Readonly<Record<string, EarlierMonth>>] {
  const { code, unit } = words
  const before = (month: string): readonly EarlierMonth[] =>
    earlier.flatMap(issue => issue[code]?.[month] ?? [])
  const counted = months.map(month => monthOf(unit, month, county, breakdowns))
  const named = breakdowns.map(({ by, parts }) => ({
    by,
    names: namesOf(by, parts, counted, months.flatMap(before)),
  }))
  const kept = months.map((month, place): EarlierMonth | null => {
    const found = counted[place]
    if (found == null) return null
    const counts = withNames(found, named)
    return { counts, shown: protectMonth(counts, before(month)) }
  })
  const figure = (
    line: CountedLine | undefined,
    place: number,
    cells: readonly Shown[] | undefined,
    isPart: boolean,
  ): IssueFigure => {
    const point = line && pointIn(line, months[place] ?? '')
    return figureOf(isPart && unit === 'rate' ? 'count' : unit, cells, point)
  }
  const indicator: IssueIndicator = {
    ...words,
    county: months.map((_, place) => figure(county, place, kept[place]?.shown.county, false)),
    breakdowns: named.map(({ by, names }, nth) => ({
      by,
      parts: names.map(name => {
        const line = breakdowns[nth]?.parts.find(each => each.name === name)
        return {
          name,
          figures: months.map((_, place) =>
            figure(line, place, cellsIn(kept[place]?.shown, by, name), true),
          ),
        }
      }),
    })),
  }
  const byMonth = months.flatMap((month, place) => {
    const found = kept[place]
    return found == null ? [] : [[month, found] as const]
  })
  return [indicator, Object.fromEntries(byMonth)]
}

const cellsIn = (shown: MonthShown | undefined, by: Dimension, name: string) =>
  shown?.breakdowns.find(each => each.by === by)?.parts.find(each => each.name === name)?.cells

const pointIn = ({ points }: CountedLine, month: string): SeriesPoint | undefined =>
  points.find(({ period }) => period === month)

/** The counts of a month; null where the county has none. A breakdown that does not add up is left out. */
function monthOf(
  unit: Unit,
  month: string,
  county: CountedLine,
  breakdowns: Counted['breakdowns'],
): MonthCounts | null {
  const whole = countsOf(unit, pointIn(county, month))
  if (whole === null) return null
  return {
    county: whole,
    breakdowns: breakdowns.flatMap(({ by, parts }) => {
      const all = parts.map(
        (part): Part => ({
          name: part.name,
          cells: countsOf(unit, pointIn(part, month)) ?? whole.map(() => 0),
        }),
      )
      const rest = whole.map((value, c) =>
        withoutTrace(value - all.reduce((sum, { cells }) => sum + (cells[c] ?? 0), 0)),
      )
      if (rest.some(value => value < 0)) return []
      return [
        {
          by,
          parts: rest.some(value => value > 0) ? [...all, { name: inNoPart, cells: rest }] : all,
        },
      ]
    }),
  }
}

/** What is left of a sum of fractions that comes to nothing. */
const withoutTrace = (value: number): number => (Math.abs(value) < 1e-9 ? 0 : value)

/** Those who count and those who do not of a share; those counted of a number; who is averaged over. */
function countsOf(unit: Unit, point: SeriesPoint | undefined): readonly number[] | null {
  if (point === undefined || point.numerator === null) return null
  const { numerator, denominator } = point
  switch (unit) {
    case 'percentage':
      if (denominator === null || denominator < numerator || numerator < 0) return null
      return [numerator, denominator - numerator]
    case 'average':
      return denominator === null ? null : [denominator]
    case 'count':
    case 'rate':
      return numerator < 0 ? null : [numerator]
  }
}

/** Parts with anybody in them in the period, and those that an earlier issue had, in their order. */
function namesOf(
  by: Dimension,
  parts: readonly CountedLine[],
  counted: readonly (MonthCounts | null)[],
  earlier: readonly EarlierMonth[],
): readonly string[] {
  const filled = counted.flatMap(
    month =>
      month?.breakdowns
        .find(each => each.by === by)
        ?.parts.filter(({ cells }) => cells.some(value => value > 0)) ?? [],
  )
  const before = earlier.flatMap(
    ({ counts }) => counts.breakdowns.find(each => each.by === by)?.parts ?? [],
  )
  const wanted = new Set([...filled, ...before].map(({ name }) => name))
  const known = parts
    .map(({ name }) => name)
    .filter(name => wanted.delete(name))
    .toSorted((a, b) => placeOf({ dimension: by, name: a }) - placeOf({ dimension: by, name: b }))
  return [...known, ...wanted]
}

function withNames(
  { county, breakdowns }: MonthCounts,
  named: readonly { readonly by: Dimension; readonly names: readonly string[] }[],
): MonthCounts {
  const nobody = county.map(() => 0)
  return {
    county,
    breakdowns: breakdowns.map(({ by, parts }) => ({
      by,
      parts: (named.find(each => each.by === by)?.names ?? []).map(name => ({
        name,
        cells: parts.find(each => each.name === name)?.cells ?? nobody,
      })),
    })),
  }
}

const none: Shown = { kind: 'not-applicable' }
const unknown: Shown = { kind: 'not-available' }

/** A figure from cells that are safe to show; the average or rate is shown where who it is of is. */
export function figureOf(
  unit: Unit,
  cells: readonly Shown[] | undefined,
  point: SeriesPoint | undefined,
): IssueFigure {
  const first = cells?.[0]
  if (cells === undefined || first === undefined)
    return { counted: unknown, outOf: unknown, value: unknown }
  switch (unit) {
    case 'percentage': {
      const outOf = cells[2] ?? keptBack
      return { counted: first, outOf, value: shareOf(first, outOf) }
    }
    case 'count':
      return { counted: first, outOf: none, value: first }
    case 'rate': {
      const value = first.kind === 'number' ? oneDecimal(point?.value) : first
      const outOf = point?.denominator == null ? unknown : numberShown(point.denominator)
      return { counted: first, outOf, value }
    }
    case 'average': {
      if (first.kind !== 'number') return { counted: none, outOf: first, value: first }
      return {
        counted: none,
        outOf: first,
        value: first.value === 0 ? none : oneDecimal(point?.value),
      }
    }
  }
}

function shareOf(counted: Shown, outOf: Shown): Shown {
  if (counted.kind !== 'number' || outOf.kind !== 'number') return keptBack
  const share = percentOf(counted.value, outOf.value)
  return share === null ? none : numberShown(share)
}

const oneDecimal = (value: number | null | undefined): Shown =>
  value == null ? unknown : numberShown(percentOf(value, 100) ?? 0)

/** A choice without what nobody can publish: a breakdown twice, or the county as one. */
export function plainChoice(choice: Choice, definitions: readonly Definition[]): Choice {
  const known = new Set(definitions.map(({ code }) => code))
  return {
    ...choice,
    codes: [...new Set(choice.codes)].filter(code => known.has(code)),
    by: [...new Set(choice.by)].filter(by => by !== 'county'),
  }
}
