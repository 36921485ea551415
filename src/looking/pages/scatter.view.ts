import { scaleLinear } from 'd3-scale'
import { at, picture } from '#kit/html/charts/svg.ts'
import { type Html, html } from '#kit/html/html.ts'

export interface Scatter {
  readonly title: string
  readonly description: string
  readonly xLabel: string
  readonly yLabel: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** A number as the axis says it: '64%'. */
  readonly yText: (value: number) => string
  /** The most that a value can be: no axis goes beyond it. */
  readonly ceiling?: number | undefined
}

interface Size {
  readonly id: string
  readonly className: string
  readonly width: number
  readonly height: number
  readonly fontSize: number
  readonly left: number
}

const wide: Size = {
  id: 'scatter-wide',
  className: 'chart chart--wide',
  width: 760,
  height: 400,
  fontSize: 14,
  left: 62,
}
const narrow: Size = {
  id: 'scatter-narrow',
  className: 'chart chart--narrow',
  width: 330,
  height: 330,
  fontSize: 13,
  left: 52,
}

/** A dot for each pair, drawn for a wide and for a narrow screen. Its table stands beside it. */
export function scatter(chart: Scatter): Html {
  return html`${drawing(chart, wide)}${drawing(chart, narrow)}`
}

function drawing(chart: Scatter, size: Size): Html {
  const { width, height, fontSize, left } = size
  const top = fontSize + 16
  const bottom = height - 2 * fontSize - 16
  const right = width - 10
  const xs = chart.points.map(point => point.x)
  const ys = chart.points.map(point => point.y)
  const x = scaleLinear([0, Math.max(1, ...xs) * 1.04], [left, right])
  const y = scaleLinear(rangeOf(ys, chart.ceiling), [bottom, top])
  const across = x
    .ticks(width > 400 ? 7 : 4)
    .map(
      tick =>
        html`<text x="${at(x(tick))}" y="${at(bottom + fontSize + 6)}" text-anchor="middle">${tick}</text>`,
    )
  const up = y
    .ticks(5)
    .map(
      tick =>
        html`<path class="chart__rule" stroke-opacity="0.5" fill="none" d="M${at(left)} ${at(y(tick))}H${at(right)}"/><text x="${at(left - 8)}" y="${at(y(tick) + fontSize / 3)}" text-anchor="end">${chart.yText(tick)}</text>`,
    )
  const dots = chart.points.map(
    point =>
      html`<circle class="chart__mark chart__mark--other" fill-opacity="0.85" cx="${at(x(point.x))}" cy="${at(y(point.y))}" r="5.5"/>`,
  )
  return picture(
    {
      id: size.id,
      className: size.className,
      width,
      height,
      fontSize,
      title: chart.title,
      description: chart.description,
    },
    [
      html`<text x="0" y="${at(fontSize)}">${chart.yLabel}</text>`,
      ...up,
      ...across,
      html`<text x="${at(right)}" y="${at(height - 4)}" text-anchor="end">${chart.xLabel}</text>`,
      ...dots,
    ],
  )
}

/** With air above and below, so that no dot stands on the edge. */
function rangeOf(values: readonly number[], ceiling = Infinity): [number, number] {
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const air = (high - low || 10) * 0.08
  return [low - air, Math.min(ceiling, high + air)]
}
