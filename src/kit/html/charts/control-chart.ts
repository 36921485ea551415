import { type Html, html } from '../html.ts'
import { type Label, spread } from './labels.ts'
import { bandPath, linePath } from './lines.ts'
import { dot, mark } from './marks.ts'
import { type ChartPoint, type Placed, periodName, placed, shortPeriodName } from './points.ts'
import { type Plot, periodTicks, type Scales, scalesFor } from './scales.ts'
import { at, pathThrough, picture } from './svg.ts'

export type ControlChart = {
  /** Unique on the page; the parts' ids begin with it. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for those who do not see it: the sentence, and where the table is. */
  readonly description: string
  readonly points: readonly ChartPoint[]
  /** Writes a value as in the text: '82.4%'. */
  readonly format: (value: number) => string
  readonly target?: number | null
  /** Periods from which the lines are made anew, with a few words of why. */
  readonly rebases?: readonly { readonly at: string; readonly text: string }[]
  /** Things that happened, at their period. */
  readonly notes?: readonly { readonly at: string; readonly text: string }[]
  /** A level that the points have kept to since a period. */
  readonly level?: { readonly from: string; readonly value: number } | null
  readonly floor?: number
  readonly ceiling?: number
  /** What the marks mean, in the key; a mark that does not occur is not in it. */
  readonly words?: Partial<Words>
}

type Words = {
  readonly better: string
  readonly worse: string
  readonly other: string
  readonly centre: string
  readonly range: string
  readonly target: string
  readonly level: string
}

const defaultWords: Words = {
  better: 'better than usual',
  worse: 'worse than usual',
  other: 'out of the usual',
  centre: 'average',
  range: 'usual range',
  target: 'target',
  level: 'level since',
}

type Size = {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** Room for the labels on either side. */
  readonly left: number
  readonly right: number
}

// Two drawings of one chart: a single one that fits both a desk and a phone would have letters of
// five pixels on the phone. The stylesheet shows one of them; at 360 pixels letters stay over 11.
const wide: Size = { name: 'wide', width: 880, height: 340, fontSize: 14, left: 46, right: 124 }
const narrow: Size = { name: 'narrow', width: 340, height: 290, fontSize: 13, left: 36, right: 56 }

type Drawing = {
  readonly chart: ControlChart
  readonly size: Size
  readonly plot: Plot
  readonly scales: Scales
  readonly drawn: readonly Placed[]
  readonly breaks: readonly number[]
  readonly words: Words
}

const indexOf = (points: readonly ChartPoint[], period: string): number =>
  points.findIndex(point => point.period >= period)

function layOut(chart: ControlChart, size: Size): Drawing {
  const hasEvents = (chart.rebases?.length ?? 0) + (chart.notes?.length ?? 0) > 0
  const plot: Plot = {
    left: size.left,
    right: size.width - size.right,
    top: hasEvents ? 44 : 26,
    bottom: size.height - 30,
  }
  const { points } = chart
  const values = points.flatMap(point => [point.value, point.centre, point.lower, point.upper])
  const scales = scalesFor(points.length, plot, {
    values: [...values, chart.target, chart.level?.value],
    floor: chart.floor,
    ceiling: chart.ceiling,
  })
  const breaks = (chart.rebases ?? [])
    .map(({ at: period }) => indexOf(points, period))
    .filter(index => index > 0)
    .toSorted((a, b) => a - b)
  const words = { ...defaultWords, ...chart.words }
  return { chart, size, plot, scales, drawn: placed(points), breaks, words }
}

function axes({ chart, plot, scales }: Drawing): Html {
  const room = plot.right - plot.left
  const left = scales.ticks.map(
    tick =>
      html`<text class="chart__tick" x="${plot.left - 8}" y="${at(scales.y(tick))}" dy="0.32em" text-anchor="end">${chart.format(tick)}</text>`,
  )
  const below = periodTicks(chart.points, room).map(({ index, label }) => {
    const x = at(scales.x(index) - scales.half)
    return html`<path class="chart__rule" d="M${x} ${at(plot.bottom)}v6"/><text class="chart__tick" x="${x}" y="${at(plot.bottom)}" dx="4" dy="1.35em">${label}</text>`
  })
  return html`<path class="chart__rule" fill="none" d="M${at(plot.left)} ${at(plot.bottom)}H${at(plot.right)}"/>${left}${below}`
}

function lines({ chart, plot, scales, breaks }: Drawing): Html {
  const { points, target, level } = chart
  const path = (line: 'centre' | 'lower' | 'upper') => linePath(points, line, breaks, scales)
  const levelFrom = level ? indexOf(points, level.from) : -1
  return html`<path class="chart__band" fill-opacity="0.1" d="${bandPath(points, breaks, scales)}"/><path class="chart__limit" fill="none" d="${path('lower')}${path('upper')}"/><path class="chart__centre" fill="none" d="${path('centre')}"/>${
    level &&
    levelFrom >= 0 &&
    html`<path class="chart__level" fill="none" d="M${at(scales.x(levelFrom) - scales.half)} ${at(scales.y(level.value))}H${at(plot.right)}"/>`
  }${
    typeof target === 'number' &&
    html`<path class="chart__target" fill="none" stroke-dasharray="6 4" d="M${at(plot.left)} ${at(scales.y(target))}H${at(plot.right)}"/>`
  }`
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

/** Things that happened and lines made anew, each a hair line with its words or its number. */
function events({ chart, size, plot, scales }: Drawing): Html {
  const all = [
    ...(chart.rebases ?? []).map(event => ({ ...event, kind: 'rebase' })),
    ...(chart.notes ?? []).map(event => ({ ...event, kind: 'note' })),
  ]
    .map(event => ({ ...event, index: indexOf(chart.points, event.at) }))
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index)
  return html`${all.map(({ kind, index, text }, i) => {
    const x = scales.x(index) - (kind === 'rebase' ? scales.half : 0)
    const next = all[i + 1]
    const room = (next ? scales.x(next.index) : plot.right + size.right) - x
    const isFit = size.name === 'wide' && text.length * size.fontSize * 0.5 < room
    return html`<path class="chart__event chart__event--${kind}" fill="none" stroke-dasharray="2 3" d="M${at(x)} ${plot.top - 12}V${at(plot.bottom)}"/><text class="chart__note" x="${at(x)}" y="${plot.top - 18}" dx="-1">${isFit ? text : String(i + 1)}</text>`
  })}`
}

const lastKnown = (points: readonly ChartPoint[], line: 'centre' | 'lower' | 'upper') =>
  points.findLast(point => point[line] !== null)?.[line] ?? null

/** Names and figures at the end of their lines, in place of a legend. */
function endLabels({ chart, size, plot, scales, drawn, words }: Drawing): Html {
  const isWide = size.name === 'wide'
  const label = (value: number | null, word: string, className: string): Label[] =>
    value === null
      ? []
      : [
          {
            text: isWide && word ? `${chart.format(value)} ${word}` : chart.format(value),
            className,
            y: scales.y(value),
          },
        ]
  const last = drawn.at(-1)
  const lower = lastKnown(chart.points, 'lower')
  const upper = lastKnown(chart.points, 'upper')
  const all = spread(
    [
      ...label(upper, '', 'chart__label'),
      ...label(lastKnown(chart.points, 'centre'), words.centre, 'chart__label'),
      ...label(lower, '', 'chart__label'),
      ...label(chart.target ?? null, words.target, 'chart__label chart__label--target'),
      ...(last
        ? label(last.value, shortPeriodName(last.period), 'chart__label chart__label--last')
        : []),
    ],
    size.fontSize * 1.2,
    plot.top - 6,
    plot.bottom - 4,
  )
  return html`${all.map(
    ({ text, className, y }) =>
      html`<text class="${className}" x="${at(plot.right + 8)}" y="${at(y)}" dy="0.32em">${text}</text>`,
  )}`
}

/** What each mark means; only what occurs. Stands above the plot, out of the way of the points. */
function key({ size, plot, drawn, words, chart }: Drawing): Html {
  const hasRange = chart.points.some(point => point.upper !== null)
  const tones = (['better', 'worse', 'other'] as const).filter(tone =>
    drawn.some(point => point.tone === tone),
  )
  const y = 9
  let x = plot.left
  const parts: Html[] = []
  const add = (picture: Html, text: string): void => {
    parts.push(
      html`${picture}<text class="chart__key" x="${at(x + 18)}" y="${y}" dy="0.32em">${text}</text>`,
    )
    x += 18 + text.length * size.fontSize * 0.5 + 16
  }
  if (hasRange) {
    add(
      html`<rect class="chart__band" fill-opacity="0.1" x="${at(x)}" y="${y - 6}" width="14" height="12"/>`,
      words.range,
    )
  }
  for (const tone of tones) add(mark(tone, x + 7, y, 4.5, null), words[tone])
  return html`<g aria-hidden="true">${parts}</g>`
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
      events(drawing),
      series(drawing),
      endLabels(drawing),
      key(drawing),
    ],
  )
}

/** A control chart as two drawings, one of which the stylesheet shows. See charts.scss. */
export const controlChart = (chart: ControlChart): Html =>
  html`${draw(chart, wide)}${draw(chart, narrow)}`
