import { type Html, html } from '../html.ts'
import { eventLines, eventList } from './events.ts'
import { keyEntriesOf, keyOf, keyRowHeight, type Words } from './key.ts'
import { spread } from './labels.ts'
import { bandPath, linePath } from './lines.ts'
import { dot } from './marks.ts'
import { type ChartPoint, indexFrom, placed } from './points.ts'
import { periodTicks, type Plot, type Scales, scalesFor } from './scales.ts'
import { type Size, textWidth } from './size.ts'
import { at, pathThrough, picture } from './svg.ts'

/** A further line beside the values, such as that of a whole country. */
export type FurtherLine = {
  readonly name: string
  /** For a narrow screen. */
  readonly shortName: string
  /** Lengths of strokes and gaps, as '6 4': each line has its own, so that colour is never alone. */
  readonly dashes: string
  /** One for each point; null leaves a gap. */
  readonly values: readonly (number | null)[]
}

export type YearlyChart = {
  /** Unique on the page; the parts' ids begin with it. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** One a year: the value, and of the others the middle (centre) and the band (lower, upper). */
  readonly points: readonly ChartPoint[]
  readonly valueName: string
  readonly valueShortName: string
  readonly centreName: string
  readonly centreShortName: string
  readonly bandName: string
  readonly further: readonly FurtherLine[]
  /** Years from which the middle and the band are made of others, with a few words. */
  readonly breaks?: readonly { readonly at: string; readonly text: string }[]
  readonly format: (value: number) => string
  readonly floor?: number
  readonly ceiling?: number
}

const wide: Size = { name: 'wide', width: 880, height: 340, fontSize: 14 }
const narrow: Size = { name: 'narrow', width: 340, height: 290, fontSize: 13 }

type EndLabel = { readonly text: string; readonly className: string; readonly value: number }

function endLabelsOf(chart: YearlyChart, size: Size): readonly EndLabel[] {
  const label = (value: number | null | undefined, name: string, kind = ''): EndLabel[] =>
    value === null || value === undefined
      ? []
      : [
          {
            text: `${chart.format(value)} ${name}`,
            className: `chart__label${kind && ` chart__label--${kind}`}`,
            value,
          },
        ]
  const isWide = size.name === 'wide'
  const last = (values: readonly (number | null)[]) => values.findLast(value => value !== null)
  return [
    ...label(
      last(chart.points.map(point => point.centre)),
      isWide ? chart.centreName : chart.centreShortName,
    ),
    ...chart.further.flatMap(line =>
      label(last(line.values), isWide ? line.name : line.shortName, 'target'),
    ),
    ...label(
      last(chart.points.map(point => point.value)),
      isWide ? chart.valueName : chart.valueShortName,
      'last',
    ),
  ]
}

/** The last label is in bold, which takes a tenth more. */
const labelWidth = ({ text, className }: EndLabel, size: Size): number =>
  textWidth(text, size) * (className.endsWith('last') ? 1.1 : 1)

function wordsOf({ bandName }: YearlyChart): Words {
  return { better: '', worse: '', other: '', centre: '', range: bandName, target: '' }
}

function draw(chart: YearlyChart, size: Size): Html {
  const { points, further } = chart
  const keys = keyEntriesOf(points, wordsOf(chart), size)
  const labels = endLabelsOf(chart, size)
  const extent = {
    values: [
      ...points.flatMap(point => [point.value, point.centre, point.lower, point.upper]),
      ...further.flatMap(line => line.values),
    ],
    floor: chart.floor,
    ceiling: chart.ceiling,
  }
  const hasBreaks = (chart.breaks ?? []).length > 0
  const whole: Plot = {
    left: 0,
    right: size.width - 10 - Math.max(40, ...labels.map(label => labelWidth(label, size))),
    top: 32 + (keys.at(-1)?.row ?? 0) * keyRowHeight + (hasBreaks ? 18 : 0),
    bottom: size.height - 30,
  }
  const ticks = scalesFor(points.length, whole, extent).ticks.map(chart.format)
  const plot = { ...whole, left: 12 + Math.max(...ticks.map(tick => textWidth(tick, size)), 20) }
  const scales = scalesFor(points.length, plot, extent)
  const breaks = (chart.breaks ?? [])
    .map(({ at: period }) => indexFrom(points, period))
    .filter(index => index > 0)
    .toSorted((a, b) => a - b)
  const eventful = { points, rebases: chart.breaks ?? [] }
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
      html`<path class="chart__band" fill-opacity="0.1" d="${bandPath(points, breaks, scales)}"/><path class="chart__centre" fill="none" d="${linePath(points, 'centre', breaks, scales)}"/>`,
      axes(chart, plot, scales),
      eventLines(eventful, size, plot, scales),
      furtherLines(further, scales),
      values(chart, size, scales),
      endLabels(labels, size, plot, scales),
      keyOf(keys),
    ],
  )
}

function axes(chart: YearlyChart, plot: Plot, scales: Scales): Html {
  const left = scales.ticks.map(
    tick =>
      html`<text class="chart__tick" x="${at(plot.left - 8)}" y="${at(scales.y(tick))}" dy="0.32em" text-anchor="end">${chart.format(tick)}</text>`,
  )
  const below = periodTicks(chart.points, plot.right - plot.left).map(
    ({ index, label }) =>
      html`<text class="chart__tick" x="${at(scales.x(index))}" y="${at(plot.bottom)}" dy="1.35em" text-anchor="middle">${label}</text>`,
  )
  return html`<path class="chart__rule" fill="none" d="M${at(plot.left)} ${at(plot.bottom)}H${at(plot.right)}"/>${left}${below}`
}

function furtherLines(further: readonly FurtherLine[], scales: Scales): Html {
  return html`${further.map(line => {
    const path = pathThrough(
      line.values.map((value, i) => (value === null ? null : [scales.x(i), scales.y(value)])),
    )
    return html`<path class="chart__target" fill="none" stroke-dasharray="${line.dashes}" d="${path}"/>`
  })}`
}

function values(chart: YearlyChart, size: Size, scales: Scales): Html {
  const drawn = placed(chart.points)
  const line = pathThrough(
    chart.points.map(({ value }, i) => (value === null ? null : [scales.x(i), scales.y(value)])),
  )
  const dots = drawn.map(({ index, period, value }) =>
    dot(
      scales.x(index),
      scales.y(value),
      4,
      size.name === 'wide' ? html`<title>${period}: ${chart.format(value)}</title>` : null,
    ),
  )
  return html`<path class="chart__level" fill="none" d="${line}"/><g>${dots}</g>`
}

function endLabels(labels: readonly EndLabel[], size: Size, plot: Plot, scales: Scales): Html {
  const wanted = labels.map(label => ({ ...label, y: scales.y(label.value) }))
  const apart = spread(wanted, size.fontSize * 1.2, plot.top - 6, plot.bottom - 4)
  return html`${apart.map(
    ({ text, className, y }) =>
      html`<text class="${className}" x="${at(plot.right + 8)}" y="${at(y)}" dy="0.32em">${text}</text>`,
  )}`
}

/** One value a year beside the middle and the spread of others, as two drawings: see charts.scss. */
export const yearlyChart = (chart: YearlyChart): Html =>
  html`${draw(chart, wide)}${draw(chart, narrow)}${eventList({ points: chart.points, rebases: chart.breaks ?? [] })}`
