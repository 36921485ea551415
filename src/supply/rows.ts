import { isoMonth, type Month } from '#calendar'
import { type FrozenExtract, shortId } from '#extracts'
import { type Definition, type Dimension, isSnapshot, perOf, type Slice } from '#indicators'
import { targetIn } from '#marks'
import {
  type Count,
  countInWords,
  dimensionInWords,
  extractInWords,
  monthOfPeriod,
  type Reading,
  type Source,
  verdictInWords,
} from '#performance'
import type { SignalPoint } from '#signals'

/** One figure: an indicator in a part of the county in a month, with all that a reader has to know. */
export interface FigureRow {
  readonly code: string
  readonly name: string
  readonly by: Dimension
  /** '' is the whole county. */
  readonly part: string
  /** As '2026-03'; of a quarter or a year its last month. */
  readonly month: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly unit: string
  readonly version: number
  /** The extract in words; '' where no extract has it. */
  readonly extract: string
  /** What the whole series says now. */
  readonly verdict: string
  readonly average: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly standsOut: string
  readonly note: string
  /** What the figure should reach in that month, where that is a number. */
  readonly target: number | null
  /** What is marked on the chart in that month. */
  readonly marks: readonly MarkOfRow[]
}

/** What people set on a month, or what the software knows of it, as the chart shows it. */
export interface MarkOfRow {
  readonly kind: 'note' | 'limits' | 'definition'
  readonly words: string
}

/** What figures rest on, by the identifiers of their extracts. */
export interface Ground {
  readonly count: Count
  readonly sources: readonly Source[]
  readonly extracts: readonly Pick<FrozenExtract, 'id' | 'title' | 'asOf'>[]
}

const variationWords: Readonly<Record<SignalPoint['variation'], string>> = {
  common: '',
  improvement: 'Better than usual',
  concern: 'Worse than usual',
  high: 'Unusually high',
  low: 'Unusually low',
}

/** Every month of a reading as a row, the oldest first. */
export function rowsOf(reading: Reading, ground: Ground): readonly FigureRow[] {
  const { definition, slice, points, signal, version } = reading
  const verdict = verdictInWords(signal)
  const lines = new Map(signal.points.map(point => [point.period, point]))
  return points.map((point, place): FigureRow => {
    const month = monthOfPeriod(point.period)
    const line = lines.get(point.period)
    return {
      code: definition.code,
      name: definition.name,
      by: slice.dimension,
      part: slice.name,
      month: month === null ? point.period : isoMonth(month),
      numerator: plain(point.numerator),
      denominator: definition.unit === 'count' ? null : plain(point.denominator),
      value: plain(point.value),
      unit: unitInWords(definition),
      version,
      extract: month === null ? '' : extractOf(ground, definition.code, month),
      verdict,
      average: plain(line?.centre),
      lower: plain(line?.lower),
      upper: plain(line?.upper),
      standsOut: line === undefined ? '' : variationWords[line.variation],
      note: noteOf(point),
      target: month === null ? null : plain(targetIn(reading.marks.targets, month)?.value),
      marks: month === null ? [] : marksIn(reading, month, previousOf(points, place)),
    }
  })
}

/** The month of the point before; a quarter's marks are those of its three months. */
function previousOf(points: Reading['points'], place: number): Month {
  const before = points[place - 1]
  return (before && monthOfPeriod(before.period)) ?? -Infinity
}

function marksIn(
  { marks, rebasings, joins }: Reading,
  month: Month,
  after: Month,
): readonly MarkOfRow[] {
  const isHere = (at: Month): boolean => at <= month && at > after
  return [
    ...marks.notes
      .filter(each => isHere(each.month))
      .map(({ words }) => ({ kind: 'note', words }) as const),
    ...rebasings
      .filter(each => isHere(each.from))
      .map(({ reason }) => ({ kind: 'limits', words: reason }) as const),
    ...joins
      .filter(each => isHere(each.month))
      .map(({ words }) => ({ kind: 'definition', words }) as const),
  ]
}

const markWords: Readonly<Record<MarkOfRow['kind'], string>> = {
  note: 'Note',
  limits: 'Limits decided anew',
  definition: 'Counted otherwise',
}

/** Four decimals: more are the traces of arithmetic, and who wants them divides for themselves. */
export function plain(value: number | null | undefined): number | null {
  return value == null || !Number.isFinite(value) ? null : Math.round(value * 10_000) / 10_000
}

export function unitInWords(definition: Definition): string {
  switch (definition.unit) {
    case 'percentage':
      return 'per cent'
    case 'count':
      return 'number'
    case 'rate':
      return `per ${countInWords(perOf(definition))}${isSnapshot(definition) ? '' : ' a year'}`
    case 'average':
      return definition.measure?.unit ?? 'average'
  }
}

function noteOf({
  value,
  numerator,
  denominator,
}: {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}): string {
  if (value !== null) return ''
  return numerator !== null && denominator === 0 ? 'No one to count' : 'No figure'
}

function extractOf({ count, sources, extracts }: Ground, code: string, month: number): string {
  const places = sources.find(each => each.indicator === code)?.extracts
  const id = count.extracts[places?.[month - count.firstMonth] ?? -1]
  if (id === undefined) return ''
  const extract = extracts.find(each => each.id === id)
  return extract === undefined ? shortId(id) : extractInWords(extract)
}

/** The columns of a download, in order, with what stands in them. */
export const figureColumns: readonly {
  readonly heading: string
  readonly cell: (row: FigureRow) => string | number | null
}[] = [
  { heading: 'Code', cell: row => row.code },
  { heading: 'Indicator', cell: row => row.name },
  { heading: 'By', cell: row => dimensionInWords(row.by) },
  { heading: 'Part', cell: row => (row.by === 'county' ? 'Whole county' : row.part) },
  { heading: 'Month', cell: row => row.month },
  { heading: 'Numerator', cell: row => row.numerator },
  { heading: 'Denominator', cell: row => row.denominator },
  { heading: 'Value', cell: row => row.value },
  { heading: 'Unit', cell: row => row.unit },
  { heading: 'Definition version', cell: row => row.version },
  { heading: 'Extract', cell: row => row.extract },
  { heading: 'What the chart says', cell: row => row.verdict },
  { heading: 'Average', cell: row => row.average },
  { heading: 'Usual from', cell: row => row.lower },
  { heading: 'Usual to', cell: row => row.upper },
  { heading: 'Stands out', cell: row => row.standsOut },
  { heading: 'Note', cell: row => row.note },
  { heading: 'Target', cell: row => row.target },
  {
    heading: 'Marked on the chart',
    cell: row => row.marks.map(({ kind, words }) => `${markWords[kind]}: ${words}`).join('; '),
  },
]

export const headings: readonly string[] = figureColumns.map(({ heading }) => heading)
export const cellsOf = (row: FigureRow): readonly (string | number | null)[] =>
  figureColumns.map(({ cell }) => cell(row))

/** A slice as a file's name has it: no letter in it that a header cannot hold. */
export function fileNameOf(code: string, { dimension, name }: Slice, ending: string): string {
  const plainName = name.normalize('NFKD').replace(/[^\w ]+/g, '')
  return dimension === 'county' ? `${code}.${ending}` : `${code} ${plainName}.${ending}`
}
