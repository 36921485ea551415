import { type Html, html } from '../html.ts'
import { eventLines, eventList, eventsOf } from './events.ts'
import { type KeyEntry, keyEntriesOf, keyOf, keyRowHeight, type Words } from './key.ts'
import { spread } from './labels.ts'
import { bandPath, linePath } from './lines.ts'
import { dot, mark } from './marks.ts'
import {
  type ChartPoint,
  indexFrom,
  indexUntil,
  type Placed,
  periodName,
  placed,
  shortPeriodName,
} from './points.ts'
import { type Plot, periodTicks, type Scales, scalesFor } from './scales.ts'
import { type Size, textWidth } from './size.ts'
import { at, pathThrough, picture } from './svg.ts'

export type ChartTarget = {
  readonly value: number
  /** The first and the last period for which it holds; to the edge where one is left out. */
  readonly from?: string | null
  readonly until?: string | null
}

export type ControlChart = {
  /** Unique on the page; the parts' ids begin with it. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for those who do not see it: the sentence, and where the table is. */
  readonly description: string
  readonly points: readonly ChartPoint[]
  /** Writes a value as in the text: '82.4%'. */
  readonly format: (value: number) => string
  /** The same for the axis, where a long unit may be left out. */
  readonly formatTick?: (value: number) => string
  readonly target?: number | null
  /** Instead of one target for all of it: each for its time, the last to begin with its word. */
  readonly targets?: readonly ChartTarget[]
  /** Periods from which the lines are made anew, with a few words of why. */
  readonly rebases?: readonly { readonly at: string; readonly text: string }[]
  /** Things that happened, at their period. */
  readonly notes?: readonly { readonly at: string; readonly text: string }[]
  /** Numbers alone at what happened; the page has the list of `numberedEvents` itself. */
  readonly numbered?: boolean
  /** A level that the points have kept to since a period. */
  readonly level?: { readonly from: string; readonly value: number } | null
  readonly floor?: number
  readonly ceiling?: number
  /** What the marks mean, in the key; a mark that does not occur is not in it. */
  readonly words?: Partial<Words>
}

const defaultWords: Words = {
  better: 'better than usual',
  worse: 'worse than usual',
  other: 'out of the usual',
  centre: 'average',
  range: 'usual range',
  target: 'target',
}

// Two drawings of one chart: a single one that fits both a desk and a phone would have letters of
// five pixels on the phone. The stylesheet shows one of them; at 360 pixels letters stay over 11.
const wide: Size = { name: 'wide', width: 880, height: 340, fontSize: 14 }
const narrow: Size = { name: 'narrow', width: 340, height: 290, fontSize: 13 }

type EndLabel = { readonly text: string; readonly className: string; readonly value: number }

const targetsOf = ({ target, targets }: ControlChart): readonly ChartTarget[] =>
  targets ?? (typeof target === 'number' ? [{ value: target }] : [])

const lastKnown = (points: readonly ChartPoint[], line: 'centre' | 'lower' | 'upper') =>
  points.findLast(point => point[line] !== null)?.[line]

function endLabelsOf(chart: ControlChart, words: Words, size: Size): EndLabel[] {
  const { points, format, level } = chart
  const label = (value: number | null | undefined, word: string, kind = ''): EndLabel[] => {
    if (value === null || value === undefined) return []
    const text = size.name === 'wide' && word ? `${format(value)} ${word}` : format(value)
    return [{ text, className: `chart__label${kind && ` chart__label--${kind}`}`, value }]
  }
  const last = points.findLast(point => point.value !== null)
  return [
    ...label(lastKnown(points, 'upper'), ''),
    ...label(lastKnown(points, 'centre'), words.centre),
    ...label(lastKnown(points, 'lower'), ''),
    ...label(targetsOf(chart).at(-1)?.value, words.target, 'target'),
    ...label(level?.value, `since ${shortPeriodName(level?.from ?? '')}`, 'level'),
    ...label(last?.value, shortPeriodName(last?.period ?? ''), 'last'),
  ]
}

/** The last value is in bold, which takes a tenth more. */
const labelWidth = ({ text, className }: EndLabel, size: Size): number =>
  textWidth(text, size) * (className.endsWith('last') ? 1.1 : 1)

type Drawing = {
  readonly labels: readonly EndLabel[]
  readonly chart: ControlChart
  readonly size: Size
  readonly plot: Plot
  readonly scales: Scales
  readonly drawn: readonly Placed[]
  readonly breaks: readonly number[]
  readonly keyEntries: readonly KeyEntry[]
}

function layOut(chart: ControlChart, size: Size): Drawing {
  const { points } = chart
  const words = { ...defaultWords, ...chart.words }
  const keyEntries = keyEntriesOf(points, words, size)
  const keyRows = keyEntries.at(-1)?.row ?? 0
  const values = points.flatMap(point => [point.value, point.centre, point.lower, point.upper])
  const extent = {
    values: [...values, ...targetsOf(chart).map(each => each.value), chart.level?.value],
    floor: chart.floor,
    ceiling: chart.ceiling,
  }
  const labels = endLabelsOf(chart, words, size)
  const whole: Plot = {
    left: 0,
    right: size.width - 10 - Math.max(40, ...labels.map(label => labelWidth(label, size))),
    top: 32 + keyRows * keyRowHeight + (eventsOf(chart).length > 0 ? 18 : 0),
    bottom: size.height - 30,
  }
  // As much room on the left as the longest figure there needs.
  const ticks = scalesFor(points.length, whole, extent).ticks.map(tickFormat(chart))
  const left = 12 + Math.max(...ticks.map(tick => textWidth(tick, size)), 20)
  const plot = { ...whole, left }
  const scales = scalesFor(points.length, plot, extent)
  const breaks = (chart.rebases ?? [])
    .map(({ at: period }) => indexFrom(points, period))
    .filter(index => index > 0)
    .toSorted((a, b) => a - b)
  return { labels, chart, size, plot, scales, drawn: placed(points), breaks, keyEntries }
}

const tickFormat = ({ format, formatTick }: ControlChart) => formatTick ?? format

function axes({ chart, plot, scales }: Drawing): Html {
  const room = plot.right - plot.left
  const formatTick = tickFormat(chart)
  const left = scales.ticks.map(
    tick =>
      html`<text class="chart__tick" x="${plot.left - 8}" y="${at(scales.y(tick))}" dy="0.32em" text-anchor="end">${formatTick(tick)}</text>`,
  )
  const below = periodTicks(chart.points, room).map(({ index, label }) => {
    const x = at(scales.x(index) - scales.half)
    return html`<path class="chart__rule" d="M${x} ${at(plot.bottom)}v6"/><text class="chart__tick" x="${x}" y="${at(plot.bottom)}" dx="4" dy="1.35em">${label}</text>`
  })
  return html`<path class="chart__rule" fill="none" d="M${at(plot.left)} ${at(plot.bottom)}H${at(plot.right)}"/>${left}${below}`
}

function lines({ chart, plot, scales, breaks }: Drawing): Html {
  const { points, level } = chart
  const path = (line: 'centre' | 'lower' | 'upper') => linePath(points, line, breaks, scales)
  const levelFrom = level ? indexFrom(points, level.from) : -1
  return html`<path class="chart__band" fill-opacity="0.1" d="${bandPath(points, breaks, scales)}"/><path class="chart__limit" fill="none" d="${path('lower')}${path('upper')}"/><path class="chart__centre" fill="none" d="${path('centre')}"/>${
    level &&
    levelFrom >= 0 &&
    html`<path class="chart__level" fill="none" d="M${at(scales.x(levelFrom) - scales.half)} ${at(scales.y(level.value))}H${at(plot.right)}"/>`
  }${targetsOf(chart).map(target => targetLine(target, points, plot, scales))}`
}

function targetLine(
  { value, from, until }: ChartTarget,
  points: readonly ChartPoint[],
  plot: Plot,
  scales: Scales,
): Html | null {
  const first = from ? indexFrom(points, from) : 0
  // It begins after the newest point: there is nothing yet to hold against it.
  if (first < 0) return null
  const end = until ? indexUntil(points, until) : points.length - 1
  if (end < first) return null
  const left = first === 0 ? plot.left : scales.x(first) - scales.half
  const right = end === points.length - 1 ? plot.right : scales.x(end) + scales.half
  return html`<path class="chart__target" fill="none" stroke-dasharray="6 4" d="M${at(left)} ${at(scales.y(value))}H${at(right)}"/>`
}

function series({ chart, size, scales, drawn }: Drawing): Html {
  const line = pathThrough(
    chart.points.map(({ value }, i) => (value === null ? null : [scales.x(i), scales.y(value)])),
  )
  const isCrowded = scales.half < 3
  const marks = drawn.map(({ index, period, value, tone }, i) => {
    const name = html`<title>${periodName(period)}: ${chart.format(value)}</title>`
    const isLast = i === drawn.length - 1
    const x = scales.x(index)
    const y = scales.y(value)
    if (tone)
      return mark(tone, x, y, isLast ? 6 : isCrowded ? 3 : 4, size.name === 'wide' ? name : null)
    return dot(x, y, isLast ? 5 : isCrowded ? 1.4 : 2.4, size.name === 'wide' ? name : null)
  })
  return html`<path class="chart__line" fill="none" d="${line}"/><g>${marks}</g>`
}

/** Names and figures at the end of their lines, in place of a legend. */
const endLabels = ({ labels, size, plot, scales }: Drawing): Html => {
  const placed = labels.map(label => ({ ...label, y: scales.y(label.value) }))
  const apart = spread(placed, size.fontSize * 1.2, plot.top - 6, plot.bottom - 4)
  return html`${apart.map(
    ({ text, className, y }) =>
      html`<text class="${className}" x="${at(plot.right + 8)}" y="${at(y)}" dy="0.32em">${text}</text>`,
  )}`
}

function draw(chart: ControlChart, size: Size): Html {
  const drawing = layOut(chart, size)
  return picture(
    {
      width: size.width,
      height: size.height,
      fontSize: size.fontSize,
      className: `chart chart--control chart--${size.name}`,
      id: `${chart.id}-${size.name}`,
      title: chart.title,
      description: chart.description,
    },
    [
      lines(drawing),
      axes(drawing),
      eventLines(chart, size, drawing.plot, drawing.scales),
      series(drawing),
      endLabels(drawing),
      keyOf(drawing.keyEntries),
    ],
  )
}

/** A control chart as two drawings, one of which the stylesheet shows. See charts.scss. */
export const controlChart = (chart: ControlChart): Html =>
  html`${draw(chart, wide)}${draw(chart, narrow)}${!chart.numbered && eventList(chart)}`
