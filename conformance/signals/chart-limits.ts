import { type Chart, limitsOf, type Runs, runsOf, sidesOf, spansOf } from '#signals'
import { agreeAll, disagreement } from './agree.ts'

export type LimitsCase = {
  readonly id: string
  readonly input: {
    readonly chart: Chart
    readonly values: readonly (number | null)[]
    readonly denominators: readonly (number | null)[] | null
    readonly freeze: number | null
    readonly part: number | readonly number[] | null
    /** One-based positions. */
    readonly exclude: readonly number[] | null
    readonly multiply: number
    readonly screenedMovingRange: boolean
  }
  readonly expected: {
    readonly y: readonly (number | null)[]
    readonly centre: readonly (number | null)[]
    readonly lcl: readonly (number | null)[]
    readonly ucl: readonly (number | null)[]
    readonly lcl95: readonly (number | null)[]
    readonly ucl95: readonly (number | null)[]
    readonly part: readonly number[]
    readonly sigmaSignal: readonly (boolean | null)[]
    readonly runsSignal: readonly boolean[]
    readonly longestRun: readonly (number | null)[]
    readonly longestRunMax: readonly (number | null)[]
    readonly crossings: readonly (number | null)[]
    readonly crossingsMin: readonly (number | null)[]
    readonly usefulObservations: readonly number[]
  }
}

type Row = {
  readonly y: number
  readonly centre: number
  readonly lower: number
  readonly upper: number
  readonly nearLower: number
  readonly nearUpper: number
  readonly part: number
  readonly runs: Runs
}

/** A ratio where there are denominators, as the package plots it. */
function plotted(input: LimitsCase['input']): Float64Array {
  return Float64Array.from(input.values, (value, i) => {
    if (value === null) return Number.NaN
    return input.denominators ? value / (input.denominators[i] ?? Number.NaN) : value
  })
}

function partRows(
  input: LimitsCase['input'],
  y: Float64Array,
  part: number,
  from: number,
  to: number,
): Row[] {
  const excluded = new Set((input.exclude ?? []).map(position => position - 1))
  const all = Array.from({ length: to - from }, (_, i) => i)
  const included = all.filter(i => !excluded.has(i + from))
  const base = included.filter(i => input.freeze === null || i + from < input.freeze)
  const limits = limitsOf(input.chart, {
    y: y.slice(from, to),
    base,
    screens: input.screenedMovingRange,
    emptyScreen: 'as-computed',
    ...(input.denominators
      ? { sizes: Float64Array.from(input.denominators.slice(from, to), size => size ?? Number.NaN) }
      : {}),
  })
  const sides = sidesOf(limits.y, limits.centre)
  const runs = runsOf(included.map(i => sides[i] ?? 0))
  const scale = (line: Float64Array, i: number): number => (line[i] ?? Number.NaN) * input.multiply
  return all.map(i => ({
    y: scale(limits.y, i),
    centre: scale(limits.centre, i),
    lower: scale(limits.lower, i),
    upper: scale(limits.upper, i),
    nearLower: scale(limits.nearLower, i),
    nearUpper: scale(limits.nearUpper, i),
    part,
    runs,
  }))
}

export function checkLimits({ input, expected }: LimitsCase): string | null {
  const y = plotted(input)
  const starts = input.part === null ? [] : [input.part].flat()
  const rows = spansOf(y.length, starts).flatMap(({ from, to }, p) =>
    partRows(input, y, p + 1, from, to),
  )
  const column = (of: (row: Row) => number): number[] => rows.map(of)
  const useful = rows.map(row => row.runs.useful > 0)
  const runColumn = (of: (runs: Runs) => number): (number | null)[] =>
    rows.map((row, i) => (useful[i] ? of(row.runs) : null))
  const outside = (row: Row): number => Number(row.y > row.upper || row.y < row.lower)
  const marks = expected.sigmaSignal.map(mark => Number(mark ?? false))
  return disagreement([
    [
      'y',
      agreeAll(
        column(row => row.y),
        expected.y,
      ),
    ],
    [
      'centre',
      agreeAll(
        column(row => row.centre),
        expected.centre,
      ),
    ],
    [
      'lower limit',
      agreeAll(
        column(row => row.lower),
        expected.lcl,
      ),
    ],
    [
      'upper limit',
      agreeAll(
        column(row => row.upper),
        expected.ucl,
      ),
    ],
    [
      'lower warning limit',
      agreeAll(
        column(row => row.nearLower),
        expected.lcl95,
      ),
    ],
    [
      'upper warning limit',
      agreeAll(
        column(row => row.nearUpper),
        expected.ucl95,
      ),
    ],
    [
      'part',
      agreeAll(
        column(row => row.part),
        expected.part,
      ),
    ],
    ['outside', agreeAll(column(outside), marks)],
    [
      'runs signal',
      agreeAll(
        column(row => Number(row.runs.signal)),
        expected.runsSignal.map(Number),
      ),
    ],
    [
      'longest run',
      agreeAll(
        runColumn(runs => runs.longestRun),
        expected.longestRun,
      ),
    ],
    [
      'longest run limit',
      agreeAll(
        runColumn(runs => runs.longestRunMax),
        expected.longestRunMax,
      ),
    ],
    [
      'crossings',
      agreeAll(
        runColumn(runs => runs.crossings),
        expected.crossings,
      ),
    ],
    [
      'crossings limit',
      agreeAll(
        runColumn(runs => runs.crossingsMin),
        expected.crossingsMin,
      ),
    ],
    [
      'useful points',
      agreeAll(
        column(row => row.runs.useful),
        expected.usefulObservations,
      ),
    ],
  ])
}
