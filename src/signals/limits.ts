// The control limits of one stretch of a chart. A stretch is what lies between two rebases: nothing
// here looks across one. Missing values are NaN and take no part.
import {
  type Average,
  averageRange,
  d2,
  d4,
  movingRanges,
  type Screening,
  type Width,
} from './moving-range.ts'
import { Accumulator, meanOf, medianOf, numbers } from './sums.ts'

/**
 * `xmr` is the individuals chart with Making Data Count's 2.66; `i` the same with 3 / 1.128, which
 * `t` is made of. `pp`, `up` are Laney's P′ and U′; `ip` is the I′ of Taylor, an individuals chart
 * whose limits follow the denominators.
 */
export type Chart = 'xmr' | 'i' | 'mr' | 'p' | 'pp' | 'ip' | 'u' | 'up' | 'c' | 'g' | 't' | 'run'

export type Stretch = Screening & {
  /** Values, or where there are `sizes` and the chart is of proportions or rates, their ratio. */
  readonly y: Float64Array
  /** Denominators, one a point, where the chart needs them. */
  readonly sizes?: Float64Array
  /** Which points the centre and the width are made of; by default all. */
  readonly base?: readonly number[]
}

export type Limits = {
  /** The plotted values: those given, or for `mr` the moving ranges. */
  readonly y: Float64Array
  readonly centre: Float64Array
  /** Three sigma and two sigma. NaN where there are none. */
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly nearLower: Float64Array
  readonly nearUpper: Float64Array
  readonly width: Width
  /** One standard deviation of a point of size one; a point of size n has this over √n. */
  readonly unitSigma: number
}

function pick(values: Float64Array, base: readonly number[] | undefined): Float64Array {
  const chosen = base ? numbers(base.length, i => values[base[i] ?? -1] ?? Number.NaN) : values
  for (let i = 0; i < chosen.length; i++) {
    if (Number.isNaN(chosen[i])) return chosen.filter(value => !Number.isNaN(value))
  }
  return chosen
}

/** Sum of y × size over sum of size, both compensated, over the points that have both. */
function pooled(y: Float64Array, sizes: Float64Array, base: readonly number[] | undefined): number {
  const count = base ? base.length : y.length
  const tops = new Accumulator()
  const bottoms = new Accumulator()
  for (let i = 0; i < count; i++) {
    const at = base ? (base[i] ?? -1) : i
    const size = sizes[at] ?? Number.NaN
    const top = (y[at] ?? Number.NaN) * size
    if (Number.isNaN(top)) continue
    tops.add(top)
    bottoms.add(size)
  }
  return tops.sum / bottoms.sum
}

type Around = {
  readonly centre: number
  readonly unitSigma: number
  readonly width: Width
  readonly sizes?: Float64Array
  readonly floor?: number
  readonly ceiling?: number
  /** Width of the limits in `unitSigma`, for the one chart that writes 2.66 for 3 / 1.128. */
  readonly widths?: readonly [near: number, limit: number]
}

/** Lines at a distance from a centre, narrower where the denominator is larger, within bounds. */
function linesAround(y: Float64Array, around: Around): Limits {
  const { centre, unitSigma, sizes, width, floor = -Infinity, ceiling = Infinity } = around
  const [near, limit] = around.widths ?? [2, 3]
  const count = y.length
  const lower = new Float64Array(count)
  const upper = new Float64Array(count)
  const nearLower = new Float64Array(count)
  const nearUpper = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const size = sizes === undefined ? 1 : (sizes[i] ?? 0)
    const sigma = size > 0 ? unitSigma / Math.sqrt(size) : Number.NaN
    const far = limit * sigma
    const close = near * sigma
    // A comparison with NaN is false, and the NaN stays.
    lower[i] = centre - far < floor ? floor : centre - far
    upper[i] = centre + far > ceiling ? ceiling : centre + far
    nearLower[i] = centre - close < floor ? floor : centre - close
    nearUpper[i] = centre + close > ceiling ? ceiling : centre + close
  }
  const centres = new Float64Array(count).fill(centre)
  return { y, centre: centres, lower, upper, nearLower, nearUpper, width, unitSigma }
}

function individuals(stretch: Stretch, factor: number): Limits {
  const { average, width } = averageRange(movingRanges(stretch.y, stretch.base), stretch)
  const centre = meanOf(pick(stretch.y, stretch.base))
  // The near limit is written as the R package writes it, so that the last bit agrees too.
  return linesAround(stretch.y, {
    centre,
    unitSigma: average,
    width,
    widths: [2 * (factor / 3), factor],
  })
}

const perSigma = (limits: Limits): Limits => ({ ...limits, unitSigma: limits.unitSigma / d2 })

/** Laney's correction: how much wider the points move than their sizes alone would explain. */
function laney(stretch: Stretch, sizes: Float64Array, centre: number, unitSigma: number): Average {
  const z = new Float64Array(stretch.y.length)
  for (let i = 0; i < z.length; i++) {
    z[i] = (((stretch.y[i] ?? Number.NaN) - centre) * Math.sqrt(sizes[i] ?? Number.NaN)) / unitSigma
  }
  if (unitSigma === 0) return { average: 0, width: 'zero' }
  const { average, width } = averageRange(movingRanges(z, stretch.base), stretch)
  return { average: average / d2, width }
}

function proportions(stretch: Stretch, prime: boolean): Limits {
  const sizes = stretch.sizes ?? new Float64Array(stretch.y.length).fill(Number.NaN)
  const centre = pooled(stretch.y, sizes, stretch.base)
  const binomial = Math.sqrt(Math.max(0, centre * (1 - centre)))
  const spread: Average = prime
    ? laney(stretch, sizes, centre, binomial)
    : { average: 1, width: binomial === 0 ? 'zero' : 'measured' }
  const unitSigma = binomial * spread.average
  return linesAround(stretch.y, {
    centre,
    unitSigma,
    sizes,
    width: spread.width,
    floor: 0,
    ceiling: 1,
  })
}

function rates(stretch: Stretch, prime: boolean): Limits {
  const sizes = stretch.sizes ?? new Float64Array(stretch.y.length).fill(Number.NaN)
  const centre = pooled(stretch.y, sizes, stretch.base)
  const poisson = Math.sqrt(centre)
  const spread: Average = prime
    ? laney(stretch, sizes, centre, poisson)
    : { average: 1, width: poisson === 0 ? 'zero' : 'measured' }
  const unitSigma = poisson * spread.average
  return linesAround(stretch.y, { centre, unitSigma, sizes, width: spread.width, floor: 0 })
}

function weightedIndividuals(stretch: Stretch): Limits {
  const sizes = stretch.sizes ?? new Float64Array(stretch.y.length).fill(1)
  const centre = pooled(stretch.y, sizes, stretch.base)
  const spreads = new Float64Array(stretch.y.length)
  let kept = 0
  for (let i = 1; i < stretch.y.length; i++) {
    const range = Math.abs((stretch.y[i] ?? Number.NaN) - (stretch.y[i - 1] ?? Number.NaN))
    const apart = Math.sqrt(1 / (sizes[i] ?? Number.NaN) + 1 / (sizes[i - 1] ?? Number.NaN))
    const spread = (Math.sqrt(Math.PI / 2) * range) / apart
    if (spread >= 0) spreads[kept++] = spread
  }
  const { average, width } = averageRange(spreads.subarray(0, kept), stretch)
  return linesAround(stretch.y, { centre, unitSigma: average, width, sizes })
}

function counts(stretch: Stretch): Limits {
  const centre = meanOf(pick(stretch.y, stretch.base))
  const width = centre === 0 ? 'zero' : 'measured'
  return linesAround(stretch.y, { centre, unitSigma: Math.sqrt(centre), width, floor: 0 })
}

/** Cases between events. The limits come from the mean, the centre line is the median. */
function casesBetween(stretch: Stretch): Limits {
  const base = pick(stretch.y, stretch.base)
  const mean = meanOf(base)
  const unitSigma = Math.sqrt(mean * (mean + 1))
  const width = mean === 0 ? 'zero' : 'measured'
  const limits = linesAround(stretch.y, { centre: mean, unitSigma, width, floor: 0 })
  limits.centre.fill(medianOf(base))
  return limits
}

/** Time between events, made nearly normal by the power 1 / 3.6 (Nelson) and back. */
function timeBetween(stretch: Stretch): Limits {
  const y = stretch.y.map(value => value ** (1 / 3.6))
  const limits = individuals({ ...stretch, y }, 3 / d2)
  const back = (line: Float64Array): Float64Array =>
    line.map(value => (value < 0 ? 0 : value ** 3.6))
  return {
    ...limits,
    y: stretch.y,
    centre: back(limits.centre),
    lower: back(limits.lower),
    upper: back(limits.upper),
    nearLower: back(limits.nearLower),
    nearUpper: back(limits.nearUpper),
    unitSigma: Number.NaN,
  }
}

function ranges(stretch: Stretch): Limits {
  const y = new Float64Array(stretch.y.length).fill(Number.NaN)
  for (let i = 1; i < y.length; i++) {
    y[i] = Math.abs((stretch.y[i] ?? Number.NaN) - (stretch.y[i - 1] ?? Number.NaN))
  }
  const centre = meanOf(pick(y, stretch.base))
  const widths = [(d4 / 3) * 2 - 1, d4 - 1] as const
  return linesAround(y, { centre, unitSigma: centre, width: 'measured', floor: 0, widths })
}

function runChart(stretch: Stretch): Limits {
  const centre = medianOf(pick(stretch.y, stretch.base))
  return linesAround(stretch.y, { centre, unitSigma: Number.NaN, width: 'none' })
}

const charts: Readonly<Record<Chart, (stretch: Stretch) => Limits>> = {
  xmr: stretch => perSigma(individuals(stretch, 2.66)),
  i: stretch => perSigma(individuals(stretch, 3 / d2)),
  mr: ranges,
  p: stretch => proportions(stretch, false),
  pp: stretch => proportions(stretch, true),
  ip: weightedIndividuals,
  u: stretch => rates(stretch, false),
  up: stretch => rates(stretch, true),
  c: counts,
  g: casesBetween,
  t: timeBetween,
  run: runChart,
}

/** Centre and limits of one stretch, one of each a point, in the units of `y`. */
export const limitsOf = (chart: Chart, stretch: Stretch): Limits => charts[chart](stretch)
