import { scaleLinear } from 'd3-scale'
import { type ChartPoint, monthOf, shortPeriodName } from './points.ts'

export type Plot = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Scales = {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  /** Values with a label on the left. */
  readonly ticks: readonly number[]
  /** Half the distance between two points. */
  readonly half: number
}

type Extent = {
  readonly values: readonly (number | null | undefined)[]
  /** Values can go no further, however much room there is. */
  readonly floor?: number | undefined
  readonly ceiling?: number | undefined
}

/** The range to show, with a little air, but never beyond what values can be. */
function rangeOf({ values, floor, ceiling }: Extent): [number, number] {
  const known = values.filter(value => value !== null && value !== undefined)
  if (known.length === 0) return [floor ?? 0, ceiling ?? (floor ?? 0) + 1]
  const low = Math.min(...known)
  const high = Math.max(...known)
  const air = (high - low || Math.abs(high) || 1) * 0.08
  return [Math.max(floor ?? -Infinity, low - air), Math.min(ceiling ?? Infinity, high + air)]
}

export function scalesFor(count: number, plot: Plot, extent: Extent): Scales {
  const half = (plot.right - plot.left) / Math.max(count, 1) / 2
  const [low, high] = rangeOf(extent)
  const y = scaleLinear([low, high], [plot.bottom, plot.top])
  const wanted = Math.max(2, Math.round((plot.bottom - plot.top) / 64))
  return {
    x: index => plot.left + half + index * 2 * half,
    y: value => y(Math.min(high, Math.max(low, value))),
    ticks: y.ticks(wanted),
    half,
  }
}

export type PeriodTick = { readonly index: number; readonly label: string }

/** The first of each year where points are months, or else as many labels as there is room for. */
export function periodTicks(points: readonly ChartPoint[], room: number): PeriodTick[] {
  const months = points.map(point => monthOf(point.period))
  const isMonthly = months.every(month => month !== null)
  if (!isMonthly || points.length <= 18) return spacedTicks(points, room / (isMonthly ? 76 : 56))
  const januaries = months.flatMap((month, index) =>
    month?.month === 0 ? [{ index, year: month.year }] : [],
  )
  const gap = ((room / points.length) * 12) / 46
  const step = Math.max(1, Math.ceil(1 / gap))
  return januaries
    .filter((_, i) => i % step === 0)
    .map(({ index, year }) => ({ index, label: String(year) }))
}

function spacedTicks(points: readonly ChartPoint[], fit: number): PeriodTick[] {
  const step = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor(fit))))
  return points.flatMap((point, index) =>
    index % step === 0 ? [{ index, label: shortPeriodName(point.period) }] : [],
  )
}
