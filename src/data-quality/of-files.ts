import { monthOf } from '#calendar'
import type { ExtractKind, FrozenExtract } from '#extracts'
import { type SeriesDefinition, wholeCounty } from '#indicators'
import { type Count, type Reading, readingOf } from '#performance'
import { ofFiles } from './definitions.ts'

export const kindWords: Readonly<Record<ExtractKind, string>> = {
  'annex-a': 'Annex A',
  ssda903: 'SSDA903',
  cin: 'Children in need census',
  ssd: 'Standard Safeguarding Dataset',
}

/** What the extracts of one kind of file brought, as three series with a figure an extract. */
export interface KindQuality {
  readonly kind: ExtractKind
  readonly readings: readonly Reading[]
  readonly newest: FrozenExtract
  /** What was refused or doubtful in the newest, beside the one before it; the most first. */
  readonly problems: readonly ProblemKind[]
}

/** One kind of problem in one column of one list, and how often it came up in two extracts. */
export interface ProblemKind {
  readonly effect: string
  readonly list: string
  readonly column: string | null
  readonly code: string
  readonly message: string
  readonly now: number
  /** Null where there was no extract before. */
  readonly before: number | null
}

/** @param extracts oldest first */
export function qualityOfFiles(extracts: readonly FrozenExtract[]): readonly KindQuality[] {
  const byKind = Map.groupBy(extracts, extract => extract.kind)
  return [...byKind].flatMap(([kind, own]) => {
    const newest = own.at(-1)
    if (newest === undefined) return []
    const readings = [
      seriesOf(ofFiles.rows, own, rowsRefused),
      seriesOf(ofFiles.values, own, extract => 1000 * countOf(extract, 'value-refused')),
      seriesOf(ofFiles.doubts, own, extract => 1000 * countOf(extract, 'doubtful')),
    ]
    return [{ kind, readings, newest, problems: problemsIn(newest, own.at(-2)) }]
  })
}

export function rowsFound({ reports }: Pick<FrozenExtract, 'reports'>): number {
  return reports.reduce((sum, report) => sum + report.rowsFound, 0)
}

function rowsRefused({ reports }: Pick<FrozenExtract, 'reports'>): number {
  return reports.reduce((sum, report) => sum + report.rowsRefused, 0)
}

export function countOf({ refused }: Pick<FrozenExtract, 'refused'>, effect: string): number {
  return refused.reduce((sum, each) => sum + (each.effect === effect ? each.count : 0), 0)
}

/** Of two extracts of one month the later stands for it. */
function seriesOf(
  definition: SeriesDefinition,
  extracts: readonly FrozenExtract[],
  numeratorOf: (extract: FrozenExtract) => number,
): Reading {
  const months = extracts.map(each => monthOf(each.asOf))
  const first = Math.min(...months)
  const length = Math.max(...months) - first + 1
  const numerators = Array.from({ length }, () => Number.NaN)
  const denominators = Array.from({ length }, () => Number.NaN)
  for (const extract of extracts) {
    const place = monthOf(extract.asOf) - first
    numerators[place] = numeratorOf(extract)
    denominators[place] = rowsFound(extract)
  }
  const newest = extracts.at(-1)
  const count: Count = {
    countedAt: newest?.loadedAt ?? new Date(0),
    extracts: extracts.map(each => each.id),
    library: '',
    firstMonth: first,
    asOf: newest?.asOf ?? 0,
  }
  const { code: indicator, version } = definition
  const series = { indicator, version, slice: wholeCounty, numerators, denominators }
  return readingOf(definition, count, series, undefined)
}

function problemsIn(
  newest: FrozenExtract,
  before: FrozenExtract | undefined,
): readonly ProblemKind[] {
  const keyOf = (each: FrozenExtract['refused'][number]): string =>
    [each.effect, each.sourceList, each.column, each.code].join('\u0000')
  const earlier = new Map(before?.refused.map(each => [keyOf(each), each]))
  const now = newest.refused.map(each => ({
    effect: each.effect,
    list: each.sourceList,
    column: each.column,
    code: each.code,
    message: each.message,
    now: each.count,
    before: before === undefined ? null : (earlier.get(keyOf(each))?.count ?? 0),
  }))
  const still = new Set(newest.refused.map(keyOf))
  const gone = [...earlier.values()]
    .filter(each => !still.has(keyOf(each)))
    .map(each => ({
      effect: each.effect,
      list: each.sourceList,
      column: each.column,
      code: each.code,
      message: each.message,
      now: 0,
      before: each.count,
    }))
  return [...now.toSorted((a, b) => b.now - a.now), ...gone]
}
