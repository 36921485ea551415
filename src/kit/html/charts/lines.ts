// The lines of a control chart. Limits may differ from point to point, so each line is a staircase
// that holds its height round each point; it breaks where the limits were made anew.
import type { ChartPoint } from './points.ts'
import type { Scales } from './scales.ts'
import { pathThrough, type XY } from './svg.ts'

type Line = 'centre' | 'lower' | 'upper'

/** The corners of one staircase, from left to right. */
function stairs(
  points: readonly { readonly index: number; readonly height: number }[],
  scales: Scales,
): XY[] {
  return points.flatMap(({ index, height }, i): XY[] => {
    const before = points[i - 1]
    const after = points[i + 1]
    const x = scales.x(index)
    const from = before ? (scales.x(before.index) + x) / 2 : x - scales.half
    const to = after ? (scales.x(after.index) + x) / 2 : x + scales.half
    return [
      [from, height],
      [to, height],
    ]
  })
}

/** Corners that say nothing new are left out: most centre lines are one stroke. */
const straightened = (corners: readonly XY[]): XY[] =>
  corners.filter(([, y], i) => corners[i - 1]?.[1] !== y || corners[i + 1]?.[1] !== y)

function stretchesOf(
  points: readonly ChartPoint[],
  line: Line,
  breaks: readonly number[],
  scales: Scales,
): XY[][] {
  const starts = [0, ...breaks]
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? points.length
    const known = points.slice(from, to).flatMap((point, offset) => {
      const value = point[line]
      return value === null ? [] : [{ index: from + offset, height: scales.y(value) }]
    })
    return known.length === 0 ? [] : [straightened(stairs(known, scales))]
  })
}

/** `breaks` are the indices at which lines begin anew. */
export const linePath = (
  points: readonly ChartPoint[],
  line: Line,
  breaks: readonly number[],
  scales: Scales,
): string =>
  stretchesOf(points, line, breaks, scales)
    .map(corners => pathThrough(corners))
    .join('')

/** The area between the lower and the upper line. */
export function bandPath(
  points: readonly ChartPoint[],
  breaks: readonly number[],
  scales: Scales,
): string {
  const uppers = stretchesOf(points, 'upper', breaks, scales)
  const lowers = stretchesOf(points, 'lower', breaks, scales)
  return uppers
    .map((upper, i) => `${pathThrough([...upper, ...(lowers[i] ?? []).toReversed()])}Z`)
    .join('')
}
