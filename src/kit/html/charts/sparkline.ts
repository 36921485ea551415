import { type Html, html, attributes } from '../html.ts'
import { bandPath, linePath } from './lines.ts'
import { dot, mark } from './marks.ts'
import { type ChartPoint, indexFrom, placed, type Tone } from './points.ts'
import { scalesFor } from './scales.ts'
import { at, pathThrough, picture } from './svg.ts'

export type Sparkline = {
  readonly points: readonly ChartPoint[]
  /** With an id and a title it has a name of its own; without, the words beside it are its name. */
  readonly id?: string
  readonly title?: string
  readonly rebases?: readonly string[]
  /** What the last point means, where that is said of the whole line and not of the point. */
  readonly tone?: Tone | null
  readonly width?: number
  readonly height?: number
}

/** A chart of the size of a few words: the usual range, the average, the line and its last point. */
export function sparkline(spark: Sparkline): Html {
  const { points, width = 160, height = 40 } = spark
  const plot = { left: 1, right: width - 6, top: 5, bottom: height - 5 }
  const scales = scalesFor(points.length, plot, {
    values: points.flatMap(point => [point.value, point.lower, point.upper]),
  })
  const breaks = (spark.rebases ?? [])
    .map(period => indexFrom(points, period))
    .filter(index => index > 0)
  const drawn = placed(points)
  const last = drawn.at(-1)
  const tone = spark.tone === undefined ? last?.tone : spark.tone
  const line = pathThrough(
    points.map(({ value }, i) => (value === null ? null : [scales.x(i), scales.y(value)])),
  )
  const content = [
    html`<path class="chart__band" fill-opacity="0.1" d="${bandPath(points, breaks, scales)}"/>`,
    html`<path class="chart__centre" fill="none" d="${linePath(points, 'centre', breaks, scales)}"/>`,
    html`<path class="chart__line" fill="none" d="${line}"/>`,
    ...(last
      ? [
          tone
            ? mark(tone, scales.x(last.index), scales.y(last.value), 4.5, null)
            : dot(scales.x(last.index), scales.y(last.value), 3.5, null),
        ]
      : []),
  ]
  const { id, title } = spark
  if (id && title) {
    return picture(
      { width, height, fontSize: 12, className: 'chart chart--spark', id, title },
      content,
    )
  }
  const size = attributes({ viewBox: `0 0 ${at(width)} ${at(height)}`, width, height })
  return html`<svg class="chart chart--spark"${size} aria-hidden="true" focusable="false">${content}</svg>`
}
