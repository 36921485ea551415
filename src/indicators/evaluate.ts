import type { Month } from '#calendar'
import type { History, List, ListName } from '#records'
import { answerable } from './coverage.ts'
import { type Definition, isOfRecords, type RecordDefinition } from './definition.ts'
import { type Standards, usualStandards } from './local-standards.ts'
import { visitMembers } from './members.ts'
import { isHomeDimension, type Slice, slicerOf } from './slices.ts'
import { type Tally, tallyOf } from './tally.ts'

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
  readonly definition: RecordDefinition
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
  /** The council's own standards with their days; without them those that councils commonly hold. */
  readonly standards?: Standards
}

/** Every indicator that is counted from records, in every slice and month. */
export function evaluate(
  history: History,
  definitions: readonly Definition[],
  options: EvaluateOptions,
): readonly IndicatorFigures[] {
  const { from, to } = options
  const months = to - from + 1
  const slicer = slicerOf(history)
  const { on } = options.standards ?? usualStandards
  const tallies = definitions.filter(isOfRecords).map(definition => ({
    definition,
    answer: answerable(history, definition, from, to),
    tally: tallyOf(definition, slicer, months),
  }))
  for (const [list, group] of byList(tallies)) {
    const { profileOf, teamOf, homeOf } = slicer.over(list)
    const countings = group.map(({ definition, answer: { days } }) => ({ definition, days }))
    // The indicators of a list mostly ask about the same row and day one after another.
    let atRow = -1
    let atDay = -1
    let profile = -1
    let team = -1
    let home = -1
    const byHome = group.map(({ definition }) => definition.alsoBy !== undefined)
    const someByHome = byHome.includes(true)
    const adds = group.map(({ tally }) => tally.add)
    visitMembers(history, countings, from, on, (place, month, row, child, day, value) => {
      if (row !== atRow || day !== atDay) {
        profile = profileOf(child, day)
        team = teamOf(row, child, day)
        if (someByHome) home = homeOf(child, day)
        atRow = row
        atDay = day
      }
      adds[place]?.(profile, team, month, value, byHome[place] === true ? home : -1)
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

function byList<T extends { readonly definition: RecordDefinition }>(all: readonly T[]) {
  const groups = new Map<List, T[]>()
  for (const each of all) {
    const group = groups.get(each.definition.of) ?? []
    group.push(each)
    groups.set(each.definition.of, group)
  }
  return groups
}

function isEmpty(counts: Int32Array, from: number, to: number): boolean {
  for (let place = from; place < to; place++) if (counts[place] !== 0) return false
  return true
}

function seriesOf(
  definition: RecordDefinition,
  slices: readonly Slice[],
  tally: Tally,
  days: Int32Array,
  { from, population }: EvaluateOptions,
): readonly Series[] {
  const months = days.length
  const total = tally.total()
  return slices.flatMap((slice, place) => {
    const at = place * months
    const whole = slice.dimension === 'county'
    const { dimension } = slice
    if (isHomeDimension(dimension) && definition.alsoBy?.includes(dimension) !== true) return []
    if (!whole && isEmpty(total.counts, at, at + months)) return []
    const numerators = new Float64Array(months).fill(Number.NaN)
    const denominators = new Float64Array(months).fill(Number.NaN)
    for (let month = 0; month < months; month++) {
      if ((days[month] ?? -1) < 0) continue
      numerators[month] = total.numerators[at + month] ?? Number.NaN
      denominators[month] =
        definition.unit === 'rate'
          ? whole
            ? (population.get(Math.floor((from + month) / 12)) ?? Number.NaN)
            : Number.NaN
          : (total.counts[at + month] ?? 0)
    }
    return [{ slice, numerators, denominators }]
  })
}
