import {
  assuranceOf,
  beyond,
  flagsOf,
  type Good,
  limitsOf,
  ruleSets,
  runsOnOneSide,
  sidesOf,
  trends,
  twoInThree,
  twoInThreeWindows,
  type Variation,
  variationOf,
} from '#signals'
import { agree, disagreement, same } from './agree.ts'
import { assuranceTypes, goodOf } from './ptd-series.ts'

// The peers' own unit tests, whose arguments come in each function's own shape: the casts below say
// which. An unknown function is a disagreement, not an exception.

type Direction = 'increase' | 'decrease' | 'neutral'
export type UnitCase = {
  readonly fn: string
  readonly test?: string
  readonly args: unknown
  readonly expected: unknown
}

const list = (flags: ArrayLike<number>): number[] => Array.from(flags)
const marked = (flags: ArrayLike<number>): number[] => list(flags).map(flag => (flag === 0 ? 0 : 1))

/** The package finds the seventh point of a run; ours marks all seven, so a run ends at the last. */
function seventhOnwards(found: Int8Array): number[] {
  let run = 0
  return list(found).map((flag, i) => {
    run = flag !== 0 && flag === found[i - 1] ? run + 1 : flag === 0 ? 0 : 1
    return run >= 7 ? flag : 0
  })
}

/** The package's seventh points of a movement: six differences before them in one direction. */
const sevenPointTrend = (values: readonly number[]): number[] =>
  values.map((_, i) =>
    i < 6 ? 0 : (trends(Float64Array.from(values.slice(i - 6, i + 1)), 7)[6] ?? 0),
  )

/** Marks the six points before each seventh point. */
const partOfSeven = (seventh: readonly number[]): number[] =>
  seventh.map((_, i) => (seventh.slice(i, i + 7).some(flag => Math.abs(flag) === 1) ? 1 : 0))

export function checkPtdUnit({ fn, args, expected }: UnitCase): string | null {
  const [first = [], second = []] = Array.isArray(args) ? (args as number[][]) : []
  const answers: Readonly<Record<string, () => unknown>> = {
    ptd_seven_point_one_side_mean: () => seventhOnwards(runsOnOneSide(first, 7)).map(Math.abs),
    ptd_part_of_seven_trend: () => partOfSeven(first),
    ptd_seven_point_trend: () => sevenPointTrend(first),
    ptd_two_in_three: () => {
      // The package marks "close" without its direction; the sides carry it.
      const near = first.map((close, i) => close * (second[i] ?? 0))
      return marked(twoInThreeWindows(near, second))
    },
    assurance: () => {
      const of = args as {
        improvementDirection: Direction
        lpl: number
        upl: number
        target: number
      }
      return assuranceTypes[assuranceOf(of.target, of.lpl, of.upl, goodOf(of.improvementDirection))]
    },
  }
  return answerOf(answers, fn, expected)
}

function answerOf(
  answers: Readonly<Record<string, () => unknown>>,
  fn: string,
  expected: unknown,
): string | null {
  const answer = answers[fn]?.()
  const numbers = (value: unknown): unknown => (Array.isArray(value) ? value.map(Number) : value)
  const plain =
    typeof expected === 'object' && Array.isArray(expected) && expected.every(Number.isFinite)
  const agreed = plain ? same(numbers(answer), expected) : same(answer, expected)
  return agreed ? null : `${fn}: ours ${JSON.stringify(answer)}, theirs ${JSON.stringify(expected)}`
}

const outlier = (flags: ArrayLike<number>): string[] =>
  list(flags).map(flag => (flag > 0 ? 'upper' : flag < 0 ? 'lower' : 'none'))

const flagWords: Readonly<Record<Variation, string>> = {
  improvement: 'improvement',
  concern: 'deterioration',
  high: 'neutral_high',
  low: 'neutral_low',
  common: 'none',
}

type FlagSettings = {
  readonly process_flag_type: 'both' | 'improvement' | 'deterioration'
  readonly improvement_direction: Direction
}

function flagDirection(status: string, settings: FlagSettings): string {
  const direction = status === 'upper' ? 1 : status === 'lower' ? -1 : 0
  const word = flagWords[variationOf(direction, goodOf(settings.improvement_direction))]
  const shown = settings.process_flag_type
  return shown === 'both' || shown === word ? word : 'none'
}

type Marks = Readonly<Record<'astpoint' | 'shift' | 'trend' | 'two_in_three', readonly string[]>>

/** The icons of the marks that a chart's points carry: of the last point, or of all. */
function icons(marks: Marks, good: Good, lastOnly: boolean): string[] {
  const words = Object.values(marks).flatMap(column => (lastOnly ? column.slice(-1) : column))
  const found: string[] = []
  if (words.includes('improvement'))
    found.push(good === 'low' ? 'improvementLow' : 'improvementHigh')
  if (words.includes('deterioration')) found.push(good === 'low' ? 'concernHigh' : 'concernLow')
  if (words.includes('neutral_low')) found.push('neutralLow')
  if (words.includes('neutral_high')) found.push('neutralHigh')
  return found.length > 0 ? found : ['commonCause']
}

const assuranceIcons = {
  'will-hit': 'consistentPass',
  'will-miss': 'consistentFail',
  'may-hit-or-miss': 'inconsistent',
  none: 'none',
} as const

type LimitLines = {
  readonly alt_targets?: readonly (number | null)[]
  readonly ul99?: readonly (number | null)[]
  readonly ll99?: readonly (number | null)[]
}
type ChartProps = { readonly chart_type_props: { readonly has_control_limits: boolean } }

function assuranceIcon(lines: LimitLines, direction: Direction, derived: ChartProps): string {
  if (!derived.chart_type_props.has_control_limits) return 'none'
  const lower = lines.ll99?.at(-1) ?? Number.NaN
  const upper = lines.ul99?.at(-1) ?? Number.NaN
  const target = lines.alt_targets?.at(-1) ?? undefined
  return assuranceIcons[assuranceOf(target, lower, upper, goodOf(direction))]
}

export function checkPbiUnit({ fn, args, expected, test = '' }: UnitCase): string | null {
  const given = args as unknown[]
  const numbers = (i: number): number[] => (given[i] ?? []) as number[]
  const settings = (i: number): { improvement_direction: Direction } =>
    (given[i] as { outliers: { improvement_direction: Direction } }).outliers
  const answers: Readonly<Record<string, () => unknown>> = {
    shift: () => outlier(runsOnOneSide(sidesOf(numbers(0), numbers(1)), given[2] as number)),
    trend: () => outlier(trends(numbers(0), given[1] as number)),
    twoInThree: () => {
      const outside = beyond(numbers(0), numbers(1), numbers(2))
      const whole = given[3] === true
      return outlier(whole ? twoInThreeWindows(outside, null) : twoInThree(outside, null))
    },
    astronomical: () => outlier(beyond(numbers(0), numbers(1), numbers(2))),
    checkFlagDirection: () => flagDirection(given[0] as string, given[1] as FlagSettings),
    assuranceIconToDraw: () =>
      assuranceIcon(
        given[0] as LimitLines,
        settings(1).improvement_direction,
        given[2] as ChartProps,
      ),
    variationIconsToDraw: () => {
      const { nhs_icons } = given[1] as { nhs_icons: { flag_last_point: boolean } }
      const good = goodOf(settings(1).improvement_direction)
      const found = icons(given[0] as Marks, good, nhs_icons.flag_last_point)
      return typeof expected === 'number' ? found.length : found
    },
  }
  const answer = answerOf(answers, fn, expected)
  return answer === null ? null : `${test}: ${answer}`
}

type XmrExpected = {
  readonly mean: number
  readonly lpl: number
  readonly upl: number
  readonly nearLpl?: number
  readonly nearUpl?: number
  readonly outside?: readonly boolean[]
  readonly close?: readonly boolean[]
  readonly flag?: readonly boolean[]
}

/** A Python port of the R package; it does not screen. */
export function checkNhspy({ args, expected }: UnitCase): string | null {
  const [values = [], fixed = null] = args as [number[], number | null]
  const theirs = expected as XmrExpected
  const y = Float64Array.from(values)
  const base = fixed === null ? {} : { base: Array.from({ length: fixed }, (_, i) => i) }
  const limits = limitsOf('xmr', { y, ...base })
  const flags = flagsOf(limits, ruleSets['nhsr-0.2.2'])
  const outside = list(beyond(y, limits.lower, limits.upper)).map(Boolean)
  const near = list(beyond(y, limits.nearLower, limits.nearUpper)).map(Boolean)
  const first = (line: Float64Array): number | null => line[0] ?? null
  return disagreement([
    ['mean', agree(first(limits.centre), theirs.mean)],
    ['lower limit', agree(first(limits.lower), theirs.lpl)],
    ['upper limit', agree(first(limits.upper), theirs.upl)],
    ['near lower', theirs.nearLpl === undefined || agree(first(limits.nearLower), theirs.nearLpl)],
    ['near upper', theirs.nearUpl === undefined || agree(first(limits.nearUpper), theirs.nearUpl)],
    ['outside', theirs.outside === undefined || same(outside, theirs.outside)],
    [
      'close',
      theirs.close === undefined ||
        same(
          near.map((n, i) => n && !outside[i]),
          theirs.close,
        ),
    ],
    [
      'flags',
      theirs.flag === undefined ||
        same(
          list(flags.rule).map(r => r >= 0),
          theirs.flag,
        ),
    ],
  ])
}
