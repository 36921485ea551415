import { longDay, longMonth, type Month, lastDayOf } from '#calendar'
import {
  type Definition,
  isSnapshot,
  nameOfPeriod,
  perOf,
  type SeriesDefinition,
  type Slice,
} from '#indicators'

const formats = [0, 1, 2].map(
  digits => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }),
)
/** What is counted is whole; full-time equivalents, which are entered, have tenths. */
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** Decimals at most: none of a count, one of anything else. */
export function usualDigits({ unit }: Definition): number {
  return unit === 'count' ? 0 : 1
}

/**
 * Decimals with which a value and the limits that it is judged by read as they stand: one above a
 * limit must not read as the same number. One more than usual where that tells them apart, up to two.
 */
export function tellingDigits(
  definition: Definition,
  value: number | null,
  limits: readonly (number | null)[],
): number {
  const usual = usualDigits(definition)
  const alike = (digits: number): boolean =>
    limits.some(
      limit =>
        value !== null &&
        limit !== null &&
        limit !== value &&
        rounded(limit, digits) === rounded(value, digits),
    )
  for (let digits = usual; digits <= 2; digits++) if (!alike(digits)) return digits
  return usual
}

function rounded(value: number, digits: number): string {
  return (formats[digits] ?? whole).format(value)
}

/** A figure as people read it: '85.2%', '1,204', '62.5 per 10,000', '38 working days'. */
export function valueInWords(
  definition: Definition,
  value: number | null,
  digits = usualDigits(definition),
): string {
  if (value === null) return 'No figure'
  const number = numberInWords(definition, value, digits)
  switch (definition.unit) {
    case 'percentage':
      return `${number}%`
    case 'rate':
      return `${number} ${perInWords(definition)}`
    case 'average':
      return `${number} ${definition.measure?.unit ?? ''}`.trimEnd()
    case 'count':
      return number
  }
}

/** A figure for a line of a list: the number large, its unit and time small. */
export function valueAndNote(
  definition: Definition,
  value: number | null,
  month: Month | null,
): { readonly value: string; readonly note: string } {
  const when = month === null ? '' : periodInWords(definition, month)
  if (value === null) return { value: 'No figure', note: when }
  const number = numberInWords(definition, value)
  if (definition.unit === 'percentage') return { value: `${number}%`, note: when }
  const unit = { count: '', rate: perInWords(definition), average: definition.measure?.unit ?? '' }
  return { value: number, note: [unit[definition.unit], when].filter(Boolean).join(', ') }
}

/** The number alone, for a chart's axis and a table's cell. */
export function numberInWords(
  definition: Definition,
  value: number,
  digits = usualDigits(definition),
): string {
  return rounded(value, digits)
}

export function countInWords(count: number): string {
  return whole.format(count)
}

/** 'per 10,000'. */
export function perInWords(definition: Definition): string {
  return `per ${whole.format(perOf(definition))}`
}

/** 'March 2026', for what is counted at a month's end '31 March 2026', or the period that ends then. */
export function periodInWords(definition: Definition, month: Month): string {
  if (definition.kind === 'series') return nameOfPeriod(definition, month)
  return isSnapshot(definition) ? longDay(lastDayOf(month)) : longMonth(month)
}

/** What a figure was worked out from: '352 of 413', or for a rate '94 in the month'. */
export function basisInWords(
  definition: Definition,
  numerator: number,
  denominator: number | null,
): string {
  switch (definition.unit) {
    case 'percentage':
      return `${tenths.format(numerator)} of ${tenths.format(denominator ?? 0)}`
    case 'average':
      return `${definition.measure?.summary ?? 'mean'} of ${whole.format(denominator ?? 0)}`
    case 'rate':
      return definition.kind === 'series'
        ? `${whole.format(numerator)} of ${whole.format(denominator ?? 0)}`
        : `${whole.format(numerator)} children or events`
    case 'count':
      return ''
  }
}

/** The definition in a sentence that a member of the public can read. */
export function definitionInWords(definition: Definition): string {
  const { everyone, counted } = definition.words
  switch (definition.unit) {
    case 'percentage':
      return `Of the ${everyone}, the share that ${counted ?? 'count'}.`
    case 'average': {
      const { summary, unit } = definition.measure ?? { summary: 'mean', unit: '' }
      const kind = summary === 'median' ? 'middle value (half took less, half more)' : 'mean'
      return `The ${kind}, in ${unit}, for the ${everyone}.`
    }
    case 'rate':
      if (definition.kind === 'series') return enteredRateInWords(definition)
      return isSnapshot(definition)
        ? `The ${everyone}, for every 10,000 children aged 0 to 17 in the area.`
        : `The ${everyone}, for every 10,000 children aged 0 to 17 in the area. A month is multiplied by twelve, so that it reads as a rate a year.`
    case 'count':
      return `The number of ${everyone}.`
  }
}

function enteredRateInWords(definition: SeriesDefinition): string {
  const of = (definition.denominator ?? '').toLowerCase()
  const every = `The ${definition.words.everyone}, for every ${whole.format(perOf(definition))} ${of}.`
  return definition.every === 'year' || isSnapshot(definition)
    ? every
    : `${every} A ${definition.every} is multiplied, so that it reads as a rate a year.`
}

export function goodInWords(definition: Definition): string {
  return {
    high: 'Higher is better.',
    low: 'Lower is better.',
    neutral: 'Neither higher nor lower is better in itself: a change is a reason to ask why.',
  }[definition.good]
}

const dimensionNames: Readonly<Record<Slice['dimension'], string>> = {
  county: 'Whole county',
  locality: 'Locality',
  team: 'Team',
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  disability: 'Disability',
  placement: 'Placement type',
  provider: 'Placement provider',
}

export function dimensionInWords(dimension: Slice['dimension']): string {
  return dimensionNames[dimension]
}

export const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
