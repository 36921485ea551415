import { lastDayOf, longDay, type Month } from '#calendar'
import { valueInWords } from '#performance'
import type { ComparedYear, Known, SetChange } from './compare.ts'
import type { Comparison } from './comparison.ts'
import {
  type PublishedSymbol,
  type PublishedValue,
  shortSymbols,
  symbols,
} from './published-value.ts'

/** 'the year to 31 March 2026'. */
export function yearInWords(ends: Month): string {
  return `the year to ${longDay(lastDayOf(ends))}`
}

/** A published value as a table's cell has it: a symbol is shown with what it means. */
export function publishedInWords(
  { definition }: Pick<Comparison, 'definition'>,
  value: PublishedValue | null,
): string {
  if (value === null) return 'Not published'
  if (value.kind === 'symbol') return symbolInWords(value.symbol)
  return valueInWords(definition, value.value)
}

export function symbolInWords(symbol: PublishedSymbol): string {
  const words = symbols[symbol]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${symbol})`
}

/** '8 of 10: 1 kept back (c); 1 not in the table'. */
export function knownInWords({ of, known, symbols: found, absent }: Known): string {
  const why = [
    ...[...found].map(([symbol, count]) => `${count} ${shortSymbols[symbol]} (${symbol})`),
    ...(absent > 0 ? [`${absent} not in the table`] : []),
  ]
  return why.length === 0 ? `${known} of ${of}` : `${known} of ${of}: ${why.join('; ')}`
}

/** The comparison in a sentence or two: what is true of the newest year that can be compared. */
export function comparedInWords(comparison: Comparison): string {
  const { compared, definition } = comparison
  const last = compared.years.findLast(each => each.own?.kind === 'number' && each.median !== null)
  const words = (value: number) => valueInWords(definition, value)
  if (last?.own?.kind !== 'number' || last.median === null) return withoutNeighbours(comparison)
  const own = last.own.value
  const side =
    words(own) === words(last.median)
      ? 'the same as'
      : own > last.median
        ? `higher${judged(definition.good, 'high')} than`
        : `lower${judged(definition.good, 'low')} than`
  const half =
    last.lower === null || last.upper === null
      ? ''
      : ` The middle half of the neighbours lie between ${words(last.lower)} and ${words(last.upper)}.`
  const england =
    last.england?.kind === 'number' ? ` England had ${words(last.england.value)}.` : ''
  return `In ${yearInWords(last.ends)} the published figure was ${words(own)}, ${side} the median of its neighbours, ${words(last.median)}.${half}${england}${bestInWords(comparison, last)}`
}

function judged(good: Comparison['definition']['good'], side: 'high' | 'low'): string {
  if (good === 'neutral') return ''
  return good === side ? ', which is better,' : ', which is worse,'
}

function bestInWords({ definition }: Comparison, year: ComparedYear): string {
  if (year.best === null || year.own?.kind !== 'number') return ''
  // Two figures that read the same are the same to whoever reads them.
  const isAt = valueInWords(definition, year.own.value) === valueInWords(definition, year.best)
  const within =
    isAt || (definition.good === 'low' ? year.own.value <= year.best : year.own.value >= year.best)
  return within
    ? ' It is in the best quarter of England.'
    : ` The best quarter of England begins at ${valueInWords(definition, year.best)}.`
}

function aheadInWords({ compared, definition }: Comparison, median: number | null): string {
  const newest = compared.years.at(-1)
  if (median === null || newest === undefined) return ''
  return ` By it the median of the neighbours would have been ${valueInWords(definition, median)} in ${yearInWords(newest.ends)}.`
}

function withoutNeighbours(comparison: Comparison): string {
  const { compared, own, hasSets, definition } = comparison
  const newest = compared.years.findLast(each => each.england?.kind === 'number')
  const isOfEnglandOnly = compared.years.every(
    each => each.own === null && (each.neighbours === null || each.neighbours.known === 0),
  )
  if (isOfEnglandOnly && own !== null && hasSets && newest?.england?.kind === 'number')
    return `It is published of England only: ${valueInWords(definition, newest.england.value)} in ${yearInWords(newest.ends)}.`
  if (compared.years.length === 0) return 'Nothing that is published of it has been brought yet.'
  if (own === null) return 'Nobody has said yet which authority this is in published statistics.'
  if (!hasSets) return 'No set of neighbours has been brought yet.'
  return 'No year has both a published figure of the council and a median of its neighbours.'
}

/** Why the neighbours' line jumps, and by how much of it the set is the reason. */
export function changeInWords(comparison: Comparison, change: SetChange): string {
  const { definition } = comparison
  const of = change.after.neighbours?.length ?? 0
  const stay = `${change.stay} of its ${of} neighbours were in the set before`
  const both = mediansInWords(definition, change)
  return `From ${yearInWords(change.ends)} the neighbours are those of the set that holds from ${longDay(change.after.from)}; ${stay}.${both}`
}

function mediansInWords(
  definition: Comparison['definition'],
  { medianBefore, medianAfter }: SetChange,
): string {
  if (medianBefore === null || medianAfter === null) return ''
  const before = valueInWords(definition, medianBefore)
  const after = valueInWords(definition, medianAfter)
  return before === after
    ? ` In that year both sets have the same median, ${after}.`
    : ` In that year the set before has a median of ${before} and the new one ${after}: the difference is that other authorities are counted, and no change in any of them.`
}

/** What is missing of the comparison, a sentence each. */
export function missingInComparison(comparison: Comparison): readonly string[] {
  const { compared, setsWithout, withoutChildren, own } = comparison
  const first = compared.years.find(each => each.set !== null)?.set
  const unpublished = compared.years.filter(each => each.own === null && each.england === null)
  const few = compared.years.filter(each => each.neighbours !== null && each.median === null)
  const newest = compared.years.at(-1)
  return [
    ...(newest?.own?.kind === 'symbol'
      ? [
          `${newest.year}: the council’s own figure is ${symbols[newest.own.symbol]} (${newest.own.symbol}).`,
        ]
      : []),
    ...(compared.yearsBeforeSets.length > 0 && first != null
      ? [
          `${years(compared.yearsBeforeSets)}: drawn with the set of ${longDay(first.from)}, the earliest that is here.`,
        ]
      : []),
    ...setsWithout.map(
      set =>
        `The set of ${longDay(set.from)} has no row for ${own?.name ?? 'the council'}, so it is not used.`,
    ),
    ...(compared.ahead === null
      ? []
      : [
          `A newer set holds from ${longDay(compared.ahead.set.from)}; no year that has ended since then is published yet.${aheadInWords(comparison, compared.ahead.median)}`,
        ]),
    ...(few.length > 0
      ? [`${years(few.map(each => each.year))}: too few neighbours have a figure for a median.`]
      : []),
    ...(unpublished.length > 0
      ? [`${years(unpublished.map(each => each.year))}: no table of it has been brought.`]
      : []),
    ...(withoutChildren.length > 0
      ? [
          `${years(withoutChildren)}: the numbers are here, and not how many children there were, so there is no rate.`,
        ]
      : []),
    ...(comparison.whyNotCounted === null ? [] : [comparison.whyNotCounted]),
  ]
}

/** '2019', '2019 and 2021', or '2013 to 2020' where they follow each other. */
export function years(list: readonly number[]): string {
  const [first, last] = [list[0], list.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (list.length > 2 && last - first === list.length - 1) return `${first} to ${last}`
  return list.length === 1 ? String(first) : `${list.slice(0, -1).join(', ')} and ${last}`
}
