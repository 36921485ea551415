// A series for this room's tests: thirty months with a gap, a rise and a target.
import type { ControlChart } from './control-chart.ts'
import type { ChartPoint, Tone } from './points.ts'

const values = [
  61, 64, 59, 62, 65, 60, 63, 58, 62, 64, 61, 60, 63, 59, 62, 65, 60, 61, 64, 62, 60, 63, 71, 72,
  70, 73, 71, 74, 72, 73,
]

const month = (i: number): string =>
  `${2023 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`

const toneAt = (i: number): Tone | null => (i >= 22 ? 'better' : i === 7 ? 'worse' : null)

export const examplePoints: readonly ChartPoint[] = values.map((value, i) => {
  if (i === 12) return { period: month(i), value: null, centre: null, lower: null, upper: null }
  const spread = i % 2 === 0 ? 9 : 7
  return {
    period: month(i),
    value,
    centre: 64,
    lower: 64 - spread,
    upper: 64 + spread,
    tone: toneAt(i),
  }
})

export const exampleChart: ControlChart = {
  id: 'example',
  title: 'Visits on time by month',
  description: 'Improving. The table below has the numbers.',
  points: examplePoints,
  format: value => `${Math.round(value)}%`,
  target: 80,
  floor: 0,
  ceiling: 100,
  notes: [{ at: '2024-06', text: 'New team' }],
}
