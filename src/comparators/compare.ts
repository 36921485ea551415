import { type Day, lastDayOf, type Month } from '#calendar'
import type { Good } from '#indicators'
import { codesIn, ENGLAND } from './layout.ts'
import type { PublishedMeasure } from './published-measures.ts'
import type { PublishedSymbol, PublishedValue } from './published-value.ts'
import { quantile, type Spread, spreadOf } from './quantile.ts'
import type { Neighbour } from './read-neighbours.ts'
import type { Cut } from './read-published.ts'

/** A set of neighbours as one authority has it, from a day on. */
export interface OwnSet {
  readonly id: string
  readonly from: Day
  /** Null where the set's file had no row for the authority. */
  readonly neighbours: readonly Neighbour[] | null
}

/** Of the neighbours in one year: how many have a figure, and why the others have none. */
export interface Known {
  readonly of: number
  readonly known: number
  readonly symbols: ReadonlyMap<PublishedSymbol, number>
  /** Neighbours that the table does not speak of at all. */
  readonly absent: number
}

export interface ComparedYear {
  readonly year: number
  readonly ends: Month
  /** As published; null where the table does not speak of the authority. */
  readonly own: PublishedValue | null
  /** The set whose neighbours these are; null where there is none. */
  readonly set: OwnSet | null
  readonly neighbours: Known | null
  readonly median: number | null
  /** The middle half of the neighbours. */
  readonly lower: number | null
  readonly upper: number | null
  readonly england: PublishedValue | null
  /** Where the best quarter of all authorities begins; null where neither way is better. */
  readonly best: number | null
}

/** Where the line of the neighbours jumps because others are counted. */
export interface SetChange {
  readonly year: number
  readonly ends: Month
  readonly before: OwnSet
  readonly after: OwnSet
  /** Neighbours that are in both. */
  readonly stay: number
  /** In that year, the median of the set before and of the set after; null where too few are known. */
  readonly medianBefore: number | null
  readonly medianAfter: number | null
}

export interface Compared {
  readonly years: readonly ComparedYear[]
  readonly changes: readonly SetChange[]
  /** Years that end before the earliest set held, and are drawn with it all the same. */
  readonly yearsBeforeSets: readonly number[]
  /** A set that no published year has come to yet, and what its median is in the newest year. */
  readonly ahead: { readonly set: OwnSet; readonly median: number | null } | null
}

/** A median of fewer says nothing of ten. */
const LEAST_FOR_MEDIAN = 3
/** Quartiles of fewer are single authorities. */
const LEAST_FOR_SPREAD = 5
const LEAST_FOR_BEST = 12

/**
 * One measure of one authority beside its neighbours, England and the best quarter, year by year.
 * @param own its code of three digits; null where nobody has said which authority it is
 * @param sets in the order in which they begin
 */
export function compare(
  measure: Pick<PublishedMeasure, 'yearEnds'>,
  own: string | null,
  years: ReadonlyMap<number, Cut>,
  sets: readonly OwnSet[],
  good: Good,
): Compared {
  const usable = sets.filter(each => each.neighbours !== null)
  const sorted = [...years.keys()].toSorted((a, b) => a - b)
  const compared = everyYear(sorted).map(year => {
    const cut = years.get(year) ?? new Map<string, PublishedValue>()
    const ends = year * 12 + measure.yearEnds - 1
    return yearOf(year, ends, own, cut, setOn(usable, lastDayOf(ends)), good)
  })
  const first = usable[0]
  const last = compared.at(-1)
  const newest = usable.at(-1)
  return {
    years: compared,
    changes: changesIn(compared, years),
    yearsBeforeSets:
      first === undefined
        ? []
        : compared.filter(each => lastDayOf(each.ends) < first.from).map(each => each.year),
    ahead:
      newest === undefined || last === undefined || last.set?.id === newest.id
        ? null
        : { set: newest, median: medianOf(years.get(last.year), newest) },
  }
}

/** A year that nobody published is a gap on the chart, and not left out of it. */
function everyYear(sorted: readonly number[]): readonly number[] {
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}

/** The set that holds on a day: the newest that has begun, or else the earliest that is known. */
export function setOn(sets: readonly OwnSet[], day: Day): OwnSet | null {
  return sets.findLast(each => each.from <= day) ?? sets[0] ?? null
}

function yearOf(
  year: number,
  ends: Month,
  own: string | null,
  cut: Cut,
  set: OwnSet | null,
  good: Good,
): ComparedYear {
  const found = set?.neighbours == null ? null : neighboursIn(cut, set.neighbours)
  const spread = found && enough(found.values, LEAST_FOR_SPREAD)
  return {
    year,
    ends,
    own: own === null ? null : valueOfAuthority(cut, own),
    set,
    neighbours: found && found.known,
    median: found && (enough(found.values, LEAST_FOR_MEDIAN)?.median ?? null),
    lower: spread?.lower ?? null,
    upper: spread?.upper ?? null,
    england: cut.get(ENGLAND) ?? null,
    best: bestQuarter(cut, good),
  }
}

const enough = (values: readonly number[], least: number): Spread | null =>
  values.length < least ? null : spreadOf(values)

/** An authority's own figure, or the one that it publishes together with another. */
export function valueOfAuthority(cut: Cut, code: string): PublishedValue | null {
  return cut.get(placeIn(cut, code)) ?? null
}

function placeIn(cut: Cut, code: string): string {
  if (cut.has(code)) return code
  for (const place of cut.keys()) if (codesIn(place).includes(code)) return place
  return code
}

function neighboursIn(
  cut: Cut,
  neighbours: readonly Neighbour[],
): { readonly values: readonly number[]; readonly known: Known } {
  const values: number[] = []
  const symbols = new Map<PublishedSymbol, number>()
  let absent = 0
  // Two neighbours that publish one figure together are one place and count once.
  const places = new Set(neighbours.map(({ code }) => placeIn(cut, code)))
  for (const place of places) {
    const value = cut.get(place)
    if (value === undefined) absent++
    else if (value.kind === 'number') values.push(value.value)
    else symbols.set(value.symbol, (symbols.get(value.symbol) ?? 0) + 1)
  }
  return { values, known: { of: places.size, known: values.length, symbols, absent } }
}

/** Where the best quarter of the authorities of England begins. */
export function bestQuarter(cut: Cut, good: Good): number | null {
  if (good === 'neutral') return null
  const values = [...cut].flatMap(([place, value]) =>
    isAuthority(place) && value.kind === 'number' ? [value.value] : [],
  )
  if (values.length < LEAST_FOR_BEST) return null
  const sorted = values.toSorted((a, b) => a - b)
  return quantile(sorted, good === 'low' ? 0.25 : 0.75)
}

/** Regions and England have codes of nine characters. */
const isAuthority = (place: string): boolean => !place.startsWith('E')

function changesIn(
  years: readonly ComparedYear[],
  cuts: ReadonlyMap<number, Cut>,
): readonly SetChange[] {
  return years.flatMap((each, place) => {
    const before = years[place - 1]?.set
    const after = each.set
    if (before == null || after === null || before.id === after.id) return []
    const cut = cuts.get(each.year)
    const codes = new Set((before.neighbours ?? []).map(({ code }) => code))
    return [
      {
        year: each.year,
        ends: each.ends,
        before,
        after,
        stay: (after.neighbours ?? []).filter(({ code }) => codes.has(code)).length,
        medianBefore: medianOf(cut, before),
        medianAfter: medianOf(cut, after),
      },
    ]
  })
}

function medianOf(cut: Cut | undefined, { neighbours }: OwnSet): number | null {
  if (cut === undefined) return null
  return enough(neighboursIn(cut, neighbours ?? []).values, LEAST_FOR_MEDIAN)?.median ?? null
}
