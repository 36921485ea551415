import { type Chart, deviationsChart, limitsOf, meansChart, spansOf } from '#signals'
import { disagreement } from './agree.ts'

type Input = {
  readonly keys: readonly string[]
  readonly numerators?: readonly number[]
  readonly denominators?: readonly number[]
  readonly xbarSds?: readonly number[]
  readonly groupings?: readonly (number | string)[]
}

export type PbiChartCase = {
  readonly chart: string
  readonly settings: readonly string[]
  readonly decimals: number
  readonly input: Input
  readonly expected: Readonly<Record<'ul99' | 'ul95' | 'll95' | 'll99', readonly number[]>>
}

type Lines = Readonly<Record<'ul99' | 'ul95' | 'll95' | 'll99', readonly number[]>>

/**
 * Where the chart's limits are cut. The peer's test hands its groups over apart from the data and
 * the case file leaves them out, so a chart whose limits are flat is cut where theirs step.
 */
function cuts({ chart, input, expected }: PbiChartCase): number[] {
  const { groupings } = input
  if (groupings) return groupings.flatMap((group, i) => (group === groupings[i - 1] ? [] : [i]))
  const flat = chart === 'c' || (chart === 'i' && !input.denominators)
  if (!flat) return []
  return expected.ul99.flatMap((limit, i) => (i > 0 && limit !== expected.ul99[i - 1] ? [i] : []))
}

function multiplier({ chart, settings }: PbiChartCase): number {
  const set = settings.find(setting => setting.startsWith('spc.multiplier='))
  if (set) return Number(set.slice('spc.multiplier='.length))
  return chart === 'p' || chart === 'pp' ? 100 : 1
}

function sampleLines({ chart, input }: PbiChartCase, deviations: readonly number[]): Lines {
  const samples = (input.denominators ?? []).map((size, i) => ({
    size,
    mean: input.numerators?.[i] ?? Number.NaN,
    deviation: deviations[i] ?? Number.NaN,
  }))
  const limits = chart === 's' ? deviationsChart(samples) : meansChart(samples)
  return {
    ul99: limits.upper(3),
    ul95: limits.upper(2),
    ll95: limits.lower(2),
    ll99: limits.lower(3),
  }
}

/** Their names of the primed charts. */
const chartNames: Readonly<Record<string, Chart>> = { pprime: 'pp', uprime: 'up' }

function pointLines(test: PbiChartCase): Lines {
  const { input } = test
  const scale = multiplier(test)
  const chart = chartNames[test.chart] ?? (test.chart as Chart) // the case file's own names
  const lines = {
    ul99: [] as number[],
    ul95: [] as number[],
    ll95: [] as number[],
    ll99: [] as number[],
  }
  const numerators = input.numerators ?? []
  for (const { from, to } of spansOf(numerators.length, cuts(test))) {
    const sizes = input.denominators?.slice(from, to)
    const y = Float64Array.from(numerators.slice(from, to), (top, i) =>
      sizes ? top / (sizes[i] ?? Number.NaN) : top,
    )
    const limits = limitsOf(chart, { y, ...(sizes ? { sizes: Float64Array.from(sizes) } : {}) })
    lines.ul99.push(...limits.upper.map(value => value * scale))
    lines.ul95.push(...limits.nearUpper.map(value => value * scale))
    lines.ll95.push(...limits.nearLower.map(value => value * scale))
    lines.ll99.push(...limits.lower.map(value => value * scale))
  }
  return lines
}

/** `all` are the cases of the block: the S chart's data stand only in its sister's case. */
export function checkPbiChart(test: PbiChartCase, all: readonly PbiChartCase[]): string | null {
  const sister = all.find(other => other.input.xbarSds !== undefined)
  const deviations =
    test.input.xbarSds ??
    (test.chart === 's' ? test.input.numerators : undefined) ??
    sister?.input.xbarSds
  const samples = test.chart === 's' || test.chart === 'xbar'
  const ours = samples ? sampleLines(test, deviations ?? []) : pointLines(test)
  // Half a unit of the last place, as their test framework compares.
  const within = 0.5 * 10 ** -test.decimals + 1e-9
  const near = (a: readonly number[], b: readonly number[]): boolean =>
    a.length === b.length && b.every((value, i) => Math.abs((a[i] ?? Number.NaN) - value) <= within)
  return disagreement([
    ['upper limit', near(ours.ul99, test.expected.ul99)],
    ['upper warning limit', near(ours.ul95, test.expected.ul95)],
    ['lower warning limit', near(ours.ll95, test.expected.ll95)],
    ['lower limit', near(ours.ll99, test.expected.ll99)],
  ])
}
