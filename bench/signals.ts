// How many series a second are read, and how often chance alone makes a verdict: the figures that
// src/signals/chance.ts states.
import { performance } from 'node:perf_hooks'
import { threadCpuUsage } from 'node:process'
import { type Series, type SeriesPoint, signalOf } from '#signals'
import { randomFrom } from '../src/signals/testing.ts'

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

const period = (i: number): string =>
  `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`

const points = (count: number, of: (i: number) => Omit<SeriesPoint, 'period'>): SeriesPoint[] =>
  Array.from({ length: count }, (_, i) => ({ period: period(i), ...of(i) }))

function noise(count: number, random: () => number): Series {
  return {
    kind: 'average',
    good: 'high',
    points: points(count, () => ({
      numerator: null,
      denominator: null,
      value: 50 + normal(random),
    })),
  }
}

function percentages(count: number, random: () => number): Series {
  return {
    kind: 'percentage',
    good: 'high',
    target: 90,
    points: points(count, () => {
      const denominator = 20 + Math.floor(random() * 60)
      return {
        numerator: Math.round(denominator * (0.7 + 0.2 * random())),
        denominator,
        value: null,
      }
    }),
  }
}

export type SignalsBench = {
  /** Series of 60 points read in a second of one thread's CPU: the median of several runs. */
  readonly seriesPerSecond: number
  readonly averagesPerSecond: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function speed(series: readonly Series[], runs: number): number {
  const speeds = Array.from({ length: runs }, () => {
    const before = threadCpuUsage()
    for (const one of series) signalOf(one)
    const { user, system } = threadCpuUsage(before)
    return (series.length / (user + system)) * 1_000_000
  })
  return median(speeds)
}

/** A few seconds. */
export function bench(): SignalsBench {
  const random = randomFrom(20_261_121)
  const shares = Array.from({ length: 5000 }, () => percentages(60, random))
  const averages = Array.from({ length: 5000 }, () => noise(60, random))
  speed(shares, 3)
  return {
    seriesPerSecond: Math.round(speed(shares, 9)),
    averagesPerSecond: Math.round(speed(averages, 9)),
  }
}

export type FalseVerdicts = {
  readonly points: number
  /** Share of series of pure noise with a verdict other than no change. */
  readonly verdicts: number
  /** Share judged by a level within the series and not by the whole of it. */
  readonly levels: number
}

/** Measures the constants of chance.ts: `series` series of each length. Minutes for 200,000. */
export function falseVerdicts(series: number): FalseVerdicts[] {
  return [13, 18, 24, 36, 48, 60, 84].map(count => {
    const random = randomFrom(count)
    let verdicts = 0
    let levels = 0
    for (let i = 0; i < series; i++) {
      const signal = signalOf(noise(count, random))
      if (signal.verdict !== 'no-change') verdicts++
      if (signal.basis !== null) levels++
    }
    return { points: count, verdicts: verdicts / series, levels: levels / series }
  })
}

// `node bench/signals.ts 200000` measures the rates of chance as well.
if (import.meta.main) {
  const started = performance.now()
  process.stdout.write(`${JSON.stringify(bench())}\n`)
  const series = Number(process.argv[2] ?? 0)
  for (const row of series > 0 ? falseVerdicts(series) : []) {
    process.stdout.write(`${JSON.stringify(row)}\n`)
  }
  process.stdout.write(`${Math.round(performance.now() - started)} ms\n`)
}
