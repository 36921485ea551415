import type { Month } from '#calendar'
import { type Definition, exampleOfPeriod, isEntered, type SeriesDefinition } from '#indicators'
import type { Mapping, SheetLine } from '#findings'
import { checkRow, type FieldOfRow, type Known, type TypedRow, written } from './check.ts'
import type { Entry } from './enter.ts'
import { keyOfFigure } from './value.ts'

/** The columns of a table of figures, and what else people call them. */
export const columnNames: Readonly<Record<FieldOfRow, readonly string[]>> = {
  indicator: ['indicator', 'indicator code', 'code', 'measure', 'kpi', 'pi', 'indicator name'],
  period: ['period', 'month', 'quarter', 'year', 'term', 'date', 'period end', 'reporting period'],
  dimension: ['breakdown', 'by', 'dimension', 'level', 'broken down by'],
  part: ['part', 'team', 'locality', 'name of the part', 'slice', 'team name', 'area', 'group'],
  numerator: ['numerator', 'counted', 'number', 'value', 'count', 'top', 'how many'],
  denominator: ['denominator', 'of', 'out of', 'total', 'base', 'bottom', 'cohort'],
  source: ['source', 'where from', 'source of data', 'data source', 'system'],
  note: ['note', 'notes', 'comment', 'comments', 'commentary'],
  because: ['reason for the change', 'reason', 'why', 'because', 'reason for correction'],
}

export const columnWords: Readonly<Record<FieldOfRow, string>> = {
  indicator: 'Indicator',
  period: 'Period',
  dimension: 'Breakdown',
  part: 'Part',
  numerator: 'Numerator',
  denominator: 'Denominator',
  source: 'Source',
  note: 'Note',
  because: 'Reason for the change',
}

// The order of the columns of a template.
export const columnKeys = [
  'indicator',
  'period',
  'dimension',
  'part',
  'numerator',
  'denominator',
  'source',
  'note',
  'because',
] as const satisfies readonly FieldOfRow[]

export interface Bringing extends Known {
  /** What holds where a row does not say it. */
  readonly otherwise: { readonly indicator: string; readonly source: string }
  /** The name of the file, for the reason of a correction that gives none. */
  readonly file: string
}

export interface Brought {
  readonly entries: readonly Entry[]
  readonly refused: readonly {
    readonly line: number
    readonly cells: readonly string[]
    readonly message: string
  }[]
}

/** What becomes of each row: one to keep, or refused with every reason. */
export function readRows(
  lines: readonly SheetLine[],
  mapping: Mapping,
  bringing: Bringing,
): Brought {
  const entries: Entry[] = []
  const refused: Brought['refused'][number][] = []
  const seen = new Map<string, number>()
  for (const line of lines) {
    const row = rowFrom(line, mapping, bringing.otherwise)
    const checked = checkRow(row, bringing)
    const refuse = (message: string): void => {
      refused.push({ line: line.number, cells: line.cells, message })
    }
    if (checked.kind === 'refused') {
      refuse(checked.faults.map(({ message }) => message).join(' '))
      continue
    }
    const key = keyOfFigure(checked.figure)
    const before = seen.get(key)
    if (before !== undefined) {
      refuse(`Row ${before} already has a figure of this period and part.`)
      continue
    }
    seen.set(key, line.number)
    const because = row.because.trim() || `The table “${bringing.file}” says otherwise.`
    entries.push({ definition: checked.definition, figure: checked.figure, because })
  }
  return { entries, refused }
}

function rowFrom(line: SheetLine, mapping: Mapping, otherwise: Bringing['otherwise']): TypedRow {
  const cell = (field: FieldOfRow): string => {
    const place = mapping[field]
    return place === undefined ? '' : (line.cells[place] ?? '').trim()
  }
  return {
    indicator: cell('indicator') || otherwise.indicator,
    period: cell('period'),
    dimension: cell('dimension'),
    part: cell('part'),
    numerator: cell('numerator'),
    denominator: cell('denominator'),
    source: cell('source') || otherwise.source,
    note: cell('note'),
    because: cell('because'),
  }
}

/** The rows of a table to fill in: for each indicator the period that is next. */
export function templateRows(
  definitions: readonly Definition[],
  nextOf: (definition: SeriesDefinition) => Month,
): readonly (readonly string[])[] {
  return definitions.filter(isEntered).map(definition => {
    const month = nextOf(definition)
    const [period = ''] = exampleOfPeriod(definition, month).split(', or ')
    return [`${definition.code} ${definition.name}`, period, '', '', '', '', '', '', '']
  })
}

/** A figure in words: '18 of 24'. */
export function figureInWords(numerator: number | null, denominator: number | null): string {
  if (numerator === null) return 'Taken back: no figure'
  const above = written(numerator)
  return denominator === null ? above : `${above} of ${written(denominator)}`
}
