import { lastDayOf } from '#calendar'
import type { Definition } from '#indicators'
import { chartFigure } from '#kit/html/blocks.ts'
import { type ChartTarget, controlChart, periodName } from '#kit/html/charts/index.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { targetIn } from '#marks'
import { gapsInWords } from '../gap-words.ts'
import { monthOfPeriod, type Reading } from '../reading.ts'
import { digitsOf, saying } from '../saying.ts'
import { numberInWords, periodInWords, sentenceCase, valueInWords } from '../words.ts'
import { chartMarks, type MarksModel } from './indicator-marks.view.ts'
import { chartPoints } from './marks.view.ts'

/** The chart with its table; null where there is too little to draw. */
export function chartView(model: MarksModel, source: Content): Html | null {
  const { reading } = model
  const { definition, signal, points } = reading
  if (points.length < 2) return null
  const digits = digitsOf(reading)
  const marked = chartMarks(model)
  const level = signal.settled
  const chart = controlChart({
    id: `chart-${definition.code.toLowerCase()}`,
    title: `${definition.name}, ${stepOf(definition)}`,
    description: `${saying(reading)} The numbers are in the table below the chart.`,
    points: chartPoints(signal),
    format: value => valueInWords(definition, value, digits),
    ...(definition.unit === 'percentage' ? { floor: 0, ceiling: 100 } : { floor: 0 }),
    targets: targetLines(reading),
    rebases: marked.filter(({ kind }) => kind === 'rebase'),
    notes: marked.filter(({ kind }) => kind === 'note'),
    numbered: true,
    ...(level && { level: { from: level.since, value: level.level } }),
  })
  return chartFigure({
    caption: `${sentenceCase(stepOf(definition))}, with the usual range`,
    chart,
    table: chartTable(reading),
    note: html`${gapsInWords(reading).map(gap => html`${gap} `)}${source}`,
  })
}

/** How far one point is from the next. */
function stepOf(definition: Definition): string {
  const every = definition.kind === 'series' ? definition.every : 'month'
  return `${every} by ${every}`
}

/** Each target for the months in which it holds; what is not a number has no line. */
function targetLines({ marks, points, signal }: Reading): readonly ChartTarget[] {
  if (signal.target === null && marks.targets.every(each => each.value === null)) return []
  return marks.targets.flatMap(({ value, from, until }): readonly ChartTarget[] => {
    const held = points.filter(({ period }) => {
      const month = monthOfPeriod(period) ?? 0
      return from <= lastDayOf(month) && (until === null || until >= lastDayOf(month))
    })
    const [first, last] = [held[0], held.at(-1)]
    if (value === null || first === undefined || last === undefined) return []
    return [{ value, from: first.period, until: last.period }]
  })
}

function chartTable(reading: Reading): Html {
  const { definition, signal, points, marks } = reading
  const pointOf = new Map(points.map(point => [point.period, point]))
  const number = (value: number | null) => (value === null ? '–' : numberInWords(definition, value))
  const hasTarget = marks.targets.some(each => each.value !== null)
  return dataTable({
    caption: `${definition.name}, newest first`,
    captionHidden: true,
    compact: true,
    columns: [
      { heading: 'Period', cell: point => pointName(definition, point.period) },
      {
        heading: 'Figure',
        numeric: true,
        cell: point =>
          point.value === null
            ? whyMissing(definition, pointOf.get(point.period)?.denominator)
            : number(point.value),
      },
      {
        heading: definition.unit === 'average' ? 'Of' : 'Counted',
        numeric: true,
        cell: point => counted(definition, pointOf.get(point.period)),
      },
      { heading: 'Average', numeric: true, cell: point => number(point.centre) },
      { heading: 'Usual from', numeric: true, cell: point => number(point.lower) },
      { heading: 'to', numeric: true, cell: point => number(point.upper) },
      ...(hasTarget
        ? [
            {
              heading: 'Target',
              numeric: true,
              cell: ({ period }: { readonly period: string }) =>
                number(targetIn(marks.targets, monthOfPeriod(period) ?? 0)?.value ?? null),
            },
          ]
        : []),
      { heading: 'Stands out', cell: point => variationWords[point.judged] },
    ],
    rows: signal.points.toReversed(),
  })
}

const variationWords = {
  common: '',
  improvement: 'Better',
  concern: 'Worse',
  high: 'Unusually high',
  low: 'Unusually low',
} as const

function whyMissing(definition: Definition, denominator: number | null | undefined): string {
  if (denominator !== 0) return 'No figure'
  return definition.kind === 'series' ? 'No denominator' : 'No one to count'
}

function pointName(definition: Definition, period: string): string {
  const month = monthOfPeriod(period)
  return month === null || definition.kind === 'record'
    ? periodName(period)
    : periodInWords(definition, month)
}

function counted(
  definition: Definition,
  point: { readonly numerator: number | null; readonly denominator: number | null } | undefined,
): string {
  if (point === undefined || point.numerator === null) return ''
  if (definition.unit === 'percentage') return `${point.numerator} of ${point.denominator ?? 0}`
  if (definition.unit === 'average') return String(point.denominator ?? 0)
  return String(point.numerator)
}
