import type { Month } from '#calendar'
import type { History, List, ListName } from '#records'
import { answerable } from './coverage.ts'
import type { Definition } from './definition.ts'
import { type Counting, visitMembers } from './members.ts'
import { type Slice, slicerOf } from './slices.ts'

/**
 * An indicator in one slice, month by month. `numerators` are those counted (or the sum of what was
 * measured, or for a median the median itself); `denominators` the whole group. Both are NaN in a
 * month that cannot be counted. Rates have the county's children as their denominator.
 */
export interface Series {
  readonly slice: Slice
  readonly numerators: Float64Array
  readonly denominators: Float64Array
}

export interface IndicatorFigures {
  readonly definition: Definition
  readonly firstMonth: Month
  readonly series: readonly Series[]
  /** For each month, the place in `history.extracts` of the extract that the figure rests on; -1 for none. */
  readonly extracts: Int32Array
  /** Lists that it needs and no extract delivered. */
  readonly missing: readonly ListName[]
}

export interface EvaluateOptions {
  readonly from: Month
  readonly to: Month
  /** Children aged 0 to 17 in the authority by calendar year (mid-year), for rates. */
  readonly population: ReadonlyMap<number, number>
}

/** Every indicator in every slice and month. */
export function evaluate(
  history: History,
  definitions: readonly Definition[],
  options: EvaluateOptions,
): readonly IndicatorFigures[] {
  const { from, to } = options
  const months = to - from + 1
  const slicer = slicerOf(history)
  const tallies = definitions.map(definition => {
    const answer = answerable(history, definition, from, to)
    return { definition, answer, tally: tallyOf(definition, slicer.slices.length, months) }
  })
  for (const [list, group] of byList(tallies)) {
    const countings: Counting[] = group.map(({ definition, answer }) => ({
      definition,
      days: answer.days,
    }))
    const cells = new Int32Array(8)
    let cellCount = 0
    let cellRow = -1
    let cellDay = -1
    let cellsAt: ReturnType<typeof slicer.over> | null = null
    visitMembers(history, countings, from, (place, month, cursor, day, value) => {
      cellsAt ??= slicer.over(list, cursor)
      if (cursor.row !== cellRow || day !== cellDay) {
        cellCount = cellsAt(cursor.row, day, cells)
        cellRow = cursor.row
        cellDay = day
      }
      const tally = group[place]?.tally
      for (let cell = 0; cell < cellCount; cell++) {
        tally?.add((cells[cell] ?? 0) * months + month, value)
      }
    })
  }
  return tallies.map(({ definition, answer, tally }) => ({
    definition,
    firstMonth: from,
    extracts: answer.extracts,
    missing: answer.missing,
    series: seriesOf(definition, slicer.slices, tally, answer.days, options),
  }))
}

interface Tally {
  add(cell: number, value: number): void
  readonly counts: Int32Array
  /** What goes into the numerator of a cell. */
  numerator(cell: number): number
}

function tallyOf(definition: Definition, slices: number, months: number): Tally {
  const counts = new Int32Array(slices * months)
  if (definition.measure?.summary === 'median') {
    const values = new Map<number, number[]>()
    return {
      counts,
      add(cell, value) {
        counts[cell] = (counts[cell] ?? 0) + 1
        const known = values.get(cell)
        if (known === undefined) values.set(cell, [value])
        else known.push(value)
      },
      numerator: cell => medianOf(values.get(cell) ?? []),
    }
  }
  const sums = new Float64Array(slices * months)
  return {
    counts,
    add(cell, value) {
      counts[cell] = (counts[cell] ?? 0) + 1
      sums[cell] = (sums[cell] ?? 0) + value
    },
    numerator: cell => sums[cell] ?? 0,
  }
}

export function medianOf(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

function byList<T extends { readonly definition: Definition }>(all: readonly T[]) {
  const groups = new Map<List, T[]>()
  for (const each of all) {
    const group = groups.get(each.definition.of) ?? []
    group.push(each)
    groups.set(each.definition.of, group)
  }
  return groups
}

function seriesOf(
  definition: Definition,
  slices: readonly Slice[],
  tally: Tally,
  days: Int32Array,
  { from, population }: EvaluateOptions,
): readonly Series[] {
  const months = days.length
  return slices.flatMap((slice, place) => {
    const at = place * months
    const whole = slice.dimension === 'county'
    if (!whole && !tally.counts.subarray(at, at + months).some(count => count > 0)) return []
    const numerators = new Float64Array(months).fill(Number.NaN)
    const denominators = new Float64Array(months).fill(Number.NaN)
    for (let month = 0; month < months; month++) {
      if ((days[month] ?? -1) < 0) continue
      numerators[month] = tally.numerator(at + month)
      denominators[month] =
        definition.unit === 'rate'
          ? whole
            ? (population.get(Math.floor((from + month) / 12)) ?? Number.NaN)
            : Number.NaN
          : (tally.counts[at + month] ?? 0)
    }
    return [{ slice, numerators, denominators }]
  })
}
